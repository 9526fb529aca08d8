package org.letterpress.validate.edition;

import org.letterpress.diagnostic.Location;
import org.xml.sax.Attributes;

/** One open element of a parse. */
final class OpenElement {
  /** TEI's local name, or empty for an element of another namespace. */
  final String name;

  /** The element around it, or null for the root. */
  final OpenElement parent;

  /** Place among all elements of the file, counted from 1. */
  final int ordinal;

  /** The end of its start tag. */
  final Location place;

  /** The {@code @xml:lang} that holds here, or empty. */
  final String language;

  /** Its {@code @xml:id}, or empty. */
  final String id;

  /** True in and below a teiHeader. */
  final boolean header;

  /** True in and below a text, a sourceDoc or the notes of a standOff. */
  final boolean text;

  /** True when it, or an element around it, says with {@code @corresp} what it belongs to. */
  final boolean belongs;

  private boolean filled;

  OpenElement(String name, OpenElement parent, int ordinal, Location place, Attributes attributes) {
    this.name = name;
    this.parent = parent;
    this.ordinal = ordinal;
    this.place = place;
    this.id = xml(attributes, "id");
    String own = xml(attributes, "lang");
    this.language = own.isEmpty() && parent != null ? parent.language : own;
    this.belongs =
        !attribute(attributes, "corresp").isEmpty() || (parent != null && parent.belongs);
    boolean root = name.equals("TEI") || name.equals("teiCorpus");
    this.header = !root && (name.equals("teiHeader") || (parent != null && parent.header));
    this.text =
        !root
            && !header
            && (name.equals("text")
                || name.equals("sourceDoc")
                || (parent != null && (parent.text || (name.equals("note") && isIn("standOff")))));
    if (parent != null) {
      parent.filled = true;
    }
  }

  /** True when this element or one around it has this name. */
  boolean isIn(String wanted) {
    return nearest(wanted) != null;
  }

  /** This element or the nearest around it that has this name, or null. */
  OpenElement nearest(String wanted) {
    OpenElement at = this;
    while (at != null && !at.name.equals(wanted)) {
      at = at.parent;
    }
    return at;
  }

  /** Notes that it holds words. */
  void fill() {
    filled = true;
  }

  /** True when neither an element nor words have been met in it. */
  boolean isEmpty() {
    return !filled;
  }

  static String xml(Attributes attributes, String name) {
    String value = attributes.getValue("http://www.w3.org/XML/1998/namespace", name);
    return value == null ? "" : value.strip();
  }

  static String attribute(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value.strip();
  }
}
