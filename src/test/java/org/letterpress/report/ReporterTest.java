package org.letterpress.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Findings in each of the five formats. */
class ReporterTest {
  private static final String FILE = "tei/letter.xml";

  @Test
  void putsTheCaretUnderTheStartOfTheTag() throws IOException {
    String line = "  <p>Dear <persname ref=\"#mao\">Mao</persname>";
    String shown = human(line, line.indexOf(">Mao") + 2);
    assertThat(caretUnder(shown)).isEqualTo(line.indexOf("<persname"));
  }

  @Test
  void putsTheCaretUnderThePlaceItselfWhenNoTagEndsThere() throws IOException {
    String line = "  <p>a & b</p>";
    assertThat(caretUnder(human(line, line.indexOf('&') + 1))).isEqualTo(line.indexOf('&'));
  }

  @Test
  void countsAChineseCharacterAsTwoColumns() throws IOException {
    String line = "<p>毛泽东<bad>";
    assertThat(caretUnder(human(line, line.length() + 1))).isEqualTo(3 + 3 * 2);
  }

  @Test
  void countsACombiningAccentAsNoColumn() throws IOException {
    String line = "<p>e\u0301<bad>";
    assertThat(caretUnder(human(line, line.length() + 1))).isEqualTo(3 + 1);
  }

  @Test
  void showsATabAsOneSpace() throws IOException {
    String line = "\t\t<bad>";
    String shown = human(line, line.length() + 1);
    assertThat(shown).doesNotContain("\t").contains("|   <bad>");
    assertThat(caretUnder(shown)).isEqualTo(2);
  }

  @Test
  void cutsALongLineAroundThePlace() throws IOException {
    String line = "x".repeat(300) + "<bad>" + "y".repeat(300);
    String shown = human(line, 306);
    String excerpt = shown.lines().filter(l -> l.contains("<bad>")).findFirst().orElseThrow();
    assertThat(excerpt).contains("…x").endsWith("y…").hasSizeLessThan(120);
    assertThat(caretUnder(shown)).isEqualTo(excerpt.indexOf("<bad>") - "      | ".length());
  }

  @Test
  void survivesAColumnBeyondTheLineAndALineThatIsGone() throws IOException {
    assertThat(caretUnder(human("short", 99))).isEqualTo(5);
    StringBuilder out = new StringBuilder();
    Reporter.of(Format.HUMAN, false)
        .report(List.of(finding(7, 3)), (file, line) -> Optional.empty(), out);
    assertThat(out.toString()).contains(FILE + ":7:3").doesNotContain("^");
  }

  @Test
  void namesSeverityCodePlaceMessageAndHelp() throws IOException {
    String shown = human("<p/>", 1);
    assertThat(shown)
        .startsWith("error[LP-ID-001]: the xml:id \"x\" occurs twice in this file\n")
        .contains("  " + FILE + ":1:1\n")
        .contains("   help: give each element an xml:id of its own\n")
        .endsWith("1 error\n");
  }

  @Test
  void showsTheSameMistakeOnceWithItsCountAndFirstPlaces() throws IOException {
    List<Diagnostic> five = IntStream.rangeClosed(1, 5).mapToObj(i -> finding(i, 1)).toList();
    String shown = write(Format.HUMAN, false, five);
    assertThat(shown)
        .containsOnlyOnce("error[LP-ID-001]")
        .contains("(5 times)")
        .contains(FILE + ":1:1", FILE + ":2:1", FILE + ":3:1")
        .doesNotContain(FILE + ":4:1")
        .contains("... and 2 more places (--all shows")
        .endsWith("5 errors\n");
  }

  @Test
  void showsEveryFindingWhenAsked() throws IOException {
    List<Diagnostic> five = IntStream.rangeClosed(1, 5).mapToObj(i -> finding(i, 1)).toList();
    String shown = write(Format.HUMAN, true, five);
    assertThat(shown.split("error\\[LP-ID-001]", -1)).hasSize(6);
    assertThat(shown).contains(FILE + ":5:1").doesNotContain("times");
  }

  @Test
  void countsEachSeverityByItself() throws IOException {
    Diagnostic error = finding(1, 1);
    Diagnostic warning = finding(2, 1).withSeverity(Severity.WARNING);
    Diagnostic note = finding(3, 1).withSeverity(Severity.NOTE);
    assertThat(write(Format.HUMAN, false, List.of(error, warning, note)))
        .endsWith("1 error, 1 warning, 1 note\n");
  }

  @Test
  void namesRelatedPlaces() throws IOException {
    Diagnostic finding =
        finding(1, 1)
            .relatedTo(List.of(new Diagnostic.Related(Location.of("b.xml", 2, 3), "the first")));
    assertThat(write(Format.HUMAN, false, List.of(finding)))
        .contains("  see b.xml:2:3: the first\n");
  }

  @Test
  void saysNothingForPeopleWhenNothingIsFound() throws IOException {
    assertThat(write(Format.HUMAN, false, List.of())).isEmpty();
  }

  @Test
  void jsonHoldsEveryFindingAndTheCounts() throws IOException {
    JsonNode root = new ObjectMapper().readTree(write(Format.JSON, false, awkward()));
    assertThat(root.path("findings")).hasSize(2);
    JsonNode first = root.path("findings").path(0);
    assertThat(first.path("code").asText()).isEqualTo("LP-ID-001");
    assertThat(first.path("severity").asText()).isEqualTo("error");
    assertThat(first.path("message").asText()).contains("a\"<&>%:,\n\u0001毛");
    assertThat(first.path("file").asText()).isEqualTo(FILE);
    assertThat(first.path("line").asInt()).isEqualTo(4);
    assertThat(first.path("column").asInt()).isEqualTo(2);
    assertThat(root.path("counts").path("error").asInt()).isEqualTo(1);
    assertThat(root.path("counts").path("warning").asInt()).isEqualTo(1);
    assertThat(root.path("counts").path("note").isNumber()).isTrue();
  }

