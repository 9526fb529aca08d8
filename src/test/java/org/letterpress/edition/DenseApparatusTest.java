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
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.print.PdfConformance;

/** A long letter with variants in most lines, and then with few: its apparatus at the foot. */
class DenseApparatusTest {
  private static final int ENTRIES = 120;

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="long" xml:lang="en"><teiHeader><fileDesc>
       <titleStmt><title>Letter</title></titleStmt><publicationStmt><publisher>Us</publisher>
       </publicationStmt><sourceDesc><p>A leaf</p></sourceDesc></fileDesc></teiHeader>
       <text><body>%s</body></text></TEI>
      """;

  @TempDir Path folder;

  @Test
  void everyEntryStandsOnThePageOfItsLemma() throws Exception {
    Path tei = Files.createDirectories(folder.resolve("edition/tei"));
    Files.writeString(tei.resolve("long.xml"), LETTER.formatted(paragraphs()));
    Files.writeString(
        folder.resolve("edition/letterpress.toml"),
        "[print]\nline-numbers = \"page\"\ntextual-notes = \"lines\"\n");
    Run build = Run.in(folder, "build", "edition", "--only", "pdf", "--out", "out");
    assertThat(build.said()).contains(" 0 lost").doesNotContain("LP-PRINT");
    Path pdf = folder.resolve("out/letters/long.pdf");
    List<String> pages = pages(pdf);
    assertThat(pages).hasSizeGreaterThan(6);
    int entries = 0;
    for (String page : pages) {
      Matcher entry = Pattern.compile("lemma(\\d+)x\\] ?reading(\\d+)x").matcher(page);
      for (; entry.find(); entries++) {
        assertThat(entry.group(2)).isEqualTo(entry.group(1));
        assertThat(page.split("lemma" + entry.group(1) + "x", -1))
            .as("in the text and in the apparatus of %s", page)
            .hasSize(3);
      }
    }
    assertThat(entries).isEqualTo(ENTRIES);
    assertThat(PdfConformance.failures(Files.readAllBytes(pdf))).isEmpty();
  }

  private static String paragraphs() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < ENTRIES; i++) {
      body.append(i % 12 == 0 ? "<p>" : "").append("The post came ").append("late ".repeat(i % 5));
      body.append("<app><lem>lemma").append(i).append("x</lem><rdg>reading").append(i);
      body.append("x</rdg></app> and went. ");
      body.append("Nothing was heard of it. ".repeat(i < ENTRIES / 2 ? 1 : i % 7 * 3));
      body.append(i % 12 == 11 ? "</p>" : "");
    }
    return body.toString();
  }

  /** Words divided at the end of a line are joined. */
  private static List<String> pages(Path pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(
            stripper.getText(document).replaceAll("[-\\u00AD]? *\\R", "").replaceAll("\\s+", " "));
      }
    }
    return pages;
  }
}
