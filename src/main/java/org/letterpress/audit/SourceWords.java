package org.letterpress.audit;

import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** Reads the result of {@code audit.xsl}: texts of the source, and what lies between them. */
final class SourceWords {
  private SourceWords() {}

  static Words of(XdmValue shown) {
    Words words = new Words();
    String last = "";
    for (XdmItem item : shown) {
      String value = item.getStringValue();
      if (item instanceof XdmNode node) {
        words.append(value, node);
        last = value;
        continue;
      }
      switch (value) {
        case "break" -> words.divide();
        case "join" -> words.join();
        case "note" -> words.startNote();
        case "/note" -> words.endNote();
        case "hyphen" -> {
          // A soft hyphen is a format character and was not kept.
          if (!last.stripTrailing().endsWith("\u00AD")) {
            words.dropLast();
          }
        }
        default -> throw new IllegalStateException("audit.xsl gave \"" + value + "\"");
      }
    }
    return words;
  }
}
