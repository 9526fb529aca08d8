package org.letterpress.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.print.Origins;
import org.letterpress.print.PageFacts;
import org.letterpress.print.PdfMetadata;
import org.letterpress.print.PdfPrinter;
import org.letterpress.project.BookSettings;
import org.letterpress.project.PageSize;
import org.letterpress.project.Settings;
import org.letterpress.source.SourceFile;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.Stylesheet;
import org.xml.sax.ContentHandler;

/** What is printed: each letter alone, and the book. */
final class PrintStep {
  /** Path of the book. */
  static final String BOOK = "edition.pdf";

  /**
   * Names a folder for the formatting objects of what is printed: for whoever writes a style sheet
   * for print, for the benchmark, and for tests.
   */
  private static final String FORMATTING_OBJECTS = "letterpress.fo";

  private static final List<String> MARGINS =
      List.of("margin-inner", "margin-outer", "margin-top", "margin-bottom");

  /** Before the id of a volume, in all ids of its text, and in what the audit is told of it. */
  private static final String VOLUME = "volume-";

  private final Rendering rendering;
  private final PdfPrinter printer;

  /**
   * @param rendering what the steps share
   * @param printer lays out and paints
   */
  PrintStep(Rendering rendering, PdfPrinter printer) {
    this.rendering = rendering;
    this.printer = printer;
  }

  /**
   * A printed document.
   *
   * @param bytes the PDF, or null when it cannot be laid out; a finding then says why
   * @param right false when the audit misses words of it
   * @param pages which page has what, as JSON; null for a letter by itself
   * @param extent how many pages it has
   * @param layouts how often it was laid out
   */
  record Printed(byte[] bytes, boolean right, byte[] pages, int extent, int layouts) {}

  /**
   * A letter by itself.
   *
   * @param tree its file
   */
  Printed letter(IndexedLetter letter, XdmNode tree, XdmNode prepared, Audit.Subject audited)
      throws IOException, SaxonApiException {
    PdfMetadata metadata =
        new PdfMetadata(
            letter.title(rendering.index().wording()),
            String.join(", ", rendering.index().edition().editors()),
            language(),
            rendering.index().title());
    // The words of the last layout count: a document passes once for each.
    AtomicReference<Audit.Printed> words = new AtomicReference<>();
    Paged paged =
        paged(
            prepared,
            "letter-fo",
            metadata,
            letter.facts().file().key(),
            new SourcePlaces(
                Map.of(letter.id(), new SourcePlaces.Text(letter, prepared, one -> tree)),
                Map.of(),
                Location.of(letter.facts().file().name())),
            rendering.findings()::add,
            (id, printed) -> words.set(printed));
    List<Diagnostic> differences = new ArrayList<>();
    if (words.get() != null) {
      audited.print(words.get(), view(), "the letter in print", differences::add);
    }
    rendering.findings().addAll(differences);
    return paged.told(differences.isEmpty(), null);
  }

  /**
   * The book.
   *
   * @param texts all letters in the order of the book, prepared
   * @param files the files that were read, by key
   * @param front the prepared document of the edition itself, or null
   * @param elements the elements of register entries
   */
  Printed book(
      Map<IndexedLetter, XdmNode> texts,
      Map<String, ReadFile> files,
      XdmNode front,
      Elements elements)
      throws IOException, SaxonApiException {
    XdmNode tree = tree(texts, files, front, elements);
    PdfMetadata metadata =
        new PdfMetadata(
            rendering.index().title(),
            String.join(", ", rendering.index().edition().editors()),
            language(),
            rendering.index().edition().subtitle());
    Map<String, IndexedLetter> byId = new HashMap<>();
    rendering.index().letters().forEach(letter -> byId.put(letter.id(), letter));
    // The words of the last layout count: a document passes once for each.
    Map<String, Audit.Printed> words = new TreeMap<>();
    Function<IndexedLetter, XdmNode> sources =
        letter -> rendering.reader().tree(files.get(letter.facts().file().key()));
    Map<String, SourcePlaces.Text> printedTexts = new HashMap<>();
    texts.forEach(
        (letter, prepared) ->
            printedTexts.put(letter.id(), new SourcePlaces.Text(letter, prepared, sources)));
    Map<String, IndexedVolume> volumes = new HashMap<>();
    rendering.index().volumes().forEach(volume -> volumes.put(VOLUME + volume.id(), volume));
    SourcePlaces places = new SourcePlaces(printedTexts, volumes, Location.NONE);
    List<Diagnostic> found = new ArrayList<>();
    Paged book = paged(tree, "volume-fo", metadata, "", places, found::add, words::put);
    if (book.bytes() == null) {
      // One letter never spoils the book: it is printed without those that cannot be laid out.
      Map<IndexedLetter, XdmNode> sound = new LinkedHashMap<>(texts);
      List<Diagnostic> failures = new ArrayList<>();
      texts.forEach(
          (letter, prepared) -> {
            if (!canBeLaidOut(letter, prepared, places)) {
              sound.remove(letter);
              failures.add(
                  Diagnostic.of(
                      Code.PRINT_LAYOUT,
                      places.place(letter.id()),
                      "the book is printed without it"));
            }
          });
      if (!failures.isEmpty() && !sound.isEmpty()) {
        found.clear();
        words.clear();
        tree = tree(sound, files, front, elements);
        book = paged(tree, "volume-fo", metadata, "", places, found::add, words::put);
        found.addAll(failures);
      }
    }
    rendering.findings().addAll(found);
    List<Diagnostic> differences = new ArrayList<>();
    for (Map.Entry<String, Audit.Printed> each : words.entrySet()) {
      IndexedVolume volume = volumes.get(each.getKey());
      IndexedLetter letter = byId.get(each.getKey());
      SourceFile file = volume == null ? letter.facts().file() : volume.file();
      XdmNode source = rendering.reader().tree(files.get(file.key()));
      Audit.Subject subject =
          volume == null
              ? rendering.audit().again(letter, source)
              : rendering.audit().again(volume, source);
      subject.print(each.getValue(), view(), "the book", differences::add);
    }
    rendering.findings().addAll(differences);
    return book.told(
        differences.isEmpty(), book.bytes() == null ? null : pages(tree, book.facts()));
  }

