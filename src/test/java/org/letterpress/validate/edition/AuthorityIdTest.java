package org.letterpress.validate.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.validate.edition.AuthorityId.Authority;

/** Identifiers that authority files really gave, and what is none. */
class AuthorityIdTest {
  @ParameterizedTest
  @CsvSource({
    "GND, 118540238",
    "GND, 11853579X",
    "GND, 139138560",
    "GND, 4005728-8",
    "GND, 575427612",
    "gnd, https://d-nb.info/gnd/118540238",
    "VIAF, 24602065",
    "'', http://viaf.org/viaf/24602065/",
    "ISNI, 0000 0001 2146 438X",
    "ORCID, https://orcid.org/0000-0002-1825-0097",
    "Wikidata, Q5879",
    "'', https://www.wikidata.org/wiki/Q5879",
    "GeoNames, https://sws.geonames.org/2761369/",
    "GeoNames, https://www.geonames.org/2761369/vienna.html",
    "'', gnd:118540238"
  })
  void isWellFormed(String type, String text) {
    AuthorityId id = AuthorityId.of(type, text);
    assertThat(id).isNotNull();
    assertThat(id.fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GND, 118540283, check digit",
    "GND, 11854023, check digit",
    "GND, Goethe, form",
    "GND, '', form",
    "VIAF, viaf24602065, form",
    "ISNI, 0000 0001 2146 4380, check digit",
    "ORCID, 0000000218250097, form",
    "Wikidata, q5879, form",
    "GeoNames, 0, form"
  })
  void isNone(String type, String text, String fault) {
    assertThat(AuthorityId.of(type, text).fault()).contains(fault);
  }

  @Test
  void readsTheIdentifierOutOfAnAddress() {
    assertThat(AuthorityId.of("URI", "https://d-nb.info/gnd/118540238/about"))
        .isEqualTo(new AuthorityId(Authority.GND, "118540238"));
  }

  @Test
  void leavesOthersAlone() {
    assertThat(AuthorityId.of("LCCN", "n79003362")).isNull();
    assertThat(AuthorityId.of("GND", "https://example.org/118540238")).isNull();
    assertThat(AuthorityId.of("", "#gnd")).isNull();
  }
}
