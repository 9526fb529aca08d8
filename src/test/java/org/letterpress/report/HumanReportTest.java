package org.letterpress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;

class HumanReportTest {
  @Test
  void theSameFindingInManyPlacesIsShownOnce() throws IOException {
    String shown = show(alike(5), false, false, "");
    assertThat(shown)
        .startsWith("error[LP-RNG-002]: element \"q\" is not allowed here (5 times)\n  a1.xml:1\n")
        .contains("  a2.xml:1\n  a3.xml:1\n  ... and 2 more places (--all shows them)\n")
        .doesNotContain("a4.xml")
        .endsWith("\n\n5 errors\n");
  }

  @Test
  void everyPlaceIsShownWhenAskedFor() throws IOException {
    assertThat(show(alike(5), true, false, "").lines())
        .filteredOn(line -> line.startsWith("error["))
        .hasSize(5);
  }

  @Test
  void whatFollowsFromAMissingParagraphIsFoldedUnderTheFirst() throws IOException {
    String division = "/TEI[1]/text[1]/body[1]/div[1]";
    List<Diagnostic> findings = new ArrayList<>();
    findings.add(inside(Code.RNG_TEXT, 3, division, "div"));
    findings.add(inside(Code.RNG_ELEMENT, 4, division + "/persName[1]", "persName"));
    findings.add(inside(Code.RNG_TEXT, 4, division, "div"));
    findings.add(
        inside(Code.RNG_ELEMENT, 5, division + "/placeNmae[1]", "placeNmae")
            .withRemedy("did you mean \"placeName\"?"));
    findings.add(inside(Code.RNG_ELEMENT, 9, "/TEI[1]/text[1]/body[1]/q[1]", "q"));
    String shown = show(findings, false, false, "");
    assertThat(shown)
        .contains("a.xml:3\n  and 2 more findings beside it, of the same cause\n")
        .contains("\"placeNmae\"", "\"q\"")
        .doesNotContain("\"persName\"")
        .endsWith("5 errors\n");
    assertThat(show(findings, true, false, "")).contains("\"persName\"").doesNotContain("cause");
  }

  private static Diagnostic inside(Code code, int line, String path, String name) {
    return Diagnostic.of(code, new Location("a.xml", line, 0, path), name);
  }

