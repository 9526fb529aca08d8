package org.letterpress.audit;

import java.io.IOException;
import java.util.List;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.SourceFile;

/** Finds the line of a word in its file: trees know the lines of start tags alone. */
final class SourceLines {
  /** How many lines further on a word is looked for: comments have lines that no tree counts. */
  private static final int REACH = 60;

  private final SourceFile file;
  private final List<String> lines;

  SourceLines(SourceFile file) {
    this.file = file;
    this.lines = read(file);
  }

  private static List<String> read(SourceFile file) {
    try {
      return file.lines();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /**
   * The place of a word.
   *
   * @param text the text node it stands in
   * @param offset how many signs of that node, white space apart, stand before it
   * @param word the word, or empty when only its line is wanted
   */
  Location locate(XdmNode text, int offset, String word) {
    int line = line(text, offset);
    int last = word.isEmpty() ? 0 : Math.min(lines.size(), line + REACH);
    for (int at = Math.max(1, line); at <= last; at++) {
      int column = lines.get(at - 1).indexOf(word);
      if (column >= 0) {
        return Location.of(file.name(), at, column + 1);
      }
    }
    return Location.of(file.name(), line, 0);
  }

  /** The line of a sign in a text node, counted in signs that are no white space. */
  private static int line(XdmNode text, int offset) {
    String value = text.getStringValue();
    int newlines = 0;
    int signs = 0;
    for (int i = 0; i < value.length() && signs <= offset; i++) {
      char sign = value.charAt(i);
      newlines += sign == '\n' ? 1 : 0;
      signs += Character.isWhitespace(sign) ? 0 : 1;
    }
    return lineBefore(text) + newlines;
  }

  /** The line on which the markup before a node ends. */
  private static int lineBefore(XdmNode node) {
    int newlines = 0;
    XdmSequenceIterator<XdmNode> before = node.axisIterator(Axis.PRECEDING_SIBLING);
    while (before.hasNext()) {
      XdmNode sibling = before.next();
      if (sibling.getNodeKind() == XdmNodeKind.ELEMENT) {
        return lastLine(sibling) + newlines;
      }
      newlines += newlines(sibling.getStringValue());
    }
    return node.getParent().getLineNumber() + newlines;
  }

  /** The line on which an element ends. */
  private static int lastLine(XdmNode element) {
    XdmNode last = null;
    for (XdmNode child : element.children()) {
      last = child;
    }
    if (last == null) {
      return element.getLineNumber();
    }
    return last.getNodeKind() == XdmNodeKind.ELEMENT
        ? lastLine(last)
        : lineBefore(last) + newlines(last.getStringValue());
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(sign -> sign == '\n').count();
  }
}
