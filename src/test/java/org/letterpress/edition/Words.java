package org.letterpress.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Counts words, independently of the code under test. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final int LINES_BETWEEN = 10;

  private Words() {}

  /** How often each word occurs in a text. */
  static Map<String, Integer> count(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher match = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
    while (match.find()) {
      counts.merge(match.group(), 1, Integer::sum);
    }
    return counts;
  }

  /**
   * How often each word occurs in the text of a PDF: the mark of a note is no part of its word, and
   * a word divided at the end of a line or page is counted whole.
   */
  static Map<String, Integer> ofPrint(String text) {
    String[] lines = text.replaceAll("(?<=\\p{L})\\d+", " ").split("\\R");
    Map<String, Integer> counts = count(String.join("\n", lines));
    for (int i = 0; i < lines.length; i++) {
      String head = lines[i].replaceFirst("[-\u00AD\u2010\\s]+$", "").replaceFirst("^.*\\P{L}", "");
      // Footnotes and a running head may stand between the parts of a word divided by a page.
      for (int j = i + 1; j < Math.min(lines.length, i + LINES_BETWEEN) && !head.isEmpty(); j++) {
        String tail = lines[j].replaceFirst("(?s)\\P{L}.*$", "");
        if (!tail.isEmpty()) {
          counts.merge(head + tail, 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** The words that one text has more often than another. */
  static List<String> missing(Map<String, Integer> wanted, Map<String, Integer> found) {
    List<String> missing = new ArrayList<>();
    wanted.forEach(
        (word, count) -> {
          int lacking = count - found.getOrDefault(word, 0);
          if (lacking > 0) {
            missing.add(word + " x" + lacking);
          }
        });
    return missing;
  }

  /** The words of a TEI file's text as its reading view shows them: corr instead of sic. */
  static String ofTei(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      Document document = factory.newDocumentBuilder().parse(file.toFile());
      StringBuilder text = new StringBuilder();
      Node root = document.getElementsByTagNameNS("*", "text").item(0);
      append(root, text);
      return text.toString();
    } catch (IOException
        | javax.xml.parsers.ParserConfigurationException
        | org.xml.sax.SAXException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** The words of an HTML page, tags taken away. */
  static String ofHtml(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("(?s)<(script|style|head)\\b.*?</\\1>", " ")
        .replaceAll("</?(a|span|i|em|b|strong|abbr|time|bdi|cite|q)\\b[^>]*>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&amp;", "&")
        .replace("&nbsp;", " ")
        .replace("&#160;", " ")
        .replace("\u00AD", "");
  }

  private static void append(Node node, StringBuilder text) {
    if (node.getNodeType() == Node.TEXT_NODE) {
      text.append(node.getNodeValue());
    } else if (node instanceof Element element) {
      if (element.getLocalName().equals("sic")) {
        return;
      }
      boolean apart = element.getLocalName().matches("note|p|label|item|head|salute|dateline");
      text.append(apart ? " " : "");
      for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
        append(child, text);
      }
      text.append(apart ? " " : "");
    }
  }
}
