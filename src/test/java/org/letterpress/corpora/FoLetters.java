package org.letterpress.corpora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Counts the letters that formatting objects hand to the formatter for the pages themselves: not
 * those of running heads, of bookmarks and of pictures.
 */
final class FoLetters extends DefaultHandler {
  private static final Set<String> APART =
      Set.of("static-content", "marker", "bookmark-tree", "title", "instream-foreign-object");

  private final Map<Integer, Integer> letters = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();
  private int apart;

  private FoLetters() {}

  /** How often each letter stands in a file of formatting objects. */
  static Map<Integer, Integer> of(Path file) throws IOException {
    FoLetters counter = new FoLetters();
    try {
      SAXParserFactory.newDefaultNSInstance().newSAXParser().parse(file.toFile(), counter);
    } catch (ParserConfigurationException | SAXException unread) {
      throw new IOException(unread);
    }
    return counter.letters;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    end();
    apart += apart > 0 || APART.contains(local) ? 1 : 0;
  }

  @Override
  public void endElement(String uri, String local, String name) {
    end();
    apart -= apart > 0 ? 1 : 0;
  }

  @Override
  public void characters(char[] signs, int start, int length) {
    if (apart == 0) {
      text.append(signs, start, length);
    }
  }

  private void end() {
    PrintedPdf.count(text.toString(), letters);
    text.setLength(0);
  }
}
