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
    int start = Math.max(0, lastStart - BACK);
    while (!fits(text, start)) {
      start++;
    }
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

  /** True when the text agrees from there on with what there is. */
  private boolean fits(byte[] text, int start) {
    if (start < size && text.length > 0 && bytes[start] != text[0]) {
      return false;
    }
    int end = Math.min(size, start + text.length);
    return Arrays.equals(bytes, start, end, text, 0, end - start);
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
