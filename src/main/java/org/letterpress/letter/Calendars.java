package org.letterpress.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days in two calendars, and in the words of a language. */
public final class Calendars {
  /** The Julian day number of the day from which Java counts. */
  private static final long EPOCH = 2_440_588;

  private Calendars() {}

  /** A day; a year BC is named by its number, as editions do, and not counted through zero. */
  static LocalDate day(boolean bc, int year, int month, int day) {
    return LocalDate.of(bc ? 1 - year : year, month, day);
  }

  static LocalDate day(String iso) {
    boolean bc = iso.startsWith("-");
    String plain = bc ? iso.substring(1) : iso;
    return day(
        bc,
        Integer.parseInt(plain.substring(0, 4)),
        Integer.parseInt(plain.substring(5, 7)),
        Integer.parseInt(plain.substring(8, 10)));
  }

  /** The first day of a day, month or year. */
  static LocalDate firstDay(String iso) {
    return day(
        iso + "-01-01".substring(0, iso.startsWith("-") ? 11 - iso.length() : 10 - iso.length()));
  }

  /** The last day of a day, month or year. */
  static LocalDate lastDay(String iso) {
    LocalDate first = firstDay(iso);
    return switch (iso.length() - (iso.startsWith("-") ? 1 : 0)) {
      case 4 -> first.withDayOfYear(first.lengthOfYear());
      case 7 -> first.withDayOfMonth(first.lengthOfMonth());
      default -> first;
    };
  }

  /** The Julian date of a Gregorian day: {@code 1815-02-05} gives {@code 1815-01-24}. */
  public static String julian(String gregorian) {
    long c = day(gregorian).toEpochDay() + EPOCH + 32_082;
    long d = (4 * c + 3) / 1461;
    long e = c - 1461 * d / 4;
    long m = (5 * e + 2) / 153;
    long year = d - 4800 + m / 10;
    return year < 1
        ? ""
        : "%04d-%02d-%02d".formatted(year, m + 3 - 12 * (m / 10), e - (153 * m + 2) / 5 + 1);
  }

  /** The Gregorian date of a Julian day; anything but a whole day stays as it is. */
  public static String gregorian(String julian) {
    if (julian.length() != 10 || julian.startsWith("-")) {
      return julian;
    }
    int month = Integer.parseInt(julian.substring(5, 7));
    long a = (14 - month) / 12;
    long y = Integer.parseInt(julian.substring(0, 4)) + 4800 - a;
    long m = month + 12 * a - 3;
    long number =
        Integer.parseInt(julian.substring(8)) + (153 * m + 2) / 5 + 365 * y + y / 4 - 32_083;
    return LocalDate.ofEpochDay(number - EPOCH).toString();
  }

  static String show(String iso, Wording wording) {
    Locale locale = wording.locale();
    boolean bc = iso.startsWith("-");
    String plain = bc ? iso.substring(1) : iso;
    String shown =
        switch (plain.length()) {
          case 10 -> day(iso).format(whole(locale));
          case 7 -> {
            YearMonth month =
                YearMonth.of(
                    Integer.parseInt(plain.substring(0, 4)), Integer.parseInt(plain.substring(5)));
            yield month.format(pattern(locale, "y年M月", "y년 M월", "LLLL y"));
          }
          default ->
              LocalDate.of(Integer.parseInt(plain), 1, 1).format(pattern(locale, "y年", "y년", "y"));
        };
    return bc ? wording.label("date-bc", shown) : shown;
  }

  /** {@code --01-24}, {@code --01} or {@code ---24}. */
  static String showYearless(String value, Wording wording) {
    Locale locale = wording.locale();
    if (value.startsWith("---")) {
      return wording.label("date-day", String.valueOf(Integer.parseInt(value.substring(3))));
    }
    // A leap year, so that the 29th of February exists.
    int month = Integer.parseInt(value.substring(2, 4));
    try {
      return value.length() == 4
          ? LocalDate.of(2000, month, 1).format(pattern(locale, "M月", "M월", "LLLL"))
          : dayAndMonth(LocalDate.of(2000, month, Integer.parseInt(value.substring(5))), locale);
    } catch (DateTimeException impossible) {
      return value;
    }
  }

  /** "24 January / 5 February 1815 (Julian / Gregorian)". */
  static String both(String julian, String gregorian, Wording wording) {
    Locale locale = wording.locale();
    // Any leap year will do: the 29th of February 1700 is a Julian day only.
    LocalDate day =
        LocalDate.of(
            2000, Integer.parseInt(julian.substring(5, 7)), Integer.parseInt(julian.substring(8)));
    String old = dayAndMonth(day, locale);
    int year = Integer.parseInt(julian.substring(0, 4));
    if (isYearFirst(locale)) {
      old = year + ("ko".equals(locale.getLanguage()) ? "년 " : "年") + old;
    } else if (!julian.regionMatches(0, gregorian, 0, 4)) {
      old = show(julian, wording);
    }
    return wording.label("date-julian", old, show(gregorian, wording));
  }

  private static String dayAndMonth(LocalDate day, Locale locale) {
    String dotted = "de".equals(locale.getLanguage()) ? "d. MMMM" : "d MMMM";
    return day.format(pattern(locale, "M月d日", "M월 d일", dotted));
  }

  private static boolean isYearFirst(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh", "ja", "ko" -> true;
      default -> false;
    };
  }

  private static DateTimeFormatter whole(Locale locale) {
    // Editions in English write the day first, as the Guidelines' own examples do.
    return "en".equals(locale.getLanguage())
        ? DateTimeFormatter.ofPattern("d MMMM y", locale)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
  }

  private static DateTimeFormatter pattern(
      Locale locale, String chinese, String korean, String other) {
    String pattern =
        switch (locale.getLanguage()) {
          case "zh", "ja" -> chinese;
          case "ko" -> korean;
          default -> other;
        };
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
