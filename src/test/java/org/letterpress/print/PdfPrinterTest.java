package org.letterpress.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.SafeParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Printing of formatting objects, without any stylesheet. */
class PdfPrinterTest {
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");
  private static final PdfMetadata METADATA =
      new PdfMetadata("A <letter> & more", "Ann Ashford", "en", "");

  @TempDir Path folder;

  private final List<Diagnostic> findings = Collections.synchronizedList(new ArrayList<>());
  private PdfPrinter printer;
  private Path edition;

  @BeforeEach
  void makeEdition() throws IOException {
    edition = Files.createDirectories(folder.resolve("edition"));
    printer = PdfPrinter.create(new PrintOptions(edition, "letterpress test", DATE));
  }

  @Test
  void textIsExtractedWithItsLigaturesApart() throws Exception {
    assertThat(text(print(page("The office is in an affluent, difficult, officious state."))))
        .contains("The office is in an affluent, difficult, officious state.");
  }

  @Test
  void greekCyrillicAndHebrewAreThere() throws Exception {
    String text = text(print(page("λόγος Слово שלום and e\u0301t\u00E9")));
    assertThat(text).contains("λόγος", "Слово", "שלום", "\u00E9t\u00E9");
    assertThat(findings).isEmpty();
  }

  @Test
  void latinTextBesideHebrewStaysInOrder() throws Exception {
    String note =
        "<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block>Below."
            + "</fo:block></fo:footnote-body></fo:footnote>";
    assertThat(text(print(page("The word before" + note + " is שלום and so on."))))
        .contains("The word before1 is");
  }

  @Test
  void aRunningHeadFromAMarkerIsReadInItsOwnDirection() throws Exception {
    String latin = printedFrom(headed("lr-tb", "Anna to Berta"));
    assertThat(latin).contains("Anna to Berta 1");
    assertThat(printedFrom(headed("rl-tb", "Anna to <fo:inline>Berta</fo:inline>")))
        .contains("1 Anna to Berta");
    assertThat(printedFrom(headed("lr-tb", "שלום אנה"))).contains("הנא םולש 1");
    assertThat(printedFrom(headed("rl-tb", "שלום אנה"))).contains("1 הנא םולש");
  }

  @Test
  void aPhraseWithADirectionIsSetApartInItsLine() throws Exception {
    String override = "<fo:bidi-override direction='rtl' unicode-bidi='%s'>%s</fo:bidi-override>";
    assertThat(printedFrom(page("a " + override.formatted("embed", "שלום!") + " 12 z")))
        .contains("a !םולש 12 z");
    assertThat(printedFrom(page("a <fo:inline writing-mode='rl-tb'>שלום!</fo:inline> 12 z")))
        .contains("a !םולש 12 z");
    assertThat(printedFrom(page("a " + override.formatted("bidi-override", "abc") + " z")))
        .contains("a cba z");
    assertThat(printedFrom(page("a שלום! 12 z"))).contains("a 12 !םולש z");
  }

  /** Assertions are on in tests, and FOP's say where it would guess. */
  @Test
  void aWordDividedInALineWithHebrewKeepsItsPlace() throws Exception {
    String words = "Unhyphenated considerations notwithstanding, extraordinary administrations ";
    String seen =
        printedFrom(
            page(
                "<fo:block hyphenate='true' text-align='justify'>שלום "
                    + words.repeat(6)
                    + "</fo:block>"));
    assertThat(seen).as("divided").containsPattern("\\p{Ll}-\n\\p{Ll}");
    assertThat(seen.replace("-\n", "").replace('\n', ' '))
        .isEqualTo(("םולש " + words.repeat(6)).strip());
  }

  @Test
  void aWordOfTwoDirectionsIsSetByBoth() throws Exception {
    String seen = printedFrom(page("abcשלום, Française\u200F, &#x200E;x (שלום)z ש-20, שa1 end"));
    assertThat(seen.replaceAll("\\p{Cf}", ""))
        .isEqualTo("abcםולש, Française, x (םולש)z ש ,20-שa1 end");
  }

