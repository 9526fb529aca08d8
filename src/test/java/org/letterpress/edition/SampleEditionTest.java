package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** The repository's own edition, built as a reader of the README would build it. */
class SampleEditionTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final Path LETTER = REPOSITORY.resolve("tei/letters/1958-01-24-kim-il-sung.xml");

  @TempDir static Path folder;

  private static Path site;
  private static Run build;

  @BeforeAll
  static void build() {
    site = folder.resolve("site");
    build = Run.in(REPOSITORY, "build", "--out", site.toString());
  }

  @Test
  void buildsWithoutAFinding() {
    assertThat(build.said())
        .contains("1 letter,")
        .doesNotContain("error[")
        .doesNotContain("warning[");
    assertThat(build.status()).isZero();
  }

  @Test
  void makesEveryKindOfPage() {
    assertThat(
            List.of(
                "index.html",
                "letters.html",
                "persons.html",
                "places.html",
                "orgs.html",
                "events.html",
                "works.html",
                "404.html",
                "persons/mao-zedong.html",
                "letters/l1958-01-24.html",
                "letters/l1958-01-24.pdf",
                "letters/l1958-01-24.xml",
                "letters/l1958-01-24.txt",
                "edition.pdf",
                "assets/css/letterpress.css",
                "assets/js/letterpress.js"))
        .allSatisfy(file -> assertThat(site.resolve(file)).isNotEmptyFile());
  }

  @Test
  void everyWordOfTheLetterAndItsNotesIsOnItsPage() throws IOException {
    Map<String, Integer> source = Words.count(Words.ofTei(LETTER));
    Map<String, Integer> page = Words.count(Words.ofHtml(site.resolve("letters/l1958-01-24.html")));
    assertThat(source.values().stream().mapToInt(count -> count).sum()).isGreaterThan(1000);
    assertThat(Words.missing(source, page)).isEmpty();
  }

  @Test
  void everyWordOfTheLetterAndItsNotesIsInItsPlainText() throws IOException {
    Map<String, Integer> source = Words.count(Words.ofTei(LETTER));
    String text = Files.readString(site.resolve("letters/l1958-01-24.txt"));
    assertThat(Words.missing(source, Words.count(text))).isEmpty();
  }

  @Test
  void everyWordOfTheLetterAndItsNotesIsPrinted() throws IOException {
    Map<String, Integer> source = Words.count(Words.ofTei(LETTER));
    for (String file : List.of("letters/l1958-01-24.pdf", "edition.pdf")) {
      String text = text(site.resolve(file));
      assertThat(Words.missing(source, Words.ofPrint(text))).as(file).isEmpty();
    }
  }

  @Test
  void everyWordOfTheSourcePageIsInTheEncodedLetter() throws IOException {
    Path seed = REPOSITORY.resolve("../shared/seed/letter.txt").normalize();
    Assumptions.assumeTrue(
        Files.exists(seed), "../shared is not there: the source page is not compared");
    String page = Files.readString(seed);
    // Between its title and its menus the page holds the letter; its sentences run together.
    int start = page.indexOf("On the Withdrawal");
    String letter =
        page.substring(start, page.indexOf("Press \"Left Key"))
            .replaceAll("-{5,}", " ")
            .replace(" note [1]", " [1]")
            .replaceAll("\\[[124]\\]", " ")
            .replaceAll("(?<=Rhee)\\[3\\]|\\[3\\](?= Syngman)", " ");
    Map<String, Integer> wanted = Words.count(letter);
    String tei = Files.readString(LETTER);
    String text =
        tei.substring(tei.indexOf("<text>"))
            .replaceAll("</?(persName|orgName|placeName|rs|date|title|bibl|q)\\b[^>]*>", "")
            .replaceAll("<[^>]*>", " ");
    assertThat(wanted).hasSizeGreaterThan(300);
    assertThat(Words.missing(wanted, Words.count(text))).isEmpty();
  }

  @Test
  void footnotesStandBelowTheTextThatCallsThem() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(site.resolve("letters/l1958-01-24.pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setEndPage(1);
      String first = stripper.getText(pdf);
      assertThat(first.indexOf("then Chairman of the Central Committee"))
          .isGreaterThan(first.indexOf("Comrade Kim Il Sung"))
          .isGreaterThan(first.indexOf("Both letters of December"));
    }
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    for (String file : List.of("letters/l1958-01-24.pdf", "edition.pdf")) {
      try (PDDocument pdf = Loader.loadPDF(site.resolve(file).toFile())) {
        int fonts = 0;
        for (PDPage page : pdf.getPages()) {
          for (COSName name : page.getResources().getFontNames()) {
            PDFont font = page.getResources().getFont(name);
            assertThat(font.isEmbedded()).as(file + " " + font.getName()).isTrue();
            fonts++;
          }
        }
        assertThat(fonts).isPositive();
      }
    }
  }

  @Test
  void theBookHasATitlePageTheSixPointsAndTheSourceLine() throws IOException {
    String text = text(site.resolve("edition.pdf"));
    assertThat(text)
        .contains("A Letter to Kim Il", "Printed from originals", "Contents", "Preface")
        .containsPattern("1\\.\\s+It is indeed beneficial")
        .containsPattern("6\\.\\s+After the publication");
  }

  @Test
  void twoBuildsGiveTheSameBytes() throws IOException {
    Path second = folder.resolve("second");
    Run.in(REPOSITORY, "build", "--out", second.toString(), "--jobs", "1");
    Map<String, Path> one = files(site);
    Map<String, Path> other = files(second);
    assertThat(other.keySet()).isEqualTo(one.keySet());
    for (String name : one.keySet()) {
      assertThat(Files.mismatch(one.get(name), other.get(name))).as(name).isEqualTo(-1);
    }
  }

  @Test
  void aSecondBuildRendersNoLetterAgain() throws IOException {
    Path out = folder.resolve("again");
    Run.in(REPOSITORY, "build", "--out", out.toString());
    var before = Files.getLastModifiedTime(out.resolve("letters/l1958-01-24.pdf"));
    var book = Files.getLastModifiedTime(out.resolve("edition.pdf"));
    Run again = Run.in(REPOSITORY, "build", "--out", out.toString());
    assertThat(again.status()).isZero();
    assertThat(Files.getLastModifiedTime(out.resolve("letters/l1958-01-24.pdf"))).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(out.resolve("edition.pdf"))).isEqualTo(book);
    assertThat(again.err()).doesNotContain(" 0 still right");
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Map<String, Path> files(Path root) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString(), file));
    }
    return files;
  }
}
