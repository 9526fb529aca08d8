package org.letterpress.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.print.PdfMetadata;
import org.letterpress.print.PdfPrinter;
import org.letterpress.print.PrintOptions;
import org.letterpress.project.Edition;
import org.letterpress.project.PageSize;
import org.letterpress.site.Assets;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.Preparer;
import org.letterpress.transform.Stylesheet;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;
import org.letterpress.validate.edition.EditionRules;
import org.xml.sax.ContentHandler;

/** Reads, checks, links, renders and publishes an edition. */
public final class EditionBuild {
  /** The folder of the pages that show letters as they were written. */
  private static final String DIPLOMATIC = "diplomatic/";

  /** No fingerprint is like this one. */
  private static final String UNSOUND = "-";

  /** How many files of the site a finding names. */
  private static final int MOST_NAMED = 8;

  private static final String UNLISTED =
      "; until then lists, registers and edition.pdf leave its letters out";

  private final Edition edition;
  private final BuildOptions options;
  private final Diagnostics findings;
  private final Progress progress;
  private final Stylesheets stylesheets;
  private final Schemas schemas;
  private final EditionReader reader;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private final UnknownElements unknownElements = new UnknownElements();

  /** Files whose letters could not be made anew. */
  private final Set<SourceFile> unmade = ConcurrentHashMap.newKeySet();

  private Publisher publisher;
  private Audit audit;
  private EditionIndex index;
  private FactsTree facts;
  private Preparer preparer;
  private String program;
  private PdfPrinter printer;

  /**
   * @param folder names files as the user knows them
   * @param findings gets everything that is wrong
   * @param progress told how far the build has come
   * @param schemaOptions what the user says about schemas
   */
  public EditionBuild(
      Edition edition,
      SourceFolder folder,
      BuildOptions options,
      Diagnostics findings,
      Progress progress,
      SchemaOptions schemaOptions) {
    this.edition = edition;
    this.options = options;
    this.findings = findings;
    this.progress = progress;
    this.stylesheets = new Stylesheets(edition, findings);
    this.schemas = new Schemas(edition, schemaOptions, folder, stylesheets::processor, findings);
    this.reader = new EditionReader(edition, folder, stylesheets::processor, schemas, findings);
  }

  /** The check of the edition's sources, as {@code validate} makes it. */
  public SourceCheck sources() {
    return new SourceCheck(
        reader,
        reader::files,
        (learned, unlinked) -> {
          schemas.report();
          link(learned, unlinked);
        },
        options.jobs(),
        progress);
  }

  /** Does everything and publishes it. */
  public BuildSummary build() {
    if (outputIsUnfit()) {
      return BuildSummary.IMPOSSIBLE;
    }
    try {
      publisher = new Publisher(options.out());
    } catch (IOException problem) {
      unwritable(problem);
      return BuildSummary.IMPOSSIBLE;
    }
    try (Jobs jobs = new Jobs(options.jobs())) {
      return build(jobs);
    } catch (UncheckedIOException problem) {
      unwritable(problem.getCause());
      return BuildSummary.IMPOSSIBLE;
    } catch (IOException problem) {
      unwritable(problem);
      return BuildSummary.IMPOSSIBLE;
    } finally {
      publisher.close();
    }
  }

  private BuildSummary build(Jobs jobs) throws IOException {
    Map<String, ReadFile> files = read(jobs, reader.files());
    link(files);
    Stylesheet prepare = stylesheets.get("prepare.xsl");
    Stylesheet html = stylesheets.get("html.xsl");
    Stylesheet fo = stylesheets.get("fo.xsl");
    Stylesheet text = stylesheets.get("text.xsl");
    if (prepare == null || html == null || fo == null || text == null) {
      return summary(false);
    }
    if (options.audit()) {
      Stylesheet rules = stylesheets.get("audit.xsl");
      if (rules == null) {
        return summary(false);
      }
      audit = new Audit(rules, edition.settings().views().treatments());
    }
    preparer = new Preparer(prepare, edition.settings().notes(), edition.settings().views());
    facts = new FactsTree(index, stylesheets.processor());
    Fingerprint all =
        new Fingerprint()
            .add(Fingerprint.ofProgram())
            .add(edition.settings().toString())
            .addFolder(edition.folder().resolve("xslt"));
    PrintOptions print = printOptions();
    for (Path font : print.fonts()) {
      all.add(Files.readAllBytes(font));
    }
    program = all.hex();
    if (options.only().contains(Output.PDF)) {
      printer = PdfPrinter.create(print);
    }
    AtomicInteger done = new AtomicInteger();
    List<IndexedLetter> letters = index.letters();
    jobs.map(
        letters,
        letter -> {
          guarded(
              letter.facts().file(),
              () -> letter(letter, files.get(letter.facts().file().key()), html, fo, text));
          progress.at("render", done.incrementAndGet(), letters.size());
          return null;
        });
    if (options.only().contains(Output.HTML)) {
      jobs.map(
          index.volumes(),
          volume -> {
            ReadFile file = files.get(volume.file().key());
            guarded(volume.file(), () -> volumePage(volume, file, html));
            return null;
          });
    }
    whole(jobs, files, html, fo);
    unknownElements.report(findings);
    return publish(files);
  }

