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
 * @param scope where its id holds
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
    Scope scope) {

  /** Where an entry stands, and so where its id holds. */
  public enum Scope {
    /** In a register, for the whole edition. */
    EDITION,
    /** In a letter, which may have made up the id for itself. */
    LETTER,
    /** In a list of a volume, for that volume only. */
    VOLUME
  }

  /** True for an item of a volume's list of persons, places or terms. */
  boolean isLocal() {
    return scope == Scope.VOLUME;
  }

  /** The same entry, found to stand in a letter. */
  EntryFacts inLetter() {
    return new EntryFacts(
        kind, id, name, sortName, names, dates, identifiers, file, ordinal, line, Scope.LETTER);
  }

  /** The same made of what others share. */
  EntryFacts sharing(Sharing shared) {
    return new EntryFacts(
        kind,
        shared.here(id),
        shared.here(name),
        shared.here(sortName),
        Sharing.list(names, shared::here),
        dates,
        Sharing.list(identifiers, one -> one.sharing(shared)),
        file,
        ordinal,
        line,
        scope);
  }
}
