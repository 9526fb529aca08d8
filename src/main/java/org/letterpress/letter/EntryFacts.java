package org.letterpress.letter;

import java.util.List;
import org.letterpress.source.SourceFile;

/**
 * An entry of a register.
 *
 * @param kind what it describes
 * @param id its {@code @xml:id}, else one made from its {@code @key} or an {@code idno}
 * @param name how it is called in running words
 * @param sortName how it is called in an alphabet, surname first
 * @param names every name it is given, for those who refer to it by name
 * @param dates years of life or time of the event, or empty
 * @param identifiers its authority identifiers
 * @param file where it stands
 * @param ordinal place of its element among all elements of the file
 * @param line line of its start tag
 * @param local true for an item of a list in a volume, whose id is known in its file only
 */
public record EntryFacts(
    Kind kind,
    String id,
    String name,
    String sortName,
    List<String> names,
    String dates,
    List<Identifier> identifiers,
    SourceFile file,
    int ordinal,
    int line,
    boolean local) {}
