package org.letterpress.validate.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of months and of days of the week, in the languages and spellings of letters.
 *
 * <p>Java knows today's names; {@code calendar-words.properties} adds historic and short forms.
 */
final class CalendarWords {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "it", "es", "pt", "pl", "ru", "uk", "nl", "cs", "sk", "da", "sv", "nb",
          "hu", "fi", "el", "ca", "ro");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+\\.?");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final CalendarWords KNOWN = new CalendarWords();

  private final Map<String, Set<Month>> months = new HashMap<>();
  private final Map<String, Set<DayOfWeek>> days = new HashMap<>();
  private final Map<String, Set<DayOfWeek>> shortDays = new HashMap<>();
  private final Map<String, Set<DayOfWeek>> latinDays = new HashMap<>();

  private CalendarWords() {
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
        for (Month month : Month.values()) {
          add(months, month.getDisplayName(style, locale), month);
        }
        for (DayOfWeek day : DayOfWeek.values()) {
          add(days, day.getDisplayName(style, locale), day);
        }
      }
    }
    Properties more = load();
    for (String key : more.stringPropertyNames()) {
      String[] parts = key.split("\\.");
      int number = Integer.parseInt(parts[1]);
      for (String word : more.getProperty(key).split("\\s+")) {
        switch (parts[0]) {
          case "month" -> add(months, word, Month.of(number));
          case "latin" -> add(latinDays, word, DayOfWeek.of(number));
          default -> {
            if (parts.length == 2) {
              add(days, word, DayOfWeek.of(number));
            } else {
              add(shortDays, parts[2] + " " + word, DayOfWeek.of(number));
            }
          }
        }
      }
    }
  }

  /** The words, which are read once and never change. */
  static CalendarWords known() {
    return KNOWN;
  }

  private static Properties load() {
    Properties words = new Properties();
    try (InputStream stream = CalendarWords.class.getResourceAsStream("calendar-words.properties");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words;
  }

  private static <T extends Enum<T>> void add(Map<String, Set<T>> words, String word, T meaning) {
    String plain = plain(word);
    words.computeIfAbsent(plain, key -> EnumSet.of(meaning)).add(meaning);
  }

  /** Lower case without accents, so that "Février" and "fevrier" are one word. */
  static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('ł', 'l');
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** The months that a word may name; none for any other word. */
  Set<Month> months(String word) {
    return months.getOrDefault(plain(word), Set.of());
  }

  /**
   * The days of the week that are named, each with the word that names it.
   *
   * @param text words of a dateline or date
   * @param language its language tag, or empty; short forms count in their language only
   */
  Map<String, Set<DayOfWeek>> days(String text, String language) {
    Map<String, Set<DayOfWeek>> named = new HashMap<>();
    String tongue = Locale.forLanguageTag(language).getLanguage();
    List<String> words = new ArrayList<>();
    Matcher match = WORD.matcher(text);
    while (match.find()) {
      words.add(match.group());
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean stopped = word.endsWith(".");
      String plain = plain(stopped ? word.substring(0, word.length() - 1) : word);
      String before = i == 0 ? "" : plain(words.get(i - 1)).replace(".", "");
      Set<DayOfWeek> found = days.get(plain);
      if (found == null && stopped) {
        found = shortDays.get(tongue + " " + plain);
      }
      if (before.equals("feria") || before.equals("die") || before.equals("dies")) {
        found = latinDays.getOrDefault(plain, found);
      }
      if (found != null) {
        named.put(stopped ? word.substring(0, word.length() - 1) : word, found);
      }
    }
    return named;
  }
}
