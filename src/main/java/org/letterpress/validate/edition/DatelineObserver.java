package org.letterpress.validate.edition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.letter.Calendars;
import org.letterpress.letter.LetterDate;
import org.xml.sax.Attributes;

/**
 * Compares what a dateline, or any other date, says in words with what its {@code @when} says:
 * year, month, day, and the day of the week. Only what cannot both be true is reported.
 */
final class DatelineObserver implements Observer {
  /** What is not part of the reading text, or names a place or person. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "note",
          "del",
          "sic",
          "figDesc",
          "fw",
          "placeName",
          "persName",
          "orgName",
          "settlement",
          "address",
          "salute");

  /** Where editors and writers change words, a difference is on purpose. */
  private static final Set<String> TOUCHED =
      Set.of("sic", "corr", "del", "note", "supplied", "gap", "unclear");

  /** Before this day England counted by the Julian calendar, and with it most old letters. */
  private static final LocalDate ENGLAND = LocalDate.of(1752, 9, 14);

  /** Before this day Russia and, until 1923, its neighbours did. */
  private static final LocalDate EAST = LocalDate.of(1923, 3, 1);

  private static final Set<String> EASTERN = Set.of("ru", "uk", "be", "bg", "sr", "el", "ro");

  /** A date whose words are being read. */
  private static final class Written {
    final OpenElement element;
    final LetterDate date;
    final StringBuilder words = new StringBuilder();
    boolean touched;

    Written(OpenElement element, LetterDate date) {
      this.element = element;
      this.date = date;
    }
  }

  /** A dateline with its dates. */
  private static final class Line {
    final OpenElement element;
    final StringBuilder words = new StringBuilder();
    final List<Written> dates = new ArrayList<>();

    Line(OpenElement element) {
      this.element = element;
    }
  }

  private final Consumer<Diagnostic> found;
  private final Deque<Written> dates = new ArrayDeque<>();
  private Line line;
  private int hidden;

  DatelineObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    if (hidden > 0 || (inside() && LEFT_OUT.contains(element.name))) {
      hidden++;
    }
    if (TOUCHED.contains(element.name)) {
      dates.forEach(written -> written.touched = true);
    }
    if (element.name.equals("lb") || element.name.equals("addrLine")) {
      append(" ");
    }
    if (line == null && element.name.equals("dateline") && element.text) {
      line = new Line(element);
    } else if (element.name.equals("date") && isCompared(element)) {
      LetterDate date = LetterDate.of(attributes, "", bad -> {});
      Written written = new Written(element, date);
      dates.push(written);
      if (line != null) {
        line.dates.add(written);
      }
    }
  }

  private static boolean isCompared(OpenElement element) {
    return element.text
        || (element.header && (element.isIn("correspAction") || element.isIn("creation")));
  }

  private boolean inside() {
    return line != null || !dates.isEmpty();
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    if (hidden == 0 && inside()) {
      append(run.characters());
    }
  }

  private void append(CharSequence words) {
    dates.forEach(written -> written.words.append(words));
    if (line != null) {
      line.words.append(words);
    }
  }

  @Override
  public void end(OpenElement element) {
    hidden = hidden > 0 ? hidden - 1 : 0;
    if (!dates.isEmpty() && dates.peek().element == element) {
      Written written = dates.pop();
      if (isDay(written.date) && !written.touched && !written.date.isDoubtful()) {
        compare(written);
      }
      if (!element.isIn("dateline") && isDay(written.date) && !written.touched) {
        weekday(written, written.words.toString());
      }
    }
    if (line != null && line.element == element) {
      List<Written> dated = line.dates.stream().filter(written -> isDay(written.date)).toList();
      if (line.dates.size() == 1 && dated.size() == 1 && !dated.get(0).touched) {
        weekday(dated.get(0), line.words.toString());
      }
      line = null;
    }
  }

  private static boolean isDay(LetterDate date) {
    return date.form() == LetterDate.Form.WHEN
        && date.earliest() != null
        && !date.from().startsWith("-")
        && date.from().length() == 10;
  }

  /** Year, month and day in words against the value; the old style's day counts as well. */
  private void compare(Written written) {
    WrittenDate said = WrittenDate.of(written.words.toString(), CalendarWords.known());
    LocalDate day = written.date.earliest();
    boolean agrees =
        (said.years().isEmpty() || said.years().contains(day.getYear()))
            && (said.months().isEmpty() || said.months().contains(day.getMonth()))
            && (said.days().size() != 1 || said.days().contains(day.getDayOfMonth()));
    if (agrees) {
      return;
    }
    LocalDate julian = julian(day);
    boolean oldYear =
        day.isBefore(ENGLAND)
            && day.getMonth().compareTo(Month.APRIL) < 0
            && said.years().contains(day.getYear() - 1);
    String other = "";
    if (!said.years().isEmpty()
        && !said.years().contains(day.getYear())
        && !said.years().contains(julian.getYear())
        && !oldYear) {
      other = "year";
    } else if (!said.months().isEmpty()
        && !said.months().contains(day.getMonth())
        && !said.months().contains(julian.getMonth())) {
      other = "month";
    } else if (said.days().size() == 1
        && !said.days().contains(day.getDayOfMonth())
        && !said.days().contains(julian.getDayOfMonth())) {
      other = "day";
    }
    if (!other.isEmpty()) {
      found.accept(
          Diagnostic.of(
              Code.LETTER_OTHER_DATE,
              written.element.place,
              shown(written.words),
              written.date.from(),
              other));
    }
  }

  private void weekday(Written written, String words) {
    Map<String, Set<DayOfWeek>> named = CalendarWords.known().days(words, written.element.language);
    if (named.size() != 1) {
      return;
    }
    Map.Entry<String, Set<DayOfWeek>> only = named.entrySet().iterator().next();
    LocalDate day = written.date.earliest();
    if (only.getValue().contains(day.getDayOfWeek())) {
      return;
    }
    // Is the value a day of the Julian calendar that nobody has converted?
    LocalDate converted = LocalDate.parse(Calendars.gregorian(day.toString()));
    boolean fits = only.getValue().contains(converted.getDayOfWeek());
    boolean declared = !written.date.julian().isEmpty();
    if (fits && !declared && isOldStyle(day, written.element.language)) {
      return;
    }
    Diagnostic finding =
        Diagnostic.of(
            Code.LETTER_WEEKDAY,
            written.element.place,
            only.getKey(),
            day.toString(),
            isOldStyle(day, written.element.language)
                ? name(day) + ", or as a Julian day a " + name(converted)
                : name(day));
    found.accept(
        fits && declared
            ? finding.withRemedy(
                "it fits the Julian "
                    + day
                    + ": write that day in @when as the Gregorian "
                    + converted)
            : finding);
  }

  private static String name(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static boolean isOldStyle(LocalDate day, String language) {
    return day.isBefore(ENGLAND)
        || (day.isBefore(EAST) && EASTERN.contains(Locale.forLanguageTag(language).getLanguage()));
  }

  private static LocalDate julian(LocalDate day) {
    String iso = Calendars.julian(day.toString());
    // The Julian calendar has a 29th of February more in 1700; the day before will do.
    return iso.endsWith("02-29") && !day.isLeapYear()
        ? LocalDate.of(day.getYear(), 2, 28)
        : iso.isEmpty() ? day : LocalDate.parse(iso);
  }

  private static String shown(StringBuilder words) {
    String plain = words.toString().strip().replaceAll("\\s+", " ");
    return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
  }
}
