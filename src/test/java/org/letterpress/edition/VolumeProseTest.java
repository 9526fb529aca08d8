package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.print.PdfConformance;

/** What a volume says between its letters stands there in the book, once and whole. */
class VolumeProseTest {
  private static final String VOLUME =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%1$s" xml:lang="en"><teiHeader><fileDesc>
       <titleStmt><title>Volume %1$s</title></titleStmt><publicationStmt><p>-</p></publicationStmt>
       <sourceDesc><p>-</p></sourceDesc></fileDesc></teiHeader><text>
       <front><titlePage><docTitle><titlePart>Title of %1$s</titlePart></docTitle></titlePage>
        <div><head>Foreword of %1$s</head><p>Foreword words.<note>A note of the volume.</note></p></div>
       </front>
       <body><div xml:id="%1$s-ch1"><head>First chapter</head><p>Before %1$s one.</p>%2$s<div
         type="comment"><p>Between %1$s one and two.</p></div>%3$s</div>
        <div xml:id="%1$s-ch2"><head>Second chapter</head>%4$s<div
         type="comment"><p>Closing %1$s.</p></div></div></body>
       <back><div><head>Appendix of %1$s</head><div><head>A part of it</head><p>Last words.</p></div></div></back></text></TEI>
      """;

  @TempDir Path folder;

  private static String letter(String id, String date) {
    return "<div type='letter' xml:id='%1$s'><head>Letter %1$s</head><dateline><date when='%2$s'>%2$s"
            .formatted(id, date)
        + "</date></dateline><p>Words of %s.</p></div>".formatted(id);
  }

  private static String volume(String id, String one, String two, String three) {
    return VOLUME.formatted(
        id, letter(id + "1", one), letter(id + "2", two), letter(id + "3", three));
  }

  private String book(String settings, String... volumes) throws IOException {
    Path tei = Files.createDirectories(folder.resolve("edition/tei"));
    Files.writeString(folder.resolve("edition/letterpress.toml"), settings);
    for (int i = 0; i < volumes.length; i++) {
      Files.writeString(tei.resolve("volume" + i + ".xml"), volumes[i]);
    }
    Path site = folder.resolve("site");
    Run build = Run.in(folder, "build", "edition", "--only", "pdf", "--out", site.toString());
    assertThat(build.said()).contains(volumes.length * 3 + " letters,", " 0 lost");
    assertThat(build.said()).doesNotContain("LP-AUDIT", "LP-PRINT");
    try (PDDocument document = Loader.loadPDF(site.resolve("edition.pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      // Contents repeat what they list; they end where the first title page begins.
      String text = stripper.getText(document).replaceAll("[\\s\\u00A0]+", " ");
      return text.substring(text.indexOf("Title of"));
    }
  }

  private byte[] pdf() throws IOException {
    return Files.readAllBytes(folder.resolve("site/edition.pdf"));
  }

  @Test
  void proseStandsBetweenTheLettersWhenTheyAreInOrder() throws Exception {
    String book = book("", volume("a", "1871-01-01", "1871-02-01", "1872-01-01"));
    assertThat(book)
        .containsSubsequence(
            "Title of a",
            "Foreword of a",
            "Foreword words.",
            "A note of the volume.",
            "First chapter",
            "Before a one.",
            "Words of a1.",
            "Between a one and two.",
            "Words of a2.",
            "Second chapter",
            "Words of a3.",
            "Closing a.",
            "Appendix of a",
            "Last words.");
    assertThat(book.split("Words of a1.|Before a one.|Closing a.|A note of the", -1)).hasSize(5);
    assertThat(PdfConformance.failures(pdf())).isEmpty();
  }

  @Test
  void runningHeadsNameTheDivisionOfTheVolume() throws IOException {
    String foreword = "<p>The river rose again.</p>".repeat(120);
    book(
        "",
        volume("a", "1871-01-01", "1871-02-01", "1872-01-01")
            .replace("<p>Foreword words.", foreword + "<p>Foreword words."));
    try (PDDocument document = Loader.loadPDF(pdf())) {
      PDFTextStripper stripper = new PDFTextStripper();
      // vii is the title page, viii the first of the foreword, ix a page within it.
      stripper.setStartPage(9);
      stripper.setEndPage(9);
      assertThat(stripper.getText(document)).startsWith("Foreword of a");
    }
  }

  @Test
  void contentsAndBookmarksNameChaptersAmongTheLetters() throws Exception {
    book("", volume("a", "1871-01-01", "1871-02-01", "1872-01-01"));
    try (PDDocument document = Loader.loadPDF(pdf())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text.substring(text.indexOf("Contents")))
          .containsSubsequence(
              "Volume a",
              "Foreword of a",
              "First chapter",
              "Letter a1",
              "Letter a2",
              "Second chapter",
              "Letter a3",
              "Appendix of a",
              "Title of a");
      StringBuilder titles = new StringBuilder();
      document
          .getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(
              item -> {
                titles.append(item.getTitle()).append('\n');
                item.children().forEach(inner -> titles.append(inner.getTitle()).append('\n'));
              });
      assertThat(titles)
          .containsSubsequence("Foreword of a", "First chapter", "Letter a1", "Second chapter");
    }
  }

  @Test
  void proseFollowsThePlaceBeforeItWhereDatesMixTheChapters() throws IOException {
    // By date: a1, a3, a2. Only the end of the volume parts its letters as the source does, and the
    // place behind the first.
    String book = book("", volume("a", "1871-01-01", "1873-01-01", "1872-01-01"));
    assertThat(book)
        .containsSubsequence(
            "Before a one.",
            "Words of a1.",
            "Between a one and two.",
            "Letter a2, [1 January 1873] (",
            "Second chapter",
            "Letter a3, [1 January 1872] (",
            "Words of a3.",
            "Words of a2.",
            "Closing a.");
  }

  @Test
  void inTheOrderOfTheSourceEachChapterHasItsLetters() throws IOException {
    String book =
        book(
            "[print]\nletter-order = \"source\"",
            volume("a", "1873-01-01", "1871-01-01", "1872-01-01"),
            volume("b", "1870-01-01", "1871-05-01", "1869-01-01"));
    assertThat(book)
        .containsSubsequence(
            "Before a one.",
            "Words of a1.",
            "Words of a2.",
            "Second chapter",
            "Words of a3.",
            "Appendix of a",
            "Title of b",
            "Before b one.",
            "Words of b1.",
            "Words of b2.",
            "Words of b3.",
            "Appendix of b");
  }

  @Test
  void volumesWhoseLettersMixStandBeforeAndBehindAllLetters() throws IOException {
    String book =
        book(
            "",
            volume("a", "1871-01-01", "1873-01-01", "1875-01-01"),
            volume("b", "1872-01-01", "1874-01-01", "1876-01-01"));
    assertThat(book)
        .containsSubsequence(
            "Title of a",
            "Before a one.",
            "Letter a1, [1 January 1871] (",
            "Second chapter",
            "Title of b",
            "Before b one.",
            "Words of a1.",
            "Words of b1.",
            "Words of b3.",
            "Closing a.",
            "Appendix of a",
            "Closing b.",
            "Appendix of b");
  }
}
