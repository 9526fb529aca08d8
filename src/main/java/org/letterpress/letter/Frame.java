package org.letterpress.letter;

import java.util.Set;

/** One open element of a parse, and what its place means for the words in it. */
final class Frame {
  /** Elements whose words no reading text has. */
  private static final Set<String> LEFT_OUT = Set.of("del", "fw", "figDesc");

  /** The children of choice that give way to the editors' reading beside them. */
  private static final Set<String> SOURCE_READINGS = Set.of("sic", "orig", "abbr", "am");

  /** TEI's local name, or empty for an element of another namespace. */
  final String element;

  final Frame parent;
  final int depth;
  final boolean header;

  /** True inside what is read as a letter's text: text, sourceDoc, a note of the standOff. */
  final boolean text;

  /** True where another reading stands beside this one; a note is read again even there. */
  final boolean unread;

  /** How many elements around and with this one keep their words out of titles and names. */
  final int hidden;

  /** The words of the note around this element, or null in the running text. */
  final Words note;

  /** The division or text that this element stands in, or is. */
  final Box box;

  /** True inside text that the letter quotes or encloses. */
  final boolean quoted;

  /** Place of an item among all elements of the file, 0 for any other element. */
  final int itemAt;

  private boolean chosen;

  Frame(String element, int ordinal, Frame parent, Box box) {
    this.element = element;
    this.itemAt = element.equals("item") ? ordinal : 0;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    boolean isNote = element.equals("note");
    boolean isRoot = element.equals("TEI") || element.equals("teiCorpus");
    this.header = parent != null && !isRoot && (parent.header || element.equals("teiHeader"));
    this.text =
        !header
            && !isRoot
            && ((parent != null && parent.text)
                || element.equals("text")
                || element.equals("sourceDoc")
                || (isNote && isIn("standOff")));
    boolean leftOut = parent != null && isLeftOut();
    this.unread = parent != null && (parent.unread || leftOut) && !isNote;
    this.hidden = (parent == null ? 0 : parent.hidden) + (leftOut || isNote ? 1 : 0);
    this.note = text && isNote ? new Words() : parent == null ? null : parent.note;
    this.box = box != null ? box : parent == null ? null : parent.box;
    this.quoted =
        parent != null
            && (parent.quoted
                || isNote
                || element.equals("floatingText")
                || element.equals("quote")
                || element.equals("q")
                || element.equals("cit"));
  }

  private boolean isLeftOut() {
    if (LEFT_OUT.contains(element)) {
      return !parent.element.equals("restore");
    }
    switch (parent.element) {
      case "choice" -> {
        if (SOURCE_READINGS.contains(element)) {
          return true;
        }
      }
      case "app", "rdgGrp" -> {
        if (!element.equals("lem") && !element.equals("rdg") && !element.equals("rdgGrp")) {
          return false;
        }
      }
      default -> {
        return false;
      }
    }
    boolean late = parent.chosen;
    parent.chosen = true;
    return late;
  }

  /** True when this element or one around it has this name. */
  boolean isIn(String name) {
    for (Frame at = this; at != null; at = at.parent) {
      if (at.element.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
