package org.letterpress.validate.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags of BCP 47, and what editions write instead. */
class LanguageTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "de",
        "DE",
        "de-AT",
        "de-Latf",
        "de-1901",
        "grc",
        "gmh",
        "lzh",
        "sla",
        "zh-Hant-HK",
        "zh-yue",
        "zh-min-nan",
        "i-klingon",
        "x-private",
        "qaa",
        "und",
        "mul",
        "zxx",
        "es-419",
        "la-x-medieval",
        "ar-u-nu-latn",
        "sr-Cyrl-RS",
        "ru-SU"
      })
  void knows(String tag) {
    assertThat(LanguageTags.check(tag).fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ger, de",
    "deu, de",
    "ger-AT, de-AT",
    "fre, fr",
    "lat, la",
    "cz, cs",
    "jp, ja",
    "english, en",
    "de_AT, de-AT",
    "qq, ''",
    "deutschland, ''",
    "de-Xyzt, ''",
    "de-QQQ, ''",
    "en-a, en",
    "de-JJ, ''"
  })
  void proposesAnother(String tag, String instead) {
    LanguageTags.Verdict verdict = LanguageTags.check(tag);
    assertThat(verdict.fault()).isNotEmpty();
    assertThat(verdict.instead()).isEqualTo(instead);
  }
}
