package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit notices when a stylesheet loses words, doubles them or lets them run together. */
class AuditTest {
  private static final String LETTER =
      Sample.letter(
          "one",
          """
          <opener><salute>Dear Berta</salute></opener>
          <p>Your <choice><sic>leter</sic><corr>letter</corr></choice> came
            <hi rend="underline">yesterday
              evening</hi>, I <del>do</del> thank you.<note>By the post.</note></p>
          <p>Good-<lb break="no"/>bye</p>
          <closer><salute>Yours</salute><signed>Anna</signed></closer>
          """);

  @TempDir Path folder;

  @BeforeEach
  void edition() throws IOException {
    Files.createDirectories(folder.resolve("tei/letters"));
    Files.createDirectories(folder.resolve("xslt"));
    Files.writeString(folder.resolve("tei/letters/one.xml"), LETTER);
  }

  @Test
  void nothingIsLostByOurOwnStylesheets() {
    Run run = Run.in(folder, "build");
    assertThat(run.out()).doesNotContain("LP-AUDIT");
    // 13 words of the reading text and 3 of its note.
    assertThat(run.err()).contains("audit: 16 words in 1 letter, 0 lost");
  }

  @Test
  void wordsThatATemplateDropsAreNamedWithTheirPlace() throws IOException {
    overrideHtml("<xsl:template match=\"hi\" mode=\"lp:html\"/>");
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "error[LP-AUDIT-001]: words of <hi> are missing from reading page",
            "tei/letters/one.xml:19:",
            "missing: \"yesterday evening\"");
    assertThat(run.err()).contains("4 lost");
  }

  @Test
  void aWordThatWasFoundMissingIsFoundAgainByTheNextBuild() throws IOException {
    overrideHtml("<xsl:template match=\"hi\" mode=\"lp:html\"/>");
    Run.in(folder, "build", "--only", "html");
    assertThat(Run.in(folder, "build", "--only", "html").out()).contains("LP-AUDIT-001");
  }

  @Test
  void strictPublishesNothingWhenAWordIsLost() throws IOException {
    overrideHtml("<xsl:template match=\"hi\" mode=\"lp:html\"/>");
    Run run = Run.in(folder, "build", "--only", "html", "--strict");
    assertThat(run.status()).isEqualTo(1);
    assertThat(folder.resolve("site/letters/one.html")).doesNotExist();
  }

  @Test
  void aNoteThatIsNotListedIsLost() throws IOException {
    overrideHtml("<xsl:template match=\"note\" mode=\"lp:note-entry\"/>");
    assertThat(Run.in(folder, "build", "--only", "html").out())
        .contains("words of <note> are missing from reading page", "\"By the post.\"");
  }

  @Test
  void wordsThatAreMadeTwiceAreTooMany() throws IOException {
    overrideHtml(
        """
        <xsl:template match="signed" mode="lp:html">
          <xsl:next-match/><xsl:next-match/>
        </xsl:template>
        """);
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("error[LP-AUDIT-002]", "too often: \"Anna\"");
  }

  @Test
  void signsOfAStylesheetMayBeAddedWhenTheySayWhatTheyAre() throws IOException {
    overrideHtml(
        """
        <xsl:template match="signed" mode="lp:html">
          <span class="lp-sign">signed by hand: </span><xsl:next-match/>
        </xsl:template>
        """);
    assertThat(Run.in(folder, "build", "--only", "html").out()).doesNotContain("LP-AUDIT");
  }

  @Test
  void wordsThatRunTogetherAreSeen() throws IOException {
    overrideHtml(
        """
        <xsl:template match="salute | signed" mode="lp:html"><xsl:apply-templates mode="lp:html"/>
        </xsl:template>
        <xsl:template match="closer" mode="lp:html">
          <p><xsl:apply-templates select="*" mode="lp:html"/></p>
        </xsl:template>
        """);
    assertThat(Run.in(folder, "build", "--only", "html").out())
        .contains("warning[LP-AUDIT-003]", "\"", "Yours|Anna");
  }

  @Test
  void aStylesheetThatShowsWhatItsViewLeavesOutShowsTooMuch() throws IOException {
    overrideHtml(
        """
        <xsl:template match="del" mode="lp:html" priority="60">
          <del><xsl:apply-templates mode="lp:html"/></del>
        </xsl:template>
        """);
    assertThat(Run.in(folder, "build", "--only", "html").out())
        .contains("words stand more often in reading page", "too often: \"do\"")
        .doesNotContain("more often in diplomatic page");
  }

  @Test
  void printIsReadTooAndSoIsTheBook() throws IOException {
    Files.writeString(
        folder.resolve("xslt/fo.xsl"),
        override("fo", "<xsl:template match=\"hi\" mode=\"lp:fo\" priority=\"9\"/>"));
    assertThat(Run.in(folder, "build", "--only", "pdf").out())
        .contains(
            "words of <hi> are missing from the letter in print",
            "words of <hi> are missing from the book");
  }

  @Test
  void thePlainTextIsReadToo() throws IOException {
    Files.writeString(
        folder.resolve("xslt/text.xsl"),
        override("text", "<xsl:template match=\"hi\" mode=\"lp:text\" priority=\"9\"/>"));
    assertThat(Run.in(folder, "build", "--only", "text").out())
        .contains("words of <hi> are missing from the plain text");
  }

  @Test
  void whatPreparationLosesIsLostEverywhere() throws IOException {
    Files.writeString(
        folder.resolve("xslt/prepare.xsl"),
        override("prepare", "<xsl:template match=\"hi\" mode=\"lp:resolve\"/>"));
    assertThat(Run.in(folder, "build").out())
        .contains(
            "missing from reading page",
            "missing from diplomatic page",
            "missing from the plain text",
            "missing from the letter in print",
            "missing from the book");
  }

  @Test
  void anEditionMayChangeARuleOfTheViews() throws IOException {
    Files.writeString(
        folder.resolve("letterpress.toml"),
        "[reading]\ndeletion = \"shown\"\nerror = \"shown\"\ncorrection = \"left-out\"\n");
    Run run = Run.in(folder, "build", "--only", "html,text");
    assertThat(run.out()).doesNotContain("LP-AUDIT");
    String text = Files.readString(folder.resolve("site/letters/one.txt"));
    assertThat(text)
        .contains("Your leter came")
        .contains("I do thank you")
        .doesNotContain("letter came");
  }

  @Test
  void theDiplomaticPageShowsWhatWasWritten() throws IOException {
    Run.in(folder, "build", "--only", "html");
    String reading = Files.readString(folder.resolve("site/letters/one.html"));
    String diplomatic = Files.readString(folder.resolve("site/diplomatic/one.html"));
    assertThat(reading).contains("href=\"../diplomatic/one.html\"").contains("Goodbye");
    assertThat(diplomatic)
        .contains("href=\"../letters/one.html\"", "<del class=\"lp-del\">do</del>", "leter")
        .contains("href=\"../letters/one.xml\"");
  }

  @Test
  void aLetterWhoseViewsAreAlikeHasOnePage() throws IOException {
    Files.writeString(
        folder.resolve("tei/letters/one.xml"),
        LETTER.replaceAll("(?s)<p>Your.*</p>", "<p>Your letter came.</p>"));
    Run.in(folder, "build", "--only", "html");
    assertThat(folder.resolve("site/letters/one.html")).content().doesNotContain("diplomatic/");
    assertThat(folder.resolve("site/diplomatic")).doesNotExist();
  }

  @Test
  void theTextOfAVolumeOutsideItsLettersHasAPage() throws IOException {
    String volume =
        LETTER
            .replaceAll("(?s)<profileDesc>.*</profileDesc>", "")
            .replaceAll(
                "(?s)<text>.*</text>",
                """
                <text><front><div><head>Preface</head><p>These letters lay in a trunk.</p></div></front>
                <body>
                  <head>The letters<note>All of them.</note></head>
                  <div type="letter" xml:id="first"><head>One</head><p>Come soon.</p></div>
                  <p>Here a leaf is missing.</p>
                  <div type="letter" xml:id="second"><head>Two</head><p>I came.</p></div>
                </body></text>
                """);
    Files.writeString(folder.resolve("tei/letters/one.xml"), volume);
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.out()).doesNotContain("LP-AUDIT");
    assertThat(run.err()).contains("audit: 23 words in 2 letters and 1 volume, 0 lost");
    String page = Files.readString(folder.resolve("site/volumes/one.html"));
    assertThat(page)
        .contains("These letters lay in a trunk.", "Here a leaf is missing.", "All of them.")
        .contains("href=\"../letters/first.html\"", "href=\"../letters/second.html\"")
        .doesNotContain("Come soon.", "I came.");
    assertThat(Files.readString(folder.resolve("site/index.html")))
        .contains("href=\"volumes/one.html\"");
  }

  @Test
  void aVolumesTextThatIsDroppedIsLost() throws IOException {
    Files.writeString(
        folder.resolve("tei/letters/one.xml"),
        LETTER
            .replaceAll(
                "(?s)<text>.*</text>",
                """
            <text><front><p>A <hi>preface</hi>.</p></front><body>
              <div type="letter"><p>Come soon.</p></div><div type="letter"><p>I came.</p></div>
            </body></text>
            """)
            .replaceAll("(?s)<profileDesc>.*</profileDesc>", ""));
    overrideHtml("<xsl:template match=\"hi\" mode=\"lp:html\"/>");
    assertThat(Run.in(folder, "build", "--only", "html").out())
        .contains("words of <hi> are missing from the page of the volume");
  }

  @Test
  void theAuditCanBeLeftOut() throws IOException {
    overrideHtml("<xsl:template match=\"hi\" mode=\"lp:html\"/>");
    Run run = Run.in(folder, "build", "--only", "html", "--no-audit");
    assertThat(run.said()).doesNotContain("audit");
    assertThat(run.status()).isZero();
  }

  private void overrideHtml(String templates) throws IOException {
    Files.writeString(folder.resolve("xslt/html.xsl"), override("html", templates));
  }

  private static String override(String name, String templates) {
    return """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:lp="urn:letterpress:prepared" xmlns="http://www.w3.org/1999/xhtml"
          xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">
          <xsl:import href="letterpress:/xslt/NAME.xsl"/>
          TEMPLATES
        </xsl:stylesheet>
        """
        .replace("NAME", name)
        .replace("TEMPLATES", templates);
  }
}
