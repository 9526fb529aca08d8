package org.letterpress.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who wrote to whom, as far as a title shows it by names that are marked as names: "Letter from
 * {@code <persName>} to {@code <persName>}".
 *
 * <p>Nothing is concluded where the words between the names are more than a phrase.
 */
final class TitleNames {
  private record Span(Named named, int start, int end) {}

  /** By language, the words that stand before an addressee. */
  private static final Map<String, Set<String>> TO =
      Map.of(
          "en", Set.of("to"),
          "de", Set.of("an"),
          "fr", Set.of("à", "au", "aux"),
          "it", Set.of("a", "al", "alla", "ad"),
          "es", Set.of("a", "al"),
          "pt", Set.of("a", "ao", "à"),
          "pl", Set.of("do"),
          "nl", Set.of("aan"),
          "la", Set.of("ad"),
          "ru", Set.of("к"));

  private static final Set<String> TO_IN_ANY = Set.of("to", "an", "à", "aan", "ad", "do");
  private static final Set<String> JOINING =
      Set.of("and", "und", "et", "e", "y", "i", "en", "och", "og", "и", "&");

  private static final Pattern WORDS = Pattern.compile("[\\s,]+");
  private static final int MOST_WORDS = 6;

  private final List<Span> spans = new ArrayList<>();

  void add(Named named, int start, int end) {
    spans.add(new Span(named, start, end));
  }

  /** Fills the two lists when the title leaves no doubt. */
  void read(Words title, String language, List<Named> senders, List<Named> addressees) {
    String primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
    Set<String> to = TO.getOrDefault(primary, TO_IN_ANY);
    int first = -1;
    for (int i = 0; i < spans.size() && first < 0; i++) {
      int before = i == 0 ? 0 : spans.get(i - 1).end;
      if (leads(title.spaced(before, spans.get(i).start), to, i == 0)) {
        first = i;
      }
    }
    if (first < 0) {
      return;
    }
    for (int i = first - 1; i >= 0; i--) {
      senders.add(0, spans.get(i).named);
      if (i > 0 && !joins(title.spaced(spans.get(i - 1).end, spans.get(i).start))) {
        break;
      }
    }
    for (int i = first; i < spans.size(); i++) {
      if (i > first && !joins(title.spaced(spans.get(i - 1).end, spans.get(i).start))) {
        break;
      }
      addressees.add(spans.get(i).named);
    }
  }

  /** True when the words before a name end in "to" and at most a title of honour. */
  private static boolean leads(String between, Set<String> to, boolean first) {
    if (between.indexOf(':') >= 0 || between.indexOf(';') >= 0 || between.indexOf('(') >= 0) {
      return false;
    }
    String[] words = WORDS.split(between.strip());
    int at = -1;
    for (int i = 0; i < words.length; i++) {
      if (to.contains(words[i].toLowerCase(Locale.ROOT))) {
        at = i;
      }
    }
    if (at < 0 || words.length - at > 4) {
      return false;
    }
    // Before the first name stands what kind of text it is: "Letter to"; more says other things.
    return first ? at <= 3 : words.length <= MOST_WORDS;
  }

  private static boolean joins(String between) {
    String plain = between.strip();
    return plain.isEmpty() || plain.equals(",") || JOINING.contains(plain.replace(",", "").strip());
  }
}
