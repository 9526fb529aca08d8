package org.letterpress.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.xml.sax.Locator;
import org.xml.sax.ext.Locator2;

/**
 * Where in the document we are, told to FOP as a locator and understood again in its events.
 *
 * <p>Formatting objects that come straight from a stylesheet have no lines; what leads an editor to
 * the spot is the nearest id. FOP keeps a locator's line number with each object, so the number of
 * the id is handed out as the line.
 */
final class Places implements Locator2 {
  private final List<String> ids = new ArrayList<>(List.of(""));
  private final Deque<Integer> open = new ArrayDeque<>(List.of(0));

  /** Enters an element; id is null when it has none. */
  void enter(String id) {
    if (id == null) {
      open.push(open.peek());
    } else {
      ids.add(id);
      open.push(ids.size() - 1);
    }
  }

  /** Leaves the element entered last. */
  void leave() {
    open.pop();
  }

  /** The nearest id around the present place, or an empty string. */
  String here() {
    return ids.get(open.peek());
  }

  /** The id that FOP's locator stands for, or an empty string. */
  String at(Locator locator) {
    int line = locator == null ? 0 : locator.getLineNumber();
    return line > 0 && line < ids.size() ? ids.get(line) : "";
  }

  @Override
  public int getLineNumber() {
    return open.peek();
  }

  @Override
  public int getColumnNumber() {
    return 1;
  }

  @Override
  public String getPublicId() {
    return null;
  }

  @Override
  public String getSystemId() {
    return null;
  }

  @Override
  public String getXMLVersion() {
    return "1.0";
  }

  @Override
  public String getEncoding() {
    return "UTF-8";
  }
}