  @Test
  void aBlockTurnedInAListKeepsTheRoomOfTheLabel() throws Exception {
    String list =
        "<fo:block writing-mode='rl-tb'><fo:list-block provisional-distance-between-starts='2cm'>"
            + "<fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>א</fo:block>"
            + "</fo:list-item-label><fo:list-item-body start-indent='body-start()'>"
            + "<fo:block writing-mode='lr-tb' text-align='end'>end</fo:block></fo:list-item-body>"
            + "</fo:list-item></fo:list-block></fo:block>";
    byte[] pdf = print(page(list));
    // The text is 110 mm wide and ends 130 mm from the left; 20 mm are the label's.
    assertThat(right(pdf, "d")).isCloseTo(110 * 72 / 25.4f, Offset.offset(1f));
    assertThat(right(pdf, "א")).isCloseTo(130 * 72 / 25.4f, Offset.offset(1f));
  }

  @Test
  void whatWasPrintedBeforeLeavesNoTrace() throws Exception {
    byte[] alone = print(page("Nothing <fo:inline font-style='italic'>before</fo:inline> it."));
    printer = PdfPrinter.create(new PrintOptions(edition, "letterpress test", DATE));
    print(page("Quite different signs: ÄÖÜ λόγος, <fo:inline font-style='italic'>xyz</fo:inline>"));
    assertThat(print(page("Nothing <fo:inline font-style='italic'>before</fo:inline> it.")))
        .isEqualTo(alone);
  }

  @Test
  void sameEventsGiveSameBytes() throws Exception {
    byte[] first = print(page("Twice the same."));
    byte[] again =
        print(
            PdfPrinter.create(new PrintOptions(edition, "letterpress test", DATE)),
            page("Twice the same."));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void severalThreadsGiveTheSameBytes() throws Exception {
    byte[] first = print(page("In parallel."));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(threads.submit(() -> print(page("In parallel."))));
      }
      for (Future<byte[]> one : all) {
        assertThat(one.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aDocumentSaysWhatItIs() throws Exception {
    byte[] pdf = print(page("Text."));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A <letter> & more");
      assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Ann Ashford");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      String xmp =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp)
          .contains("<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>")
          .contains("A &lt;letter&gt; &amp; more", "2026-01-01T00:00:00Z");
    }
  }

  @Test
  void aSignThatNoFontHasIsFoundWithItsPlace() throws Exception {
    String text = text(print(page("<fo:inline id='l1-p-3'>See 𐍈𐌰𐍄 and 𐍈.</fo:inline>")));
    assertThat(text).contains("See [U+10348][U+10330][U+10344] and [U+10348].");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo(Code.PRINT_GLYPH);
    assertThat(findings.get(0).message()).contains("\"𐍈\" (U+10348)", "l1-p-3", "4 times");
    assertThat(findings.get(0).remedy()).contains("the Gothic script");
    assertThat(findings.get(0).location().file()).isEqualTo("tei/letters/l1.xml");
  }

  @Test
  void aMissingImageIsReplacedByItsAlternative() throws Exception {
    String text = text(print(page("Look: " + image("nowhere.png", "A red house"))));
    assertThat(text).contains("Look: [A red house]");
    assertThat(findings).extracting(Diagnostic::code).containsExactly(Code.PRINT_IMAGE);
    assertThat(findings.get(0).message()).contains("nowhere.png", "no such file");
  }

  @Test
  void imagesOutsideTheEditionOrOnTheNetworkAreNotTouched() throws Exception {
    Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    print(
        page(
            image("../secret.svg", "one")
                + image(folder.resolve("secret.svg").toUri().toString(), "two")
                + image("https://example.org/a.png", "three")
                + image("jar:file:/a.jar!/b.png", "four")));
    assertThat(findings).extracting(Diagnostic::code).containsOnly(Code.PRINT_FENCE).hasSize(4);
  }

  @Test
  void aLinkThatLeadsOutOfTheEditionIsNotFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("s.svg"), svg(""));
    Files.createSymbolicLink(edition.resolve("inside.svg"), secret);
    print(page(image("inside.svg", "x")));
    assertThat(findings).extracting(Diagnostic::code).containsExactly(Code.PRINT_FENCE);
  }

  @Test
  void aDrawingThatAsksForOtherFilesIsNotPrinted() throws Exception {
    Files.writeString(edition.resolve("a.svg"), svg("<image href='file:///etc/hosts'/>"));
    Files.writeString(edition.resolve("b.svg"), svg("<style>@import 'http://x/y.css';</style>"));
    Files.writeString(edition.resolve("c.svg"), svg("<rect fill=\"url(http://x/y)\"/>"));
    Files.writeString(
        edition.resolve("d.svg"),
        "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/hosts'>]>" + svg("<text>&e;</text>"));
    for (String name : List.of("a.svg", "b.svg", "c.svg", "d.svg")) {
      findings.clear();
      print(page(image(name, "x")));
      assertThat(findings).as(name).hasSize(1);
    }
  }

