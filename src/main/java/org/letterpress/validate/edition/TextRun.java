package org.letterpress.validate.edition;

import java.util.Arrays;
import org.letterpress.diagnostic.Location;

/** The characters between two tags, which a parser may hand over in several pieces. */
final class TextRun {
  /** Numbers that are kept of a piece: its offset, its line and its column. */
  private static final int PIECE = 3;

  /** Between the blank and this sign no character is white space. */
  private static final char NEXT_SPACE = '\u1680';

  private final String file;
  private char[] chars = new char[512];
  private int length;
  private int[] pieces = new int[8 * PIECE];
  private int numbers;
  private boolean blank = true;
  private boolean broken;
  private char greatest;
  private String string;

  TextRun(String file) {
    this.file = file;
  }

  /**
   * Adds a piece.
   *
   * @param line line of the parser, which stands at the end of the piece
   * @param column its column
   */
  void append(char[] from, int start, int count, int line, int column) {
    int breaks = 0;
    int last = -1;
    for (int i = 0; i < count; i++) {
      char c = from[start + i];
      if (c == '\n') {
        breaks++;
        last = i;
      }
      greatest = c > greatest ? c : greatest;
      blank = blank && (c > ' ' && c < NEXT_SPACE ? false : Character.isWhitespace(c));
    }
    if (breaks > 0) {
      // The column of what stands before the first line break is not known; it is seldom needed.
      piece(length, line - breaks, 1);
      piece(length + last + 1, line, 1);
      broken = true;
    } else {
      piece(length, line, Math.max(1, column - count));
    }
    if (length + count > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + count, 2 * chars.length));
    }
    System.arraycopy(from, start, chars, length, count);
    length += count;
    string = null;
  }

  private void piece(int offset, int line, int column) {
    if (numbers == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * numbers);
    }
    pieces[numbers++] = offset;
    pieces[numbers++] = line;
    pieces[numbers++] = column;
  }

  void clear() {
    length = 0;
    numbers = 0;
    blank = true;
    broken = false;
    greatest = 0;
    string = null;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** True when it holds white space only. */
  boolean isBlank() {
    return blank;
  }

  /** True when a line ends in it. */
  boolean isBroken() {
    return broken;
  }

  /** The greatest of its UTF-16 units. */
  char greatest() {
    return greatest;
  }

  int length() {
    return length;
  }

  char charAt(int offset) {
    return chars[offset];
  }

  /** The character that begins at an offset. */
  int codePointAt(int offset) {
    return Character.codePointAt(chars, offset, length);
  }

  /** Its characters; to look at a few of them, {@link #charAt} is quicker. */
  String characters() {
    if (string == null) {
      string = new String(chars, 0, length);
    }
    return string;
  }

  /** Where the character at an offset stands. */
  Location place(int offset) {
    int in = 0;
    for (int i = PIECE; i < numbers; i += PIECE) {
      if (pieces[i] <= offset) {
        in = i;
      }
    }
    int line = pieces[in + 1];
    int column = pieces[in + 2] + offset - pieces[in];
    for (int i = pieces[in]; i < offset; i++) {
      if (chars[i] == '\n') {
        line++;
        column = offset - i;
      }
    }
    return Location.of(file, line, column);
  }
}
