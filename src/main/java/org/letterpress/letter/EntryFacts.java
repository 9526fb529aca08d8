package org.letterpress.letter;

import java.util.List;
import org.letterpress.source.SourceFile;

/**
 * An entry of a register.
 *
 * @param kind what it describes
 * @param id its {@code @xml:id}
 * @param name how it is called in running words
 * @param sortName how it is called in an alphabet, surname first
 * @param dates years of life or time of the event, or empty
 * @param identifiers its authority identifiers
 * @param file where it stands
 * @param ordinal place of its element among all elements of the file
 * @param line line of its start tag
 */
public record EntryFacts(
    Kind kind,
    String id,
    String name,
    String sortName,
    String dates,
    List<Identifier> identifiers,
    SourceFile file,
    int ordinal,
    int line) {

  /** The address of its page from the root of the site. */
  public String href() {
    return kind.folder() + "/" + id + ".html";
  }
}
