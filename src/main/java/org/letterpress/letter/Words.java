package org.letterpress.letter;

/**
 * Words that are put together from the characters of a parse.
 *
 * <p>A line or page that begins inside a word leaves no trace: the white space around it goes, and
 * so does the hyphen before it. A line that ends between two signs of Chinese or Japanese leaves no
 * space. What they turn by marks of direction ends with them.
 */
final class Words {
  /** Stands between blocks, so that no context reaches beyond its own. */
  static final char BREAK = '\u2029';

  /** Between the blank and this sign no character is white space or turns the direction. */
  private static final char FIRST_SPECIAL = '\u1680';

  private final StringBuilder text = new StringBuilder();
  private boolean joining;

  void append(char[] chars, int start, int length) {
    int from = start;
    int end = start + length;
    if (joining) {
      while (from < end && isSpace(chars[from])) {
        from++;
      }
      joining = from == end;
    }
    text.append(chars, from, end - from);
  }

  /** A line ends, which is a space in most scripts. */
  void line() {
    text.append('\n');
    joining = false;
  }

  /** A part of a name begins: editors who mark parts up often leave no white space between. */
  void part() {
    int end = text.length();
    if (end > 0) {
      int last = text.codePointBefore(end);
      if (Character.isLetterOrDigit(last) && !EastAsian.joinsNames(last)) {
        text.append(' ');
        joining = false;
      }
    }
  }

  /** Something is left out: no sentence may look whole that is not. */
  void gap() {
    text.append("[…]");
    joining = false;
  }

  void block() {
    text.append(BREAK);
    joining = false;
  }

  /** A line, column or page begins in the middle of a word. */
  void join() {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > 1 && isHyphen(text.charAt(end - 1)) && Character.isLetter(text.charAt(end - 2))) {
      end--;
    }
    text.setLength(end);
    joining = true;
  }

  int length() {
    return text.length();
  }

  /** The words from one place to another, with single spaces between them. */
  String spaced(int from, int to) {
    return spaced(text, from, to, true, true);
  }

  @Override
  public String toString() {
    return spaced(text, 0, text.length(), true, true);
  }

  /**
   * Up to {@code most} characters before a place, but not beyond a block; what is cut off is cut
   * between words.
   */
  String before(int place, int most) {
    int start = Math.min(place, text.length());
    int from = start;
    while (from > 0 && start - from < most && text.charAt(from - 1) != BREAK) {
      from--;
    }
    if (start - from < most) {
      return spaced(text, from, start, true, false);
    }
    while (from < start && !Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return "…" + spaced(text, from, start, false, false);
  }

  /** Up to {@code most} characters after a place, in the same way. */
  String after(int place, int most) {
    int to = place;
    while (to < text.length() && to - place < most && text.charAt(to) != BREAK) {
      to++;
    }
    if (to - place < most) {
      return spaced(text, place, to, false, true);
    }
    while (to > place && !Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return spaced(text, place, to, false, false) + "…";
  }

  /** Any text with single spaces between its words. */
  static String spaced(CharSequence text) {
    return spaced(text, 0, text.length(), true, true);
  }

  private static String spaced(
      CharSequence text, int from, int to, boolean stripStart, boolean stripEnd) {
    if (to <= from) {
      return "";
    }
    char[] in = characters(text, from, to);
    char[] out = new char[in.length];
    int length = 0;
    boolean space = false;
    boolean line = false;
    boolean turns = false;
    for (int i = 0; i < in.length; i++) {
      char c = in[i];
      boolean plain = c > ' ' && c < FIRST_SPECIAL;
      if (!plain && Character.isWhitespace(c)) {
        space = true;
        line |= c == '\n';
        continue;
      }
      turns |= !plain && DirectionMarks.isOne(c);
      if (space) {
        boolean wanted = length > 0 || !stripStart;
        if (wanted && !(line && isBetweenWide(out, length, Character.codePointAt(in, i)))) {
          out[length++] = ' ';
        }
        space = false;
        line = false;
      }
      out[length++] = c;
    }
    if (space && !stripEnd && (length > 0 || !stripStart)) {
      out[length++] = ' ';
    }
    String words = new String(out, 0, length);
    return turns ? DirectionMarks.closed(words) : words;
  }

  private static char[] characters(CharSequence text, int from, int to) {
    char[] characters = new char[to - from];
    if (text instanceof StringBuilder words) {
      words.getChars(from, to, characters, 0);
    } else {
      text.toString().getChars(from, to, characters, 0);
    }
    return characters;
  }

  private static boolean isBetweenWide(char[] before, int length, int after) {
    return length > 0
        && EastAsian.isWide(Character.codePointBefore(before, length))
        && EastAsian.isWide(after);
  }

  private static boolean isSpace(char c) {
    return c != BREAK && Character.isWhitespace(c);
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u00AD' || c == '\u00AC' || c == '=' || c == '\u2E17';
  }
}
