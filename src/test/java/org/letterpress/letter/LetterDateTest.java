package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.helpers.AttributesImpl;

/** Dates as the attributes of TEI state them. */
class LetterDateTest {
  private final List<String> bad = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "1958, 1958, 1958-99-99",
    "1958-01, 1958-01, 1958-01-99",
    "1958-01-24, 1958-01-24, 1958-01-24",
    "1958-01-24T10:30:00, 1958-01-24, 1958-01-24",
    "1958-01-24Z, 1958-01-24, 1958-01-24",
    "1958-01-24+08:00, 1958-01-24, 1958-01-24"
  })
  void readsTheFormsOfWhen(String when, String from, String sortKey) {
    LetterDate date = date("when", when);
    assertThat(date.form()).isEqualTo(LetterDate.Form.WHEN);
    assertThat(date.from()).isEqualTo(from);
    assertThat(date.to()).isEqualTo(from);
    assertThat(date.sortKey()).isEqualTo(sortKey);
    assertThat(bad).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"24 January 1958", "1958-13", "1958-02-30", "58", "1958-1-4", "1958-00"})
  void tellsWhatIsNotADate(String value) {
    LetterDate date = date("when", value);
    assertThat(bad).containsExactly(value);
    assertThat(date.isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--01-24", "--01", "---24", "10:30:00"})
  void passesOverDatesThatGiveNoYearOfOurs(String value) {
    LetterDate date = date("when", value);
    assertThat(bad).isEmpty();
    assertThat(date.isKnown()).isFalse();
  }

  @Test
  void acceptsTheLeapDayInLeapYearsOnly() {
    assertThat(date("when", "1956-02-29").from()).isEqualTo("1956-02-29");
    assertThat(bad).isEmpty();
    date("when", "1957-02-29");
    assertThat(bad).containsExactly("1957-02-29");
  }

  @Test
  void fallsBackToTheIsoAttributes() {
    assertThat(date("when-iso", "1958-01-24").from()).isEqualTo("1958-01-24");
  }

  @Test
  void prefersWhenToASpanAndASpanToBounds() {
    assertThat(date("when", "1958", "from", "1957").form()).isEqualTo(LetterDate.Form.WHEN);
    assertThat(date("from", "1957", "notBefore", "1956").form()).isEqualTo(LetterDate.Form.SPAN);
    assertThat(date("notBefore", "1956").form()).isEqualTo(LetterDate.Form.BETWEEN);
  }

  @Test
  void sortsByTheBeginningElseTheEnd() {
    assertThat(date("from", "1957-03", "to", "1958").sortKey()).isEqualTo("1957-03-99");
    assertThat(date("to", "1958-02-01").sortKey()).isEqualTo("1958-02-01");
    assertThat(date().sortKey()).isGreaterThan("9999-12-31");
  }

  @Test
  void sortsADayBeforeItsMonthAndAMonthBeforeItsYear() {
    assertThat(
            Stream.of("1958", "1958-01", "1959-01-01", "1958-01-31", "1958-02-01")
                .map(when -> date("when", when).sortKey())
                .sorted())
        .containsExactly("1958-01-31", "1958-01-99", "1958-02-01", "1958-99-99", "1959-01-01");
  }

  @Test
  void isShownInTheLanguageOfTheEdition() {
    LetterDate day = date("when", "1958-01-24");
    assertThat(day.display(Wording.of("en"))).isEqualTo("24 January 1958");
    assertThat(day.display(Wording.of("de"))).isEqualTo("24. Januar 1958");
    assertThat(day.display(Wording.of("fr"))).isEqualTo("24 janvier 1958");
    assertThat(day.display(Wording.of("zh"))).isEqualTo("1958年1月24日");
  }

  @Test
  void isShownAsExactlyAsItIsKnown() {
    Wording english = Wording.of("en");
    assertThat(date("when", "1958-01").display(english)).isEqualTo("January 1958");
    assertThat(date("when", "1958-01").display(Wording.of("zh"))).isEqualTo("1958年1月");
    assertThat(date("when", "1958").display(english)).isEqualTo("1958");
  }

  @Test
  void showsBothEndsOfASpanAndWhatIsKnownOfAHalfOne() {
    Wording english = Wording.of("en");
    assertThat(date("from", "1957", "to", "1958").display(english)).isEqualTo("1957 to 1958");
    assertThat(date("from", "1957").display(english)).isEqualTo("from 1957");
    assertThat(date("to", "1958").display(english)).isEqualTo("until 1958");
    assertThat(date("notBefore", "1957", "notAfter", "1958").display(english))
        .isEqualTo("between 1957 and 1958");
    assertThat(date("notBefore", "1957").display(english)).isEqualTo("after 1957");
    assertThat(date("notAfter", "1958").display(english)).isEqualTo("before 1958");
  }

  @Test
  void showsASpanOfOneDayOnce() {
    assertThat(date("from", "1958-01-24", "to", "1958-01-24").display(Wording.of("en")))
        .isEqualTo("24 January 1958");
  }

  @Test
  void marksADateOfLowCertainty() {
    Wording english = Wording.of("en");
    assertThat(date("when", "1958", "cert", "low").display(english)).isEqualTo("1958 (?)");
    assertThat(date("when", "1958", "cert", "high").display(english)).isEqualTo("1958");
  }

  @Test
  void showsTheEditorsWordsWhenNothingIsNormalised() {
    LetterDate date = date().withText("in spring");
    assertThat(date.display(Wording.of("en"))).isEqualTo("in spring");
    assertThat(date.isKnown()).isFalse();
  }

  private LetterDate date(String... namesAndValues) {
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      attributes.addAttribute("", name, name, "CDATA", namesAndValues[i + 1]);
    }
    return LetterDate.of(attributes, "", bad::add);
  }
}
