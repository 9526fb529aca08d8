package org.letterpress.letter;

import com.ibm.icu.util.ULocale;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Invisible marks that turn the direction of the text behind them until another mark ends them
 * (Unicode Standard Annex 9: embeddings, overrides, isolates). In a file the paragraph ends them; a
 * name or a title that is put into a line of ours must end them itself, or it would turn the words
 * behind it.
 */
final class DirectionMarks {
  private static final char FIRST_EMBEDDING = '\u202A';
  private static final char POP_EMBEDDING = '\u202C';
  private static final char LAST_EMBEDDING = '\u202E';
  private static final char FIRST_ISOLATE = '\u2066';
  private static final char POP_ISOLATE = '\u2069';

  private static final char LEFT_TO_RIGHT_MARK = '\u200E';
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';

  private DirectionMarks() {}

  /** True for a mark that opens or ends a turn; there are none in most texts. */
  static boolean isOne(char c) {
    return (c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING)
        || (c >= FIRST_ISOLATE && c <= POP_ISOLATE);
  }

  /**
   * The same text in which all that it opens is ended, and nothing is ended that it did not open.
   */
  static String closed(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isOne(c)) {
        out.append(c);
      } else if (c == POP_EMBEDDING) {
        if (!open.isEmpty() && open.peek() == POP_EMBEDDING) {
          out.append(open.pop().charValue());
        }
      } else if (c == POP_ISOLATE) {
        end(out, open);
      } else {
        open.push(c >= FIRST_ISOLATE ? POP_ISOLATE : POP_EMBEDDING);
        out.append(c);
      }
    }
    while (!open.isEmpty()) {
      out.append(open.pop().charValue());
    }
    return out.toString();
  }

  /**
   * A name as it stands in a line of another language: where it has letters of the other direction,
   * an invisible letter of the line's own direction stands on either side (U+200E or U+200F). Else
   * a line that begins with it would run from the wrong side, and a date behind it join it.
   *
   * @param language of the line
   */
  static String within(String name, Locale language) {
    boolean leftward = ULocale.forLocale(language).isRightToLeft();
    boolean foreign =
        name.codePoints()
            .map(Character::getDirectionality)
            .anyMatch(
                leftward
                    ? direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    : direction ->
                        direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    char mark = leftward ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
    return foreign ? mark + name + mark : name;
  }

  /** Ends the innermost isolate with the embeddings inside it, if one is open. */
  private static void end(StringBuilder out, Deque<Character> open) {
    if (open.contains(POP_ISOLATE)) {
      char ended;
      do {
        ended = open.pop();
        out.append(ended);
      } while (ended != POP_ISOLATE);
    }
  }
}
