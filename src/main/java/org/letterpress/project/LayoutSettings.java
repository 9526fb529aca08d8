package org.letterpress.project;

import java.util.List;

/**
 * How print counts lines and notes, and how its indexes name pages.
 *
 * @param lineNumbers from where lines are counted: {@code none}, {@code letter} or {@code page}
 * @param lineStep every how many lines a number stands in the margin
 * @param textualNotes how textual notes are called: {@code letters}, or {@code lines}
 * @param noteNumbering whether notes are counted in each {@code letter} or on each {@code page}
 * @param indexRanges how consecutive pages are joined: {@code full}, {@code two-digits}, {@code
 *     least} or {@code ff}
 * @param indexes the registers that have an index, in the order of the book
 * @param concordance whether the book lists the pages of earlier prints
 */
public record LayoutSettings(
    String lineNumbers,
    int lineStep,
    String textualNotes,
    String noteNumbering,
    String indexRanges,
    List<String> indexes,
    boolean concordance) {

  /** What holds where the edition says nothing. */
  public static final LayoutSettings DEFAULT =
      new LayoutSettings(
          "none",
          5,
          "letters",
          "letter",
          "full",
          List.of("persons", "orgs", "places", "works"),
          false);

  /** Registers that may have an index. */
  static final List<String> REGISTERS =
      List.of("persons", "orgs", "places", "events", "works", "objects", "terms");

  public LayoutSettings {
    indexes = List.copyOf(indexes);
  }
}
