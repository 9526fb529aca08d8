package org.letterpress.validate.edition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;

/** Keeps how the text of everything that may be a letter begins. */
final class LetterObserver implements Observer {
  /** So many letters and digits tell one letter from another between the same persons. */
  private static final int ENOUGH = 80;

  private record Beginning(OpenElement element, StringBuilder words) {}

  private final Deque<Beginning> open = new ArrayDeque<>();
  private final Map<Integer, String> beginnings = new HashMap<>();

  @Override
  public void start(OpenElement element, Attributes attributes) {
    boolean mayBeLetter =
        element.name.equals("TEI") || element.name.equals("text") || element.name.startsWith("div");
    if (mayBeLetter && !element.header) {
      open.push(new Beginning(element, new StringBuilder()));
    }
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    // The innermost has the fewest words.
    boolean enough = open.isEmpty() || open.peek().words.length() >= ENOUGH;
    if (enough || !in.text || run.isBlank() || in.isIn("note")) {
      return;
    }
    for (Beginning beginning : open) {
      for (int i = 0; i < run.length() && beginning.words.length() < ENOUGH; i++) {
        char c = run.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          beginning.words.append(Character.toLowerCase(c));
        }
      }
    }
  }

  @Override
  public void end(OpenElement element) {
    if (!open.isEmpty() && open.peek().element == element) {
      beginnings.put(element.ordinal, open.pop().words.toString());
    }
  }

  Map<Integer, String> beginnings() {
    return beginnings;
  }
}
