package org.letterpress.letter;

import org.letterpress.diagnostic.Location;

/**
 * An attribute that points at something.
 *
 * @param ordinal place of its element among all elements of the file, counted from 1
 * @param element local name of that element
 * @param attribute name of the attribute
 * @param value its value; may hold several pointers divided by spaces
 * @param line line of the element's start tag
 * @param column column of the end of that tag
 */
public record Pointer(
    int ordinal, String element, String attribute, String value, int line, int column) {

  /** True when the attribute may say what register entry its element names. */
  boolean mayName() {
    return switch (attribute) {
      case "ref", "key", "corresp", "target" -> true;
      default -> false;
    };
  }

  /** The place in a file of this name. */
  public Location in(String file) {
    return Location.of(file, line, column);
  }
}
