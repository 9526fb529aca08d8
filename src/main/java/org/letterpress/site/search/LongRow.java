package org.letterpress.site.search;

import java.io.IOException;
import java.util.Arrays;

/**
 * One long row of bytes, cut into files of equal size. Whoever knows where in the row something
 * begins and ends knows which files to load.
 */
final class LongRow {
  /** Size of a file before it becomes text. */
  static final int FILE = 6 * 1024;

  private final String name;
  private final Shards shards;
  private final byte[] open = new byte[FILE];
  private int filled;
  private int written;

  LongRow(String name, Shards shards) {
    this.name = name;
    this.shards = shards;
  }

  void add(byte[] bytes) throws IOException {
    int from = 0;
    while (from < bytes.length) {
      int taken = Math.min(bytes.length - from, FILE - filled);
      System.arraycopy(bytes, from, open, filled, taken);
      filled += taken;
      from += taken;
      if (filled == FILE) {
        flush();
      }
    }
  }

  /** Writes what is left. */
  void finish() throws IOException {
    if (filled > 0) {
      flush();
    }
  }

  private void flush() throws IOException {
    shards.add(name + "/" + written++, Shards.base64(Arrays.copyOf(open, filled)));
    filled = 0;
  }
}
