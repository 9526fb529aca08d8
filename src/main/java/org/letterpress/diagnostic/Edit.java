package org.letterpress.diagnostic;

/**
 * A stretch of a file's text and what should stand there instead.
 *
 * @param start UTF-16 units of the decoded text before the stretch; a byte order mark does not
 *     count
 * @param end units before what follows it; the same as {@code start} for an insertion
 * @param replacement the new text, as it is written into the file
 */
public record Edit(int start, int end, String replacement) implements Comparable<Edit> {
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no stretch of a text: " + start + " to " + end);
    }
  }

  /** True when both cannot be made: they share text, or insert at the same point. */
  public boolean conflictsWith(Edit other) {
    return start == other.start || (start < other.end && other.start < end);
  }

  @Override
  public int compareTo(Edit other) {
    return start != other.start ? Integer.compare(start, other.start) : end - other.end;
  }
}