  private XdmNode tree(
      Map<IndexedLetter, XdmNode> texts,
      Map<String, ReadFile> files,
      XdmNode front,
      Elements elements)
      throws SaxonApiException {
    Map<IndexedVolume, XdmNode> registers = volumes(files);
    List<FactsTree.Between> between = new ArrayList<>();
    List<String> printed = texts.keySet().stream().map(IndexedLetter::href).toList();
    for (IndexedVolume volume : List.copyOf(registers.keySet())) {
      if (!volume.letters().isEmpty()) {
        between.addAll(parts(registers.remove(volume), printed));
      }
    }
    return rendering
        .facts()
        .edition("volume", front, List.copyOf(texts.values()), registers, between, elements);
  }

  /** True for a letter that can be laid out by itself. What is wrong with it, its own PDF tells. */
  private boolean canBeLaidOut(IndexedLetter letter, XdmNode prepared, Origins origins) {
    PdfMetadata metadata = new PdfMetadata(letter.id(), "", language(), "");
    try {
      return paged(prepared, "letter-fo", metadata, "", origins, found -> {}, (id, words) -> {})
              .bytes()
          != null;
    } catch (IOException | SaxonApiException failed) {
      return false;
    }
  }

  private byte[] pages(XdmNode tree, PageFacts facts) throws SaxonApiException {
    Map<String, XdmValue> parameters = new HashMap<>(rendering.parameters(view()));
    LayoutParameters.add(facts, parameters);
    return rendering
        .sheets()
        .fo()
        .select(tree, "book-pages", parameters, message -> {})
        .itemAt(0)
        .getStringValue()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The letters in the order of the book.
   *
   * @param files the keys of all files, in order
   */
  List<IndexedLetter> order(Collection<String> files) {
    if (!rendering.edition().settings().book().letterOrder().equals("source")) {
      return rendering.index().letters();
    }
    List<String> keys = List.copyOf(files);
    Map<String, Integer> places = new HashMap<>();
    keys.forEach(key -> places.put(key, places.size()));
    return rendering.index().letters().stream()
        .sorted(
            Comparator.comparing((IndexedLetter letter) -> places.get(letter.facts().file().key()))
                .thenComparing(letter -> letter.facts().ordinal()))
        .toList();
  }

  /**
   * What a volume says, parted where its letters stand in the book.
   *
   * @param printed addresses of all letters in the order of the book
   */
  private List<FactsTree.Between> parts(XdmNode volume, List<String> printed)
      throws SaxonApiException {
    Map<String, XdmValue> parameters = new HashMap<>(rendering.parameters(view()));
    parameters.put("printed", Stylesheet.strings(printed));
    List<FactsTree.Between> parts = new ArrayList<>();
    for (XdmItem item :
        rendering.sheets().fo().select(volume, "volume-parts", parameters, message -> {})) {
      XdmNode part = (XdmNode) item;
      parts.add(new FactsTree.Between(Integer.parseInt(part.attribute("at")), part));
    }
    return parts;
  }

  /** What volumes and registers say outside their letters and entries, prepared. */
  private Map<IndexedVolume, XdmNode> volumes(Map<String, ReadFile> files) {
    Map<IndexedVolume, XdmNode> texts = new LinkedHashMap<>();
    for (IndexedVolume volume : rendering.index().volumes()) {
      XdmNode tree = rendering.reader().tree(files.get(volume.file().key()));
      XdmNode facts = rendering.facts().volumeFacts(volume);
      try {
        texts.put(
            volume, rendering.preparer().prepare(tree, volume.ordinal(), facts, message -> {}));
      } catch (SaxonApiException failed) {
        rendering
            .findings()
            .add(Code.XSLT_RUN, Location.of(volume.file().name()), failed.getMessage());
      }
    }
    return texts;
  }

  private String view() {
    return rendering.edition().settings().views().printed();
  }

  private String language() {
    return rendering.index().wording().locale().toLanguageTag();
  }

  /** A PDF, null when there is none, where its places fell, and how often it was laid out. */
  private record Paged(byte[] bytes, PageFacts facts, int layouts) {
    private Printed told(boolean right, byte[] pages) {
      return new Printed(bytes, right, pages, facts.folios().size(), layouts);
    }
  }

  private Paged paged(
      XdmNode source,
      String mode,
      PdfMetadata metadata,
      String file,
      Origins origins,
      Consumer<Diagnostic> findings,
      PrintAudit audits)
      throws IOException, SaxonApiException {
    PageSize size = rendering.edition().settings().pageSize();
    Map<String, XdmValue> parameters = new HashMap<>(rendering.parameters(view()));
    if (size != Settings.DEFAULT.pageSize()) {
      parameters.put("page-width", new XdmAtomicValue(size.width()));
      parameters.put("page-height", new XdmAtomicValue(size.height()));
    }
    LayoutParameters.add(rendering.edition().settings().layout(), parameters);
    look(parameters);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfPrinter.Printed printed =
        printer.print(
            (handler, facts) -> {
              LayoutParameters.add(facts, parameters);
              rendering
                  .sheets()
                  .fo()
                  .run(
                      source,
                      mode,
                      parameters,
                      messages(),
                      new SAXDestination(audited(handler, audits)));
            },
            metadata,
            out,
            findings,
            origins);
    String folder = System.getProperty(FORMATTING_OBJECTS);
    if (printed != null && folder != null) {
      keepFormattingObjects(folder, source, mode, parameters, file, printed.facts());
    }
    return printed == null
        ? new Paged(null, PageFacts.NONE, 0)
        : new Paged(out.toByteArray(), printed.facts(), printed.layouts());
  }

  private void keepFormattingObjects(
      String folder,
      XdmNode source,
      String mode,
      Map<String, XdmValue> parameters,
      String file,
      PageFacts facts)
      throws IOException, SaxonApiException {
    LayoutParameters.add(facts, parameters);
    String name = file.isEmpty() ? "edition" : file.replaceAll("[^\\w.-]", "-");
    Path target = Path.of(folder, name + ".fo");
    Files.createDirectories(target.getParent());
    Files.write(target, rendering.sheets().fo().write(source, mode, parameters, message -> {}));
  }

  /** What the settings say of the look. Where they are silent a style sheet may speak. */
  private void look(Map<String, XdmValue> parameters) {
    BookSettings book = rendering.edition().settings().book();
    for (int side = 0; side < book.margins().size(); side++) {
      parameters.put(MARGINS.get(side), new XdmAtomicValue(book.margins().get(side)));
    }
    if (!book.font().isEmpty()) {
      parameters.put("font-family", new XdmAtomicValue(book.font()));
    }
    if (!book.fontSize().isEmpty()) {
      parameters.put("font-size", new XdmAtomicValue(book.fontSize()));
    }
    BookSettings standard = BookSettings.DEFAULT;
    if (!book.letterOrder().equals(standard.letterOrder())) {
      parameters.put("letter-order", new XdmAtomicValue(book.letterOrder()));
    }
    if (!book.letterStart().equals(standard.letterStart())) {
      parameters.put("letter-start", new XdmAtomicValue(book.letterStart()));
    }
    if (!book.source().equals(standard.source())) {
      parameters.put("source-place", new XdmAtomicValue(book.source()));
    }
    if (book.plates()) {
      parameters.put("plates", new XdmAtomicValue(true));
    }
    if (book.draft()) {
      parameters.put("draft", new XdmAtomicValue(true));
    }
  }

  /** Elements that no rule knows are reported by the pages; where none are made, by the print. */
  private Consumer<XdmNode> messages() {
    return rendering.makes(Output.HTML)
        ? message -> {}
        : message -> rendering.guard().message(null, null, message);
  }

  /** Told the words of each letter that is printed. */
  private interface PrintAudit {
    void found(String letter, Audit.Printed printed) throws SaxonApiException;
  }

  private ContentHandler audited(ContentHandler formatter, PrintAudit audits) {
    if (rendering.audit() == null) {
      return formatter;
    }
    return rendering
        .audit()
        .print(
            formatter,
            (letter, printed) -> {
              try {
                audits.found(letter, printed);
              } catch (SaxonApiException failed) {
                throw new IllegalStateException(failed);
              }
            });
  }
}
