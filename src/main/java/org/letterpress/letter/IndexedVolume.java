package org.letterpress.letter;

import java.util.List;
import org.letterpress.source.SourceFile;

/**
 * A volume that has text besides its letters: a preface, heads of chapters, appendices.
 *
 * @param file where it stands
 * @param ordinal place of the document's element among all elements of the file
 * @param line line of the first word that no letter has
 * @param id name of its page
 * @param title what its header calls it, or its id
 * @param letters the letters in it
 */
public record IndexedVolume(
    SourceFile file, int ordinal, int line, String id, String title, List<IndexedLetter> letters) {

  /** Address of its page from the root of the site. */
  public String href() {
    return "volumes/" + id + ".html";
  }
}
