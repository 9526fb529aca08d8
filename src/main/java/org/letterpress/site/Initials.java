package org.letterpress.site;

import com.ibm.icu.text.AlphabeticIndex;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The letters under which the names of a list stand. */
final class Initials {
  /** A list that is longer has a page for each initial, and no page has more entries. */
  static final int MOST = 1000;

  /** What no letter begins. */
  static final String OTHER = "#";

  /** Chinese names in a list whose language is another. */
  private static final String HAN = "漢";

  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]");

  /** Hangul letters as they stand in syllables, and as they stand by themselves. */
  private static final int FIRST_JAMO = 0x1100;

  private static final String JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

  /** The initials of the sounds of Chinese names, or null where the list's language is another. */
  private final AlphabeticIndex.ImmutableIndex<String> sounds;

  /**
   * Some names that follow each other in a list.
   *
   * @param label their initial
   * @param key the same as part of an address, with a number from the second on
   * @param number 1, or more when one initial has very many
   */
  record Group<T>(String label, String key, int number, List<T> entries) {}

  /**
   * @param locale language of the list
   */
  Initials(Locale locale) {
    this.sounds =
        locale.getLanguage().equals("zh")
            ? new AlphabeticIndex<String>(locale).buildImmutableIndex()
            : null;
  }

  /** The groups of a list, none with more than {@link #MOST} entries. */
  <T> List<Group<T>> groups(List<T> entries, Function<T, String> name) {
    Map<String, List<T>> byInitial = new LinkedHashMap<>();
    for (T entry : entries) {
      byInitial.computeIfAbsent(of(name.apply(entry)), initial -> new ArrayList<>()).add(entry);
    }
    // What no letter begins stands at the end, wherever the collation puts it.
    List<T> others = byInitial.remove(OTHER);
    if (others != null) {
      byInitial.put(OTHER, others);
    }
    List<Group<T>> groups = new ArrayList<>();
    byInitial.forEach(
        (initial, all) -> {
          for (int from = 0; from < all.size(); from += MOST) {
            int number = from / MOST + 1;
            groups.add(
                new Group<>(
                    initial,
                    key(initial) + (number == 1 ? "" : "-" + number),
                    number,
                    all.subList(from, Math.min(all.size(), from + MOST))));
          }
        });
    return groups;
  }

  /** "Éluard" and "eliot" stand under E, what begins with no letter under "#". */
  String of(String name) {
    String letters =
        NO_NAME.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    if (letters.isEmpty() || !Character.isLetter(letters.codePointAt(0))) {
      return OTHER;
    }
    int first = letters.codePointAt(0);
    if (first >= FIRST_JAMO && first < FIRST_JAMO + JAMO.length()) {
      return String.valueOf(JAMO.charAt(first - FIRST_JAMO));
    }
    if (Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN) {
      return han(new String(Character.toChars(first)));
    }
    return new String(Character.toChars(Character.toUpperCase(first)));
  }

  private String han(String sign) {
    if (sounds == null) {
      return HAN;
    }
    AlphabeticIndex.Bucket<String> bucket = sounds.getBucket(sounds.getBucketIndex(sign));
    return bucket.getLabelType() == AlphabeticIndex.Bucket.LabelType.NORMAL
        ? bucket.getLabel()
        : sign;
  }

  private static String key(String initial) {
    int sign = initial.codePointAt(0);
    return initial.equals(OTHER)
        ? "other"
        : sign >= 'A' && sign <= 'Z'
            ? initial.toLowerCase(Locale.ROOT)
            : "u" + Integer.toHexString(sign);
  }
}
