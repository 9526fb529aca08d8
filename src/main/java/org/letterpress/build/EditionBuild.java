package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.image.EditionImages;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.project.Edition;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/** Reads, checks, links, renders and publishes an edition. */
public final class EditionBuild {
  /** What is made of one letter, in whatever language. */
  private static final Pattern OF_A_LETTER =
      Pattern.compile(
          "(?:[A-Za-z0-9-]+/)?(?:letters/|"
              + LetterStep.DIPLOMATIC
              + "|"
              + LetterStep.CITATIONS
              + ")([^/]+)\\.[a-z]+");

  private final Edition edition;
  private final BuildOptions options;
  private final Diagnostics findings;
  private final Progress progress;
  private final Stylesheets stylesheets;
  private final Schemas schemas;
  private final EditionReader reader;
  private final Path caches;
  private final Path standing;
  private final Profile profile = new Profile();
  private FactsCache cache = FactsCache.none();
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
    this.caches = schemaOptions.cache();
    this.standing = folder.standing();
  }

  /** Where the time of the build went; complete once it is over. */
  public Profile profile() {
    return profile;
  }

  /** Does everything and publishes it. */
  public BuildSummary build() {
    if (outputIsUnfit()) {
      return BuildSummary.IMPOSSIBLE;
    }
    Publisher publisher;
    try {
      publisher = new Publisher(options.out());
    } catch (Publisher.Busy busy) {
      findings.add(Code.OUT_BUSY, Location.NONE, options.out().toString());
      return BuildSummary.IMPOSSIBLE;
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
      profile.end();
    }
  }

  private BuildSummary build(Jobs jobs, Publisher publisher) throws IOException {
    Guard guard = new Guard(findings, options.verbose(), publisher);
    // Few files are read by one thread, and joining them takes one: another is free for this.
    Future<Workshop> opening =
        jobs.begin(() -> Workshop.open(edition, options, reader, stylesheets, findings));
    profile.step("read");
    Map<String, ReadFile> files = read(jobs, guard);
    FactsCache learnt = cache;
    Future<?> saving =
        jobs.begin(
            () -> {
              learnt.save();
              return null;
            });
    try {
      return build(jobs, publisher, guard, opening, files);
    } finally {
      // Jobs that end interrupt what is still at work.
      Jobs.result(saving);
    }
  }

  private BuildSummary build(
      Jobs jobs,
      Publisher publisher,
      Guard guard,
      Future<Workshop> opening,
      Map<String, ReadFile> files)
      throws IOException {
    profile.step("link");
    List<Learned> learned = files.values().stream().map(ReadFile::learned).toList();
    index = EditionLink.index(edition, learned, findings);
    // Nothing that is made rests on what the rules find.
    Future<?> rules =
        jobs.begin(
            () -> {
              EditionLink.check(index, learned, findings);
              return null;
            });
    profile.step("stylesheets");
    Workshop workshop = Jobs.result(opening);
    if (workshop == null) {
      Jobs.result(rules);
      return BuildSummary.unpublished(index.letters().size(), null);
    }
    profile.step("images");
    EditionImages images =
        EditionImages.of(
            files.values().stream().map(ReadFile::file).toList(),
            file -> files.get(file.key()).observed().pointers(),
            index);
    Rendering rendering =
        workshop
            .rendering(index, images, options, "", new Staging(publisher), guard, findings)
            .with(
                PageLanguages.of(
                    edition,
                    index.wording().locale().toLanguageTag(),
                    EditionLink.labels(edition, new Diagnostics()),
                    findings));
    PrintStep printing =
        rendering.makes(Output.PDF) ? new PrintStep(rendering, workshop.printer()) : null;
    profile.step("book");
    // The book first: the pages of letters say where they stand in it.
    BookPages pages = book(jobs, rendering, printing, files);
    String basis = basis(rendering, pages, images);
    rendering = rendering.with(Unaffected.since(publisher.origin(), basis, files, index, cache));
    cache = FactsCache.none();
    profile.step("letters");
    letters(jobs, rendering, new LetterStep(rendering, printing, stylesheets, pages), files);
    if (rendering.makes(Output.HTML)) {
      profile.step("images");
      new ImageStep(rendering).images(jobs, images);
    }
    profile.step("site");
    whole(jobs, rendering, files);
    if (rendering.makes(Output.HTML)) {
      for (String language : rendering.languages().others()) {
        profile.step("in " + language);
        pagesIn(language, jobs, rendering, images, pages, files);
      }
    }
    guard.reportUnknownElements();
    profile.step("rules");
    Jobs.result(rules);
    profile.step("publish");
    publisher.setOrigin(origin(basis, files, guard));
    return publish(rendering, publisher, files.keySet());
  }

  /** A fingerprint of all that outputs are made of, besides the sources. */
  private String basis(Rendering rendering, BookPages pages, EditionImages images) {
    return rendering
        .fingerprint()
        .add(options.only().toString())
        .add(new TreeMap<>(pages.letters()).toString())
        .add(images.told().toString())
        .hex();
  }

  private static Manifest.Origin origin(String basis, Map<String, ReadFile> files, Guard guard) {
    SortedMap<String, String> sources = new TreeMap<>();
    files.forEach(
        (key, file) -> {
          if (guard.isMade(file.file())) {
            sources.put(key, file.digest());
          }
        });
    return new Manifest.Origin(basis, sources);
  }

  /** All pages once more, in another language of the interface. */
  private void pagesIn(
      String language,
      Jobs jobs,
      Rendering rendering,
      EditionImages images,
      BookPages pages,
      Map<String, ReadFile> files)
      throws IOException {
    EditionIndex there =
        EditionLink.in(language, edition, files.values().stream().map(ReadFile::learned).toList());
    Rendering translated =
        rendering.in(
            language,
            there,
            new FactsTree(there, edition.settings().site().url(), stylesheets.processor(), images));
    letters(jobs, translated, new LetterStep(translated, null, stylesheets, pages), files);
    whole(jobs, translated, files);
  }

  private void letters(
      Jobs jobs, Rendering rendering, LetterStep step, Map<String, ReadFile> files) {
    AtomicInteger done = new AtomicInteger();
    List<IndexedLetter> letters = rendering.index().letters();
    jobs.map(
        letters,
        letter -> {
          SourceFile file = letter.facts().file();
          long begun = System.nanoTime();
          rendering.guard().run(file, () -> step.letter(letter, files.get(file.key())));
          profile.letter(letter.id() + " (" + file.name() + ")", System.nanoTime() - begun);
          progress.at("render", done.incrementAndGet(), letters.size());
          return null;
        });
    if (rendering.makes(Output.HTML)) {
      jobs.map(
          rendering.index().volumes(),
          volume -> {
            ReadFile file = files.get(volume.file().key());
            rendering.guard().run(volume.file(), () -> step.volume(volume, file));
            return null;
          });
    }
  }

  /** What is made of the edition as a whole. */
  private void whole(Jobs jobs, Rendering rendering, Map<String, ReadFile> files)
      throws IOException {
    String fingerprint = fingerprint(rendering, files);
    if (rendering.makes(Output.HTML)) {
      SiteStep site = new SiteStep(rendering);
      site.pages(jobs, () -> front(rendering, files), elements(rendering, files));
      site.assets();
      // Whatever the language of the page, the words that are searched are the same.
      if (rendering.languages().isOwn()) {
        rendering
            .guard()
            .run(null, () -> new SearchOutput(rendering, caches).make(jobs, fingerprint));
      }
    }
  }

  /** Of everything that the edition as a whole depends on. */
  private static String fingerprint(Rendering rendering, Map<String, ReadFile> files) {
    Fingerprint all = rendering.fingerprint();
    files.values().forEach(file -> all.add(file.file().key()).add(file.digest()));
    return all.hex();
  }

  /** Prints the book, unless it is still right; says where letters stand in that which is there. */
  private BookPages book(
      Jobs jobs, Rendering rendering, PrintStep printing, Map<String, ReadFile> files)
      throws IOException {
    Staging staging = rendering.staging();
    if (printing == null) {
      staging.keepStale(BookPages.PATH);
    } else {
      String fingerprint = fingerprint(rendering, files);
      if (staging.isFresh(PrintStep.BOOK, fingerprint)
          && staging.isFresh(BookPages.PATH, fingerprint)) {
        staging.keepFresh(PrintStep.BOOK, fingerprint);
        staging.keepFresh(BookPages.PATH, fingerprint);
      } else {
        // Letters are nested deeply, and only the threads of the jobs have a stack for that.
        XdmNode front = front(rendering, files);
        Map<IndexedLetter, XdmNode> texts =
            prepared(jobs, rendering, files, printing.order(files.keySet()));
        jobs.run(
            () ->
                rendering
                    .guard()
                    .run(
                        null,
                        () ->
                            stageBook(
                                staging,
                                printing.book(texts, files, front, elements(rendering, files)),
                                fingerprint)));
      }
    }
    return BookPages.read(staging.content(BookPages.PATH), stylesheets.processor());
  }

  private static Elements elements(Rendering rendering, Map<String, ReadFile> files) {
    return new Elements(file -> files.get(file.key()), rendering.reader());
  }

  private void stageBook(Staging staging, PrintStep.Printed book, String fingerprint)
      throws IOException {
    if (book.bytes() == null) {
      staging.keepStale(PrintStep.BOOK);
      staging.keepStale(BookPages.PATH);
      return;
    }
    profile.book(book.extent(), book.layouts());
    if (book.right()) {
      staging.stage(PrintStep.BOOK, fingerprint, "", book.bytes());
      staging.stage(BookPages.PATH, fingerprint, "", book.pages());
    } else {
      staging.stageUnsound(PrintStep.BOOK, "", book.bytes());
      staging.stageUnsound(BookPages.PATH, "", book.pages());
    }
  }

  /** All these letters once more, in their order, without those that cannot be prepared. */
  private static Map<IndexedLetter, XdmNode> prepared(
      Jobs jobs, Rendering rendering, Map<String, ReadFile> files, List<IndexedLetter> letters) {
    List<XdmNode> trees =
        jobs.map(
            letters,
            letter -> {
              ReadFile file = files.get(letter.facts().file().key());
              try {
                return rendering
                    .preparer()
                    .prepare(
                        rendering.reader().tree(file),
                        letter.facts().ordinal(),
                        rendering.facts().letterFacts(letter),
                        message -> {});
              } catch (SaxonApiException reported) {
                // The letter's own pages have said so already.
                return null;
              }
            });
    Map<IndexedLetter, XdmNode> prepared = new LinkedHashMap<>();
    for (int i = 0; i < trees.size(); i++) {
      if (trees.get(i) != null) {
        prepared.put(letters.get(i), trees.get(i));
      }
    }
    return prepared;
  }

  /** The prepared document of the edition itself, or null. */
  private static XdmNode front(Rendering rendering, Map<String, ReadFile> files) {
    for (ReadFile file : files.values()) {
      XdmNode front = file.facts().edition() == null ? null : front(rendering, file);
      if (front != null) {
        return front;
      }
    }
    return null;
  }

  /** The document that describes the edition, prepared; null when that fails. */
  static XdmNode front(Rendering rendering, ReadFile file) {
    try {
      return rendering
          .preparer()
          .prepare(rendering.reader().tree(file), 1, rendering.facts().frontFacts(), message -> {});
    } catch (SaxonApiException failed) {
      rendering.findings().add(Code.XSLT_RUN, Location.of(file.file().name()), failed.getMessage());
      return null;
    }
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
    Set<String> ids = index.letters().stream().map(IndexedLetter::id).collect(Collectors.toSet());
    for (String path : publisher.published()) {
      // Nearly all are of letters that exist, and to look for their name is cheaper than the
      // pattern.
      int dot = path.lastIndexOf('.');
      if (dot < 0 || ids.contains(path.substring(path.lastIndexOf('/') + 1, dot))) {
        continue;
      }
      Matcher page = OF_A_LETTER.matcher(path);
      if (page.matches() && !ids.contains(page.group(1))) {
        gone.add(stem(path));
      }
    }
    return gone;
  }

  private static String stem(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  // ---- reading and linking ---------------------------------------------------------------------

  private Map<String, ReadFile> read(Jobs jobs, Guard guard) {
    List<SourceFile> files = reader.files();
    cache = FactsCache.of(edition, standing, caches);
    AtomicInteger done = new AtomicInteger();
    Map<String, ReadFile> read = new TreeMap<>();
    jobs
        .map(
            files,
            file -> {
              ReadFile result = reader.read(file, cache);
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

  /** The file that could not be written where that is known, else the output folder. */
  private String unwritten(IOException problem) {
    if (problem instanceof FileSystemException about) {
      String file = about.getOtherFile() == null ? about.getFile() : about.getOtherFile();
      if (file != null && Path.of(file).startsWith(options.out())) {
        return file;
      }
    }
    return options.out().toString();
  }

  private void unwritable(IOException problem) {
    findings.add(
        Code.OUT_UNWRITABLE, Location.NONE, unwritten(problem), ReadProblem.describe(problem));
  }
}
