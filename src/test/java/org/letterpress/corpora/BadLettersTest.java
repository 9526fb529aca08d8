package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;

/** Letters that lack something, contradict themselves or go beyond all measure. */
class BadLettersTest {
  private static final String DESCRIBED =
      """
      <profileDesc><correspDesc>
        <correspAction type="sent"><persName>Anna</persName><date when="1900-01-01"/></correspAction>
        <correspAction type="received"><persName>Berta</persName></correspAction>
      </correspDesc></profileDesc>
      """;

  @TempDir Path folder;

  @BeforeEach
  void edition() throws IOException {
    write("good", DESCRIBED, "<body><p>A letter that is as it should be.</p></body>");
  }

  @Test
  void aLetterWithoutTextHasItsPageAndItsHead() throws IOException {
    write("bad", DESCRIBED, "<body><pb n=\"1\"/></body>");
    Run run = build("html,text,pdf");
    assertThat(run.status()).isBetween(0, 1);
    assertThat(site().heading("bad")).isEqualTo("Anna to Berta");
    assertThat(site().has("letters/bad.pdf")).isTrue();
  }

  @Test
  void aLetterWithoutAHeaderIsReportedAndHasItsPageAndItsPdf() throws IOException {
    Files.writeString(
        folder.resolve("tei/bad.xml"),
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>A word alone.</p></body></text>"
            + "</TEI>");
    Run run = build("html,text,pdf");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("it needs teiHeader before it", ", 0 lost");
    assertThat(run.said()).doesNotContain("LP-XSLT");
    assertThat(site().reading("bad")).contains("A word alone.");
    assertThat(site().has("letters/bad.pdf")).isTrue();
  }

  @Test
  void aLetterWithoutDateOrSenderIsReportedAndStandsLast() throws IOException {
    write(
        "bad",
        "<profileDesc><correspDesc><correspAction type=\"received\"><persName>Berta</persName>"
            + "</correspAction></correspDesc></profileDesc>",
        "<body><p>Who wrote this, and when?</p></body>");
    Run run = build("html,text");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("LP-LETTER-001", "LP-LETTER-003");
    assertThat(site().order()).containsExactly("good", "bad");
    assertThat(site().reading("bad")).contains("Who wrote this, and when?");
  }

  @Test
  void idsAlikeAndPointersToNothingAreReportedWhereTheyStand() throws IOException {
    write(
        "bad",
        DESCRIBED,
        "<body><p xml:id=\"x\">One.</p>\n<p xml:id=\"x\">Two <ref target=\"#gone\">there</ref>,\n"
            + "<persName ref=\"#nobody\">Nobody</persName>.</p></body>");
    Run run = build("html,text");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("error[LP-ID-001]", "tei/bad.xml:", "LP-LINK-001", "#gone", "#nobody");
    assertThat(site().reading("bad")).contains("One.", "Two there, Nobody.");
  }

  @Test
  void aParagraphOfFiveMegabytesIsOnItsPage() throws IOException {
    String words =
        IntStream.range(0, 300_000)
            .mapToObj(n -> "word" + n + " and more")
            .collect(Collectors.joining(" "));
    assertThat(words.length()).isGreaterThan(5_000_000);
    write("bad", DESCRIBED, "<body><p>" + words + " last</p></body>");
    Run run = build("html,text");
    assertThat(run.status()).as(run.said()).isZero();
    assertThat(TeiCount.words(site().reading("bad"))).isEqualTo(900_001);
    assertThat(site().text("bad")).endsWith("word299999 and more last");
  }

