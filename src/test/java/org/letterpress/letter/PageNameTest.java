package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNameTest {

  @ParameterizedTest
  @CsvSource({
    "l0042, l0042",
    "Brief.1891-03-02_a, Brief.1891-03-02_a",
    "Müller-Straße, Müller-Straße",
    "毛泽东, 毛泽东",
    "../../x y, x-y",
    "https://d-nb.info/gnd/118650963, https-d-nb.info-gnd-118650963",
    "a#b?c%d, a-b-c-d",
    ".hidden, hidden",
    "end., end"
  })
  void anIdBecomesTheNameOfAFile(String id, String name) {
    assertThat(PageName.of(id)).isEqualTo(name);
  }

  @Test
  void whatHasNoFitSignIsUnnamed() {
    assertThat(PageName.of("///")).isEqualTo("unnamed");
    assertThat(PageName.of("")).isEqualTo("unnamed");
  }

  @Test
  void aLongNameIsCut() {
    assertThat(PageName.of("x".repeat(500))).hasSize(120);
  }
}
