package org.letterpress.letter;

/**
 * The name of a page's file, made of an id or a file name of the sources.
 *
 * <p>An xml:id that the grammar would refuse, or an authority's address in place of an id, must not
 * lead out of its folder, nor hold a sign that means something in an address.
 */
public final class PageName {
  /** Longer names are refused by some file systems, endings and suffixes included. */
  private static final int LONGEST = 120;

  private PageName() {}

  /** {@code l0042} stays as it is, {@code ../../x y} gives {@code x-y}. */
  public static String of(String wanted) {
    StringBuilder name = new StringBuilder();
    wanted
        .codePoints()
        .forEach(
            sign -> {
              boolean fit =
                  Character.isLetterOrDigit(sign)
                      || Character.getType(sign) == Character.NON_SPACING_MARK
                      || sign == '_'
                      || sign == '-'
                      || (sign == '.' && !name.isEmpty());
              if (fit) {
                name.appendCodePoint(sign);
              } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
              }
            });
    int end = Math.min(LONGEST, name.length());
    if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    while (end > 0 && (name.charAt(end - 1) == '-' || name.charAt(end - 1) == '.')) {
      end--;
    }
    return end == 0 ? "unnamed" : name.substring(0, end);
  }
}
