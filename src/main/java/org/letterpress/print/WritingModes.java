package org.letterpress.print;

import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Which way text runs at the present place of a document: what {@code writing-mode} says of the
 * formatting objects around it (XSL 1.1, 7.29.7).
 *
 * <p>FOP reads that property of few objects, and of blocks not at all; so it is read here, and told
 * to {@link TextDirection}.
 */
final class WritingModes {
  private static final List<String> INDENTS = List.of("start-indent", "end-indent");

  private final Deque<Boolean> open = new ArrayDeque<>(List.of(false));
  private boolean given;
  private boolean mixed;

  /**
   * Enters a formatting object.
   *
   * @return its attributes. A block that runs the other way than the one around it keeps the
   *     inherited indents on their side of the page, where the label of a list may stand: so its
   *     start indent is reckoned from the other's end indent, and the reverse.
   */
  Attributes enter(String object, Attributes attributes) {
    String mode = attributes.getValue("", "writing-mode");
    boolean around = open.peek();
    boolean rightToLeft = mode == null ? around : mode.startsWith("rl");
    given = mode != null;
    mixed |= rightToLeft || "rtl".equals(attributes.getValue("", "direction"));
    open.push(rightToLeft);
    return rightToLeft != around && object.equals("block") ? turned(attributes) : attributes;
  }

  /** Leaves the object entered last. */
  void leave() {
    open.pop();
  }

  /** True when text runs from right to left here. */
  boolean isRightToLeft() {
    return open.peek();
  }

  /** True when the object entered last says so itself. */
  boolean isGiven() {
    return given;
  }

  /** Reads text at the present place. */
  void read(char[] text, int start, int length) {
    mixed |= Bidi.requiresBidi(text, start, start + length);
  }

  /** True when anything in the present run of pages is from right to left. */
  boolean isMixed() {
    return mixed;
  }

  /** Ends a run of pages. */
  void endPages() {
    mixed = false;
  }

  private static Attributes turned(Attributes attributes) {
    AttributesImpl copy = new AttributesImpl(attributes);
    for (int side = 0; side < 2; side++) {
      String name = INDENTS.get(side);
      String other = "from-parent(" + INDENTS.get(1 - side) + ")";
      int index = copy.getIndex("", name);
      if (index < 0) {
        copy.addAttribute("", name, name, "CDATA", other);
      } else {
        copy.setValue(index, copy.getValue(index).replace("from-parent(" + name + ")", other));
      }
    }
    return copy;
  }
}
