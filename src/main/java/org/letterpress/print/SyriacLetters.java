package org.letterpress.print;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the letters of Syriac words (The Unicode Standard, 9.3). Unlike the Arabic ones, their
 * forms have no codes of their own; {@link CutFace} gives them private ones.
 */
final class SyriacLetters {
  private static final char FIRST = '\u0710';
  private static final char LAST = '\u074F';

  /** Behind the codes of the ligatures. */
  private static final char FIRST_FORM = CutFace.FIRST + 0x40;

  /** Letters that join the one before them only. */
  private static final String BACKWARDS =
      "\u0710\u0715\u0716\u0717\u0718\u0719\u071E\u0728\u072A\u072C\u072F\u074D";

  private static final List<String> FEATURES = List.of("fina", "init", "medi");

  /**
   * A letter at its place.
   *
   * @param form position of the place in {@link #FEATURES}
   */
  record Place(char letter, int form) {}

  private SyriacLetters() {}

  /** Gives the forms of all letters that a font has their codes. */
  static Map<Place, Character> forms(
      GlyphForms glyphs, Map<Integer, Integer> own, Map<Integer, Integer> signs) {
    Map<Place, Character> forms = new HashMap<>();
    for (int form = 0; form < FEATURES.size() && own.containsKey((int) FIRST); form++) {
      Map<Integer, Integer> singles = glyphs.singles("syrc", FEATURES.get(form));
      for (char letter = FIRST; letter <= LAST; letter++) {
        Integer glyph = singles.get(own.getOrDefault((int) letter, 0));
        if (glyph != null) {
          char code = (char) (FIRST_FORM + FEATURES.size() * (letter - FIRST) + form);
          signs.put((int) code, glyph);
          forms.put(new Place(letter, form), code);
        }
      }
    }
    return forms;
  }

  /** The letter that a code stands for. */
  static String letter(char code) {
    return code < FIRST_FORM
        ? null
        : String.valueOf((char) (FIRST + (code - FIRST_FORM) / FEATURES.size()));
  }

  /** A word with its letters joined. */
  static CharSequence joined(CharSequence word, Map<Place, Character> forms) {
    StringBuilder joined = new StringBuilder(word.length());
    boolean before = false;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (!isLetter(letter)) {
        joined.append(letter);
        before &= isMark(letter);
        continue;
      }
      boolean after = joinsAfter(letter) && isLetter(next(word, i));
      int form = before ? after ? 2 : 0 : after ? 1 : -1;
      Character code = forms.get(new Place(letter, form));
      joined.append(code == null ? letter : (char) code);
      before = joinsAfter(letter);
    }
    return joined;
  }

  private static char next(CharSequence word, int at) {
    for (int i = at + 1; i < word.length(); i++) {
      if (!isMark(word.charAt(i))) {
        return word.charAt(i);
      }
    }
    return ' ';
  }

  private static boolean isLetter(char sign) {
    return sign >= FIRST && sign <= LAST && Character.isLetter(sign);
  }

  private static boolean joinsAfter(char letter) {
    return BACKWARDS.indexOf(letter) < 0;
  }

  private static boolean isMark(char sign) {
    return Character.getType(sign) == Character.NON_SPACING_MARK;
  }
}
