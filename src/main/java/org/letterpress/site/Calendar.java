package org.letterpress.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Moment;
import org.letterpress.letter.Wording;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * The letters in calendars: one page with all years and months, one for each year with its days.
 *
 * <p>Days are those of the Gregorian calendar. A letter whose date is no single day stands in the
 * month or the year that is known.
 */
final class Calendar {
  static final String PATH = "calendar.html";

  private final LetterLists lists;
  private final Wording wording;
  private final Locale locale;
  private final TreeMap<Integer, List<IndexedLetter>> years = new TreeMap<>();
  private final boolean hasDays;

  Calendar(EditionIndex index, LetterLists lists) {
    this.lists = lists;
    this.wording = index.wording();
    this.locale = wording.locale();
    boolean days = false;
    for (IndexedLetter letter : index.letters()) {
      Moment moment = Moment.of(letter);
      if (!moment.iso().isEmpty() && moment.yearNumber() > 0) {
        years.computeIfAbsent(moment.yearNumber(), year -> new ArrayList<>()).add(letter);
        days |= moment.isDay();
      }
    }
    this.hasDays = days;
  }

  /** True when a letter is dated to the day: else there is nothing to show that lists do not. */
  boolean exists() {
    return hasDays;
  }

  void addPages(List<SitePage> pages) {
    if (hasDays) {
      pages.add(SitePage.ofRecords(PATH, this::overview));
      years
          .keySet()
          .forEach(year -> pages.add(SitePage.ofRecords(href(year), out -> year(out, year))));
    }
  }

  private static String href(int year) {
    return "calendar/%04d.html".formatted(year);
  }

  private String label(int year) {
    return Moment.label("%04d".formatted(year), wording);
  }

  private void overview(TreeWriter out) throws SAXException {
    out.start("page", "kind", "calendar", "href", PATH);
    for (int month = 1; month <= 12; month++) {
      out.start("month-name", "short", name(month, TextStyle.SHORT_STANDALONE))
          .text(name(month, TextStyle.FULL_STANDALONE))
          .end();
    }
    int most = 1;
    for (List<IndexedLetter> letters : years.values()) {
      for (int count : months(letters)) {
        most = Math.max(most, count);
      }
    }
    for (Map.Entry<Integer, List<IndexedLetter>> year : years.entrySet()) {
      out.start(
          "year",
          "label",
          label(year.getKey()),
          "href",
          href(year.getKey()),
          "count",
          String.valueOf(year.getValue().size()));
      int[] months = months(year.getValue());
      for (int month = 1; month <= 12; month++) {
        out.start(
                "month",
                "n",
                String.valueOf(month),
                "count",
                String.valueOf(months[month]),
                "level",
                months[month] == 0 ? "0" : String.valueOf(1 + 4 * months[month] / (most + 1)))
            .end();
      }
      out.end();
    }
    out.end();
  }

  private static int[] months(List<IndexedLetter> letters) {
    int[] months = new int[13];
    for (IndexedLetter letter : letters) {
      months[Moment.of(letter).monthNumber()]++;
    }
    return months;
  }

  private String name(int month, TextStyle style) {
    return java.time.Month.of(month).getDisplayName(style, locale);
  }

  private void year(TreeWriter out, int year) throws SAXException {
    out.start(
        "page", "kind", "calendar-year", "href", href(year), "label", label(year), "up", PATH);
    neighbour(out, "previous-part", years.lowerKey(year));
    neighbour(out, "next-part", years.higherKey(year));
    DayOfWeek first = WeekFields.of(locale).getFirstDayOfWeek();
    for (int i = 0; i < 7; i++) {
      DayOfWeek day = first.plus(i);
      out.start("weekday", "short", day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
          .text(day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
          .end();
    }
    Map<LocalDate, List<IndexedLetter>> days = new TreeMap<>();
    int[] withoutDay = new int[13];
    IndexedLetter[] firstWithoutDay = new IndexedLetter[13];
    for (IndexedLetter letter : years.get(year)) {
      Moment moment = Moment.of(letter);
      if (moment.isDay()) {
        LocalDate day = LocalDate.of(year, moment.monthNumber(), moment.dayNumber());
        days.computeIfAbsent(day, key -> new ArrayList<>()).add(letter);
      } else if (withoutDay[moment.monthNumber()]++ == 0) {
        firstWithoutDay[moment.monthNumber()] = letter;
      }
    }
    for (int month = 0; month <= 12; month++) {
      if (month == 0 && withoutDay[0] == 0) {
        continue;
      }
      out.start(
          "month",
          "n",
          String.valueOf(month),
          "label",
          month == 0 ? "" : name(month, TextStyle.FULL_STANDALONE),
          "without-day",
          withoutDay[month] == 0 ? "" : String.valueOf(withoutDay[month]),
          "href",
          withoutDay[month] == 0 ? "" : lists.row(firstWithoutDay[month]));
      if (month > 0) {
        month(out, YearMonth.of(year, month), first, days);
      }
      out.end();
    }
    out.end();
  }

  private void month(
      TreeWriter out, YearMonth month, DayOfWeek first, Map<LocalDate, List<IndexedLetter>> days)
      throws SAXException {
    int blanks = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), 7);
    for (int i = 0; i < blanks; i++) {
      out.start("day").end();
    }
    for (int n = 1; n <= month.lengthOfMonth(); n++) {
      List<IndexedLetter> letters = days.getOrDefault(month.atDay(n), List.of());
      out.start("day", "n", String.valueOf(n));
      if (!letters.isEmpty()) {
        IndexedLetter letter = letters.get(0);
        boolean one = letters.size() == 1;
        out.start(
                "letters",
                "count",
                String.valueOf(letters.size()),
                "date",
                letter.date(),
                "href",
                one ? letter.href() : lists.row(letter),
                "heading",
                one ? letter.heading() : "")
            .end();
      }
      out.end();
    }
  }

  private void neighbour(TreeWriter out, String name, Integer year) throws SAXException {
    if (year != null) {
      out.start(name, "href", href(year), "label", label(year)).end();
    }
  }
}
