package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionMarksTest {

  /** Marks are written as letters: E opens an embedding, O an override, I an isolate. */
  @ParameterizedTest
  @CsvSource({
    "word, word",
    "aOb, aObe",
    "aEbec, aEbec",
    "aIb, aIbi",
    "aOIb, aOIbie",
    "aIOb, aIObei",
    "aIObic, aIObeic",
    "aebic, abc",
    "aIbec, aIbci",
    "aEIbec, aEIbcie",
  })
  void whatIsOpenedIsEndedAndNothingElse(String text, String closed) {
    assertThat(Words.spaced(marks(text))).isEqualTo(marks(closed));
  }

  @ParameterizedTest
  @CsvSource({
    "Anna, de, Anna",
    "משה לוי, de, <משה לוי<",
    "فاطمة, en, <فاطمة<",
    "משה לוי, he, משה לוי",
    "Anna, he, >Anna>",
    "1851, he, 1851",
    "毛泽东, ar, >毛泽东>"
  })
  void aNameOfTheOtherDirectionStandsBetweenMarksOfTheLine(
      String name, String language, String expected) {
    assertThat(DirectionMarks.within(name, Locale.forLanguageTag(language)))
        .isEqualTo(expected.replace('<', '\u200E').replace('>', '\u200F'));
  }

  private static String marks(String text) {
    return text.replace('E', '\u202B')
        .replace('O', '\u202E')
        .replace('e', '\u202C')
        .replace('I', '\u2067')
        .replace('i', '\u2069');
  }
}