  @Test
  void aPlainDrawingIsPrinted() throws Exception {
    Files.createDirectories(edition.resolve("tei/letters"));
    Files.writeString(
        edition.resolve("tei/letters/a b.svg"), svg("<rect width='9' height='9' fill='red'/>"));
    byte[] pdf = print(page("Seen: " + image("a%20b.svg", "A red square")));
    assertThat(findings).isEmpty();
    assertThat(text(pdf)).doesNotContain("[A red square]");
  }

  @Test
  void aBrokenImageIsAFindingAndNoFailure() throws Exception {
    Files.write(edition.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
    Files.writeString(edition.resolve("text.jpg"), "no picture at all");
    print(page("Still here. " + image("broken.png", "one") + image("text.jpg", "two")));
    assertThat(findings).extracting(Diagnostic::code).containsOnly(Code.PRINT_IMAGE);
  }

  @Test
  void whatSticksOutIsFoundWithItsPlace() throws Exception {
    print(page("<fo:inline id='l1-p-9'><fo:leader leader-length='300mm'/></fo:inline>"));
    assertThat(findings).extracting(Diagnostic::code).contains(Code.PRINT_OVERFLOW);
    assertThat(findings.get(0).message()).contains("mm");
  }

  @Test
  void aWordThatNoLineHoldsIsDividedAndFound() throws Exception {
    String word = "e\u0323x".repeat(100);
    byte[] pdf = print(page("<fo:inline id='l1-p-9'>Before " + word + " behind.</fo:inline>"));
    assertThat(findings).extracting(Diagnostic::code).containsExactly(Code.PRINT_TORN);
    assertThat(findings.get(0).message()).contains("ẹxẹx", "…");
    assertThat(text(pdf).replaceAll("\\R", ""))
        .isEqualTo("Before " + "ẹx".repeat(100) + " behind.");
    assertThat(signs(pdf)).allMatch(sign -> sign.getXDirAdj() < 130 * 72 / 25.4f);
  }

  @Test
  void anAddressIsDividedBehindItsSigns() throws Exception {
    String address =
        "https://archive.example.org/correspondences.of.editors.and.printers.in.the.country?letter"
            + "=administration&amp;year=nineteenhundred&amp;volume=extraordinary_considerations";
    String plain = address.replace("&amp;", "&");
    byte[] pdf =
        print(
            page(
                "<fo:block hyphenate='true' text-align='justify'>See <fo:basic-link"
                    + " external-destination='https://example.org/'>"
                    + address
                    + "</fo:basic-link>, and others.</fo:block>"));
    assertThat(findings).isEmpty();
    assertThat(text(pdf).strip().split("\\R"))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.matches(".*([/.?=&_]|others\\.)"), "ends behind a sign");
    assertThat(text(pdf).replaceAll("\\s", "")).isEqualTo("See" + plain + ",andothers.");
    assertThat(signs(pdf)).allMatch(sign -> sign.getXDirAdj() < 130 * 72 / 25.4f);
  }

  @Test
  void aLongWordIsHyphenatedWhereItsLanguageSaysHow() throws Exception {
    String word =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    String seen =
        printedFrom(
            page("<fo:block hyphenate='true' xml:lang='de'>Die " + word + word + "</fo:block>"));
    assertThat(findings).isEmpty();
    assertThat(seen.lines().findFirst().orElse("")).endsWith("-");
  }

