package org.letterpress.site.search;

import java.io.IOException;
import java.util.Arrays;

/**
 * A stretch of a row of lists: in the files of the last index, or new.
 *
 * @param row in which it stands, or null
 * @param from where it begins there, else in the bytes
 * @param to where it ends
 * @param bytes in which it stands when it is new, or null
 */
record RowPiece(StoredRow row, int from, int to, byte[] bytes) {
  static RowPiece of(byte[] bytes) {
    return new RowPiece(null, 0, bytes.length, bytes);
  }

  static RowPiece of(StoredRow row, int from, int to) {
    return new RowPiece(row, from, to, null);
  }

  /** A part of it. */
  RowPiece part(int begins, int ends) {
    return new RowPiece(row, from + begins, from + ends, bytes);
  }

  int size() {
    return to - from;
  }

  byte[] load() throws IOException {
    return row == null ? Arrays.copyOfRange(bytes, from, to) : row.bytes(from, to);
  }

  /** The two as one when the other follows this one; else null. */
  RowPiece with(RowPiece next) {
    boolean follows = row != null && next.row == row && next.from == to;
    return follows ? of(row, from, next.to) : null;
  }
}
