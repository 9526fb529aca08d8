package org.letterpress.letter;

import java.util.Arrays;
import java.util.List;

/** Texts one after the other, of which each begins inside those before it as far as it can. */
final class Overlapping {
  /** How far before the last text a text may begin; a note may stand between two of one passage. */
  private static final int BACK = 512;

  private byte[] bytes = new byte[512];
  private int size;
  private int lastStart;

  /**
   * Adds a text, unless it is there.
   *
   * @param parts what it is made of
   * @return where it begins
   */
  int place(List<byte[]> parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] text = new byte[length];
    int filled = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, text, filled, part.length);
      filled += part.length;
    }
    int start = find(text, Math.max(0, lastStart - BACK));
    lastStart = start;
    int end = start + length;
    if (end > size) {
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
      }
      System.arraycopy(text, size - start, bytes, size, end - size);
      size = end;
    }
    return start;
  }

  /** The first place from there on at which the text agrees with what there is. */
  private int find(byte[] text, int from) {
    if (text.length == 0) {
      return from;
    }
    byte[] there = bytes;
    byte first = text[0];
    for (int start = from; start < size; start++) {
      if (there[start] == first) {
        int end = Math.min(size, start + text.length);
        if (Arrays.equals(there, start, end, text, 0, end - start)) {
          return start;
        }
      }
    }
    return Math.max(from, size);
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
