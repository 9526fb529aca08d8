package org.letterpress.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.letterpress.corpora.EditionGenerator;

/**
 * An edition that has every kind of page: of a letter with and without signs, versions and a
 * facsimile, in Hebrew and Chinese, of a volume, of lists, registers and pictures, and further
 * pages of what is too long for one.
 */
final class WholeEdition {
  private static final EditionGenerator LETTERS = new EditionGenerator(30, 1020, 6);

  private static final List<String> HAZARDS =
      List.of(
          "transcription/tei/hand.xml",
          "parallel-texts/tei/paar.xml",
          "parallel-texts/tei/leute.xml",
          "letter-parts/tei/teile.xml",
          "letters-in-volumes/tei/vol1.xml");

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc>
        <titleStmt><title>%s</title></titleStmt><publicationStmt><p>Test</p></publicationStmt>
        <sourceDesc><p>Manuscript</p></sourceDesc></fileDesc>
        <profileDesc><correspDesc>
          <correspAction type="sent"><persName ref="#p00001">A</persName>
            <placeName ref="#o00001">P</placeName><date when="1820-03-0%d"/></correspAction>
          <correspAction type="received"><persName ref="#p00002">B</persName></correspAction>
        </correspDesc></profileDesc></teiHeader>
        %s<text xml:lang="%s"><body>%s</body></text></TEI>
      """;

  private WholeEdition() {}

  /** Writes it. */
  static void write(Path folder) throws IOException {
    LETTERS.write(folder, null);
    Files.writeString(folder.resolve("letterpress.toml"), "[letters]\ndivision = \"document\"\n");
    for (String hazard : HAZARDS) {
      Path file = Path.of("src/test/resources/hazards", hazard);
      Files.copy(file, folder.resolve("tei/letters").resolve(file.getFileName()));
    }
    Path image = folder.resolve("images/1.png");
    Files.createDirectories(image.getParent());
    ImageIO.write(ImageServer.draw(), "png", image.toFile());
    letter(
        folder,
        "sheets",
        1,
        "<facsimile><surface xml:id=\"s1\" n=\"1r\"><graphic url=\"images/1.png\"/>"
            + "<zone xml:id=\"z1\" ulx=\"150\" uly=\"120\" lrx=\"950\" lry=\"230\"/>"
            + "</surface></facsimile>",
        "en",
        "<pb n=\"1r\" facs=\"#s1\"/><p><lb facs=\"#z1\"/>Dear Ben, <lb/>how are you.</p>");
    letter(
        folder, "often", 2, "", "en", "<p><persName ref=\"#p00003\">X</persName>.</p>".repeat(310));
    letter(
        folder,
        "hebrew",
        3,
        "",
        "he",
        "<opener><salute>שלום לך,</salute></opener><p>מכתב אל"
            + " <persName ref=\"#p00003\">משה</persName> מן ה־3 במרץ 1820 (Wien).<note>הערה.</note></p>");
    letter(folder, "chinese", 4, "", "zh", "<p>得書甚慰，先生近來身體如何？<note>此間一切如常。</note>望珍重。</p>");
  }

  private static void letter(
      Path folder, String id, int day, String facsimile, String language, String body)
      throws IOException {
    Files.writeString(
        folder.resolve("tei/letters/" + id + ".xml"),
        LETTER.formatted(id, "Letter " + id, day, facsimile, language, body));
  }
}