  @Test
  void aNoteOfTenThousandWordsIsPrintedWhole() throws IOException {
    String words =
        IntStream.range(0, 10_000).mapToObj(n -> "n" + n).collect(Collectors.joining(" "));
    write("bad", DESCRIBED, "<body><p>Text<note>" + words + "</note> end.</p></body>");
    Run run = build("html,text,pdf");
    assertThat(run.status()).as(run.said()).isZero();
    assertThat(TeiCount.words(site().reading("bad"))).isGreaterThanOrEqualTo(10_002);
    assertThat(site().print("bad")).contains("n0 n1", "n9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "seg", "persName", "q", "quote", "said"})
  void elementsNestedFiveHundredDeepAreOnThePageAndInThePdf(String element) throws IOException {
    write(
        "bad",
        DESCRIBED,
        "<body><p>from here "
            + ("<" + element + ">").repeat(500)
            + "abyss"
            + ("</" + element + ">").repeat(500)
            + " to there</p></body>");
    Run run = build("html,text,pdf");
    assertThat(run.out()).doesNotContain("LP-XSLT-002", "LP-OUT-004");
    assertThat(run.err()).doesNotContain("letterpress failed");
    assertThat(site().reading("bad")).contains("abyss");
    assertThat(site().text("bad")).contains("abyss");
    assertThat(site().has("letters/bad.pdf")).isTrue();
  }

  @Test
  void aVolumeOfHundredsOfLettersHasAPageForEach() throws IOException {
    String letters =
        IntStream.rangeClosed(1, 336)
            .mapToObj(
                n ->
                    "<div type=\"document\" xml:id=\"d"
                        + n
                        + "\"><head>"
                        + n
                        + ". Letter</head><p>Words of number"
                        + n
                        + "<note>Note of number"
                        + n
                        + ".</note> alone.</p></div>")
            .collect(Collectors.joining());
    write("volume", "", "<body>" + letters + "</body>");
    Run run = build("html,text");
    assertThat(run.status()).as(run.said()).isZero();
    assertThat(site().letters()).hasSize(337);
    for (int n = 1; n <= 336; n++) {
      assertThat(site().reading("d" + n))
          .containsOnlyOnce("number" + n + " alone.")
          .containsOnlyOnce("Note of number" + n + ".");
      assertThat(site().notes("d" + n, "commentary")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"div", "list item", "quote p", "floatingText body"})
  void blocksNestedFiveHundredDeepArePrintedWithinThePage(String elements) throws IOException {
    StringBuilder start = new StringBuilder();
    StringBuilder end = new StringBuilder();
    for (String element : elements.split(" ")) {
      start.append('<').append(element).append('>');
      end.insert(0, "</" + element + ">");
    }
    String words = elements.endsWith("y") || elements.equals("div") ? "<p>abyss</p>" : "abyss";
    String text = start.toString().repeat(500) + words + end.toString().repeat(500);
    write("bad", DESCRIBED, "<body>" + text + "</body>");
    Run run = build("html,pdf");
    assertThat(run.status()).as(run.said()).isZero();
    assertThat(run.out()).doesNotContain("LP-PRINT", "LP-AUDIT");
    assertThat(site().print("bad")).contains("abyss");
    assertThat(site().print("../edition")).contains("abyss");
  }

  @Test
  void otherLettersAndWhatWasPublishedAreUnharmed() throws IOException {
    write("bad", DESCRIBED, "<body><p>The first version.</p></body>");
    assertThat(build("html,text").status()).isZero();
    String before = site().html("letters/bad.html");
    write("bad", DESCRIBED, "<body><p>The second version <hi>is not closed.</p></body>");
    write("good", DESCRIBED, "<body><p>A letter that is better still.</p></body>");
    assertThat(build("html,text").status()).isEqualTo(1);
    assertThat(site().html("letters/bad.html")).isEqualTo(before);
    assertThat(site().reading("good")).isEqualTo("A letter that is better still.");
  }

  private Run build(String only) {
    Run run = Run.in(folder, "build", "--only", only);
    assertThat(site().reading("good")).contains("A letter that is");
    return run;
  }

  private PublishedSite site() {
    return new PublishedSite(folder.resolve("site"));
  }

  private void write(String name, String profile, String text) throws IOException {
    Files.createDirectories(folder.resolve("tei"));
    Files.writeString(
        folder.resolve("tei/" + name + ".xml"),
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"en\"><teiHeader><fileDesc>\n"
            + "<titleStmt><title>A letter</title></titleStmt>\n"
            + "<publicationStmt><publisher>Us</publisher><availability>"
            + "<licence target=\"https://example.org/\">Free</licence></availability>"
            + "</publicationStmt>\n<sourceDesc><p>A leaf</p></sourceDesc></fileDesc>\n"
            + profile
            + "</teiHeader><text>"
            + text
            + "</text></TEI>\n");
  }
}
