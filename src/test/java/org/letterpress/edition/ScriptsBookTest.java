package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.print.PdfConformance;

/** One book with letters in six scripts, an index and a concordance. */
class ScriptsBookTest {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%1$s" xml:lang="%1$s"><teiHeader><fileDesc>
       <titleStmt><title>%1$s</title></titleStmt><publicationStmt><publisher>Us</publisher>
       </publicationStmt><sourceDesc><bibl><title>Old print</title>
       <biblScope unit="page">%2$s</biblScope></bibl></sourceDesc></fileDesc><profileDesc>
       <correspDesc><correspAction type="sent"><persName ref="#p-%1$s">%3$s</persName>
       <placeName>%4$s</placeName><date when="%5$s"/></correspAction><correspAction type="received">
       <persName ref="#p-de">Änne Müller</persName></correspAction></correspDesc></profileDesc>
      </teiHeader><text><body>%6$s</body></text></TEI>
      """;

  private static final String PERSONS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons"><teiHeader><fileDesc><titleStmt>
       <title>Persons</title></titleStmt><publicationStmt><publisher>Us</publisher>
       </publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader><text><body>
       <listPerson>%s</listPerson></body></text></TEI>
      """;

  private static final String[][] LETTERS = {
    {"he", "11", "יוסף אביב", "ירושלים", "1901-02-03", "<p>ידידי היקר<note>הערה ראשונה</note></p>"},
    {"ar", "13", "سعيد حسن", "القاهرة", "1901-04-05", "<p>صديقي العزيز<note>حاشية</note></p>"},
    {"zh", "14", "王明", "北京", "1902-01-01", "<p>亲爱的朋友：来信收到<note>此人</note></p>"},
    {
      "ja",
      "17",
      "田中太郎",
      "東京",
      "1902-03-03",
      "<p>" + "拝啓\u3000お手紙ありがとうございました。".repeat(9) + "<ruby><rb>漢字</rb><rt>かんじ</rt></ruby>。</p>"
    },
    {"grc", "18", "Πλάτων", "Ἀθῆναι", "1903-03-03", "<p>Φίλτατε, ἔλαβον τὴν ἐπιστολήν.</p>"},
    {
      "de",
      "19",
      "Änne Müller",
      "Wien",
      "1903-05-03",
      "<p>" + "Donaudampfschifffahrtsgesellschaften ".repeat(12) + "</p>"
    }
  };

  private record Sign(int page, float x, float y, float size, String text) {}

  @TempDir static Path folder;

  private static String said;
  private static Path pdf;
  private static String book;
  private static List<String> lines;
  private static final List<Sign> SIGNS = new ArrayList<>();

