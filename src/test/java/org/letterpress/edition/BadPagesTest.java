package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;

/**
 * Letters that do not fit on pages, or want what they may not have: each is reported and printed.
 */
class BadPagesTest {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%1$s" xml:lang="en"><teiHeader><fileDesc>
       <titleStmt><title>%1$s</title></titleStmt><publicationStmt><publisher>Us</publisher>
       </publicationStmt><sourceDesc><p>A leaf</p></sourceDesc></fileDesc></teiHeader><text><body>
       <p>Before in %1$s.</p>%2$s<p>After in %1$s.</p></body></text></TEI>
      """;

  /** Notes where no footnote can be called from, or may easily be lost. */
  private static final String NOTES =
      """
      <div><head>A heading<note>Heading note <hi>marked</hi>.<note>Heading inner note.</note></note>
       </head><p>Text<note>Outer note<note>Inner note<note>Innermost note.</note></note> goes
       on.</note>.</p>
      <table><head>Caption<note>Caption note.</note></head><row role="label">
       <cell>Head<note>Header cell note.</note></cell><cell>B</cell></row><row>
       <cell>x<note>Cell note.</note></cell><cell><figure><graphic url="nowhere.png"/>
       <head>Picture<note>Picture note.</note></head></figure></cell></row></table>
      <list type="gloss"><head>List<note>List head note.</note></head><label>One<note>Label
       note.</note></label><item>it<note>Item note.</note></item></list>
      <lg><head>Song<note>Song note.</note></head><l>A line<note>Line note.</note></l></lg>
      <quote><p>Said<note>Quote note.</note></p></quote></div>
      """;

  @TempDir static Path folder;

  private static String said;
  private static String book;

  @BeforeAll
  static void build() throws IOException {
    Path tei = Files.createDirectories(folder.resolve("edition/tei"));
    letter(tei, "good", "<p>Nothing is wrong here.</p>");
    letter(
        tei,
        "wide",
        "<table><row>" + "<cell>Unbreakableheading</cell>".repeat(14) + "</row></table>");
    // No patterns divide a word of this language.
    letter(tei, "word", "<p xml:lang='tlh'>" + "abcdefghij".repeat(30) + "</p>");
    letter(tei, "lost", figure("nowhere.png", "A lost house"));
    letter(tei, "calls", figure("calls.svg", "A calling house"));
    letter(tei, "bomb", figure("bomb.png", "A swollen house"));
    letter(tei, "broken", figure("broken.png", "A broken house"));
    letter(tei, "notes", NOTES);
    letter(Files.createDirectories(tei.resolve("beside")), "beside", figure("near.png", "Near"));
    ImageIO.write(
        new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB),
        "png",
        tei.resolve("beside/near.png").toFile());
    Files.writeString(
        tei.resolve("calls.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
            + "<image xlink:href='http://localhost:1/seen.png' width='9' height='9'/></svg>");
    Files.write(tei.resolve("bomb.png"), png(60_000, 60_000));
    Files.write(tei.resolve("broken.png"), "\u0089PNG".getBytes(StandardCharsets.ISO_8859_1));
    Path site = folder.resolve("site");
    Run build =
        Run.in(folder, "build", "edition", "--only", "pdf", "--all", "--out", site.toString());
    said = build.said();
    book = text(site.resolve("edition.pdf"));
  }

  private static void letter(Path tei, String id, String body) throws IOException {
    Files.writeString(tei.resolve(id + ".xml"), LETTER.formatted(id, body));
  }

  private static String figure(String url, String shows) {
    return "<figure><graphic url='%s'/><figDesc>%s</figDesc></figure>".formatted(url, shows);
  }

  /** A picture that says in its header how large it would be. */
  private static byte[] png(int width, int height) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"good", "wide", "word", "lost", "calls", "bomb", "broken", "notes", "beside"})
  void aLetterIsPrintedAloneAndInTheBook(String id) throws IOException {
    List<String> words = List.of("Before in " + id + ".", "After in " + id + ".");
    assertThat(book).contains(words);
    assertThat(text(folder.resolve("site/letters/" + id + ".pdf"))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "wide, LP-PRINT-011, is wider than its line",
    "word, LP-PRINT-011, is wider than its line",
    "lost, LP-PRINT-002, there is no such file",
    "calls, LP-PRINT-005, localhost",
    "bomb, LP-PRINT-002, 60000 × 60000 pixels are too many",
    "broken, LP-PRINT-002, it cannot be read"
  })
  void whatIsWrongIsSaidOnceWithItsLine(String id, String code, String words) {
    // The paragraph or figure is on the fourth line of the file. Book and letter say the same.
    String place = "\\n  edition/tei/" + id + "\\.xml:4\\n";
    assertThat(said).containsPattern("\\[" + code + "\\]: [^\\n]*" + words + "[^\\n]*" + place);
    assertThat(said.split("\\[" + code + "\\]: [^\\n]*" + words + "[^\\n]*\\n  (?!edition)"))
        .hasSize(1);
  }

  @Test
  void everyNoteIsPrintedWithItsNumber() throws IOException {
    String alone = text(folder.resolve("site/letters/notes.pdf"));
    for (String printed : List.of(alone, book)) {
      int number = 0;
      for (String note :
          List.of(
              "Heading note marked",
              "Heading inner note.",
              "Outer note",
              "Inner note",
              "Innermost note.",
              "Caption note.",
              "Header cell note.",
              "Cell note.",
              "Picture note.",
              "List head note.",
              "Label note.",
              "Item note.",
              "Song note.",
              "Line note.",
              "Quote note.")) {
        assertThat(printed).contains(++number + " " + note);
      }
    }
    assertThat(said).doesNotContain("LP-PRINT-010");
  }

  /** Nothing retrieves a marker of this name. */
  /** Gives an edition a template of its own for print. */
  private static void printedBy(Path edition, String template) throws IOException {
    Files.writeString(
        Files.createDirectories(edition.resolve("xslt")).resolve("fo.xsl"),
        """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:lp="urn:letterpress:prepared"
          xpath-default-namespace="http://www.tei-c.org/ns/1.0">
          <xsl:import href="letterpress:/xslt/fo.xsl"/>
          %s
        </xsl:stylesheet>
        """
            .formatted(template));
  }

  @Test
  void aNoteThatTheFormatterForgetsIsAnErrorAtItsLine() throws IOException {
    Path edition = folder.resolve("forgets");
    letter(
        Files.createDirectories(edition.resolve("tei")),
        "one",
        "\n<p>Kept<note>A kept note.</note></p>\n<ab><note>A lost note.</note>Lost</ab>");
    printedBy(
        edition,
        """
        <xsl:template match="ab/note" mode="lp:fo" priority="9">
          <fo:marker marker-class-name="nowhere">
            <fo:block id="one-{@lp:id}" lp:rank="1"><xsl:apply-templates mode="lp:fo"/></fo:block>
          </fo:marker>
        </xsl:template>
        """);
    Path site = folder.resolve("forgets-site");
    Run build =
        Run.in(folder, "build", "forgets", "--only", "pdf", "--all", "--out", site.toString());
    assertThat(build.said())
        .containsOnlyOnce("error[LP-PRINT-010]: 1 note")
        .containsPattern(
            "error\\[LP-PRINT-010\\][^\\n]*one-note-2[^\\n]*\\n  forgets/tei/one.xml:6\\n");
    assertThat(text(site.resolve("edition.pdf"))).contains("A kept note.");
  }

  /** FOP stops at a note in a box that has its place on the page. */
  @Test
  void aLetterThatCannotBeLaidOutDoesNotSpoilTheBook() throws IOException {
    Path edition = folder.resolve("spoils");
    Path tei = Files.createDirectories(edition.resolve("tei"));
    letter(tei, "before", "<p>Good words.</p>");
    letter(tei, "spoils", "<ab>Bad words<note>A bad note.</note></ab>");
    letter(tei, "zeal", "<p>More words.</p>");
    printedBy(
        edition,
        """
        <xsl:template match="ab" mode="lp:fo" priority="9">
          <fo:block-container absolute-position="fixed" left="20mm" top="150mm" width="60mm">
            <fo:block><xsl:apply-templates mode="lp:fo"/></fo:block>
          </fo:block-container>
        </xsl:template>
        """);
    Path site = folder.resolve("spoils-site");
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Run build;
    try {
      System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
      build = Run.in(folder, "build", "spoils", "--only", "pdf", "--all", "--out", site.toString());
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    assertThat(build.said())
        .containsPattern(
            "error\\[LP-PRINT-004\\][^\\n]*without it[^\\n]*\\n  spoils/tei/spoils.xml");
    assertThat(text(site.resolve("edition.pdf")))
        .contains("Good words.", "More words.")
        .doesNotContain("Bad words");
  }

  @Test
  void aPictureBesideItsLetterIsInTheBookToo() {
    assertThat(said).doesNotContain("near.png");
    assertThat(book).doesNotContain("[Figure] Near");
  }

  @Test
  void whatAPictureShowsStandsInItsPlace() {
    assertThat(book)
        .contains("A lost house", "A calling house", "A swollen house", "A broken house");
  }

  @Test
  void noWordIsLost() {
    assertThat(said).contains("9 letters,", " 0 lost").doesNotContain("LP-PRINT-004");
  }

  @Test
  void aLetterOfTwoHundredPagesIsPrinted() throws IOException {
    Path tei = Files.createDirectories(folder.resolve("long/tei"));
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 640; i++) {
      body.append("<p>Paragraph ").append(i).append(": the rain fell on the river, ");
      body.append("and nobody came to the office for a week or more.</p>");
    }
    letter(tei, "endless", body.toString());
    Files.writeString(
        folder.resolve("long/letterpress.toml"),
        "[print]\npage-size = \"a5\"\nmargins = [\"45mm\", \"45mm\", \"70mm\", \"70mm\"]\n");
    Path site = folder.resolve("long-site");
    Run build = Run.in(folder, "build", "long", "--only", "pdf", "--out", site.toString());
    assertThat(build.said()).contains(" 0 lost");
    try (PDDocument document = Loader.loadPDF(site.resolve("edition.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(200);
    }
    assertThat(text(site.resolve("edition.pdf"))).contains("Paragraph 419:", "After in endless.");
  }
}