  private BuildSummary publish(Map<String, ReadFile> files) throws IOException {
    if (options.strict() && findings.hasErrors()) {
      return summary(false);
    }
    List<String> foreign = publisher.foreign();
    if (!foreign.isEmpty()) {
      findings.add(
          Code.OUT_INSIDE_SOURCES,
          Location.NONE,
          options.out().toString(),
          "holds files that letterpress did not write, " + foreign.get(0) + " among them");
      return BuildSummary.IMPOSSIBLE;
    }
    Set<String> gone = gone();
    publisher.keepUnasked(
        path -> options.only().contains(Output.of(path)) || gone.contains(stem(path)));
    publisher.publish();
    reportKept(files);
    return summary(true);
  }

  private BuildSummary summary(boolean published) {
    return new BuildSummary(
        index.letters().size(),
        published ? written.get() : 0,
        published ? kept.get() : 0,
        published,
        false,
        audit == null
            ? null
            : new BuildSummary.Audited(
                audit.letters(), audit.volumes(), audit.words(), audit.lost()));
  }

  /** Letters that the last build published and that exist no more. */
  private Set<String> gone() {
    Set<String> gone = new java.util.HashSet<>();
    for (String path : publisher.published()) {
      if (path.startsWith("letters/") || path.startsWith(DIPLOMATIC)) {
        gone.add(stem(path));
      }
    }
    index
        .letters()
        .forEach(
            letter -> {
              gone.remove("letters/" + letter.id());
              gone.remove(DIPLOMATIC + letter.id());
            });
    return gone;
  }

