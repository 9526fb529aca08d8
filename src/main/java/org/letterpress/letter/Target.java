package org.letterpress.letter;

/** What a pointer leads to. */
public sealed interface Target {

  /** A register entry. */
  record ToEntry(EntryFacts entry) implements Target {}

  /**
   * A letter of this edition, or a passage of it.
   *
   * @param letter the letter
   * @param fragment the xml:id of the passage, or empty for the whole letter
   */
  record ToLetter(IndexedLetter letter, String fragment) implements Target {}

  /** Something on the web, under a scheme that is safe to link. */
  record ToWeb(String address) implements Target {}

  /** An element of this edition that has no page of its own. */
  record Inside(String element) implements Target {}

  /** An address that must not become a link. */
  record Unsafe(String address) implements Target {}

  /** Nothing that could be found. */
  record Nothing() implements Target {}
}
