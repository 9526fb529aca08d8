package org.letterpress.letter;

import java.util.List;

/**
 * A person, organisation or place as a header names it.
 *
 * @param kind what the element claims to name, or null
 * @param name the words of the element
 * @param pointers values of its {@code @ref}, {@code @key} and {@code @corresp}, best first
 */
public record Named(Kind kind, String name, List<String> pointers) {
  public Named {
    pointers = List.copyOf(pointers);
  }
}
