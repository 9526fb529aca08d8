package org.letterpress.audit;

/**
 * Text in which letterpress encloses its own signs and the notes, as {@code common/signs.xsl} says:
 * tells the words of the source from the signs, and takes the marks out.
 */
final class MarkedText {
  private static final char SIGN = '\uFDD0';
  private static final char SIGN_ENDS = '\uFDD1';
  private static final char NOTE = '\uFDD2';
  private static final char NOTE_ENDS = '\uFDD3';

  private boolean inSign;

  /** Adds the words among these signs. */
  void read(char[] text, int start, int length, Words words) {
    int from = start;
    for (int i = start; i < start + length; i++) {
      char sign = text[i];
      if (isMark(sign)) {
        add(text, from, i, words);
        from = i + 1;
        switch (sign) {
          case SIGN -> inSign = true;
          case SIGN_ENDS -> inSign = false;
          case NOTE -> words.startNote();
          default -> words.endNote();
        }
      }
    }
    add(text, from, start + length, words);
  }

  private void add(char[] text, int from, int to, Words words) {
    if (!inSign) {
      words.append(text, from, to - from);
    } else if (parts(text, from, to)) {
      words.divide();
    }
  }

  private static boolean parts(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Flow.parts(text[i])) {
        return true;
      }
    }
    return false;
  }

  /** The same text without the marks; the array itself when there are none. */
  static char[] unmarked(char[] text, int start, int length) {
    int marks = 0;
    for (int i = start; i < start + length; i++) {
      marks += isMark(text[i]) ? 1 : 0;
    }
    char[] clean = new char[length - marks];
    int at = 0;
    for (int i = start; i < start + length; i++) {
      if (!isMark(text[i])) {
        clean[at++] = text[i];
      }
    }
    return clean;
  }

  static boolean isMark(char sign) {
    return sign >= SIGN && sign <= NOTE_ENDS;
  }
}
