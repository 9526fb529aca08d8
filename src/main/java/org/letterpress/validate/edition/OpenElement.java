package org.letterpress.validate.edition;

import org.letterpress.diagnostic.Location;
import org.xml.sax.Attributes;

/** One open element of a parse. */
final class OpenElement {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** TEI's local name, or empty for an element of another namespace. */
  final String name;

  /** The element around it, or null for the root. */
  final OpenElement parent;

  /** Place among all elements of the file, counted from 1. */
  final int ordinal;

  /** The end of its start tag. */
  final Location place;

  /** Its own {@code @xml:lang}, or empty. */
  final String ownLanguage;

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

  /** True in and below what holds signs or identifiers, not words. */
  final boolean signs;

  /** True when {@code @xml:space} keeps its white space as it is. */
  final boolean preserves;

  /** True when {@code @sameAs} or {@code @copyOf} says where its words stand. */
  final boolean elsewhere;

  /** True when it has an attribute for the end of a span of time. */
  final boolean ends;

  /** Its {@code @spanTo}, or empty. */
  final String spanTo;

  private boolean filled;

  OpenElement(String name, OpenElement parent, int ordinal, Location place, Attributes attributes) {
    this.name = name;
    this.parent = parent;
    this.ordinal = ordinal;
    this.place = place;
    String xmlId = "";
    String lang = "";
    String span = "";
    boolean own = false;
    boolean preserved = false;
    boolean copied = false;
    boolean ended = false;
    // Read once for all observers: most elements have few attributes, and most observers want one.
    for (int i = 0; i < attributes.getLength(); i++) {
      String local = attributes.getLocalName(i);
      String uri = attributes.getURI(i);
      if (uri.isEmpty()) {
        switch (local) {
          case "corresp" -> own = !attributes.getValue(i).isBlank();
          case "sameAs", "copyOf" -> copied |= !attributes.getValue(i).isBlank();
          case "spanTo" -> span = attributes.getValue(i).strip();
          case "to", "notAfter", "to-iso", "notAfter-iso" -> ended = true;
          default -> {}
        }
      } else if (uri.equals(XML)) {
        switch (local) {
          case "id" -> xmlId = attributes.getValue(i).strip();
          case "lang" -> lang = attributes.getValue(i).strip();
          case "space" -> preserved = attributes.getValue(i).strip().equals("preserve");
          default -> {}
        }
      }
    }
    this.id = xmlId;
    this.ownLanguage = lang;
    this.language = lang.isEmpty() && parent != null ? parent.language : lang;
    this.belongs = own || (parent != null && parent.belongs);
    this.preserves = preserved;
    this.elsewhere = copied;
    this.ends = ended;
    this.spanTo = span;
    boolean root = name.equals("TEI") || name.equals("teiCorpus");
    this.header = !root && (name.equals("teiHeader") || (parent != null && parent.header));
    this.text =
        !root
            && !header
            && (name.equals("text")
                || name.equals("sourceDoc")
                || (parent != null && (parent.text || (name.equals("note") && isIn("standOff")))));
    this.signs = name.equals("charDecl") || name.equals("idno") || (parent != null && parent.signs);
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

  static String attribute(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value.strip();
  }
}
