package org.letterpress.letter;

import java.util.List;

/**
 * A person, organisation or place as a header or a text names it.
 *
 * @param kind what the element claims to name, or null
 * @param name the words of the element
 * @param pointers values of its {@code @ref}, {@code @key} and {@code @corresp}, and of those of
 *     the names inside it; best first
 * @param inferred true when no correspDesc states that it belongs to the letter
 */
public record Named(Kind kind, String name, List<String> pointers, boolean inferred) {
  public Named {
    pointers = List.copyOf(pointers);
  }

  /** What a correspDesc states. */
  public Named(Kind kind, String name, List<String> pointers) {
    this(kind, name, pointers, false);
  }

  /** The same, marked as something that no correspDesc states. */
  Named asInferred() {
    return new Named(kind, name, pointers, true);
  }

  /** The same made of what others share: most letters of an edition name the same few people. */
  static List<Named> sharing(List<Named> all, Sharing shared) {
    return shared.everywhere(Sharing.list(all, one -> one.sharing(shared)));
  }

  private Named sharing(Sharing shared) {
    return shared.everywhere(
        new Named(
            kind, shared.everywhere(name), Sharing.list(pointers, shared::everywhere), inferred));
  }
}
