package org.letterpress.site.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings the spellings of a word together: case, accents, points and vowel signs, ligatures, long
 * s, u and v, i and j, the forms of one letter in Greek, Cyrillic and Arabic, digits of other
 * scripts.
 *
 * <p>An umlaut is written in two ways, so a word with one has two forms: {@code Müller} gives
 * {@code muller} and {@code mueller}. A word that is written with {@code ue} has only that form;
 * otherwise {@code poet} would be found as {@code pot}.
 */
public final class Folding {
  /** Longer words are told apart by their beginnings only. */
  static final int LONGEST = 64;

  private static final int DIAERESIS = 0x308;
  private static final int RING = 0x30A;
  private static final int SMALL_E = 0x364;

  /** What stands for a letter, in the plain form and in the one with the vowel written after it. */
  private record Letters(String plain, String expanded) {
    static Letters of(String both) {
      return new Letters(both, both);
    }
  }

  private static final Map<Integer, Letters> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'v', Letters.of("u")),
          Map.entry((int) 'j', Letters.of("i")),
          Map.entry((int) 'ß', Letters.of("ss")),
          Map.entry((int) 'æ', Letters.of("ae")),
          Map.entry((int) 'œ', Letters.of("oe")),
          Map.entry((int) 'ø', new Letters("o", "oe")),
          Map.entry((int) 'þ', Letters.of("th")),
          Map.entry((int) 'ð', Letters.of("d")),
          Map.entry((int) 'đ', Letters.of("d")),
          Map.entry((int) 'ħ', Letters.of("h")),
          Map.entry((int) 'ı', Letters.of("i")),
          Map.entry((int) 'ȷ', Letters.of("i")),
          Map.entry((int) 'ł', Letters.of("l")),
          Map.entry((int) 'ŧ', Letters.of("t")),
          Map.entry((int) 'ƒ', Letters.of("f")),
          Map.entry((int) 'ꝛ', Letters.of("r")),
          Map.entry((int) 'ꝑ', Letters.of("p")),
          Map.entry((int) 'ꝓ', Letters.of("p")),
          Map.entry((int) 'ꝗ', Letters.of("q")),
          // Greek and Cyrillic
          Map.entry((int) 'ς', Letters.of("σ")),
          Map.entry((int) 'ѣ', Letters.of("е")),
          Map.entry((int) 'і', Letters.of("и")),
          Map.entry((int) 'ѳ', Letters.of("ф")),
          Map.entry((int) 'ѵ', Letters.of("и")),
          // Hebrew finals
          Map.entry((int) 'ך', Letters.of("כ")),
          Map.entry((int) 'ם', Letters.of("מ")),
          Map.entry((int) 'ן', Letters.of("נ")),
          Map.entry((int) 'ף', Letters.of("פ")),
          Map.entry((int) 'ץ', Letters.of("צ")),
          // Arabic and Persian
          Map.entry((int) 'ى', Letters.of("ي")),
          Map.entry((int) 'ی', Letters.of("ي")),
          Map.entry((int) 'ة', Letters.of("ه")),
          Map.entry((int) 'ھ', Letters.of("ه")),
          Map.entry((int) 'ک', Letters.of("ك")),
          Map.entry((int) 'ٱ', Letters.of("ا")),
          Map.entry(0x640, Letters.of("")));

  private Folding() {}

  /**
   * The forms under which a word is found: none when nothing is left of it, two when it has an
   * umlaut.
   */
  public static List<String> forms(CharSequence word) {
    if (isPlain(word)) {
      return List.of(word.toString());
    }
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(apart.length());
    StringBuilder expanded = new StringBuilder(apart.length());
    for (int at = 0; at < apart.length(); ) {
      int letter = apart.codePointAt(at);
      at += Character.charCount(letter);
      if (isMark(letter) || !belongsToWord(letter)) {
        continue;
      }
      Letters known = LETTERS.get(letter);
      if (known != null) {
        plain.append(known.plain());
        expanded.append(known.expanded());
      } else {
        int written =
            Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER
                ? '0' + Character.digit(letter, 10)
                : letter;
        plain.appendCodePoint(written);
        expanded.appendCodePoint(written);
        expanded.append(vowelAfter(letter, apart, at));
      }
    }
    dropHardSign(plain);
    dropHardSign(expanded);
    String first = composed(plain);
    String second = composed(expanded);
    if (first.isEmpty()) {
      return List.of();
    }
    return first.equals(second) ? List.of(first) : List.of(first, second);
  }

  private static boolean isPlain(CharSequence word) {
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      boolean plain =
          letter >= 'a' && letter <= 'z' && letter != 'v' && letter != 'j'
              || letter >= '0' && letter <= '9';
      if (!plain) {
        return false;
      }
    }
    return word.length() > 0 && word.length() <= LONGEST;
  }

  /** The letter that may be written for the marks after a, o or u: "e", after a ring "a". */
  private static String vowelAfter(int letter, String text, int start) {
    if (letter != 'a' && letter != 'o' && letter != 'u') {
      return "";
    }
    for (int at = start; at < text.length() && isMark(text.charAt(at)); at++) {
      char mark = text.charAt(at);
      if (mark == DIAERESIS || mark == SMALL_E) {
        return "e";
      }
      if (mark == RING && letter == 'a') {
        return "a";
      }
    }
    return "";
  }

  /** Russian words of the old spelling end in a sign that is not heard. */
  private static void dropHardSign(StringBuilder word) {
    int last = word.length() - 1;
    if (last > 0 && word.charAt(last) == 'ъ') {
      word.setLength(last);
    }
  }

  private static String composed(StringBuilder word) {
    String whole = Normalizer.normalize(word, Normalizer.Form.NFC);
    if (whole.length() <= LONGEST) {
      return whole;
    }
    return whole.substring(
        0, Character.isHighSurrogate(whole.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }

  /** Letters, marks and numbers. */
  static boolean belongsToWord(int letter) {
    return switch (Character.getType(letter)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  /**
   * Accents and points that readers leave out. The vowel signs of Indic scripts are no such marks:
   * without them nothing is left of a word.
   */
  private static boolean isMark(int letter) {
    return (letter >= 0x300 && letter <= 0x36F)
        || (letter >= 0x483 && letter <= 0x489)
        || (letter >= 0x591 && letter <= 0x5C7)
        || (letter >= 0x610 && letter <= 0x61A)
        || (letter >= 0x64B && letter <= 0x65F)
        || letter == 0x670
        || (letter >= 0x6D6 && letter <= 0x6ED)
        || (letter >= 0x730 && letter <= 0x74A)
        || letter == 0x711
        || (letter >= 0x1AB0 && letter <= 0x1AFF)
        || (letter >= 0x1DC0 && letter <= 0x1DFF)
        || (letter >= 0x20D0 && letter <= 0x20FF)
        || (letter >= 0xFE20 && letter <= 0xFE2F);
  }
}
