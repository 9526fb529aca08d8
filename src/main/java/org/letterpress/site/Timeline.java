package org.letterpress.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Moment;
import org.letterpress.letter.Part;
import org.letterpress.letter.Wording;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * How many letters there are of each month, year, decade or century, whichever gives a picture that
 * can be read; times without a letter are there, too.
 */
final class Timeline {
  private static final int MOST_MONTHS = 36;
  private static final int MOST_BARS = 120;

  /** A stretch of time with the letters that fall into it. */
  private record Bar(String label, String shortLabel, String href, int count) {}

  private final String unit;
  private final List<Bar> bars;

  private Timeline(String unit, List<Bar> bars) {
    this.unit = unit;
    this.bars = bars;
  }

  /**
   * The timeline of some letters.
   *
   * @param href gives the address of a part
   * @param parts the parts of the list of these letters
   */
  static Timeline of(
      List<IndexedLetter> letters, Wording wording, Function<Part, String> href, List<Part> parts) {
    TreeMap<Integer, Integer> months = new TreeMap<>();
    TreeMap<Integer, Integer> years = new TreeMap<>();
    boolean yearsOnly = false;
    for (IndexedLetter letter : letters) {
      Moment moment = Moment.of(letter);
      if (!moment.iso().isEmpty()) {
        years.merge(moment.yearNumber(), 1, Integer::sum);
        if (moment.monthNumber() > 0) {
          months.merge(moment.yearNumber() * 12 + moment.monthNumber() - 1, 1, Integer::sum);
        } else {
          yearsOnly = true;
        }
      }
    }
    if (years.size() == 0) {
      return new Timeline("", List.of());
    }
    Map<Integer, String> hrefs = new TreeMap<>();
    for (Part part : parts) {
      String year = Moment.of(part.letters().get(0)).year();
      if (!year.isEmpty()) {
        hrefs.putIfAbsent(Integer.parseInt(year), href.apply(part));
      }
    }
    int span = years.lastKey() - years.firstKey() + 1;
    if (!yearsOnly && !months.isEmpty() && months.lastKey() - months.firstKey() < MOST_MONTHS) {
      return new Timeline("month", months(months, hrefs, wording));
    }
    int size = span <= MOST_BARS ? 1 : span <= 10 * MOST_BARS ? 10 : 100;
    String unit = size == 1 ? "year" : size == 10 ? "decade" : "century";
    return new Timeline(unit, bars(years, size, hrefs, wording));
  }

  private static List<Bar> months(
      TreeMap<Integer, Integer> months, Map<Integer, String> hrefs, Wording wording) {
    List<Bar> bars = new ArrayList<>();
    for (int month = months.firstKey(); month <= months.lastKey(); month++) {
      int year = Math.floorDiv(month, 12);
      int number = Math.floorMod(month, 12) + 1;
      String iso = iso(year) + "-%02d".formatted(number);
      bars.add(
          new Bar(
              Moment.label(iso, wording),
              number == 1 || month == months.firstKey() ? Moment.label(iso(year), wording) : "",
              hrefs.getOrDefault(year, ""),
              months.getOrDefault(month, 0)));
    }
    return bars;
  }

  private static List<Bar> bars(
      TreeMap<Integer, Integer> years, int size, Map<Integer, String> hrefs, Wording wording) {
    List<Bar> bars = new ArrayList<>();
    int first = Math.floorDiv(years.firstKey(), size) * size;
    for (int from = first; from <= years.lastKey(); from += size) {
      int count = 0;
      String href = "";
      for (int year = from; year < from + size; year++) {
        count += years.getOrDefault(year, 0);
        href = href.isEmpty() ? hrefs.getOrDefault(year, "") : href;
      }
      String start = Moment.label(iso(from), wording);
      String label =
          size == 1
              ? start
              : wording.label("date-span", start, Moment.label(iso(from + size - 1), wording));
      bars.add(new Bar(label, start, href, count));
    }
    return bars;
  }

  private static String iso(int year) {
    // There is no year 0; in a row of years it is shown as the last one before our count.
    return year < 0 ? "-%04d".formatted(-year) : year == 0 ? "-0001" : "%04d".formatted(year);
  }

  void write(TreeWriter out) throws SAXException {
    if (bars.isEmpty()) {
      return;
    }
    int most = bars.stream().mapToInt(Bar::count).max().orElse(1);
    out.start("timeline", "unit", unit, "most", String.valueOf(most));
    for (Bar bar : bars) {
      out.start(
              "bar",
              "label",
              bar.label,
              "short",
              bar.shortLabel,
              "href",
              bar.count == 0 ? "" : bar.href,
              "count",
              String.valueOf(bar.count))
          .end();
    }
    out.end();
  }
}
