package org.letterpress.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * A date as the attributes of TEI's att.datable state it (TEI Guidelines 3.6.4 and 14.4), or as the
 * words of its element do where they are in ISO form.
 *
 * <p>Ends are kept in ISO form, in the Gregorian calendar and as exactly as they are known: {@code
 * 1815-02-05}, {@code 1815-02}, {@code 1815}, with a minus before years BC.
 *
 * @param form how the two ends are meant
 * @param from earliest day, month or year, or empty; for {@link Form#YEARLESS} the value as written
 * @param to latest one, or empty; the same as {@code from} for a single date
 * @param cert value of {@code @cert}, or empty
 * @param precision value of {@code @precision}, or empty
 * @param evidence value of {@code @evidence}, or empty
 * @param julian the same day in the Julian calendar, where the source counts by it, or empty
 * @param text what the editor wrote in the element, or empty
 * @param inferred true when no correspDesc states it
 */
public record LetterDate(
    Form form,
    String from,
    String to,
    String cert,
    String precision,
    String evidence,
    String julian,
    String text,
    boolean inferred) {

  /** How the ends of a date are meant. */
  public enum Form {
    /** One date: {@code @when}. */
    WHEN,
    /** A span of time: {@code @from} and {@code @to}. */
    SPAN,
    /** One date somewhere between two: {@code @notBefore} and {@code @notAfter}. */
    BETWEEN,
    /** A day or month of which the year is not known: {@code --01-24}. */
    YEARLESS,
    /** Nothing but words. */
    TEXT
  }

  private static final Pattern ISO =
      Pattern.compile("(-?)(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?(?:[T ].*|Z|[+-]\\d{2}:\\d{2})?");

  private static final Pattern YEARLESS = Pattern.compile("--\\d{2}(?:-\\d{2})?|---\\d{2}");

  /** Values that TEI allows and that give no year of ours: times of day, years of five digits. */
  private static final Pattern NO_DATE = Pattern.compile("\\d{2}:\\d{2}.*|-?\\d{5,}.*");

  private static final Pattern SPACED_HYPHEN = Pattern.compile("\\s*-\\s*");
  private static final Pattern JULIAN =
      Pattern.compile(".*(julian|old.?style).*|#?os", Pattern.CASE_INSENSITIVE);

  /** Sorts after every date. */
  static final String UNDATED = "9999-99-99";

  private static final LetterDate NONE =
      new LetterDate(Form.TEXT, "", "", "", "", "", "", "", false);

  /**
   * The date that an element's attributes give.
   *
   * @param text the words of the element as far as they are known
   * @param bad told each value that is not a date; it then counts as not given
   */
  public static LetterDate of(Attributes attributes, String text, Consumer<String> bad) {
    LetterDate ends = ends(attributes, "", false, bad);
    if (ends.form == Form.TEXT) {
      ends = ends(attributes, "-iso", false, bad);
    }
    boolean customJulian = isJulian(attributes, "datingMethod");
    if (ends.form == Form.TEXT) {
      // A custom value is in a calendar of its own; only its ISO form can be put in order.
      LetterDate custom = ends(attributes, "-custom", customJulian, value -> {});
      ends = customJulian ? custom.fromJulian() : custom;
    }
    String julian = "";
    if (ends.form == Form.WHEN && ends.isDay()) {
      String custom = point(value(attributes, "when-custom"), true, value -> {});
      if (customJulian && custom.length() == 10 && !custom.startsWith("-")) {
        julian = custom;
      } else if (customJulian || isJulian(attributes, "calendar")) {
        julian = Calendars.julian(ends.from);
      }
    }
    LetterDate date =
        new LetterDate(
            ends.form,
            ends.from,
            ends.to,
            value(attributes, "cert"),
            value(attributes, "precision"),
            value(attributes, "evidence"),
            julian.equals(ends.from) ? "" : julian,
            value(attributes, "when-custom"),
            false);
    return text.isEmpty() ? date : date.withText(text);
  }

  /** What the words of an element say by themselves. */
  public static LetterDate ofText(String words) {
    return NONE.withText(words);
  }

  private static LetterDate ends(
      Attributes attributes, String suffix, boolean julian, Consumer<String> bad) {
    String when = value(attributes, "when" + suffix);
    if (!when.isEmpty()) {
      LetterDate date = span(when, julian, bad);
      if (date.form != Form.TEXT) {
        return date;
      }
    }
    LetterDate span =
        range(
            Form.SPAN,
            point(value(attributes, "from" + suffix), julian, bad),
            point(value(attributes, "to" + suffix), julian, bad));
    return span.form != Form.TEXT
        ? span
        : range(
            Form.BETWEEN,
            point(value(attributes, "notBefore" + suffix), julian, bad),
            point(value(attributes, "notAfter" + suffix), julian, bad));
  }

  /** A single value, or two of them with a slash between as ISO 8601 writes an interval. */
  private static LetterDate span(String value, boolean julian, Consumer<String> bad) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      String point = point(value, julian, bad);
      return YEARLESS.matcher(point).matches()
          ? NONE.with(Form.YEARLESS, point, point)
          : range(Form.WHEN, point, point);
    }
    return range(
        Form.SPAN,
        point(value.substring(0, slash), julian, bad),
        point(value.substring(slash + 1), julian, bad));
  }

  private static LetterDate range(Form form, String from, String to) {
    boolean yearless = YEARLESS.matcher(from + to).lookingAt();
    return (from.isEmpty() && to.isEmpty()) || yearless ? NONE : NONE.with(form, from, to);
  }

  private LetterDate with(Form otherForm, String start, String end) {
    return new LetterDate(otherForm, start, end, cert, precision, evidence, julian, text, inferred);
  }

  /** The ends, which are Julian days, as Gregorian ones. */
  private LetterDate fromJulian() {
    return with(form, Calendars.gregorian(from), Calendars.gregorian(to));
  }

  /**
   * The same date with the words of its element, which are known only at its end. Where there are
   * no attributes, words in ISO form are read as attributes would be.
   */
  LetterDate withText(String words) {
    // "unknown" is what some editions write into an element they were made to fill.
    String kept = words.isEmpty() ? text : words.equalsIgnoreCase("unknown") ? "" : words;
    LetterDate read = form == Form.TEXT && !kept.isEmpty() ? span(kept, false, value -> {}) : this;
    return new LetterDate(
        read.form, read.from, read.to, cert, precision, evidence, julian, kept, inferred);
  }

  /** The same date, marked as one that no correspDesc states. */
  LetterDate asInferred() {
    return new LetterDate(form, from, to, cert, precision, evidence, julian, text, true);
  }

  /** True when the attributes give a point or span of time. */
  public boolean isKnown() {
    return form != Form.TEXT && form != Form.YEARLESS;
  }

  /** The first day that may be meant, or null when it is open. */
  public LocalDate earliest() {
    return isKnown() && !from.isEmpty() ? Calendars.firstDay(from) : null;
  }

  /** The last day that may be meant, or null when it is open. */
  public LocalDate latest() {
    return isKnown() && !to.isEmpty() ? Calendars.lastDay(to) : null;
  }

  /** True when every day that this date may mean comes before every day that the other may mean. */
  public boolean isCertainlyBefore(LetterDate other) {
    return latest() != null && other.earliest() != null && latest().isBefore(other.earliest());
  }

  /** True when the editor is not sure of it: {@code @cert} or {@code @precision} is low. */
  public boolean isDoubtful() {
    return !precision.isEmpty() && !precision.equals("high")
        || !cert.isEmpty() && !cert.equals("high");
  }

  private boolean isDay() {
    return from.length() - (from.startsWith("-") ? 1 : 0) == 10;
  }

  /**
   * A key that sorts by time: the earliest day, else the latest; an unknown part sorts after the
   * known ones, so a month follows its days. Years BC sort before all others.
   */
  public String sortKey() {
    String best = from.isEmpty() ? to : from;
    if (best.isEmpty() || !isKnown()) {
      return UNDATED;
    }
    boolean bc = best.startsWith("-");
    String iso = bc ? best.substring(1) : best;
    String key = iso.length() == 10 ? iso : iso + "-99-99".substring(iso.length() - 4);
    return bc
        ? "-%04d%s".formatted(9999 - Integer.parseInt(key.substring(0, 4)), key.substring(4))
        : key;
  }

  /** The date in the words of a language; the editor's own words when nothing is known. */
  public String display(Wording wording) {
    String shown =
        switch (form) {
          case TEXT -> text;
          case YEARLESS -> Calendars.showYearless(from, wording);
          case WHEN ->
              julian.isEmpty() ? show(from, wording) : Calendars.both(julian, from, wording);
          case SPAN -> range(wording, "date-span", "date-from", "date-to");
          case BETWEEN -> range(wording, "date-between", "date-after", "date-before");
        };
    if (shown.isEmpty()) {
      return shown;
    }
    if (precision.equals("low")) {
      shown = wording.label("date-about", shown);
    }
    shown =
        switch (evidence) {
          case "conjecture", "internal", "external" ->
              wording.label("date-evidence-" + evidence, shown);
          default -> shown;
        };
    shown =
        switch (cert) {
          case "low", "unknown" -> wording.label("date-uncertain", shown);
          case "medium" -> wording.label("date-probable", shown);
          default -> shown;
        };
    return inferred ? wording.label("inferred-value", shown) : shown;
  }

  private String range(Wording wording, String both, String first, String last) {
    String start = show(from, wording);
    String end = show(to, wording);
    if (from.isEmpty()) {
      return wording.label(last, end);
    }
    if (to.isEmpty()) {
      return wording.label(first, start);
    }
    return from.equals(to) ? start : wording.label(both, start, end);
  }

  private static String show(String iso, Wording wording) {
    return iso.isEmpty() ? "" : Calendars.show(iso, wording);
  }

  /** One value as an ISO date; empty when there is none or it is not one. */
  private static String point(String written, boolean julian, Consumer<String> bad) {
    String value = written;
    if (value.isEmpty() || value.equals("..") || value.equalsIgnoreCase("unknown")) {
      return "";
    }
    if (value.indexOf(' ') >= 0) {
      value = SPACED_HYPHEN.matcher(value.strip()).replaceAll("-");
    }
    if (YEARLESS.matcher(value).matches()) {
      return value;
    }
    // The signs with which EDTF marks doubt.
    char last = value.charAt(value.length() - 1);
    if (last == '?' || last == '~' || last == '%') {
      value = value.substring(0, value.length() - 1);
    }
    Matcher match = ISO.matcher(value);
    if (match.matches() && isReal(match, julian)) {
      int end = match.end(match.group(4) != null ? 4 : match.group(3) != null ? 3 : 2);
      return value.substring(0, end);
    }
    if (!NO_DATE.matcher(value).matches()) {
      bad.accept(written);
    }
    return "";
  }

  private static boolean isReal(Matcher match, boolean julian) {
    try {
      int year = Integer.parseInt(match.group(2));
      int month = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
      int day = match.group(4) == null ? 1 : Integer.parseInt(match.group(4));
      // In the Julian calendar every fourth year is a leap year, 1700 too.
      Calendars.day(!match.group(1).isEmpty(), julian && year % 4 == 0 ? 2000 : year, month, day);
      return true;
    } catch (DateTimeException impossible) {
      return false;
    }
  }

  private static boolean isJulian(Attributes attributes, String name) {
    return JULIAN.matcher(value(attributes, name)).matches();
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value.strip();
  }
}
