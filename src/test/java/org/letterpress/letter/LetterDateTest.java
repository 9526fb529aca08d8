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

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "when, ' 1914-08-15', WHEN, 1914-08-15, 1914-08-15",
    "when, '1914 - 08 - 15', WHEN, 1914-08-15, 1914-08-15",
    "when, '1958-01-24 10:30', WHEN, 1958-01-24, 1958-01-24",
    "when, -0044-03-15, WHEN, -0044-03-15, -0044-03-15",
    "when-iso, -0384, WHEN, -0384, -0384",
    "when, 1963-05-13/1963-05-14, SPAN, 1963-05-13, 1963-05-14",
    "when-iso, 1963-05-13T11:00:01+01:00/1963-05-14T12:00:00, SPAN, 1963-05-13, 1963-05-14",
    "when, 1963/.., SPAN, 1963, ''",
    "when, 1963?, WHEN, 1963, 1963",
    "from-iso, 1963-05, SPAN, 1963-05, ''",
    "to-custom, 1963-05, SPAN, '', 1963-05",
    "notBefore-iso, 1963-05-13T11:00:01+01:00, BETWEEN, 1963-05-13, ''",
    "notAfter, 1963, BETWEEN, '', 1963",
    "when-custom, 1438, WHEN, 1438, 1438",
    "when-custom, 11 Nov or later, TEXT, '', ''",
    "when, --01-24, YEARLESS, --01-24, --01-24",
    "when, unknown, TEXT, '', ''"
  })
  void readsEveryForm(String name, String value, LetterDate.Form form, String from, String to) {
    LetterDate date = date(name, value);
    assertThat(date.form()).isEqualTo(form);
    assertThat(date.from()).isEqualTo(from);
    assertThat(date.to()).isEqualTo(to);
    assertThat(bad).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1963-05-13T11:00/1963-05-14, SPAN, 1963-05-13",
    "1815-04-03, WHEN, 1815-04-03",
    "3 April 1815, TEXT, ''"
  })
  void readsWordsInIsoForm(String words, LetterDate.Form form, String from) {
    LetterDate date = LetterDate.ofText(words);
    assertThat(date.form()).isEqualTo(form);
    assertThat(date.from()).isEqualTo(from);
    assertThat(date.text()).isEqualTo(words);
  }

  @Test
  void anElementThatSaysUnknownHasNoDate() {
    assertThat(date().withText("Unknown").display(Wording.of("en"))).isEmpty();
    assertThat(date("when-custom", "11 Nov or later").display(Wording.of("en")))
        .isEqualTo("11 Nov or later");
  }

  @Test
  void sortsYearsBeforeOurs() {
    assertThat(
            Stream.of("0001", "-0044-03-15", "-0384", "-0044-03", "1815")
                .map(when -> date("when", when).sortKey())
                .sorted())
        .containsExactly(
            date("when", "-0384").sortKey(),
            date("when", "-0044-03-15").sortKey(),
            date("when", "-0044-03").sortKey(),
            date("when", "0001").sortKey(),
            date("when", "1815").sortKey());
  }

  @ParameterizedTest
  @CsvSource({
    "en, when, -0044-03-15, 15 March 44 BC",
    "de, when, -0044-03-15, 15. März 44 v. Chr.",
    "fr, when, -0044, 44 av. J.-C.",
    "zh, when, -0044, 公元前44年",
    "en, when, --01-24, 24 January",
    "de, when, --01-24, 24. Januar",
    "zh, when, --01-24, 1月24日",
    "en, when, --01, January",
    "en, when, ---24, day 24",
    "zh, when, 1958, 1958年",
    "pl, when, 1437-04-16, 16 kwietnia 1437",
    "es, when, 1437-04, abril 1437",
    "ja, when, 1958-01-24, 1958年1月24日"
  })
  void isShownInWords(String language, String name, String value, String shown) {
    assertThat(date(name, value).display(Wording.of(language))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "calendar, #julian",
    "calendar, Julian",
    "datingMethod, #julian",
    "calendar, old-style"
  })
  void showsBothCalendarsWhereTheSourceCountsByTheJulian(String name, String value) {
    LetterDate date = date("when", "1815-02-05", name, value);
    assertThat(date.julian()).isEqualTo("1815-01-24");
    assertThat(date.sortKey()).isEqualTo("1815-02-05");
    assertThat(date.display(Wording.of("en")))
        .isEqualTo("24 January / 5 February 1815 (Julian / Gregorian)");
    assertThat(date.display(Wording.of("zh"))).startsWith("1815年1月24日 / 1815年2月5日");
  }

  @ParameterizedTest
  @CsvSource({
    "1582-10-05, 1582-10-15",
    "1700-02-28, 1700-03-10",
    "1700-02-29, 1700-03-11",
    "1815-12-31, 1816-01-12",
    "1917-10-25, 1917-11-07"
  })
  void reckonsFromTheJulianCalendarWhereOnlyItIsGiven(String julian, String gregorian) {
    LetterDate date = date("when-custom", julian, "datingMethod", "#julian");
    assertThat(date.from()).isEqualTo(gregorian);
    assertThat(date.julian()).isEqualTo(julian);
    assertThat(date("when", gregorian, "calendar", "#julian").julian()).isEqualTo(julian);
  }

  @Test
  void namesBothYearsWhereTheCalendarsDiffer() {
    assertThat(date("when", "1816-01-12", "calendar", "julian").display(Wording.of("en")))
        .isEqualTo("31 December 1815 / 12 January 1816 (Julian / Gregorian)");
  }

  @Test
  void aCalendarSaysNothingOfAMonthOrYear() {
    assertThat(date("when", "1815-02", "calendar", "#julian").display(Wording.of("en")))
        .isEqualTo("February 1815");
    assertThat(date("when", "1815-02-05", "calendar", "#gregorian").julian()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cert, low, 1958 (?)",
    "cert, unknown, 1958 (?)",
    "cert, medium, probably 1958",
    "cert, high, 1958",
    "precision, low, about 1958",
    "precision, high, 1958",
    "evidence, conjecture, 1958 (conjectured)",
    "evidence, internal, 1958 (from internal evidence)",
    "evidence, external, 1958 (from external evidence)"
  })
  void saysHowUncertainItIs(String name, String value, String shown) {
    assertThat(date("when", "1958", name, value).display(Wording.of("en"))).isEqualTo(shown);
  }

  @Test
  void standsInBracketsWhenItWasInferred() {
    assertThat(date("when", "1958").asInferred().display(Wording.of("en"))).isEqualTo("[1958]");
    assertThat(date().asInferred().display(Wording.of("en"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1958-01-24/soon", "yyyy-mm-dd", "196X", "1958-01-24~~"})
  void tellsAPartThatIsNotADate(String value) {
    date("when", value);
    assertThat(bad).hasSize(1);
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
