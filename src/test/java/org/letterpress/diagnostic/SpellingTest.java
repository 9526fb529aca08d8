package org.letterpress.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word somebody may have meant. */
class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "persName, persName, 0",
    "persname, persName, 0",
    "persNmae, persName, 1",
    "persNam, persName, 1",
    "persNames, persName, 1",
    "persNome, persName, 1",
    "kitten, sitting, 3",
    "'', note, 4"
  })
  void countsEachSlipOfThePenAsOne(String one, String other, int slips) {
    assertThat(Spelling.distance(one, other)).isEqualTo(slips);
    assertThat(Spelling.distance(other, one)).isEqualTo(slips);
  }

  @Test
  void suggestsTheNearestWord() {
    assertThat(Spelling.nearest("persNmae", List.of("placeName", "orgName", "persName")))
        .isEqualTo("persName");
  }

  @Test
  void suggestsNothingWhenNoWordIsNear() {
    assertThat(Spelling.nearest("xyzzy", List.of("persName", "date"))).isNull();
    assertThat(Spelling.nearest("persName", List.of())).isNull();
  }

  @Test
  void doesNotStretchAShortWordByMoreThanOneSlip() {
    assertThat(Spelling.nearest("pq", List.of("l", "div"))).isNull();
    assertThat(Spelling.nearest("pq", List.of("p"))).isEqualTo("p");
  }

  @Test
  void choosesTheFirstInTheAlphabetAmongEquallyNearWords() {
    assertThat(Spelling.nearest("cat", List.of("hat", "bat", "rat"))).isEqualTo("bat");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "persname, persName placeName, persName",
        "persNmae, persName placeName, persName",
        "persNam, persName persNam2, -",
        "li, hi, -",
        "li, hi lb, -",
        "x, p, -",
        "note, note Note, -",
        "med1um, medium, -",
        "xml:is, xml:id, xml:id"
      })
  void isCertainOfOneCandidateThatIsNearly(String word, String candidates, String meant) {
    assertThat(Spelling.certain(word, List.of(candidates.split(" ")))).isEqualTo(meant);
  }
}