  private static String stem(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  // ---- reading and linking ---------------------------------------------------------------------

  private Map<String, ReadFile> read(Jobs jobs, List<SourceFile> files) {
    AtomicInteger done = new AtomicInteger();
    Map<String, ReadFile> read = new TreeMap<>();
    jobs
        .map(
            files,
            file -> {
              ReadFile result = reader.read(file);
              progress.at("read", done.incrementAndGet(), files.size());
              if (result == null && publisher != null) {
                keep(file);
              }
              return result;
            })
        .stream()
        .filter(Objects::nonNull)
        .forEach(result -> read.put(result.file().key(), result));
    schemas.report();
    return read;
  }

  private void link(Map<String, ReadFile> files) {
    link(files.values().stream().map(ReadFile::learned).toList(), findings);
  }

  private void link(List<Learned> files, Diagnostics findings) {
    List<FileFacts> all = files.stream().map(Learned::facts).toList();
    index = EditionIndex.join(all, edition.settings().language(), findings);
    EditionRules.check(index, all, files.stream().map(Learned::observed).toList(), findings);
    if (index.letters().isEmpty()) {
      findings.add(Code.CONF_NO_LETTERS, Location.of(edition.name()), edition.name());
    }
  }

  // ---- one letter
  // --------------------------------------------------------------------------------

  private void letter(
      IndexedLetter letter, ReadFile file, Stylesheet html, Stylesheet fo, Stylesheet text)
      throws SaxonApiException, IOException {
    String source = letter.facts().file().key();
    XdmNode known = facts.letterFacts(letter);
    String fingerprint =
        new Fingerprint().add(program).add(file.digest()).add(known.toString()).hex();
    String base = "letters/" + letter.id();
    List<String> stale = new ArrayList<>();
    boolean pageIsFresh = publisher.isFresh(base + ".html", fingerprint);
    for (String path : paths(letter)) {
      if (path.startsWith(DIPLOMATIC) && pageIsFresh && !publisher.published().contains(path)) {
        // Made from the same as the page: the last build found that the views do not differ.
        continue;
      }
      if (publisher.isFresh(path, fingerprint)) {
        publisher.keep(path);
        kept.incrementAndGet();
      } else {
        stale.add(path);
      }
    }
    if (stale.isEmpty()) {
      return;
    }
    // What has a finding is made anew by the next build, so that the finding is not forgotten.
    AtomicBoolean sound = new AtomicBoolean(true);
    XdmNode tree = reader.tree(file);
    Consumer<XdmNode> messages =
        message -> {
          sound.set(false);
          message(letter.facts().file(), tree, message);
        };
    XdmNode prepared =
        preparer.prepare(
            tree,
            letter.facts().ordinal(),
            known,
            message -> {
              if (isUncalledNote(file.file(), tree, message)) {
                sound.set(false);
              } else {
                messages.accept(message);
              }
            });
    Audit.Subject audited = audit == null ? null : audit.letter(letter, tree);
    boolean two = Preparer.viewsDiffer(prepared);
    for (String path : stale) {
      byte[] bytes;
      boolean right = true;
      if (path.endsWith(".html")) {
        String view = path.startsWith(DIPLOMATIC) ? "diplomatic" : "reading";
        if (view.equals("diplomatic") && !two) {
          continue;
        }
        String other = view.equals("reading") ? diplomatic(letter) : letter.href();
        bytes =
            html.write(
                prepared,
                "letter-page",
                Map.of(
                    "view",
                    new XdmAtomicValue(view),
                    "view-settings",
                    viewSettings(),
                    "other-view",
                    new XdmAtomicValue(two && !other.isEmpty() ? other : "")),
                // The reading page has said the same already.
                view.equals("reading") ? messages : message -> {});
        right = audited == null || audited.page(bytes, view, view + " page", findings::add);
      } else if (path.endsWith(".txt")) {
        bytes = text.write(prepared, "text", parameters("reading"), messages);
        if (audited != null) {
          right = audited.text(bytes, "reading", "the plain text", findings::add);
          bytes = Audit.unmarked(bytes);
        }
      } else if (path.endsWith(".xml")) {
        bytes = tei(letter, file);
      } else {
        PdfMetadata metadata =
            new PdfMetadata(
                letter.title(index.wording()),
                String.join(", ", index.edition().editors()),
                index.wording().locale().toLanguageTag(),
                index.edition().title());
        List<Diagnostic> differences = new ArrayList<>();
        bytes =
            pdf(
                fo,
                prepared,
                "letter-fo",
                metadata,
                source,
                (id, printed) -> {
                  differences.clear();
                  audited.print(printed, printView(), "the letter in print", differences::add);
                });
        findings.addAll(differences);
        right = differences.isEmpty();
      }
      if (bytes == null) {
        publisher.keepStale(path);
        unmade.add(letter.facts().file());
      } else {
        stage(path, right && sound.get() ? fingerprint : UNSOUND, source, bytes);
      }
    }
  }

  /** The page of a volume: its text outside the letters, with links to them. */
  private void volumePage(IndexedVolume volume, ReadFile file, Stylesheet html)
      throws SaxonApiException, IOException {
    XdmNode known = facts.volumeFacts(volume);
    String fingerprint =
        new Fingerprint().add(program).add(file.digest()).add(known.toString()).hex();
    String path = volume.href();
    if (publisher.isFresh(path, fingerprint)) {
      publisher.keep(path);
      kept.incrementAndGet();
      return;
    }
    XdmNode tree = reader.tree(file);
    Consumer<XdmNode> messages = message -> message(volume.file(), tree, message);
    // A note that nothing calls here may belong to a letter, which has told whether it is called.
    XdmNode prepared = preparer.prepare(tree, volume.ordinal(), known, message -> {});
    byte[] page =
        html.write(prepared, "volume-page", Map.of("view-settings", viewSettings()), messages);
    boolean right =
        audit == null
            || audit
                .volume(volume, tree)
                .page(page, "reading", "the page of the volume", findings::add);
    stage(path, right ? fingerprint : UNSOUND, volume.file().key(), page);
  }

  /** The address of the letter's diplomatic page; empty when the edition shows none. */
  private String diplomatic(IndexedLetter letter) {
    return edition.settings().views().shown().contains("diplomatic")
        ? DIPLOMATIC + letter.id() + ".html"
        : "";
  }

  private String printView() {
    return edition.settings().views().printed();
  }

  /** Parameters of a stylesheet whose output marks our own signs for the audit. */
  private Map<String, XdmValue> parameters(String view) {
    return Map.of(
        "view",
        new XdmAtomicValue(view),
        "view-settings",
        viewSettings(),
        "audit",
        new XdmAtomicValue(audit != null));
  }

  private XdmValue viewSettings() {
    return Stylesheet.strings(edition.settings().views().treatments());
  }

  private List<String> paths(IndexedLetter letter) {
    String base = "letters/" + letter.id();
    List<String> paths = new ArrayList<>();
    if (options.only().contains(Output.HTML)) {
      paths.add(base + ".html");
      if (!diplomatic(letter).isEmpty()) {
        paths.add(diplomatic(letter));
      }
    }
    if (options.only().contains(Output.PDF)) {
      paths.add(base + ".pdf");
    }
    if (options.only().contains(Output.TEXT)) {
      paths.add(base + ".txt");
    }
    if (options.only().contains(Output.TEI)) {
      paths.add(base + ".xml");
    }
    return paths;
  }

  /** The letter's TEI: the file as the editor wrote it, or the letter's own part of it. */
  private byte[] tei(IndexedLetter letter, ReadFile file) throws IOException, SaxonApiException {
    if (letter.facts().alone()) {
      return file.file().bytes();
    }
    XdmNode element = element(reader.tree(file), letter.facts().ordinal());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serializer serializer = stylesheets.processor().newSerializer(out);
    serializer.setOutputProperty(Serializer.Property.INDENT, "no");
    serializer.serializeNode(element);
    return out.toByteArray();
  }

  /** A printed document, or null when it cannot be laid out; a finding then says why. */
  private byte[] pdf(
      Stylesheet fo,
      XdmNode source,
      String mode,
      PdfMetadata metadata,
      String file,
      PrintAudit audits)
      throws IOException, SaxonApiException {
    PageSize size = edition.settings().pageSize();
    Map<String, XdmValue> parameters = new HashMap<>(parameters(printView()));
    parameters.put("page-width", new XdmAtomicValue(size.width()));
    parameters.put("page-height", new XdmAtomicValue(size.height()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean printed =
        printer.print(
            handler ->
                fo.run(
                    source,
                    mode,
                    parameters,
                    printMessages(),
                    new SAXDestination(audited(handler, audits))),
            metadata,
            out,
            findings::add,
            file);
    return printed ? out.toByteArray() : null;
  }

  /** Elements that no rule knows are reported by the pages; where none are made, by the print. */
  private Consumer<XdmNode> printMessages() {
    return options.only().contains(Output.HTML)
        ? message -> {}
        : message -> message(null, null, message);
  }

  /** Told the words of each letter that is printed. */
  private interface PrintAudit {
    void found(String letter, Audit.Printed printed) throws SaxonApiException;
  }

  private ContentHandler audited(ContentHandler formatter, PrintAudit audits) {
    if (audit == null) {
      return formatter;
    }
    return audit.print(
        formatter,
        (letter, printed) -> {
          try {
            audits.found(letter, printed);
          } catch (SaxonApiException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  // ---- the edition as a whole ----------------------------------------------------------------

  private void whole(Jobs jobs, Map<String, ReadFile> files, Stylesheet html, Stylesheet fo)
      throws IOException {
    Fingerprint all = new Fingerprint().add(program);
    files.values().forEach(file -> all.add(file.file().key()).add(file.digest()));
    String fingerprint = all.hex();
    XdmNode front = front(files);
    Map<EntryFacts, XdmNode> elements = elements(files);
    if (options.only().contains(Output.HTML)) {
      for (Map.Entry<String, byte[]> asset : Assets.all().entrySet()) {
        stage(asset.getKey(), program, "", asset.getValue());
      }
      jobs.run(() -> guarded(null, () -> site(html, front, elements, fingerprint)));
    }
    if (options.only().contains(Output.PDF)) {
      if (publisher.isFresh("edition.pdf", fingerprint)) {
        publisher.keep("edition.pdf");
        kept.incrementAndGet();
      } else {
        // Letters are nested deeply, and only the threads of the jobs have a stack for that.
        List<XdmNode> texts = prepared(jobs, files);
        jobs.run(() -> guarded(null, () -> volume(texts, files, front, elements, fo, fingerprint)));
      }
    }
  }

  private void site(
      Stylesheet html, XdmNode front, Map<EntryFacts, XdmNode> elements, String fingerprint)
      throws IOException, SaxonApiException {
    XdmNode tree = facts.edition("edition", front, List.of(), elements::get);
    Map<String, byte[]> pages =
        html.writeAll(tree, "site", Map.of(), message -> message(null, null, message));
    for (Map.Entry<String, byte[]> page : pages.entrySet()) {
      stage(page.getKey(), fingerprint, "", page.getValue());
    }
  }

  /** All letters once more, in order, without those that cannot be prepared. */
  private List<XdmNode> prepared(Jobs jobs, Map<String, ReadFile> files) {
    return jobs
        .map(
            index.letters(),
            letter -> {
              ReadFile file = files.get(letter.facts().file().key());
              try {
                return preparer.prepare(
                    reader.tree(file),
                    letter.facts().ordinal(),
                    facts.letterFacts(letter),
                    message -> {});
              } catch (SaxonApiException reported) {
                // The letter's own pages have said so already.
                return null;
              }
            })
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  private void volume(
      List<XdmNode> texts,
      Map<String, ReadFile> files,
      XdmNode front,
      Map<EntryFacts, XdmNode> elements,
      Stylesheet fo,
      String fingerprint)
      throws IOException, SaxonApiException {
    XdmNode tree = facts.edition("volume", front, texts, elements::get);
    PdfMetadata metadata =
        new PdfMetadata(
            index.edition().title(),
            String.join(", ", index.edition().editors()),
            index.wording().locale().toLanguageTag(),
            index.edition().subtitle());
    Map<String, IndexedLetter> byId = new HashMap<>();
    index.letters().forEach(letter -> byId.put(letter.id(), letter));
    // By letter, because a document that is laid out twice passes twice.
    Map<String, List<Diagnostic>> differences = new TreeMap<>();
    byte[] bytes =
        pdf(
            fo,
            tree,
            "volume-fo",
            metadata,
            "",
            (id, printed) -> {
              IndexedLetter letter = byId.get(id);
              List<Diagnostic> found = new ArrayList<>();
              differences.put(id, found);
              audit
                  .again(letter, reader.tree(files.get(letter.facts().file().key())))
                  .print(printed, printView(), "the book", found::add);
            });
    differences.values().forEach(findings::addAll);
    boolean right = differences.values().stream().allMatch(List::isEmpty);
    if (bytes == null) {
      publisher.keepStale("edition.pdf");
    } else {
      stage("edition.pdf", right ? fingerprint : UNSOUND, "", bytes);
    }
  }

  private XdmNode front(Map<String, ReadFile> files) {
    for (ReadFile file : files.values()) {
      if (file.facts().edition() != null) {
        try {
          return preparer.prepare(reader.tree(file), 1, facts.frontFacts(), message -> {});
        } catch (SaxonApiException failed) {
          findings.add(Code.XSLT_RUN, Location.of(file.file().name()), failed.getMessage());
        }
      }
    }
    return null;
  }

  private Map<EntryFacts, XdmNode> elements(Map<String, ReadFile> files) {
    Map<EntryFacts, XdmNode> elements = new java.util.IdentityHashMap<>();
    for (ReadFile file : files.values()) {
      if (!file.facts().entries().isEmpty()) {
        Map<Integer, EntryFacts> wanted = new HashMap<>();
        file.facts().entries().forEach(entry -> wanted.put(entry.ordinal(), entry));
        int ordinal = 0;
        for (XdmSequenceIterator<XdmNode> all = elements(reader.tree(file)); all.hasNext(); ) {
          XdmNode node = all.next();
          if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
            EntryFacts entry = wanted.get(++ordinal);
            if (entry != null) {
              elements.put(entry, node);
            }
          }
        }
      }
    }
    return elements;
  }

  private static XdmNode element(XdmNode tree, int wanted) {
    int ordinal = 0;
    for (XdmSequenceIterator<XdmNode> all = elements(tree); all.hasNext(); ) {
      XdmNode node = all.next();
      if (node.getNodeKind() == XdmNodeKind.ELEMENT && ++ordinal == wanted) {
        return node;
      }
    }
    throw new IllegalStateException("the tree has fewer elements than its events had");
  }

  private static XdmSequenceIterator<XdmNode> elements(XdmNode tree) {
    return tree.axisIterator(Axis.DESCENDANT);
  }

  // ---- small things
  // ------------------------------------------------------------------------------

  /** Work that may fail for one letter without stopping the others. */
  private interface Work {
    void run() throws SaxonApiException, IOException;
  }

  private void guarded(SourceFile file, Work work) {
    Location place = file == null ? Location.NONE : Location.of(file.name());
    try {
      work.run();
    } catch (SaxonApiException failed) {
      findings.add(
          Diagnostic.of(Code.XSLT_RUN, place, String.valueOf(failed.getMessage()))
              .relatedTo(
                  failed.getSystemId() == null
                      ? List.of()
                      : List.of(
                          new Diagnostic.Related(
                              Location.of(failed.getSystemId(), failed.getLineNumber(), 0),
                              "the instruction that failed"))));
      keep(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (RuntimeException | StackOverflowError defect) {
      findings.add(Code.OUT_DEFECT, place, describe(defect));
      keep(file);
    }
  }

  private void keep(SourceFile file) {
    if (file != null) {
      publisher.keepAllOf(file.key());
      unmade.add(file);
    }
  }

  /** Says of each file whose letters could not be made anew what the site still has of them. */
  private void reportKept(Map<String, ReadFile> read) {
    for (SourceFile file : unmade) {
      List<String> paths = publisher.keptOf(file.key());
      if (!paths.isEmpty()) {
        Diagnostic kept =
            Diagnostic.of(
                Code.OUT_KEPT,
                Location.of(file.name()),
                Count.of(paths.size(), "file"),
                paths.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (paths.size() > MOST_NAMED ? ", ..." : ""));
        boolean listed = read.containsKey(file.key());
        findings.add(listed ? kept : kept.withRemedy(kept.remedy() + UNLISTED));
      }
    }
  }

  private String describe(Throwable defect) {
    String name = defect.getClass().getSimpleName();
    String message = defect.getMessage() == null ? name : name + ": " + defect.getMessage();
    if (!options.verbose()) {
      return message;
    }
    java.io.StringWriter trace = new java.io.StringWriter();
    defect.printStackTrace(new java.io.PrintWriter(trace, true));
    return message + "\n" + trace;
  }

  private void message(SourceFile file, XdmNode source, XdmNode message) {
    String name = file == null ? "" : file.name();
    if (!unknownElements.note(name, source, message)) {
      findings.add(
          Code.XSLT_MESSAGE,
          file == null ? Location.NONE : Location.of(name),
          message.getStringValue());
    }
  }

  /** True for the message that nothing calls a note, which is reported with the note's place. */
  private boolean isUncalledNote(SourceFile file, XdmNode tree, XdmNode message) {
    for (XdmNode child : message.children("uncalled")) {
      XdmNode note = element(tree, Integer.parseInt(child.attribute("n")));
      String target = child.attribute("target");
      findings.add(
          Code.NOTE_UNCALLED,
          Location.of(file.name(), note.getLineNumber(), Math.max(0, note.getColumnNumber())),
          target.isEmpty() ? "" : ": \"" + target + "\" leads to nothing in it");
      return true;
    }
    return false;
  }

  private void stage(String path, String fingerprint, String source, byte[] bytes)
      throws IOException {
    publisher.stage(path, fingerprint, source, bytes);
    written.incrementAndGet();
  }

  private boolean outputIsUnfit() {
    Path out = options.out().toAbsolutePath().normalize();
    for (Path source : edition.sourceFolders()) {
      if (out.startsWith(source) || source.startsWith(out)) {
        findings.add(
            Code.OUT_INSIDE_SOURCES,
            Location.NONE,
            options.out().toString(),
            "and the folder of the sources lie inside each other");
        return true;
      }
    }
    return false;
  }

  private void unwritable(IOException problem) {
    findings.add(
        Code.OUT_UNWRITABLE,
        Location.NONE,
        options.out().toString(),
        ReadProblem.describe(problem));
  }

  private PrintOptions printOptions() {
    List<Path> fonts = new ArrayList<>();
    for (String name : edition.settings().fonts()) {
      Path font = edition.folder().resolve(name).normalize();
      if (font.startsWith(edition.folder()) && Files.isReadable(font)) {
        fonts.add(font);
      } else {
        findings.add(
            Code.CONF_VALUE,
            Location.of(edition.name()),
            "print.fonts",
            "\"" + name + "\"",
            "TrueType files inside the edition");
      }
    }
    return new PrintOptions(edition.folder(), "letterpress", sourceDate(), fonts);
  }

  /**
   * The time that stands in the outputs: SOURCE_DATE_EPOCH, else the beginning of our own count.
   */
  private static java.time.Instant sourceDate() {
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    if (epoch != null && epoch.matches("\\d{1,12}")) {
      return java.time.Instant.ofEpochSecond(Long.parseLong(epoch));
    }
    return java.time.Instant.parse("2000-01-01T00:00:00Z");
  }
}
