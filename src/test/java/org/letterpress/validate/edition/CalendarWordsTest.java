package org.letterpress.validate.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in the words of letters. */
class CalendarWordsTest {
  private final CalendarWords words = CalendarWords.known();

  @ParameterizedTest
  @CsvSource({
    "'', MONDAY, Monday evening",
    "'', TUESDAY, 'Dienstag, den 3.'",
    "'', SATURDAY, Sonnabend früh",
    "de, MONDAY, 'Mo. 3. März'",
    "'', WEDNESDAY, mercredi soir",
    "fr, SUNDAY, 'dim. matin'",
    "'', FRIDAY, venerdì",
    "'', THURSDAY, jueves",
    "'', WEDNESDAY, w środę po świętym Janie",
    "'', SUNDAY, воскресенье",
    "'', SATURDAY, zaterdag",
    "'', FRIDAY, pátek",
    "la, TUESDAY, feria tercia post Pascha",
    "la, MONDAY, die Lunae",
    "la, THURSDAY, feria V ante Letare",
    "'', FRIDAY, Freytag"
  })
  void namesADay(String language, DayOfWeek day, String text) {
    assertThat(words.days(text, language).values()).containsExactly(Set.of(day));
  }

  @ParameterizedTest
  @CsvSource({
    "de, Mo 3",
    "en, so.",
    "'', Mo.",
    "la, secunda epistola",
    "en, 24 Sun Street",
    "fr, mar. 3"
  })
  void namesNone(String language, String text) {
    assertThat(words.days(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4 March 1850, 1850, MARCH, 4",
    "'Le 1er février 1901', 1901, FEBRUARY, 1",
    "'Wien, 24. Jänner 1815', 1815, JANUARY, 24",
    "20.X.1905, 1905, OCTOBER, 20",
    "'den 3. 7ber 1749', 1749, SEPTEMBER, 3",
    "'12 8bre 1701', 1701, OCTOBER, 12",
    "'15 sierpnia 1459', 1459, AUGUST, 15",
    "'24 января 1815 г.', 1815, JANUARY, 24",
    "'Feby 13th 1819', 1819, FEBRUARY, 13",
    "'3 Xbre 1650', 1650, DECEMBER, 3",
    "1850-03-04, 1850, MARCH, 4"
  })
  void saysYearMonthAndDay(String text, int year, Month month, int day) {
    WrittenDate written = WrittenDate.of(text, words);
    assertThat(written.years()).containsExactly(year);
    assertThat(written.months()).containsExactly(month);
    assertThat(written.days()).containsExactly(day);
  }

  @Test
  void leavesOpenWhatMayMeanTwoThings() {
    WrittenDate written = WrittenDate.of("3/4/05", words);
    assertThat(written.months()).containsExactly(Month.MARCH, Month.APRIL);
    assertThat(written.days()).containsExactlyInAnyOrder(3, 4);
    assertThat(written.years()).contains(1705, 1805, 1905);
    assertThat(WrittenDate.of("4 listopada", words).months())
        .containsExactly(Month.OCTOBER, Month.NOVEMBER);
    assertThat(WrittenDate.of("4 March 1748/9", words).years())
        .containsExactlyInAnyOrder(1748, 1749);
  }

  @Test
  void takesNoHourForADay() {
    assertThat(WrittenDate.of("3. März, 8 Uhr", words).days()).isEmpty();
    assertThat(WrittenDate.of("March, 8 o’clock", words).days()).isEmpty();
    assertThat(WrittenDate.of("feria 5 post Omnium Sanctorum", words).days()).isEmpty();
    assertThat(WrittenDate.of("47, 3 March", words).days()).isEmpty();
  }
}
