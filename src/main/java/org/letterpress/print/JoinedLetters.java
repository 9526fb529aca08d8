package org.letterpress.print;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Joins the letters of Arabic words (The Unicode Standard, 9.2): each becomes the presentation form
 * that it has at its place, lam and alef become one sign.
 *
 * <p>FOP could have a font do this, but its glyphs would have no text in the PDF; presentation
 * forms are read as the letters that they stand for.
 */
final class JoinedLetters {
  private static final char LAM = '\u0644';
  private static final char TATWEEL = '\u0640';
  private static final char JOINER = '\u200D';

  /** How a sign stands: by the two letters beside it that it joins. */
  private enum Form {
    ISOLATED,
    FINAL,
    INITIAL,
    MEDIAL;

    private static Form of(boolean before, boolean after) {
      return before ? after ? MEDIAL : FINAL : after ? INITIAL : ISOLATED;
    }
  }

  /** A letter, or lam and alef, at one of its places. */
  private record Place(String letters, Form form) {}

  private static final Map<Place, Character> FORMS = forms();

  private JoinedLetters() {}

  /** The forms of all letters, by their names: "ARABIC LETTER BEH INITIAL FORM". */
  private static Map<Place, Character> forms() {
    Map<Place, Character> forms = new HashMap<>();
    for (char sign = '\uFB50'; sign <= '\uFEFC'; sign++) {
      String letters = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC);
      boolean letter = letters.length() == 1 || letters.length() == 2 && letters.charAt(0) == LAM;
      String name = letter ? Character.getName(sign) : null;
      for (Form form : Form.values()) {
        if (name != null && name.startsWith("ARABIC L") && name.endsWith(form + " FORM")) {
          forms.putIfAbsent(new Place(letters, form), sign);
        }
      }
    }
    return Map.copyOf(forms);
  }

  /**
   * A word with its letters joined.
   *
   * @param has true for a sign that the font has; a letter whose form it lacks stays as it is
   */
  static CharSequence joined(CharSequence word, IntPredicate has) {
    StringBuilder joined = new StringBuilder(word.length());
    boolean before = false;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (isMark(letter)) {
        joined.append(letter);
        continue;
      }
      boolean joins = before && joinsBefore(letter);
      Character both =
          letter == LAM && i + 1 < word.length()
              ? FORMS.get(new Place("" + LAM + word.charAt(i + 1), Form.of(joins, false)))
              : null;
      if (both != null && has.test(both)) {
        joined.append((char) both);
        i++;
        before = false;
        continue;
      }
      boolean after = joinsAfter(letter) && joinsBefore(next(word, i));
      Character form = FORMS.get(new Place(String.valueOf(letter), Form.of(joins, after)));
      joined.append(form != null && has.test(form) ? form : (Character) letter);
      before = joinsAfter(letter);
    }
    return joined;
  }

  /** The next letter, past the marks on this one; a space at the end of the word. */
  private static char next(CharSequence word, int at) {
    for (int i = at + 1; i < word.length(); i++) {
      if (!isMark(word.charAt(i))) {
        return word.charAt(i);
      }
    }
    return ' ';
  }

  private static boolean isMark(char sign) {
    return Character.getType(sign) == Character.NON_SPACING_MARK;
  }

  private static boolean joinsBefore(char letter) {
    return letter == TATWEEL
        || letter == JOINER
        || FORMS.containsKey(new Place(String.valueOf(letter), Form.FINAL));
  }

  private static boolean joinsAfter(char letter) {
    return letter == TATWEEL
        || letter == JOINER
        || FORMS.containsKey(new Place(String.valueOf(letter), Form.INITIAL));
  }
}