  @Test
  void tenThousandFindingsStayReadable() throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Location place = Location.of("f" + i % 40 + ".xml", i, 0);
      findings.add(Diagnostic.of(Code.RNG_ELEMENT, place, "e" + i % 500));
    }
    findings.add(Diagnostic.of(Code.LETTER_NO_DATE, Location.of("worst.xml", 1, 0)));
    findings.add(Diagnostic.of(Code.RNG_ELEMENT, Location.of("f7.xml", 1, 0), "e0"));
    String shown = show(findings, false, false, "");
    assertThat(shown.lines()).hasSizeLessThan(120);
    assertThat(shown)
        .contains("by code\n  10001  LP-RNG-002  10001 errors\n      1  LP-LETTER-003  1 warning\n")
        .contains("by file\n    251  f7.xml  251 errors\n    250  f0.xml  250 errors\n")
        .contains("        ... and 31 more files\n")
        .endsWith("\n9800 findings not shown (--all shows every one)\n10001 errors, 1 warning\n");
    assertThat(show(findings, true, false, "").lines())
        .filteredOn(line -> line.matches("(error|warning)\\[.*"))
        .hasSize(10_002);
  }

  @Test
  void aLongLineIsCutAroundThePlace() throws IOException {
    String line = "x".repeat(500) + "<q>" + "y".repeat(500);
    String[] shown = show(at(1, 504), false, false, line).split("\n");
    assertThat(shown[1]).isEqualTo("  a.xml:1:501");
    assertThat(shown[2]).startsWith("    1 | …xxx").endsWith("yyy…").hasSizeLessThan(110);
    assertThat(shown[3].indexOf('^')).isEqualTo(shown[2].indexOf('<'));
  }

  @Test
  void aLongLineOfWideCharactersIsCutToTheWidthOfATerminal() throws IOException {
    String line = "\uD842\uDFB7毛".repeat(200) + "<q>" + "毛".repeat(200);
    String[] shown = show(at(1, 604), false, false, line).split("\n");
    assertThat(shown[1]).isEqualTo("  a.xml:1:601");
    assertThat(shown[2]).contains("毛<q>毛").hasSizeLessThan(80);
    assertThat(Excerpt.columns(shown[2])).isLessThanOrEqualTo(106);
    assertThat(shown[3].indexOf('^'))
        .isEqualTo(Excerpt.columns(shown[2].substring(0, shown[2].indexOf('<'))));
  }

  @Test
  void tabsAndWideAndCombiningCharactersKeepTheCaretInPlace() throws IOException {
    assertThat(caret("\tab<q>", 7)).isEqualTo(3);
    assertThat(caret("毛，<q>", 6)).isEqualTo(4);
    assertThat(caret("\uD842\uDFB7<q>", 6)).isEqualTo(2);
    assertThat(caret("e\u0301<q>", 6)).isEqualTo(1);
    assertThat(caret("\uD834\uDD1E<q>", 6)).isEqualTo(1);
    assertThat(caret("\uD83D\uDE00<q>", 6)).isEqualTo(2);
    assertThat(caret("\u05D0\u200E<q>", 6)).isEqualTo(1);
    assertThat(caret("\u1112\u1161\u11AB<q>", 7)).isEqualTo(2);
    assertThat(caret("a\u00ADb<q>", 7)).isEqualTo(3);
    assertThat(caret("a\u202Eb<q>", 7)).isEqualTo(3);
  }

  @Test
  void aPlaceBehindTheEndOfItsLineDoesNoHarm() throws IOException {
    assertThat(show(at(1, 99), false, false, "ab")).contains("    1 | ab\n      |   ^\n");
    assertThat(show(at(9, 99), false, false, "ab")).contains("  a.xml:9:99\n").doesNotContain("|");
  }

  @Test
  void aSourceCannotSteerTheTerminal() throws IOException {
    String shown = show(at(1, 1), false, false, "\u001B[31mred\u202E");
    assertThat(shown).doesNotContain("\u001B").doesNotContain("\u202E").contains("[31mred");
  }

  @Test
  void coloursAreUsedOnlyWhenAskedFor() throws IOException {
    String plain = show(at(1, 1), false, false, "<q>");
    String coloured = show(at(1, 1), false, true, "<q>");
    assertThat(plain).doesNotContain("\u001B");
    assertThat(coloured).contains("\u001B[31m").isNotEqualTo(plain);
    assertThat(coloured.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void aSuggestionIsNotLostWithoutTheLine() throws IOException {
    Diagnostic finding = at(7, 4).get(0).withRemedy("did you mean \"p\"? it is short");
    assertThat(show(List.of(finding), false, false, ""))
        .contains("   help: did you mean \"p\"? it is short\n");
  }

  private static int caret(String line, int column) throws IOException {
    String shown = show(at(1, column), false, false, line).lines().skip(3).findFirst().get();
    return shown.indexOf('^') - "      | ".length();
  }

  private static List<Diagnostic> at(int line, int column) {
    return List.of(Diagnostic.of(Code.RNG_ELEMENT, Location.of("a.xml", line, column), "q"));
  }

  private static List<Diagnostic> alike(int count) {
    List<Diagnostic> findings = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      findings.add(Diagnostic.of(Code.RNG_ELEMENT, Location.of("a" + i + ".xml", 1, 0), "q"));
    }
    return findings;
  }

  private static String show(List<Diagnostic> findings, boolean all, boolean colour, String line)
      throws IOException {
    StringBuilder out = new StringBuilder();
    SourceText sources =
        (file, number) -> number == 1 && !line.isEmpty() ? Optional.of(line) : Optional.empty();
    Reporter.of(Format.HUMAN, all, colour).report(findings, sources, out);
    return out.toString();
  }
}
