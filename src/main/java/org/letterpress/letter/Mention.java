package org.letterpress.letter;

import org.letterpress.letter.Mentions.Text;

/** A name in a letter's text that may belong to a register entry, with the words around it. */
public final class Mention {
  private final Mentions all;
  private final int ordinal;
  private final String element;
  private final boolean inNote;
  private final int version;
  private final int start;
  private final int textsAt;

  /**
   * @param all the mentions of which it is one
   * @param start where its words begin among those of all
   * @param textsAt where it is said how many they are
   */
  Mention(
      Mentions all,
      int ordinal,
      String element,
      boolean inNote,
      int version,
      int start,
      int textsAt) {
    this.all = all;
    this.ordinal = ordinal;
    this.element = element;
    this.inNote = inNote;
    this.version = version;
    this.start = start;
    this.textsAt = textsAt;
  }

  /** Place of its element among all elements of the file, counted from 1. */
  public int ordinal() {
    return ordinal;
  }

  /** Local name of that element. */
  public String element() {
    return element;
  }

  /** True when it stands in a note of the editors. */
  public boolean inNote() {
    return inNote;
  }

  /** Which of the letter's parallel versions it stands in, counted from 1. */
  public int version() {
    return version;
  }

  /** Words before it. */
  public String before() {
    return all.text(Text.BEFORE, start, textsAt);
  }

  /** The name as it is written. */
  public String hit() {
    return all.text(Text.HIT, start, textsAt);
  }

  /** Words after it. */
  public String after() {
    return all.text(Text.AFTER, start, textsAt);
  }

  @Override
  public String toString() {
    return element
        + "@"
        + ordinal
        + (inNote ? " in a note" : "")
        + " of version "
        + version
        + ": "
        + before()
        + "["
        + hit()
        + "]"
        + after();
  }
}
