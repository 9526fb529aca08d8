package org.letterpress.letter;

import java.util.List;

/**
 * A person, organisation or place as a header or a text names it.
 *
 * @param kind what the element claims to name, or null
 * @param name the words of the element; of a person whose surname is marked and stands first, with
 *     a comma, in the order in which they are read
 * @param sortName the words by which it is found in an alphabet, as far as it tells them itself
 * @param pointers values of its {@code @ref}, {@code @key} and {@code @corresp}, and of those of
 *     the names inside it; best first
 * @param inferred true when no correspDesc states that it belongs to the letter
 */
public record Named(
    Kind kind, String name, String sortName, List<String> pointers, boolean inferred) {
  public Named {
    pointers = List.copyOf(pointers);
  }

  /** What a correspDesc states, without parts. */
  public Named(Kind kind, String name, List<String> pointers) {
    this(kind, name, name, pointers, false);
  }

  /** The same, marked as something that no correspDesc states. */
  Named asInferred() {
    return new Named(kind, name, sortName, pointers, true);
  }

  /**
   * How it is called in running words; never empty, as it has a name or a pointer.
   *
   * @param entry the entry that it points to, or null
   */
  public String spoken(EntryFacts entry) {
    if (name.isEmpty()) {
      return entry == null ? String.join(" ", pointers) : entry.name();
    }
    return entry == null ? name : NameOrder.spoken(name, entry);
  }

  /** The same made of what others share: most letters of an edition name the same few people. */
  static List<Named> sharing(List<Named> all, Sharing shared) {
    return shared.everywhere(Sharing.list(all, one -> one.sharing(shared)));
  }

  private Named sharing(Sharing shared) {
    return shared.everywhere(
        new Named(
            kind,
            shared.everywhere(name),
            shared.everywhere(sortName),
            Sharing.list(pointers, shared::everywhere),
            inferred));
  }
}
