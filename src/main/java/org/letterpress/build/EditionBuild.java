package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.print.PdfPrinter;
import org.letterpress.print.PrintOptions;
import org.letterpress.project.Edition;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.Preparer;
import org.letterpress.transform.Stylesheet;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/** Reads, checks, links, renders and publishes an edition. */
public final class EditionBuild {
  private final Edition edition;
  private final BuildOptions options;
  private final Diagnostics findings;
  private final Progress progress;
  private final Stylesheets stylesheets;
  private final Schemas schemas;
  private final EditionReader reader;
  private EditionIndex index;

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

  /** Does everything and publishes it. */
  public BuildSummary build() {
    if (outputIsUnfit()) {
      return BuildSummary.IMPOSSIBLE;
    }
    Publisher publisher;
    try {
      publisher = new Publisher(options.out());
    } catch (IOException problem) {
      unwritable(problem);
      return BuildSummary.IMPOSSIBLE;
    }
    try (Jobs jobs = new Jobs(options.jobs())) {
      return build(jobs, publisher);
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

  private BuildSummary build(Jobs jobs, Publisher publisher) throws IOException {
    Guard guard = new Guard(findings, options.verbose(), publisher);
    Map<String, ReadFile> files = read(jobs, guard);
    index =
        EditionLink.join(
            edition, files.values().stream().map(ReadFile::learned).toList(), findings);
    Sheets sheets = Sheets.compile(stylesheets);
    Stylesheet audit = options.audit() ? stylesheets.get("audit.xsl") : null;
    if (sheets == null || (options.audit() && audit == null)) {
      return BuildSummary.unpublished(index.letters().size(), null);
    }
    PrintOptions print = printOptions();
    EditionStyle style = EditionStyle.read(edition, findings);
    Rendering rendering =
        new Rendering(
            edition,
            options,
            findings,
            reader,
            index,
            new FactsTree(index, edition.settings().site().url(), stylesheets.processor()),
            sheets,
            new Preparer(sheets.prepare(), edition.settings().notes(), edition.settings().views()),
            audit == null ? null : new Audit(audit, edition.settings().views().treatments()),
            program(print, style),
            style,
            new Staging(publisher),
            guard);
    PrintStep printing =
        rendering.makes(Output.PDF) ? new PrintStep(rendering, PdfPrinter.create(print)) : null;
    letters(jobs, rendering, new LetterStep(rendering, printing, stylesheets), files);
    whole(jobs, rendering, printing, files);
    guard.reportUnknownElements();
    return publish(rendering, publisher, files.keySet());
  }

  /** A fingerprint of letterpress itself, the settings, and what the edition adds to both. */
  private String program(PrintOptions print, EditionStyle style) throws IOException {
    Fingerprint all =
        new Fingerprint()
            .add(Fingerprint.ofProgram())
            .add(edition.settings().toString())
            .addFolder(edition.folder().resolve("xslt"));
    for (Path font : print.fonts()) {
      all.add(Files.readAllBytes(font));
    }
    style.files().forEach((path, bytes) -> all.add(path).add(bytes));
    return all.hex();
  }

  private void letters(
      Jobs jobs, Rendering rendering, LetterStep step, Map<String, ReadFile> files) {
    AtomicInteger done = new AtomicInteger();
    List<IndexedLetter> letters = index.letters();
    jobs.map(
        letters,
        letter -> {
          SourceFile file = letter.facts().file();
          rendering.guard().run(file, () -> step.letter(letter, files.get(file.key())));
          progress.at("render", done.incrementAndGet(), letters.size());
          return null;
        });
    if (rendering.makes(Output.HTML)) {
      jobs.map(
          index.volumes(),
          volume -> {
            ReadFile file = files.get(volume.file().key());
            rendering.guard().run(volume.file(), () -> step.volume(volume, file));
            return null;
          });
    }
  }

  /** What is made of the edition as a whole. */
  private void whole(
      Jobs jobs, Rendering rendering, PrintStep printing, Map<String, ReadFile> files)
      throws IOException {
    Fingerprint all = rendering.fingerprint();
    files.values().forEach(file -> all.add(file.file().key()).add(file.digest()));
    String fingerprint = all.hex();
    XdmNode front = front(rendering, files);
    Map<EntryFacts, XdmNode> elements = Elements.ofEntries(files, reader);
    if (rendering.makes(Output.HTML)) {
      SiteStep site = new SiteStep(rendering);
      site.assets();
      jobs.run(() -> rendering.guard().run(null, () -> site.pages(front, elements, fingerprint)));
    }
    if (printing != null && !rendering.staging().keepFresh(PrintStep.BOOK, fingerprint)) {
      // Letters are nested deeply, and only the threads of the jobs have a stack for that.
      List<XdmNode> texts = prepared(jobs, rendering, files);
      jobs.run(
          () ->
              rendering
                  .guard()
                  .run(
                      null,
                      () ->
                          stageBook(
                              rendering,
                              printing.book(texts, files, front, elements),
                              fingerprint)));
    }
  }

  private static void stageBook(Rendering rendering, PrintStep.Printed book, String fingerprint)
      throws IOException {
    if (book.bytes() == null) {
      rendering.staging().keepStale(PrintStep.BOOK);
    } else if (book.right()) {
      rendering.staging().stage(PrintStep.BOOK, fingerprint, "", book.bytes());
    } else {
      rendering.staging().stageUnsound(PrintStep.BOOK, "", book.bytes());
    }
  }

  /** All letters once more, in order, without those that cannot be prepared. */
  private List<XdmNode> prepared(Jobs jobs, Rendering rendering, Map<String, ReadFile> files) {
    return jobs
        .map(
            index.letters(),
            letter -> {
              ReadFile file = files.get(letter.facts().file().key());
              try {
                return rendering
                    .preparer()
                    .prepare(
                        reader.tree(file),
                        letter.facts().ordinal(),
                        rendering.facts().letterFacts(letter),
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

  /** The prepared document of the edition itself, or null. */
  private XdmNode front(Rendering rendering, Map<String, ReadFile> files) {
    for (ReadFile file : files.values()) {
      if (file.facts().edition() != null) {
        try {
          return rendering
              .preparer()
              .prepare(reader.tree(file), 1, rendering.facts().frontFacts(), message -> {});
        } catch (SaxonApiException failed) {
          findings.add(Code.XSLT_RUN, Location.of(file.file().name()), failed.getMessage());
        }
      }
    }
    return null;
  }

  private BuildSummary publish(Rendering rendering, Publisher publisher, Set<String> read)
      throws IOException {
    BuildSummary.Audited audited = audited(rendering.audit());
    if (options.strict() && findings.hasErrors()) {
      return BuildSummary.unpublished(index.letters().size(), audited);
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
    Set<String> gone = gone(publisher);
    publisher.keepUnasked(
        path -> options.only().contains(Output.of(path)) || gone.contains(stem(path)));
    publisher.publish();
    rendering.guard().reportKept(read);
    return new BuildSummary(
        index.letters().size(),
        rendering.staging().written(),
        rendering.staging().kept(),
        true,
        false,
        audited);
  }

  private static BuildSummary.Audited audited(Audit audit) {
    return audit == null
        ? null
        : new BuildSummary.Audited(audit.letters(), audit.volumes(), audit.words(), audit.lost());
  }

  /** Letters that the last build published and that exist no more. */
  private Set<String> gone(Publisher publisher) {
    Set<String> gone = new java.util.HashSet<>();
    for (String path : publisher.published()) {
      if (path.startsWith("letters/")
          || path.startsWith(LetterStep.DIPLOMATIC)
          || path.startsWith(LetterStep.CITATIONS)) {
        gone.add(stem(path));
      }
    }
    index
        .letters()
        .forEach(
            letter -> {
              gone.remove("letters/" + letter.id());
              gone.remove(LetterStep.DIPLOMATIC + letter.id());
              gone.remove(LetterStep.CITATIONS + letter.id());
            });
    return gone;
  }

  private static String stem(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  // ---- reading and linking ---------------------------------------------------------------------

  private Map<String, ReadFile> read(Jobs jobs, Guard guard) {
    List<SourceFile> files = reader.files();
    AtomicInteger done = new AtomicInteger();
    Map<String, ReadFile> read = new TreeMap<>();
    jobs
        .map(
            files,
            file -> {
              ReadFile result = reader.read(file);
              progress.at("read", done.incrementAndGet(), files.size());
              if (result == null) {
                guard.keep(file);
              }
              return result;
            })
        .stream()
        .filter(Objects::nonNull)
        .forEach(result -> read.put(result.file().key(), result));
    schemas.report();
    return read;
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
