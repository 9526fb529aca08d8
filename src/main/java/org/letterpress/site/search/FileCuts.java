package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Says where parts that stand one behind the other are cut into files. What a part is called and
 * how long it is decides whether a file ends behind it, and nothing that stands further away: where
 * a part becomes longer or shorter, or one comes or goes, the files before it stay as they are, and
 * most of those behind it too.
 */
final class FileCuts {
  private final int least;
  private final int most;
  private final int mean;
  private final List<Integer> files = new ArrayList<>();
  private int open;

  /**
   * @param least size of a file that may end, unless it is the last
   * @param most size that no file exceeds
   * @param mean how much follows after the least size, as an average, until a file ends
   */
  FileCuts(int least, int most, int mean) {
    this.least = least;
    this.most = most;
    this.mean = mean;
  }

  /**
   * Adds a part, which stands in one file if it is not longer than a file may be.
   *
   * @param name hash of what it is called
   */
  void add(long name, int size) {
    if (open > 0 && open + size > most) {
      finish();
    }
    open += size;
    while (open > most) {
      files.add(most);
      open -= most;
    }
    if (open >= least && ends(name, size, mean)) {
      finish();
    }
  }

  /** True when a file ends behind a part: the longer that is, the likelier. */
  static boolean ends(long name, int size, int mean) {
    long mixed = name * 0x9E3779B97F4A7C15L >>> Integer.SIZE;
    return mixed * mean >>> Integer.SIZE < size;
  }

  /** Ends the last file. */
  void finish() {
    if (open > 0) {
      files.add(open);
      open = 0;
    }
  }

  /** Sizes of the files that have ended. */
  List<Integer> files() {
    return files;
  }
}