  @BeforeAll
  static void build() throws IOException {
    Path faces = Path.of("src/main/npm/node_modules/@expo-google-fonts");
    Assumptions.assumeTrue(Files.isDirectory(faces), "the faces of these scripts are not there");
    Path tei = Files.createDirectories(folder.resolve("edition/tei"));
    StringBuilder persons = new StringBuilder();
    for (String[] letter : LETTERS) {
      Files.writeString(tei.resolve(letter[0] + ".xml"), LETTER.formatted((Object[]) letter));
      persons.append(
          "<person xml:id='p-%s'><persName>%s</persName></person>".formatted(letter[0], letter[2]));
    }
    Files.writeString(tei.resolve("persons.xml"), PERSONS.formatted(persons));
    Files.writeString(
        folder.resolve("edition/letterpress.toml"),
        "[print]\nconcordance = true\npage-size = \"a5\"\n");
    Path site = folder.resolve("site");
    said =
        Run.in(folder, "build", "edition", "--only", "pdf", "--all", "--out", site.toString())
            .said();
    pdf = site.resolve("edition.pdf");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition sign) {
              SIGNS.add(
                  new Sign(
                      getCurrentPageNo(),
                      sign.getXDirAdj(),
                      sign.getYDirAdj(),
                      sign.getFontSizeInPt(),
                      sign.getUnicode()));
              super.processTextPosition(sign);
            }
          };
      String text = stripper.getText(document);
      lines = text.lines().map(String::strip).toList();
      book = text.replaceAll("[\\s\\u00A0]+", " ");
    }
  }

  @Test
  void everyWordAndSignIsPrinted() {
    assertThat(said)
        .contains("6 letters,", " 0 lost")
        .doesNotContain("LP-AUDIT", "LP-PRINT-001", "LP-PRINT-003", "LP-PRINT-006");
  }

  @Test
  void isFitForArchivesAndForEverybody() throws Exception {
    assertThat(PdfConformance.failures(Files.readAllBytes(pdf))).isEmpty();
  }

  @Test
  void theGlossOfRubyStandsSmallAboveItsBaseAndIsReadBehindIt() {
    Sign base = sign("漢");
    Sign gloss = sign("か");
    assertThat(gloss.page()).isEqualTo(base.page());
    assertThat(gloss.size()).isLessThan(base.size() * 0.6f);
    assertThat(gloss.y()).isBetween(base.y() - 2 * base.size(), base.y() - 0.8f * base.size());
    assertThat(gloss.x()).isBetween(base.x() - 1, base.x() + base.size());
    assertThat(SIGNS.indexOf(base)).isLessThan(SIGNS.indexOf(gloss));
  }

  private static Sign sign(String text) {
    // "か" stands nowhere but in the gloss.
    return SIGNS.stream().filter(sign -> sign.text().equals(text)).findFirst().orElseThrow();
  }

  /** FOP ended a line at the wide space, and began the next one with it. */
  @Test
  void aWideSpaceEndsNoLine() {
    List<Sign> spaced = SIGNS.stream().filter(sign -> sign.text().equals("啓")).toList();
    assertThat(spaced).hasSize(9);
    Sign first = spaced.get(0);
    Sign next = SIGNS.get(SIGNS.indexOf(first) + 1);
    while (next.text().isBlank()) {
      next = SIGNS.get(SIGNS.indexOf(next) + 1);
    }
    assertThat(next.text()).isEqualTo("お");
    assertThat(next.y()).isEqualTo(first.y());
    assertThat(next.x() - first.x()).isBetween(1.7f * first.size(), 2.4f * first.size());
  }

  /** The place in Hebrew does not draw the day to its other side. */
  @Test
  void dateFollowsThePlaceInTheDirectionOfTheInterface() {
    Sign place =
        SIGNS.stream()
            .filter(sign -> sign.text().equals("ש") && sign.size() < 10.5f)
            .findFirst()
            .orElseThrow();
    List<Sign> line =
        SIGNS.stream()
            .filter(sign -> sign.page() == place.page() && Math.abs(sign.y() - place.y()) < 2)
            .toList();
    float day = line.stream().filter(sign -> sign.text().equals("3")).findFirst().orElseThrow().x();
    float year =
        line.stream().filter(sign -> sign.text().equals("F")).findFirst().orElseThrow().x();
    assertThat(place.x()).isLessThan(day);
    assertThat(day).isLessThan(year);
  }

  @Test
  void indexAndConcordanceNameAllScripts() {
    String index = book.substring(book.lastIndexOf("Index of persons"));
    assertThat(index).containsSubsequence("Müller", "Πλάτων", "王明", "田中太郎");
    assertThat(index).contains("Concordance", "Old print");
    assertThat(book.substring(book.lastIndexOf("Old print")))
        .containsSubsequence("11 ", "13 ", "14 ", "17 ", "18 ", "19 ");
  }

  @Test
  void longGermanWordsAreDividedAtTheirSyllables() {
    assertThat(lines.stream().filter(line -> line.startsWith("Donau")).toList())
        .isNotEmpty()
        .anyMatch(line -> line.matches(".*(Donau|dampf|schiff|fahrts|gesell|schaf)[-\u00AD]?"));
  }
}
