package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The order of an alphabet")
class LanguageRulesTest {
  @ParameterizedTest(name = "in {0}")
  @DisplayName("is that of the language, for lists as for single comparisons")
  @CsvSource({
    "zh, 王 李 陈, 陈 李 王",
    "pl, Łoś Zosia Lis Ćma Cyd, Cyd Ćma Lis Łoś Zosia",
    "de, Zöllner Äpfel Zoll Apfel, Apfel Äpfel Zoll Zöllner",
    "sv, Ödman Zorn Åberg, Zorn Åberg Ödman",
    "en, Nestroy \"The (U)A Auden ?? “Ein, ?? Auden “Ein Nestroy \"The (U)A",
    "he, שרה אברהם משה, אברהם משה שרה"
  })
  void ofTheLanguage(String language, String names, String expected) {
    Locale locale = Locale.forLanguageTag(language);
    List<String> given = List.of(names.split(" "));
    List<String> compared = new ArrayList<>(given);
    compared.sort(LanguageRules.alphabet(locale));
    assertThat(compared).containsExactly(expected.split(" "));
    assertThat(
            LanguageRules.sorted(
                given, locale, Function.identity(), Comparator.<String>naturalOrder()))
        .containsExactly(expected.split(" "));
  }

  @Test
  @DisplayName("leaves what has the same name to another rule")
  void ties() {
    assertThat(
            LanguageRules.sorted(
                List.of("b anna", "a anna", "c Anna"),
                Locale.GERMAN,
                text -> text.substring(2),
                Comparator.naturalOrder()))
        .containsExactly("a anna", "b anna", "c Anna");
  }
}
