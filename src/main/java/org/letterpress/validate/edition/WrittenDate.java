package org.letterpress.validate.edition;

import java.time.Month;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a date say for certain: years, months and days that are named in them.
 *
 * <p>Each set holds all that the words may mean, so that only a value in none of them contradicts
 * the words. An empty set says nothing.
 */
record WrittenDate(Set<Integer> years, Set<Month> months, Set<Integer> days) {
  private static final Pattern DIVIDED =
      Pattern.compile(
          "(?<![0-9])([0-9]{1,2})\\s*[./-]\\s*([0-9]{1,2}|[ivxIVX]{1,4})\\s*[./-]\\s*"
              + "['’]?([0-9]{4}|[0-9]{2})(?![0-9])");
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern ROMAN =
      Pattern.compile("(?<![0-9])([0-9]{1,2})[.\\s/]+([ivxIVX]{1,4})[.\\s/]");
  private static final Pattern YEAR =
      Pattern.compile("(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?:\\s*[/-]\\s*([0-9]{1,2}))?(?![0-9])");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9.,/:½¼¾])([0-9]{1,2})(?![0-9:½¼¾])");
  private static final Pattern WORD = Pattern.compile("(?:[0-9]{1,2})?\\p{L}+");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)uhr|clock|heures?|\\bore\\b|\\bh\\b|[0-9]\\s*h\\b|\\b[ap]\\.?\\s?m\\b|midi|noon"
              + "|mittag|nacht|abends?|morgens?|godz|час|[½¼¾]|[0-9]:[0-9]");
  private static final List<String> NUMERALS =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  /** Reads words; what cannot be told for certain stays out. */
  static WrittenDate of(String text, CalendarWords words) {
    Set<Integer> years = new HashSet<>();
    Set<Month> months = EnumSet.noneOf(Month.class);
    Set<Integer> days = new HashSet<>();
    String rest = text;
    Matcher iso = ISO.matcher(rest);
    if (iso.find()) {
      years.add(Integer.valueOf(iso.group(1)));
      month(Integer.parseInt(iso.group(2)), months);
      days.add(Integer.valueOf(iso.group(3)));
      rest = iso.replaceAll(" ");
    }
    Matcher divided = DIVIDED.matcher(rest);
    while (divided.find()) {
      divided(divided, years, months, days);
    }
    rest = divided.replaceAll(" ");
    Matcher roman = ROMAN.matcher(rest);
    while (roman.find()) {
      month(numeral(roman.group(2)), months);
    }
    Matcher year = YEAR.matcher(rest);
    while (year.find()) {
      int first = Integer.parseInt(year.group(1));
      years.add(first);
      if (year.group(2) != null) {
        // 1748/9 and 1748/49: the year by the old and by the new style.
        years.add(first + 1);
      }
    }
    rest = year.replaceAll(" ");
    Matcher word = WORD.matcher(rest);
    while (word.find()) {
      months.addAll(words.months(word.group()));
    }
    // Without a month a number may be anything: a house, a sheet, the day of a week.
    if (days.isEmpty() && !months.isEmpty() && !TIME.matcher(text).find()) {
      numbers(rest, words, days);
    }
    return new WrittenDate(years, months, days);
  }

  private static void divided(
      Matcher match, Set<Integer> years, Set<Month> months, Set<Integer> days) {
    int first = Integer.parseInt(match.group(1));
    boolean numeric = Character.isDigit(match.group(2).charAt(0));
    int second = numeric ? Integer.parseInt(match.group(2)) : numeral(match.group(2));
    if (second < 1 || second > 31 || first > 31) {
      return;
    }
    // 3/4/1905 is in March or in April.
    month(second, months);
    days.add(first);
    if (numeric) {
      month(first, months);
      days.add(second);
    }
    int year = Integer.parseInt(match.group(3));
    if (match.group(3).length() == 4) {
      years.add(year);
    } else {
      for (int century = 1000; century <= 2000; century += 100) {
        years.add(century + year);
      }
    }
  }

  private static void numbers(String text, CalendarWords words, Set<Integer> days) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      int value = Integer.parseInt(number.group(1));
      boolean inMonth =
          number.end() < text.length()
              && Character.isLetter(text.charAt(number.end()))
              && !words.months(wordAt(text, number.start())).isEmpty();
      if (value >= 1 && value <= 31 && !inMonth) {
        days.add(value);
      } else if (!inMonth) {
        // A number that is no day: a house, a page. Then the others may be no days either.
        days.clear();
        return;
      }
    }
  }

  private static String wordAt(String text, int from) {
    Matcher word = WORD.matcher(text).region(from, text.length());
    return word.lookingAt() ? word.group() : "";
  }

  private static void month(int number, Set<Month> months) {
    if (number >= 1 && number <= 12) {
      months.add(Month.of(number));
    }
  }

  private static int numeral(String roman) {
    return NUMERALS.indexOf(roman.toLowerCase(Locale.ROOT)) + 1;
  }
}
