package org.letterpress.build;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;

/**
 * Where letters stand in the printed book, as {@code edition-pages.json} tells it.
 *
 * @param letters from the id of a letter to its pages, such as "12–14"
 */
record BookPages(Map<String, String> letters) {
  /** Path of the file that tells it. */
  static final String PATH = "edition-pages.json";

  /** No book was printed. */
  static final BookPages NONE = new BookPages(Map.of());

  BookPages {
    letters = Map.copyOf(letters);
  }

  /** The pages of a letter; empty where it was not printed. */
  String of(String letter) {
    return letters.getOrDefault(letter, "");
  }

  /** Reads the file; one that is not what we write is as good as none. */
  static BookPages read(byte[] json, Processor processor) {
    if (json == null) {
      return NONE;
    }
    try {
      XPathCompiler xpath = processor.newXPathCompiler();
      QName variable = new QName("json");
      xpath.declareVariable(variable, ItemType.STRING, net.sf.saxon.s9api.OccurrenceIndicator.ONE);
      XPathSelector pages = xpath.compile("parse-json($json)?letters?* ! (?id, ?pages)").load();
      pages.setVariable(variable, new XdmAtomicValue(new String(json, StandardCharsets.UTF_8)));
      Map<String, String> letters = new HashMap<>();
      String id = null;
      for (XdmItem item : pages.evaluate()) {
        if (id == null) {
          id = item.getStringValue();
        } else {
          letters.put(id, item.getStringValue());
          id = null;
        }
      }
      return new BookPages(letters);
    } catch (SaxonApiException notOurs) {
      return NONE;
    }
  }
}
