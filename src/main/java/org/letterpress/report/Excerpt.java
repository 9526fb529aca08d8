package org.letterpress.report;

/**
 * A line of a source, cut to the width of a terminal around one place, and the column under which
 * that place then stands.
 *
 * @param text the line; control characters and tabs are one column wide
 * @param caret columns of the terminal before the place
 */
record Excerpt(String text, int caret) {
  private static final int WIDTH = 96;
  private static final int BEFORE = 60;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int SOFT_HYPHEN = 0xAD;

  /**
   * Cuts a line.
   *
   * @param line without its end
   * @param place UTF-16 units before the place; one outside the line means its end
   */
  static Excerpt of(String line, int place) {
    int at = Math.max(0, Math.min(place, line.length()));
    if (at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at))) {
      at--;
    }
    int before = 0;
    int from = at;
    boolean fits = columns(line) <= WIDTH;
    while (from > 0) {
      int c = line.codePointBefore(from);
      if (!fits && before + width(c) > BEFORE) {
        break;
      }
      before += width(c);
      from -= Character.charCount(c);
    }
    int used = before;
    int to = at;
    while (to < line.length()) {
      int c = line.codePointAt(to);
      if (!fits && used + width(c) > WIDTH) {
        break;
      }
      used += width(c);
      to += Character.charCount(c);
    }
    StringBuilder shown = new StringBuilder();
    shown.append(from > 0 ? "…" : "");
    line.substring(from, to).codePoints().map(Excerpt::visible).forEach(shown::appendCodePoint);
    shown.append(to < line.length() ? "…" : "");
    return new Excerpt(shown.toString().stripTrailing(), before + (from > 0 ? 1 : 0));
  }

  /** How many columns a text takes. */
  static int columns(String text) {
    return text.codePoints().map(Excerpt::width).sum();
  }

  /** The same text without characters that would steer a terminal. */
  static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Excerpt::visible).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int visible(int c) {
    return c == '\t' || c == '\n' ? ' ' : Character.isISOControl(c) || steers(c) ? REPLACEMENT : c;
  }

  private static boolean steers(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  /** East Asian characters and pictures take two columns, combining and invisible marks none. */
  private static int width(int c) {
    return isWithoutWidth(c) ? 0 : isWide(c) ? 2 : 1;
  }

  private static boolean isWithoutWidth(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      case Character.FORMAT -> c != SOFT_HYPHEN && !steers(c);
      // The vowels and finals of Hangul written in its parts stand in the block of the first one.
      default -> c >= 0x1160 && c <= 0x11FF;
    };
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0x303E
        || c >= 0x3041 && c <= 0xA4CF
        || c >= 0xA960 && c <= 0xA97F
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
