package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.print.PdfConformance;

/** A book with all its parts: their order, their pages, and whether they are fit for archives. */
class BookPartsTest {
  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s" xml:lang="en"><teiHeader><fileDesc>
       <titleStmt><title>%s</title></titleStmt><publicationStmt><publisher>The Press</publisher>
       </publicationStmt><sourceDesc><p>A leaf in the Archive</p></sourceDesc></fileDesc>%s
      </teiHeader>%s</TEI>
      """;

  private static final String DESCRIBED =
      """
      <profileDesc><correspDesc>
       <correspAction type="sent"><persName ref="#ann">Ann Ashford</persName>
       <date when="1871-05-0%d"/></correspAction>
       <correspAction type="received"><persName>Bernard Bell</persName></correspAction>
      </correspDesc></profileDesc>
      """;

  private static final String SCRIPTS =
      """
      <p>The office is difficult<note>With a note.</note>; see
       <ref target="https://example.org/">elsewhere</ref>. <hi rend="smallcaps">Müller</hi></p>
      <p xml:lang="he">בְּרֵאשִׁית</p><p xml:lang="ar">كتاب</p><p xml:lang="syc">ܡܠܬܐ</p>
      <p xml:lang="zh">中国人民</p><p xml:lang="grc">λόγος</p><p xml:lang="ru">Слово</p>
      <figure><graphic url="sheet.png"/><figDesc>A red house</figDesc></figure>
      <table><row role="label"><cell>Name</cell><cell>Sum</cell></row>
       <row><cell>Bell</cell><cell>12</cell></row></table>
      <list><item>One</item><item>Two</item></list><lg><l>A verse</l><l>and a verse</l></lg>
      """;

  @TempDir static Path folder;

  private static String said;
  private static byte[] book;
  private static byte[] letter;
  private static List<String> pages;

  @BeforeAll
  static void build() throws IOException {
    Path tei = Files.createDirectories(folder.resolve("edition/tei/letters"));
    Path edition = folder.resolve("edition");
    ImageIO.write(
        new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB),
        "png",
        edition.resolve("sheet.png").toFile());
    Files.writeString(
        edition.resolve("tei/edition.xml"),
        TEI.formatted(
            "edition",
            "Letters of Ann Ashford",
            "",
            "<text><front><div><head>Preface</head><div><head>To the reader</head>"
                + "<p>Before all.</p></div></div></front><body><div>"
                + "<head>Abbreviations</head><p>AA: the Archive.</p></div></body><back><div>"
                + "<head>Chronology</head><p>1871: a letter.</p></div></back></text>"));
    Files.writeString(
        tei.resolve("one.xml"),
        TEI.formatted(
            "one",
            "One",
            DESCRIBED.formatted(3),
            "<facsimile><surface><desc>The first sheet</desc><graphic url='sheet.png'/></surface>"
                + "<surface><graphic url='lost.png'/></surface><surface>"
                + "<graphic url='https://example.org/far.png'/></surface></facsimile><text><body>"
                + SCRIPTS
                + "</body></text>"));
    String divisions =
        "<text><front><div><head>Foreword</head><p>Words outside letters.</p></div>"
            + "<div><head>Persons</head><list><item><hi rend='bold'><persName xml:id='cole'>Cole, "
            + "Clara</persName>,</hi> a neighbour</item><item><persName xml:id='dunn'>Dunn, Dora"
            + "</persName></item></list></div></front><body>"
            + "<div type='letter' xml:id='two'><head>The second letter</head>"
            + "<p>Its words<note>and note</note>.</p></div>"
            + "<div type='letter' xml:id='three'><head>The third letter</head><p>More.</p></div>"
            + "</body></text>";
    Files.writeString(
        edition.resolve("tei/volume.xml"), TEI.formatted("v", "Volume the First", "", divisions));
    Files.writeString(
        edition.resolve("tei/persons.xml"),
        TEI.formatted(
            "persons",
            "Persons",
            "",
            "<text><body><listPerson><person xml:id='ann'><persName>Ashford, Ann</persName>"
                + "<note>A writer.</note></person></listPerson></body></text>"));
    Files.writeString(
        edition.resolve("letterpress.toml"),
        """
        [print]
        page-size = "a5"
        margins = ["15mm", "17mm", "12mm", "13mm"]
        font-size = "10pt"
        letter-start = "page"
        source = "foot"
        plates = true
        draft = true
        """);
    Path site = folder.resolve("site");
    Run build = Run.in(folder, "build", "edition", "--only", "pdf", "--out", site.toString());
    said = build.said();
    book = Files.readAllBytes(site.resolve("edition.pdf"));
    letter = Files.readAllBytes(site.resolve("letters/one.pdf"));
    pages = pages(book);
  }

  @Test
  void anEntryMadeOfAnItemSaysItsNameOnce() {
    String registers = pages.get(page("Registers Persons"));
    assertThat(registers)
        .contains("Cole, Clara, a neighbour", "Dunn, Dora")
        .doesNotContain("Clara, Cole", "Dora, Dunn");
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[\\s\\u00A0]+", " "));
      }
    }
    return pages;
  }

  private static int page(String part) {
    for (int page = 0; page < pages.size(); page++) {
      if (pages.get(page).contains(part)) {
        return page;
      }
    }
    throw new AssertionError(part + " is on no page of " + pages);
  }

  @Test
  void noWordIsLost() {
    assertThat(said).contains("3 letters,", " 0 lost");
  }

  @Test
  void partsFollowOneAnother() {
    assertThat(
            List.of(
                page("Contents"),
                page("Before all."),
                page("AA: the Archive."),
                page("The office is difficult"),
                page("Words outside letters."),
                page("More."),
                page("The first sheet"),
                page("1871: a letter."),
                page("A writer.")))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void contentsNameEveryPart() {
    assertThat(pages.get(page("Contents")).replaceAll("[ .]{3,}", " … "))
        .containsSubsequence(
            "Preface …",
            "Abbreviations …",
            "1 Ann Ashford to Bernard Bell",
            "Volume the First …",
            "Foreword …",
            "The second letter",
            "The third letter",
            "Plates …",
            "Chronology …",
            "Registers …");
  }

  @Test
  void theSourceStandsAtTheFootOfTheFirstPage() {
    assertThat(pages.get(page("The office is difficult")))
        .containsPattern("Ann Ashford to Bernard Bell ?\\*.*A verse.*A leaf in the Archive");
  }

  @Test
  void aDraftSaysSoOnEveryPageWithText() {
    assertThat(pages.subList(page("Contents"), pages.size()))
        .allMatch(page -> page.isBlank() || page.contains("D R A F T"));
  }

  @Test
  void platesAreImagesOfTheEdition() {
    assertThat(pages.get(page("The first sheet"))).contains("image 1 of 2 (1)");
    assertThat(said).contains("lost.png").doesNotContain("far.png is not printed");
  }

  @Test
  void wordsAreReadAsTheyAreWritten() {
    assertThat(pages.get(page("The office is difficult")))
        // Without a face that has small capitals they are capitals.
        .containsPattern("Müller|MÜLLER")
        .contains("λόγος", "Слово");
  }

  @Test
  void bookAndLetterAreFitForArchivesAndForEverybody() throws Exception {
    assertThat(PdfConformance.failures(book)).isEmpty();
    assertThat(PdfConformance.failures(letter)).isEmpty();
  }

  @Test
  void againGivesTheSameBytes() throws IOException {
    Path site = folder.resolve("again");
    Run.in(folder, "build", "edition", "--only", "pdf", "--out", site.toString());
    assertThat(Files.readAllBytes(site.resolve("edition.pdf"))).isEqualTo(book);
    assertThat(Files.readAllBytes(site.resolve("letters/one.pdf"))).isEqualTo(letter);
  }
}
