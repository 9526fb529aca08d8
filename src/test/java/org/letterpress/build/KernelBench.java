package org.letterpress.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.image.EditionImages;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.project.Edition;
import org.letterpress.project.EditionFolder;
import org.letterpress.site.search.LetterWords;
import org.letterpress.site.search.PageText;
import org.letterpress.site.search.Tokens;
import org.letterpress.source.LazyMarkup;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.DocumentCheck;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the steps of one letter cost in a warm JVM on one thread. Each call takes the next letter of
 * an edition (system property {@code letterpress.bench}); {@link #wholeLetter} beside {@link
 * #onePass}, the least that anybody could do with the same parser, grammar and processor, is target
 * T5.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xss512m", "-Xmx2g"})
public class KernelBench {
  private final Diagnostics findings = new Diagnostics();
  private final List<Subject> subjects = new ArrayList<>();
  private final Tokens tokens = new Tokens();
  private SafeParser parser;
  private Schemas schemas;
  private Stylesheets stylesheets;
  private EditionReader reader;
  private Rendering rendering;
  private PrintStep print;
  private XsltExecutable plain;
  private Path out;
  private int next;

  /** A letter, and what each step takes from the one before. */
  private record Subject(
      IndexedLetter letter,
      ReadFile file,
      byte[] bytes,
      XdmNode facts,
      XdmNode prepared,
      byte[] page) {}

  /** Reads the edition and does every step once. */
  @Setup
  public void open() throws IOException, SaxonApiException {
    Path folder = Path.of(System.getProperty("letterpress.bench")).toAbsolutePath();
    SourceFolder names = new SourceFolder(folder, folder);
    Edition edition = EditionFolder.open(folder, "edition", names, findings);
    out = Files.createTempDirectory("letterpress-bench");
    SchemaOptions choice = new SchemaOptions(List.of(), false, "", false, out.resolve("cache"));
    parser = new SafeParser(folder);
    stylesheets = new Stylesheets(edition, findings);
    schemas = new Schemas(edition, choice, names, stylesheets::processor, findings);
    reader = new EditionReader(edition, names, stylesheets::processor, schemas, findings);
    Map<String, ReadFile> files = new HashMap<>();
    List<Learned> learned = new ArrayList<>();
    for (SourceFile file : reader.files()) {
      ReadFile read = reader.read(file, FactsCache.none());
      if (read != null) {
        files.put(file.key(), read);
        learned.add(read.learned());
      }
    }
    EditionIndex index = EditionLink.index(edition, learned, findings);
    BuildOptions options = new BuildOptions(out, 1, false, EnumSet.of(Output.HTML), false, true);
    Workshop workshop = Workshop.open(edition, options, reader, stylesheets, findings);
    Tray tray = new Tray();
    rendering =
        workshop.rendering(
            index,
            EditionImages.none(),
            options,
            "",
            new Staging(tray),
            new Guard(findings, false, tray),
            findings);
    BuildOptions unaudited = new BuildOptions(out, 1, false, EnumSet.of(Output.PDF), false, false);
    Workshop press = Workshop.open(edition, unaudited, reader, stylesheets, findings);
    print =
        new PrintStep(
            press.rendering(
                index,
                EditionImages.none(),
                unaudited,
                "",
                new Staging(tray),
                new Guard(findings, false, tray),
                findings),
            press.printer());
    plain =
        stylesheets
            .processor()
            .newXsltCompiler()
            .compile(
                new StreamSource(KernelBench.class.getResourceAsStream("/bench/plain-letter.xsl")));
    for (IndexedLetter letter : index.letters()) {
      ReadFile file = files.get(letter.facts().file().key());
      XdmNode facts = rendering.facts().letterFacts(letter);
      XdmNode prepared = prepared(letter, reader.tree(file), facts);
      subjects.add(new Subject(letter, file, file.file().bytes(), facts, prepared, page(prepared)));
    }
  }

  private Subject next() {
    next = (next + 1) % subjects.size();
    return subjects.get(next);
  }

  private XdmNode prepared(IndexedLetter letter, XdmNode tree, XdmNode facts)
      throws SaxonApiException {
    return rendering.preparer().prepare(tree, letter.facts().ordinal(), facts, message -> {});
  }

  private byte[] page(XdmNode prepared) throws SaxonApiException {
    return rendering
        .sheets()
        .html()
        .write(
            prepared,
            "letter-page",
            rendering.pageParameters(
                Map.of(
                    "view",
                    new XdmAtomicValue("reading"),
                    "print-pages",
                    new XdmAtomicValue(""),
                    "other-view",
                    new XdmAtomicValue(""))),
            message -> {});
  }

  /** The parse, with the facts that it gives. */
  @Benchmark
  public Object parseAndFacts() {
    return reader.read(next().file.file(), false, findings);
  }

  /** The same with the grammar and the rules. */
  @Benchmark
  public Object validate() {
    Subject subject = next();
    return reader.read(subject.file.file(), subject.bytes, findings);
  }

  /** From a tree and facts to prepared TEI. */
  @Benchmark
  public Object prepare() throws SaxonApiException {
    Subject subject = next();
    return prepared(subject.letter, reader.tree(subject.file), subject.facts);
  }

  /** From prepared TEI to the bytes of a page. */
  @Benchmark
  public Object html() throws SaxonApiException {
    return page(next().prepared);
  }

  /** The words of a page beside those of its source. */
  @Benchmark
  public Object audit() throws SaxonApiException {
    Subject subject = next();
    Audit.Subject audited = rendering.audit().again(subject.letter, reader.tree(subject.file));
    return audited.page(subject.page, "reading", "reading page", finding -> {});
  }

  /** What a page gives to the index of the search. */
  @Benchmark
  public Object search() {
    return LetterWords.of(PageText.of(next().page), tokens);
  }

  /** From prepared TEI to a PDF. */
  @Benchmark
  public Object pdf() throws SaxonApiException, IOException {
    Subject subject = next();
    return print.letter(subject.letter, reader.tree(subject.file), subject.prepared, null);
  }

  /** All that is made of a letter as HTML: check, tree, preparation, pages, citations, audit. */
  @Benchmark
  public Object wholeLetter() throws SaxonApiException, IOException {
    Subject subject = next();
    ReadFile read = reader.read(subject.file.file(), FactsCache.none());
    Tray tray = new Tray();
    Rendering own =
        new Rendering(
            rendering.edition(),
            rendering.options(),
            findings,
            reader,
            rendering.index(),
            rendering.facts(),
            rendering.sheets(),
            rendering.preparer(),
            rendering.audit(),
            rendering.program(),
            rendering.style(),
            rendering.languages(),
            "",
            new Staging(tray),
            new Guard(findings, false, tray),
            Unaffected.NOTHING);
    new LetterStep(own, null, stylesheets, BookPages.NONE).letter(subject.letter, read);
    for (Map.Entry<String, byte[]> file : tray.files().entrySet()) {
      write(file.getKey(), file.getValue());
    }
    return tray;
  }

  /** One parse for the same grammar and a tree, a plain stylesheet, one file. */
  @Benchmark
  public Object onePass() throws SaxonApiException, IOException {
    Subject subject = next();
    SourceFile file = subject.file.file();
    byte[] bytes = parser.read(file, findings);
    DocumentCheck check = schemas.check(file, new LazyMarkup(bytes), finding -> {});
    BuildingContentHandler tree =
        stylesheets.processor().newDocumentBuilder().newBuildingContentHandler();
    parser.parse(file, bytes, List.of(check.handler(), tree), findings);
    check.finish();
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Xslt30Transformer transformer = plain.load30();
    transformer.applyTemplates(tree.getDocumentNode(), plain.load30().newSerializer(page));
    write("one-pass/" + subject.letter.id() + ".html", page.toByteArray());
    return page;
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = out.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
