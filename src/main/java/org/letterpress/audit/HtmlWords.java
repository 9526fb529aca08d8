package org.letterpress.audit;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a letter's page, as a browser would find them: the reading text, and each entry of
 * the lists of notes. Signs of ours, calls of notes and the frame of the page are left out.
 */
final class HtmlWords implements NodeVisitor {
  /** Class names of what letterpress puts into the text. */
  private static final Set<String> SIGNS = Set.of("lp-sign", "lp-note-call", "lp-note-mark");

  private final Words words = new Words();
  private int inText;
  private int inNotes;
  private int inSign;

  private HtmlWords() {}

  static Words of(byte[] page) {
    Parser parser = Parser.htmlParser();
    // A letter may be nested as deep as its editor likes.
    parser.setMaxDepth(Integer.MAX_VALUE);
    Document document = parser.parseInput(new String(page, StandardCharsets.UTF_8), "");
    HtmlWords found = new HtmlWords();
    Element letter = document.getElementById("lp-letter");
    if (letter != null) {
      letter.traverse(found);
    }
    return found.words;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      String value = text.getWholeText();
      if (inText == 0 && inNotes == 0) {
        return;
      }
      if (inSign == 0) {
        words.append(value, null);
      } else if (value.chars().anyMatch(sign -> Flow.parts((char) sign))) {
        words.divide();
      }
    } else if (node instanceof Element element) {
      if (isSign(element)) {
        inSign++;
      } else if (isText(element)) {
        inText++;
      } else if (isNote(element)) {
        inNotes++;
        words.startNote();
      }
      divide(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      divide(element);
      if (isSign(element)) {
        inSign--;
      } else if (isText(element)) {
        inText--;
      } else if (isNote(element)) {
        inNotes--;
        words.endNote();
      }
    }
  }

  private void divide(Element element) {
    if (element.hasClass("lp-inside-word")) {
      words.join();
    } else if (element.isBlock() || element.normalName().equals("br")) {
      words.divide();
    }
  }

  /** The text, or the head of it that heads the page. */
  private static boolean isText(Element element) {
    return element.hasClass("lp-reading") || element.hasClass("lp-own-heading");
  }

  /** An entry of a list of notes; a note that stands in the line is part of the text. */
  private static boolean isNote(Element element) {
    return element.normalName().equals("li") && element.hasClass("lp-note");
  }

  private static boolean isSign(Element element) {
    String classes = element.className();
    // Most elements have no such name: a look at the text is cheaper than at its parts.
    return (classes.contains("lp-sign") || classes.contains("lp-note-"))
        && SIGNS.stream().anyMatch(element::hasClass);
  }
}
