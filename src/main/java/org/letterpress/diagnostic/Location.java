package org.letterpress.diagnostic;

import java.util.Comparator;

/**
 * A place in a source.
 *
 * @param file path as the user would type it, with forward slashes; empty when no file is meant
 * @param line counted from 1; 0 when unknown
 * @param column counted from 1 in UTF-16 units; 0 when unknown
 * @param xpath path of the element, or empty
 */
public record Location(String file, int line, int column, String xpath)
    implements Comparable<Location> {

  /** The order in which findings are shown: file, line, column. */
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparing(Location::xpath);

  /** No place at all: the finding concerns the run or the edition as a whole. */
  public static final Location NONE = new Location("", 0, 0, "");

  /** A whole file. */
  public static Location of(String file) {
    return new Location(file, 0, 0, "");
  }

  /** A line and column of a file. */
  public static Location of(String file, int line, int column) {
    return new Location(file, Math.max(line, 0), Math.max(column, 0), "");
  }

  /** {@code file:line:column}, without the parts that are unknown. */
  public String show() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
