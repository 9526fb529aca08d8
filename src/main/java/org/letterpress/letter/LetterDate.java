package org.letterpress.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * A date as the attributes of TEI's att.datable state it.
 *
 * @param form how the two ends are meant
 * @param from earliest day, month or year in ISO form, or empty
 * @param to latest one, or empty; the same as {@code from} for a single date
 * @param cert value of {@code @cert}, or empty
 * @param text what the editor wrote in the element, or empty
 */
public record LetterDate(Form form, String from, String to, String cert, String text) {

  /** How the ends of a date are meant. */
  public enum Form {
    /** One date: {@code @when}. */
    WHEN,
    /** A span of time: {@code @from} and {@code @to}. */
    SPAN,
    /** One date somewhere between two: {@code @notBefore} and {@code @notAfter}. */
    BETWEEN,
    /** Nothing but words. */
    TEXT
  }

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?(?:T.*|Z|[+-]\\d{2}:\\d{2})?");

  /** Sorts after every date. */
  static final String UNDATED = "9999-99-99";

  /**
   * The date that an element's attributes and text give.
   *
   * @param bad told each value that is not a date; it then counts as not given
   */
  static LetterDate of(
      Attributes attributes, String text, java.util.function.Consumer<String> bad) {
    String cert = value(attributes, "cert");
    String when = date(attributes, "when", bad);
    if (!when.isEmpty()) {
      return new LetterDate(Form.WHEN, when, when, cert, text);
    }
    String from = date(attributes, "from", bad);
    String to = date(attributes, "to", bad);
    if (!from.isEmpty() || !to.isEmpty()) {
      return new LetterDate(Form.SPAN, from, to, cert, text);
    }
    String notBefore = date(attributes, "notBefore", bad);
    String notAfter = date(attributes, "notAfter", bad);
    if (!notBefore.isEmpty() || !notAfter.isEmpty()) {
      return new LetterDate(Form.BETWEEN, notBefore, notAfter, cert, text);
    }
    return new LetterDate(Form.TEXT, "", "", cert, text);
  }

  /** The same date with the words of its element, which are known only at its end. */
  LetterDate withText(String words) {
    return new LetterDate(form, from, to, cert, words);
  }

  /** True when the attributes give a point or span of time. */
  public boolean isKnown() {
    return form != Form.TEXT;
  }

  /** A key that sorts by time: the earliest day; an unknown part sorts after the known ones. */
  public String sortKey() {
    String best = from.isEmpty() ? to : from;
    if (best.isEmpty()) {
      return UNDATED;
    }
    return best.length() == 10 ? best : best + "-99-99".substring(best.length() - 4);
  }

  /** The date in the words of a language; the editor's own words when nothing is known. */
  public String display(Wording wording) {
    String shown =
        switch (form) {
          case TEXT -> text;
          case WHEN -> show(from, wording.locale());
          case SPAN -> range(wording, "date-span", "date-from", "date-to");
          case BETWEEN -> range(wording, "date-between", "date-after", "date-before");
        };
    return "low".equals(cert) || "unknown".equals(cert)
        ? wording.label("date-uncertain", shown)
        : shown;
  }

  private String range(Wording wording, String both, String first, String last) {
    String start = show(from, wording.locale());
    String end = show(to, wording.locale());
    if (from.isEmpty()) {
      return wording.label(last, end);
    }
    if (to.isEmpty()) {
      return wording.label(first, start);
    }
    return from.equals(to) ? start : wording.label(both, start, end);
  }

  private static String show(String iso, Locale locale) {
    return switch (iso.length()) {
      case 10 -> LocalDate.parse(iso).format(long_(locale));
      case 7 ->
          YearMonth.parse(iso)
              .format(DateTimeFormatter.ofPattern(isCjk(locale) ? "y年M月" : "LLLL y", locale));
      default -> iso;
    };
  }

  private static DateTimeFormatter long_(Locale locale) {
    // Editions in English write the day first, as the Guidelines' own examples do.
    return "en".equals(locale.getLanguage())
        ? DateTimeFormatter.ofPattern("d MMMM y", locale)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
  }

  private static boolean isCjk(Locale locale) {
    return "zh".equals(locale.getLanguage()) || "ja".equals(locale.getLanguage());
  }

  private static String date(
      Attributes attributes, String name, java.util.function.Consumer<String> bad) {
    String value = value(attributes, name);
    if (value.isEmpty()) {
      value = value(attributes, name + "-iso");
    }
    if (value.isEmpty()) {
      return "";
    }
    Matcher match = ISO.matcher(value);
    if (match.matches() && isReal(match)) {
      return value.substring(0, match.group(3) != null ? 10 : match.group(2) != null ? 7 : 4);
    }
    if (!value.matches("--\\d{2}(-\\d{2})?|---\\d{2}|\\d{2}:\\d{2}.*|-\\d{4,}.*|\\d{5,}.*")) {
      bad.accept(value);
    }
    return "";
  }

  private static boolean isReal(Matcher match) {
    try {
      int month = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
      int day = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
      LocalDate.of(Integer.parseInt(match.group(1)), month, day);
      return true;
    } catch (DateTimeException impossible) {
      return false;
    }
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value.strip();
  }
}
