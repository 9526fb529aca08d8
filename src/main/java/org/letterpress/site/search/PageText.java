package org.letterpress.site.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.letterpress.site.search.Passage.Part;

/**
 * The passages of a page as a reader sees it: heading, text, notes, and the account of the source
 * or of the entry of a register. Taken from the page itself, so that no word that stands there can
 * be missing.
 */
public final class PageText implements NodeVisitor {
  /** Class names of what letterpress puts into a text. */
  private static final Set<String> SIGNS = Set.of("lp-sign", "lp-note-call", "lp-note-mark");

  /** A word that is divided by the end of a line or page goes on after this. */
  private static final String INSIDE_WORD = "lp-inside-word";

  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Part> parts = new ArrayDeque<>();
  private final Deque<String> anchors = new ArrayDeque<>();
  private int hidden;
  private boolean joining;

  private PageText() {
    anchors.push("");
  }

  /** The passages of a page in its order; none of what is a list. */
  public static List<Passage> of(byte[] page) {
    Parser parser = Parser.htmlParser();
    // A letter may be nested as deep as its editor likes.
    parser.setMaxDepth(Integer.MAX_VALUE);
    Document document = parser.parseInput(new String(page, StandardCharsets.UTF_8), "");
    PageText found = new PageText();
    Element letter = document.getElementById("lp-letter");
    Element shown = letter == null ? document.getElementById("lp-text") : letter;
    if (shown != null) {
      shown.traverse(found);
      found.finish();
    }
    return found.passages;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode run) {
      if (hidden == 0 && !parts.isEmpty()) {
        append(run.getWholeText());
      }
    } else if (node instanceof Element element) {
      divide(element);
      Part part = part(element);
      if (part != null) {
        parts.push(part);
      }
      if (isHidden(element)) {
        hidden++;
        divide(element.wholeText());
      }
      if (isTarget(element)) {
        anchors.push(element.id());
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      divide(element);
      if (part(element) != null) {
        parts.pop();
      }
      if (isHidden(element)) {
        hidden--;
      }
      if (isTarget(element)) {
        anchors.pop();
      }
    }
  }

  private void append(String run) {
    for (int i = 0; i < run.length(); i++) {
      char sign = run.charAt(i);
      if (sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r' || sign == '\f') {
        if (!joining && text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
      } else {
        text.append(sign);
        joining = false;
      }
    }
  }

  /** What letterpress puts between words is not read, but they are two. */
  private void divide(String sign) {
    if (!parts.isEmpty() && sign.chars().anyMatch(Character::isWhitespace)) {
      append(" ");
    }
  }

  private void divide(Element element) {
    if (element.hasClass(INSIDE_WORD)) {
      while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
      joining = true;
    } else if (element.normalName().equals("br")) {
      append(" ");
    } else if (element.isBlock()) {
      finish();
    }
  }

  /** What was read since the last block began is a passage. */
  private void finish() {
    String words = text.toString().strip();
    if (!words.isEmpty() && !parts.isEmpty()) {
      passages.add(new Passage(anchors.peek(), parts.peek(), words));
    }
    text.setLength(0);
    joining = false;
  }

  /** The part that begins with an element, or null. */
  private static Part part(Element element) {
    return switch (element.normalName()) {
      case "h1" -> Part.HEADING;
      case "li" -> element.hasClass("lp-note") ? Part.NOTE : null;
      case "dd" -> inRecord(element) ? Part.RECORD : null;
      default -> element.hasClass("lp-reading") ? Part.TEXT : null;
    };
  }

  private static boolean inRecord(Element element) {
    return element.closest("#lp-record, .lp-facts") != null;
  }

  private static boolean isTarget(Element element) {
    return !element.id().isEmpty() && element.isBlock();
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden") || SIGNS.stream().anyMatch(element::hasClass);
  }
}
