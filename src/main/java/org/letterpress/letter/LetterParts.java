package org.letterpress.letter;

import java.util.List;

/**
 * The letters of an edition by date, in parts: all on one page, or each part on a page of its own
 * where there are very many.
 */
public final class LetterParts {
  /** Address of the list as a whole, from the root of the site. */
  public static final String PATH = "letters.html";

  private static final String FOLDER = "years/";

  private final List<Part> parts;
  private final boolean split;
  private final Part[] byNumber;

  LetterParts(List<IndexedLetter> letters, Wording wording) {
    this.parts = Part.of(letters, wording);
    this.split = Part.splits(letters);
    this.byNumber = new Part[letters.size() + 1];
    for (Part part : parts) {
      part.letters().forEach(letter -> byNumber[letter.number()] = part);
    }
  }

  /** The parts in their order. */
  public List<Part> all() {
    return parts;
  }

  /** The part in which a letter is. */
  public Part of(IndexedLetter letter) {
    return byNumber[letter.number()];
  }

  /** True when each part has a page of its own. */
  public boolean isSplit() {
    return split;
  }

  /** The address of the page on which a part stands. */
  public String page(Part part) {
    return split ? FOLDER + part.key() + ".html" : PATH;
  }

  /** The address of a part. */
  public String href(Part part) {
    return split ? page(part) : PATH + "#y-" + part.key();
  }
}
