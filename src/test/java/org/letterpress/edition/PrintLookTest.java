package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** The style sheet that the guide shows, in an edition that has no other. */
class PrintLookTest {
  private static final Path GUIDE = Path.of("src/docs/guide/print.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("## A look of its own.*?```xml\\n(.*?)```", Pattern.DOTALL);
  private static final int MOST_LINES = 20;
  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one" xml:lang="en"><teiHeader><fileDesc>
       <titleStmt><title>One</title></titleStmt><publicationStmt><publisher>Us</publisher>
       </publicationStmt><sourceDesc><p>A leaf</p></sourceDesc></fileDesc><profileDesc>
       <correspDesc><correspAction type="sent"><persName>Ann Ashford</persName>
       <date when="1871-05-03"/></correspAction><correspAction type="received">
       <persName>Bernard Bell</persName></correspAction></correspDesc></profileDesc></teiHeader>
       <text><body><p>A word<note type="textual">TEXTUAL</note> and
       another<note>COMMENTARY</note>.</p>%s</body></text></TEI>
      """;

  @TempDir static Path folder;

  private static String example;
  private static byte[] pdf;
  private static List<String> pages;

  @BeforeAll
  static void build() throws IOException {
    Matcher guide = EXAMPLE.matcher(Files.readString(GUIDE));
    assertThat(guide.find()).isTrue();
    example = guide.group(1);
    Path tei = Files.createDirectories(folder.resolve("edition/tei"));
    Path xslt = Files.createDirectories(folder.resolve("edition/xslt"));
    Files.writeString(xslt.resolve("fo.xsl"), example);
    Files.writeString(
        tei.resolve("one.xml"), LETTER.formatted("<p>It rained all day.</p>".repeat(120)));
    Path site = folder.resolve("site");
    Run build = Run.in(folder, "build", "edition", "--only", "pdf", "--out", site.toString());
    assertThat(build.said()).contains(" 0 lost");
    pdf = Files.readAllBytes(site.resolve("letters/one.pdf"));
    pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("\\s+", " "));
      }
    }
  }

  @Test
  void itIsShort() {
    assertThat(example.lines().count()).isLessThan(MOST_LINES);
  }

  @Test
  void faceAndSizeAreItsOwn() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth())
            .isCloseTo(130 * POINTS_PER_MILLIMETRE, Offset.offset(1f));
        assertThat(page.getMediaBox().getHeight())
            .isCloseTo(200 * POINTS_PER_MILLIMETRE, Offset.offset(1f));
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).getName()).contains("Liberation");
        }
      }
    }
  }

  @Test
  void runningHeadsAreBold() throws IOException {
    List<String> fonts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition sign) {
              if (sign.getUnicode().equals("M")) {
                fonts.add(sign.getFont().getName());
              }
            }
          };
      stripper.setStartPage(2);
      stripper.setEndPage(2);
      stripper.getText(document);
    }
    // The M of "3 May 1871" is the only one on the page.
    assertThat(fonts).singleElement().asString().contains("Bold");
  }

  @Test
  void commentaryStandsAboveTextualNotes() {
    assertThat(pages.get(0)).containsSubsequence("COMMENTARY", "TEXTUAL");
  }

  @Test
  void runningHeadsNameTheDateAlone() {
    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.get(1)).contains("3 May 1871").doesNotContain("Ashford");
  }
}