  @Test
  void ofThousandsOfFindingsEachStandsAtItsTagInItsTurn() throws IOException {
    // Tags begin at another column in each line of each file.
    SourceText sources =
        (file, line) -> Optional.of(" ".repeat(line + Integer.parseInt(file)) + "<bad>");
    List<Diagnostic> findings =
        IntStream.range(0, 3000)
            .mapToObj(
                i -> {
                  int line = 1 + i % 10;
                  Location place = Location.of("" + i / 10, line, line + i / 10 + 6);
                  return Diagnostic.of(Code.RNG_ELEMENT, place, i, "x", "y");
                })
            .toList();
    StringBuilder out = new StringBuilder();
    Reporter.of(Format.JSON, true).report(findings, sources, out);
    JsonNode shown = new ObjectMapper().readTree(out.toString()).get("findings");
    assertThat(shown).hasSize(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      assertThat(shown.get(i).get("message").asText()).isEqualTo(findings.get(i).message());
      assertThat(shown.get(i).get("column").asInt()).isEqualTo(1 + i % 10 + i / 10 + 1);
    }
  }

  @Test
  void sarifNamesTheRuleOfEachResult() throws IOException {
    JsonNode root = new ObjectMapper().readTree(write(Format.SARIF, false, awkward()));
    assertThat(root.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = root.path("runs").path(0);
    assertThat(run.path("tool").path("driver").path("rules").findValuesAsText("id"))
        .containsExactly("LP-CONF-006", "LP-ID-001");
    assertThat(run.path("results").findValuesAsText("ruleId"))
        .containsExactly("LP-ID-001", "LP-CONF-006");
    assertThat(run.path("results").findValuesAsText("level")).containsExactly("error", "warning");
    JsonNode place = run.path("results").path(0).path("locations").path(0);
    JsonNode region = place.path("physicalLocation").path("region");
    assertThat(region.path("startLine").asInt()).isEqualTo(4);
    assertThat(region.path("startColumn").asInt()).isEqualTo(2);
    assertThat(run.path("results").path(1).has("locations")).isFalse();
  }

  @Test
  void junitIsWellFormedAndFailsOnlyFilesWithErrors() throws Exception {
    String xml = write(Format.JUNIT, false, awkward());
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
        .contains("LP-ID-001")
        .contains("a\"<&>%:,\n")
        .contains(FILE + ":4:2");
  }

  @Test
  void githubEscapesWhatWouldEndACommand() throws IOException {
    Diagnostic finding =
        Diagnostic.of(Code.ID_REPEATED, Location.of("a,b:c%.xml", 4, 2), "50%\r\n::error::x")
            .withRemedy("");
    String written = write(Format.GITHUB, false, List.of(finding));
    assertThat(written)
        .startsWith("::error ")
        .endsWith("::the xml:id \"50%25%0D%0A::error::x\" occurs twice in this file\n");
    String properties = written.substring("::error ".length(), written.indexOf("::the xml:id"));
    assertThat(properties.split(","))
        .containsExactlyInAnyOrder("title=LP-ID-001", "file=a%2Cb%3Ac%25.xml", "line=4", "col=2");
  }

  @Test
  void githubCallsANoteANotice() throws IOException {
    Diagnostic note = finding(1, 1).withSeverity(Severity.NOTE);
    assertThat(write(Format.GITHUB, false, List.of(note))).startsWith("::notice ");
    Diagnostic warning = finding(1, 1).withSeverity(Severity.WARNING);
    assertThat(write(Format.GITHUB, false, List.of(warning))).startsWith("::warning ");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JSON", "SARIF", "JUNIT"})
  void programsGetACompleteDocumentEvenWhenNothingIsFound(Format format) throws IOException {
    assertThat(write(format, false, List.of())).isNotBlank().endsWith("\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JSON", "SARIF", "GITHUB"})
  void programsGetEveryFindingHoweverAlike(Format format) throws IOException {
    List<Diagnostic> five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> Diagnostic.of(Code.ID_REPEATED, Location.of(FILE, i, 1), "told-twice"))
            .toList();
    assertThat(write(format, false, five).split("told-twice", -1)).hasSize(6);
  }

  private static Diagnostic finding(int line, int column) {
    return Diagnostic.of(Code.ID_REPEATED, Location.of(FILE, line, column), "x");
  }

  private static List<Diagnostic> awkward() {
    return List.of(
        Diagnostic.of(Code.ID_REPEATED, Location.of(FILE, 4, 2), "a\"<&>%:,\n\u0001毛"),
        Diagnostic.of(Code.CONF_NO_LETTERS, Location.NONE, "tei"));
  }

  private static String human(String line, int column) throws IOException {
    StringBuilder out = new StringBuilder();
    SourceText sources = (file, number) -> Optional.of(line);
    Reporter.of(Format.HUMAN, false).report(List.of(finding(1, column)), sources, out);
    return out.toString();
  }

  private static String write(Format format, boolean all, List<Diagnostic> findings)
      throws IOException {
    StringBuilder out = new StringBuilder();
    Reporter.of(format, all).report(findings, (file, line) -> Optional.empty(), out);
    return out.toString();
  }

  /** How many columns stand between the bar and the caret. */
  private static int caretUnder(String shown) {
    String line =
        shown.lines().filter(candidate -> candidate.endsWith("^")).findFirst().orElseThrow();
    return line.length() - 1 - "      | ".length();
  }
}
