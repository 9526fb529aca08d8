package org.letterpress.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Diagnostic;

/** A letter and a small book through our stylesheets, looked at as PDF. */
class LetterPagesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/print");
  private static final List<Diagnostic> FINDINGS = new ArrayList<>();
  private static final List<String> MESSAGES = new ArrayList<>();
  private static byte[] letter;
  private static byte[] volume;

  @BeforeAll
  static void printBoth() throws Exception {
    letter = print("letter.xml", "letter-fo");
    volume = print("volume.xml", "volume-fo");
  }

  private static byte[] print(String fixture, String mode) throws Exception {
    Processor processor = new Processor(false);
    XsltExecutable stylesheet =
        processor.newXsltCompiler().compile(Path.of("xslt/fo.xsl").toFile());
    XdmNode source = processor.newDocumentBuilder().build(FIXTURES.resolve(fixture).toFile());
    PdfPrinter printer =
        PdfPrinter.create(
            new PrintOptions(
                FIXTURES.resolve("edition"), "letterpress test", Instant.ofEpochSecond(0)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FoWriter<SaxonApiException> writer =
        (handler, facts) -> {
          Xslt30Transformer transformer = stylesheet.load30();
          transformer.setInitialMode(new QName("urn:letterpress:prepared", mode));
          transformer.setStylesheetParameters(parameters(facts));
          transformer.setMessageHandler(message -> MESSAGES.add(message.getContent().toString()));
          transformer.applyTemplates(source, new SAXDestination(handler));
        };
    assertThat(
            printer.print(
                writer, new PdfMetadata("Title", "", "en", ""), out, FINDINGS::add, fixture))
        .isNotNull();
    return out.toByteArray();
  }

  private static Map<QName, XdmValue> parameters(PageFacts facts) {
    Map<XdmAtomicValue, XdmValue> map = new HashMap<>();
    facts
        .places()
        .forEach(
            (id, place) ->
                map.put(
                    new XdmAtomicValue(id),
                    new XdmValue(
                        List.of(
                            new XdmAtomicValue(place.firstPage()),
                            new XdmAtomicValue(place.lastPage())))));
    return Map.of(
        new QName("urn:letterpress:prepared", "places"),
        new XdmMap(map),
        new QName("urn:letterpress:prepared", "folios"),
        new XdmValue(facts.folios().stream().map(XdmAtomicValue::new).toList()));
  }

  @Test
  void nothingIsReported() {
    assertThat(FINDINGS).isEmpty();
    assertThat(MESSAGES).isEmpty();
  }

  @Test
  void noNoteIsLostWhereverItIsCalled() throws Exception {
    assertThat(text(letter))
        .contains("NOTE-IN-HEAD", "NOTE-IN-SALUTE", "NOTE-IN-NOTE", "NOTE-IN-DEL")
        .contains("NOTE-OF-PARAGRAPHS", "Its second paragraph follows", "NOTE-IN-ITEM")
        .contains("NOTE-IN-LABEL.", "NOTE-IN-TABLE-HEAD", "NOTE-IN-LABEL-ROW", "NOTE-IN-CELL")
        .contains("NOTE-IN-QUOTE", "NOTE-IN-VERSE", "NOTE-IN-CAPTION", "NOTE-IN-CLOSER")
        .contains("NOTE-IN-SIGNED", "NOTE-IN-ADDRESS", "NOTE-IN-LEMMA", "NOTE-IN-DESCRIPTION")
        .contains("NOTE-IN-ENCLOSURE", "NOTE-IN-STAMP", "NOTE-IN-GAP", "NOTE-IN-LINK")
        .contains("NOTE-IN-QUOTED-WORDS", "NOTE-IN-POSTSCRIPT");
    assertThat(text(volume)).contains("NOTE-ON-PREFACE", "FIRST-NOTE");
  }

  @Test
  void notesStandAtTheFootInTheOrderOfTheirCalls() throws Exception {
    List<Word> words = words(letter);
    List<Word> notes = words.stream().filter(word -> word.text.contains("NOTE-IN-")).toList();
    for (Word note : notes) {
      assertThat(note.size).as(note.text).isLessThan(9.5f);
    }
    Word head = only(words, "NOTE-IN-HEAD");
    Word salute = only(words, "NOTE-IN-SALUTE");
    Word body = only(words, "affluent");
    assertThat(head.page).isEqualTo(body.page);
    assertThat(head.y).isGreaterThan(body.y + 100);
    assertThat(salute.y).isGreaterThan(head.y);
  }

  @Test
  void theReadingTextIsPrinted() throws Exception {
    String text = text(letter);
    assertThat(text)
        .contains("The office is in an affluent, difficult and officious state.")
        .contains("received letters of September", "not[?] those I [had] hoped")
        .containsPattern("wood- ?shed")
        .contains("[…]", "shed or the line", "next page", "“come in”", "“sit down”")
        .contains("λόγος", "Слово", "colour", "Yours ever", "Ann Ashford", "Spinster")
        .contains("Source: Oxford, Library of the Office, MS 12, ff. 3–4")
        .doesNotContain("recieved", "in haste", "color ", "““");
  }

  @Test
  void lineBreaksOfASignatureAreKept() throws Exception {
    List<Word> words = words(letter);
    assertThat(only(words, "Spinster14").y).isGreaterThan(last(words, "Ashford").y + 5);
  }

  @Test
  void everyFontIsEmbedded() throws Exception {
    for (byte[] pdf : List.of(letter, volume)) {
      try (PDDocument document = Loader.loadPDF(pdf)) {
        for (PDPage page : document.getPages()) {
          for (COSName name : page.getResources().getFontNames()) {
            PDFont font = page.getResources().getFont(name);
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
          }
        }
      }
    }
  }

  @Test
  void tagsReachTheLastPage() throws Exception {
    assertThat(tags(letter)).contains("H1", "H2", "P", "L", "LI", "Table", "TH", "Figure", "Note");
    assertThat(tags(volume)).contains("H1", "H2", "TOC", "TOCI", "Link", "Note");
    // FOP stops tagging after a marker in an artifact unless the page masters prevent it.
    try (PDDocument document = Loader.loadPDF(volume)) {
      for (PDPage page : document.getPages()) {
        page.getAnnotations()
            .forEach(
                annotation -> {
                  assertThat(annotation.getStructParent()).isNotNegative();
                  assertThat(annotation.getContents()).isNotBlank().isNotEqualTo("link");
                });
      }
    }
  }

  @Test
  void notesHaveIdsOfTheirOwn() throws Exception {
    List<String> ids = new ArrayList<>();
    walk(
        letter,
        element -> {
          if ("Note".equals(element.getNameAsString(COSName.S))) {
            ids.add(element.getString(COSName.ID));
          }
        });
    assertThat(ids).hasSize(23).doesNotHaveDuplicates().doesNotContainNull();
  }

  @Test
  void bookmarksLeadToTheParts() throws Exception {
    try (PDDocument document = Loader.loadPDF(volume)) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
        for (PDOutlineItem child : item.children()) {
          titles.add("- " + child.getTitle());
        }
      }
      assertThat(titles)
          .containsSubsequence(
              "Contents",
              "Preface",
              "Editorial principles",
              "Letters",
              "- 1 Ann Ashford to Bernard Bell, 3 May 1871",
              "Registers",
              "- Persons",
              "Index");
    }
  }

  @Test
  void theBookHasContentsRegistersAndIndexWithPages() throws Exception {
    String text = text(volume).replaceAll("( ?\\.){3,} ?", " … ").replaceAll("\\s+", " ");
    assertThat(text)
        .contains("Preface … vii")
        .containsPattern("2 Ann Ashford to Bernard Bell, 4 May 1871 … [23] ")
        .contains("Ashford, Ann (1840–1910), secretary. She kept the books of the Office. GND 1")
        // Where pages end hangs on the face that the jar has.
        .containsPattern("Ashford, Ann 1[–, 2-5]+ ")
        .containsPattern("Bell, Bernard 1, [2-4] ")
        .contains("Bath 1 ")
        .contains("See note 1 on page 1 and my letter");
  }

  @Test
  void printingAgainGivesTheSameBytes() throws Exception {
    assertThat(print("letter.xml", "letter-fo")).isEqualTo(letter);
    assertThat(print("volume.xml", "volume-fo")).isEqualTo(volume);
  }

  private record Word(String text, int page, float y, float size) {}

  private static Word only(List<Word> words, String part) {
    return words.stream().filter(word -> word.text.contains(part)).findFirst().orElseThrow();
  }

  private static Word last(List<Word> words, String text) {
    return words.stream()
        .filter(word -> word.text.contains(text))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static List<Word> words(byte[] pdf) throws IOException {
    List<Word> words = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            TextPosition first = positions.get(positions.size() / 2);
            words.add(
                new Word(text, getCurrentPageNo(), first.getYDirAdj(), first.getFontSizeInPt()));
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf)) {
      stripper.getText(document);
    }
    return words;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("(?U)\\s+", " ");
    }
  }

  private static Set<String> tags(byte[] pdf) throws IOException {
    Set<String> tags = new TreeSet<>();
    walk(
        pdf,
        element -> {
          String name = element.getNameAsString(COSName.S);
          if (name != null) {
            tags.add(name);
          }
        });
    return tags;
  }

  private static void walk(byte[] pdf, java.util.function.Consumer<COSDictionary> visitor)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
      walk(root.getDictionaryObject(COSName.K), visitor, new HashSet<>());
    }
  }

  private static void walk(
      COSBase node, java.util.function.Consumer<COSDictionary> visitor, Set<COSBase> seen) {
    if (node instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        walk(array.getObject(i), visitor, seen);
      }
    } else if (node instanceof COSDictionary element && seen.add(element)) {
      visitor.accept(element);
      walk(element.getDictionaryObject(COSName.K), visitor, seen);
    }
  }
}
