package org.letterpress.site.search;

/**
 * A block of a page: a paragraph, a heading, a note.
 *
 * @param anchor id of the nearest element that a link can lead to, or empty
 * @param part what it is part of
 * @param text its words as the page shows them, white space collapsed
 */
public record Passage(String anchor, Part part, String text) {
  /** Parts of a page. */
  public enum Part {
    HEADING,
    TEXT,
    NOTE,
    RECORD,
    /** Words that the diplomatic view of a letter has and the letter's page has not. */
    DIPLOMATIC
  }
}