  @Test
  void brokenFormattingObjectsAreAFinding() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfPrinter.Printed printed =
        printer.print(
            (handler, facts) ->
                parse("<fo:root xmlns:fo='" + FoFilter.FO + "'><fo:block/></fo:root>", handler),
            METADATA,
            out,
            findings::add,
            "a.xml");
    assertThat(printed).isNull();
    assertThat(out.size()).isZero();
    assertThat(findings).extracting(Diagnostic::code).contains(Code.PRINT_LAYOUT);
    assertThat(print(page("The next one works."))).isNotEmpty();
  }

  @Test
  void anEmptyInlineInAnInlineDoesNotStopHyphenation() throws Exception {
    String words = "Unhyphenated considerations notwithstanding, extraordinary administrations ";
    byte[] pdf =
        print(
            page(
                "<fo:block hyphenate='true'><fo:inline id='a'>"
                    + words.repeat(6)
                    + "<fo:inline id='b'/><fo:inline id='c'> </fo:inline></fo:inline></fo:block>"));
    assertThat(findings).isEmpty();
    assertThat(text(pdf)).as("hyphenated").containsPattern("\\p{Ll}(\u00AD|-| {2})?\\R\\p{Ll}");
  }

  @Test
  void aParagraphOfTwentyThousandWordsIsPrintedWhole() throws Exception {
    StringBuilder words = new StringBuilder();
    for (int n = 0; n < 20_000; n++) {
      words.append("w").append(n).append(n % 7 == 0 ? ", and " : " ");
    }
    String text = text(print(page("<fo:inline id='l1-p-1'>" + words + "</fo:inline>")));
    assertThat(text.replaceAll("\\s+", " ")).contains(words);
    assertThat(findings).extracting(Diagnostic::code).containsExactly(Code.PRINT_DIVIDED);
  }

  @Test
  void aDocumentThatSaysWhereItsPlacesFellIsLaidOutUntilItIsRight() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfPrinter.Printed printed =
        printer.print(
            (handler, facts) ->
                parse(
                    dependent(
                        "<fo:block>The end is on page "
                            + (facts.isEmpty() ? "?" : facts.places().get("end").firstPage())
                            + ".</fo:block><fo:block break-before='page' id='end'>End</fo:block>"),
                    handler),
            METADATA,
            out,
            findings::add,
            "a.xml");
    assertThat(text(out.toByteArray())).contains("The end is on page 2.");
    assertThat(printed.layouts()).isEqualTo(2);
    assertThat(printed.facts().folios()).containsExactly("1", "2");
    assertThat(findings).isEmpty();
  }

  @Test
  void aDocumentThatDependsOnNoPlaceIsLaidOutOnce() throws Exception {
    PdfPrinter.Printed printed =
        printer.print(
            (handler, facts) -> parse(page("<fo:inline id='one'>One</fo:inline>"), handler),
            METADATA,
            new ByteArrayOutputStream(),
            findings::add,
            "a.xml");
    assertThat(printed.layouts()).isEqualTo(1);
    assertThat(printed.facts().places()).containsKey("one");
  }

  @Test
  void aDocumentThatNeverSettlesIsPrintedWithAFinding() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfPrinter.Printed printed =
        printer.print(
            (handler, facts) -> {
              boolean onSecond = !facts.isEmpty() && facts.places().get("end").firstPage() == 2;
              String break_ = onSecond ? "" : " break-before='page'";
              parse(
                  dependent("<fo:block>A</fo:block><fo:block id='end'" + break_ + ">B</fo:block>"),
                  handler);
            },
            METADATA,
            out,
            findings::add,
            "a.xml");
    assertThat(printed.layouts()).isEqualTo(PdfPrinter.MOST_LAYOUTS);
    assertThat(text(out.toByteArray())).contains("A", "B");
    assertThat(findings).extracting(Diagnostic::code).containsExactly(Code.PRINT_UNSETTLED);
    assertThat(findings.get(0).message()).contains("\"end\"", "1 place");
  }

  @Test
  void linesAreCountedOnceForEachHeight() throws Exception {
    String cells =
        "<fo:table-cell><fo:block id='left'>one<fo:block id='deeper'>two</fo:block></fo:block>"
            + "</fo:table-cell><fo:table-cell><fo:block id='right'>one</fo:block></fo:table-cell>";
    PageFacts facts =
        printer
            .print(
                (handler, known) ->
                    parse(
                        dependent(
                            "<fo:block id='title'>Not counted</fo:block>"
                                + "<fo:block id='text' lp:lines='count'><fo:block id='p'>First<fo:block/>"
                                + "second</fo:block><fo:block id='made' lp:lines='none'>Ours"
                                + "</fo:block><fo:table table-layout='fixed' width='100%'>"
                                + "<fo:table-body><fo:table-row>"
                                + cells
                                + "</fo:table-row></fo:table-body></fo:table>"
                                + "<fo:block id='q'>last</fo:block></fo:block>"),
                        handler),
                METADATA,
                new ByteArrayOutputStream(),
                findings::add,
                "a.xml")
            .facts();
    assertThat(lines(facts, "title")).isEqualTo("0-0");
    assertThat(lines(facts, "p")).isEqualTo("1-2");
    assertThat(lines(facts, "made")).isEqualTo("0-0");
    assertThat(lines(facts, "left")).isEqualTo("3-4");
    assertThat(lines(facts, "deeper")).isEqualTo("4-4");
    assertThat(lines(facts, "right")).isEqualTo("3-3");
    assertThat(lines(facts, "q")).isEqualTo("5-5");
  }

  private static String lines(PageFacts facts, String id) {
    PageFacts.Place place = facts.places().get(id);
    return place.firstLine() + "-" + place.lastLine();
  }

  private static String dependent(String blocks) {
    return page(blocks)
        .replace("<fo:root ", "<fo:root xmlns:lp='urn:letterpress:prepared' lp:facts='true' ");
  }

  @Test
  void whatTheWriterThrowsIsLetThrough() {
    assertThatThrownBy(
            () ->
                printer.print(
                    (handler, facts) -> {
                      throw new IllegalArgumentException("mine");
                    },
                    METADATA,
                    new ByteArrayOutputStream(),
                    findings::add,
                    "a.xml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mine");
    assertThat(findings).isEmpty();
  }

  private byte[] print(String fo) throws Exception {
    return print(printer, fo);
  }

  private byte[] print(PdfPrinter with, String fo) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(
            with.print(
                (handler, facts) -> parse(fo, handler),
                METADATA,
                out,
                findings::add,
                "tei/letters/l1.xml"))
        .isNotNull();
    return out.toByteArray();
  }

  private static void parse(String fo, ContentHandler handler) throws SAXException, IOException {
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(handler);
    reader.parse(new InputSource(new StringReader(fo)));
  }

  private static String svg(String content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'>" + content + "</svg>";
  }

  private static String image(String address, String alternative) {
    return "<fo:external-graphic src=\"url('"
        + address
        + "')\" fox:alt-text=\""
        + alternative
        + "\"/>";
  }

  private static String page(String content) {
    return "<fo:root xmlns:fo='"
        + FoFilter.FO
        + "' xmlns:fox='"
        + FoFilter.FOX
        + "' font-family='Liberation Serif' xml:lang='en'><fo:layout-master-set>"
        + "<fo:simple-page-master master-name='a' page-width='150mm' page-height='200mm'"
        + " margin='20mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
        + "<fo:page-sequence master-reference='a'><fo:flow flow-name='xsl-region-body'>"
        + "<fo:block role='H1'>"
        + content
        + "</fo:block></fo:flow></fo:page-sequence></fo:root>";
  }

  /** A page whose running head says what a marker in the text holds, and the page number. */
  private static String headed(String mode, String marker) {
    return page("<fo:marker marker-class-name='head'>" + marker + "</fo:marker>Text.")
        .replace(
            "<fo:region-body/>",
            "<fo:region-body margin-top='10mm'/><fo:region-before extent='8mm'/>")
        .replace("<fo:page-sequence ", "<fo:page-sequence writing-mode='" + mode + "' ")
        .replace(
            "<fo:flow ",
            "<fo:static-content flow-name='xsl-region-before'><fo:block>"
                + "<fo:retrieve-marker retrieve-class-name='head'/> <fo:page-number/></fo:block>"
                + "</fo:static-content><fo:flow ");
  }

  /** What the eye sees from the left to the right, line by line. */
  private String printedFrom(String fo) throws Exception {
    StringBuilder seen = new StringBuilder();
    List<TextPosition> signs = signs(print(fo));
    signs.sort(
        Comparator.comparing(TextPosition::getYDirAdj).thenComparing(TextPosition::getXDirAdj));
    TextPosition before = null;
    for (TextPosition sign : signs) {
      if (before != null && sign.getYDirAdj() > before.getYDirAdj()) {
        seen.append('\n');
      } else if (before != null
          && sign.getXDirAdj() > before.getXDirAdj() + before.getWidthDirAdj() + 1) {
        seen.append(' ');
      }
      seen.append(sign.getUnicode());
      before = sign;
    }
    return seen.toString();
  }

  private static float right(byte[] pdf, String letter) throws IOException {
    return signs(pdf).stream()
        .filter(sign -> sign.getUnicode().equals(letter))
        .map(sign -> sign.getXDirAdj() + sign.getWidthDirAdj())
        .findFirst()
        .orElseThrow();
  }

  private static List<TextPosition> signs(byte[] pdf) throws IOException {
    List<TextPosition> signs = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition sign) {
          if (!sign.getUnicode().isBlank()) {
            signs.add(sign);
          }
        }
      }.getText(document);
    }
    return signs;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
