package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.List;
import org.letterpress.diagnostic.Location;

/** The characters between two tags, which a parser may hand over in several pieces. */
final class TextRun {
  private record Piece(int offset, int line, int column) {}

  private final String file;
  private final StringBuilder characters = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  TextRun(String file) {
    this.file = file;
  }

  /**
   * Adds a piece.
   *
   * @param line line of the parser, which stands at the end of the piece
   * @param column its column
   */
  void append(char[] chars, int start, int length, int line, int column) {
    int breaks = 0;
    int last = -1;
    for (int i = 0; i < length; i++) {
      if (chars[start + i] == '\n') {
        breaks++;
        last = i;
      }
    }
    int offset = characters.length();
    if (breaks > 0) {
      // The column of what stands before the first line break is not known; it is seldom needed.
      pieces.add(new Piece(offset, line - breaks, 1));
      pieces.add(new Piece(offset + last + 1, line, 1));
    } else {
      pieces.add(new Piece(offset, line, Math.max(1, column - length)));
    }
    characters.append(chars, start, length);
  }

  void clear() {
    characters.setLength(0);
    pieces.clear();
  }

  boolean isEmpty() {
    return characters.isEmpty();
  }

  CharSequence characters() {
    return characters;
  }

  /** Where the character at an offset stands. */
  Location place(int offset) {
    Piece in = pieces.get(0);
    for (Piece piece : pieces) {
      if (piece.offset <= offset) {
        in = piece;
      }
    }
    int line = in.line;
    int column = in.column + offset - in.offset;
    for (int i = in.offset; i < offset; i++) {
      if (characters.charAt(i) == '\n') {
        line++;
        column = offset - i;
      }
    }
    return Location.of(file, line, column);
  }
}
