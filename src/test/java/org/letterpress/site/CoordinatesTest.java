package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"48.2 16.37", " 48.2,16.37", "48.2, 16.37\n", "48.2;16.37", "48.2 16.37 171"})
  void latitudeStandsBeforeLongitude(String words) {
    assertThat(Coordinates.of(words)).isEqualTo(new Coordinates(48.2, 16.37));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "48.2", "148.2 16", "48 190", "48°12′N 16°22′E", "by the river"})
  void whatIsNoPlaceOnEarthIsNone(String words) {
    assertThat(Coordinates.of(words)).isNull();
  }

  @Test
  void southAndWestAreNegative() {
    assertThat(Coordinates.of("-33.9 -70.6")).isEqualTo(new Coordinates(-33.9, -70.6));
  }
}
