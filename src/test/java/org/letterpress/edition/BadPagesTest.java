package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
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
    letter(tei, "word", "<p>" + "abcdefghij".repeat(30) + "</p>");
    letter(tei, "lost", figure("nowhere.png", "A lost house"));
    letter(tei, "calls", figure("calls.svg", "A calling house"));
    letter(tei, "bomb", figure("bomb.png", "A swollen house"));
    letter(tei, "broken", figure("broken.png", "A broken house"));
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
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "wide", "word", "lost", "calls", "bomb", "broken"})
  void aLetterIsPrintedAloneAndInTheBook(String id) throws IOException {
    List<String> words = List.of("Before in " + id + ".", "After in " + id + ".");
    assertThat(book).contains(words);
    assertThat(text(folder.resolve("site/letters/" + id + ".pdf"))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "wide, LP-PRINT-003, sticks out",
    "word, LP-PRINT-003, sticks out",
    "lost, LP-PRINT-002, there is no such file",
    "calls, LP-PRINT-005, localhost",
    "bomb, LP-PRINT-002, 60000 × 60000 pixels are too many",
    "broken, LP-PRINT-002, it cannot be read"
  })
  void whatIsWrongIsSaidWithItsFile(String id, String code, String words) {
    assertThat(said).containsPattern("\\[" + code + "\\][^\\[]*" + words + "[^\\[]*" + id);
  }

  @Test
  void whatAPictureShowsStandsInItsPlace() {
    assertThat(book)
        .contains("A lost house", "A calling house", "A swollen house", "A broken house");
  }

  @Test
  void noWordIsLost() {
    assertThat(said).contains("7 letters,", " 0 lost").doesNotContain("LP-PRINT-004");
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
