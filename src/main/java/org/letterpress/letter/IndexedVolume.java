package org.letterpress.letter;

import java.util.List;
import org.letterpress.source.SourceFile;

/**
 * A volume that has text besides its letters: a preface, heads of chapters, appendices; or a
 * register that has text besides its entries.
 *
 * @param file where it stands
 * @param ordinal place of the document's element among all elements of the file
 * @param line line of the first word that no letter has
 * @param id name of its page
 * @param title what its header calls it, or its id
 * @param letters the letters in it, which have pages of their own
 * @param entries the entries in it that have pages of their own
 */
public record IndexedVolume(
    SourceFile file,
    int ordinal,
    int line,
    String id,
    String title,
    List<IndexedLetter> letters,
    List<EntryFacts> entries) {

  /** Address of its page from the root of the site. */
  public String href() {
    return "volumes/" + id + ".html";
  }

  /** The same volume with these letters. */
  IndexedVolume with(List<IndexedLetter> others) {
    return new IndexedVolume(file, ordinal, line, id, title, others, entries);
  }
}
