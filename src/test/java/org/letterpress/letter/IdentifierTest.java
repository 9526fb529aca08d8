package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an idno means, whether it holds a number or an address. */
class IdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "GND, 118577425, GND, 118577425, https://d-nb.info/gnd/118577425",
    "gnd, 118577425, GND, 118577425, https://d-nb.info/gnd/118577425",
    "URI, https://d-nb.info/gnd/118577425, GND, 118577425, https://d-nb.info/gnd/118577425",
    "VIAF, 97738211, VIAF, 97738211, https://viaf.org/viaf/97738211",
    "'', https://viaf.org/viaf/97738211/, VIAF, 97738211, https://viaf.org/viaf/97738211/",
    "Wikidata, Q5816, Wikidata, Q5816, https://www.wikidata.org/entity/Q5816",
    "url, http://www.wikidata.org/entity/Q5816, Wikidata, Q5816,"
        + " http://www.wikidata.org/entity/Q5816",
    "GeoNames, 1816670, GeoNames, 1816670, https://www.geonames.org/1816670",
    "URI, https://www.geonames.org/1816670/beijing.html, GeoNames, 1816670,"
        + " https://www.geonames.org/1816670/beijing.html"
  })
  void knowsTheGreatAuthorities(
      String type, String text, String authority, String value, String href) {
    assertThat(Identifier.of(type, text)).isEqualTo(new Identifier(authority, value, href));
  }

  @ParameterizedTest
  @CsvSource({
    "archive, AB 12, archive, AB 12, ''",
    "'', 77, ID, 77, ''",
    "catalogue, https://example.org/a/1, catalogue, https://example.org/a/1,"
        + " https://example.org/a/1"
  })
  void keepsWhatAnUnknownAuthoritySays(
      String type, String text, String authority, String value, String href) {
    assertThat(Identifier.of(type, text)).isEqualTo(new Identifier(authority, value, href));
  }

  @ParameterizedTest
  @CsvSource({"'  118577425  '", "'\n118577425\n'"})
  void ignoresSpaceAroundTheNumber(String text) {
    assertThat(Identifier.of("GND", text).value()).isEqualTo("118577425");
  }
}
