package org.letterpress.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between the stylesheet and the formatter: collects the words of each letter that passes,
 * and passes everything on without the marks that were made for this; attributes of ours end with
 * the printer.
 */
final class FoWords extends XMLFilterImpl {
  private static final String FO = "http://www.w3.org/1999/XSL/Format";
  private static final String LP = "urn:letterpress:prepared";

  private final BiConsumer<String, Words> found;

  /** What was found of texts that may go on later, by id. */
  private final Map<String, Words> parts = new HashMap<>();

  private MarkedText marks;
  private Words words;
  private final Deque<Boolean> joins = new ArrayDeque<>();
  private final Deque<Boolean> notes = new ArrayDeque<>();
  private String letter;
  private int depth;

  /** How deep the present place lies in what is not the letter's. */
  private int aside;

  /**
   * @param found told each letter's id and words when it has passed; of a text that is printed in
   *     several parts all words so far, after each part
   */
  FoWords(ContentHandler next, BiConsumer<String, Words> found) {
    this.found = found;
    setContentHandler(next);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (attributes.getIndex(LP, "letter") >= 0) {
      letter = attributes.getValue(LP, "letter");
      words = words(attributes.getIndex(LP, "continued") >= 0);
      marks = new MarkedText();
      depth = 0;
    }
    boolean insideWord = attributes.getIndex(LP, "inside-word") >= 0;
    if (words != null) {
      depth++;
      aside += aside > 0 || attributes.getIndex(LP, "aside") >= 0 ? 1 : 0;
      // At the foot stands a note, or a paragraph of several.
      boolean note =
          attributes.getIndex(LP, "note") >= 0
              || uri.equals(FO)
                  && local.equals("footnote-body")
                  && attributes.getIndex(LP, "notes") < 0;
      notes.push(note);
      if (note) {
        words.startNote();
      }
      if (uri.equals(FO)) {
        divide(local);
      }
      if (insideWord) {
        words.join();
      }
      joins.push(insideWord);
    }
    super.startElement(uri, local, name, clean(attributes));
  }

  /** Words to add to: those of the text so far, where this part of the document goes on with it. */
  private Words words(boolean goesOn) {
    Words earlier = goesOn ? parts.get(letter) : null;
    Words found = earlier == null ? new Words() : earlier;
    parts.put(letter, found);
    return found;
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (words != null) {
      if (uri.equals(FO)) {
        divide(local);
      }
      if (notes.pop()) {
        words.endNote();
      }
      if (joins.pop()) {
        words.join();
      }
      aside -= aside > 0 ? 1 : 0;
      if (--depth == 0) {
        found.accept(letter, words);
        words = null;
      }
    }
    super.endElement(uri, local, name);
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    if (words != null && aside == 0) {
      marks.read(text, start, length, words);
    }
    char[] clean = MarkedText.unmarked(text, start, length);
    if (clean.length > 0) {
      super.characters(clean, 0, clean.length);
    }
  }

  private void divide(String element) {
    // A footnote is called within the line: its own blocks divide its own words alone.
    switch (element) {
      case "block", "table-cell", "list-item-label", "list-item-body" -> words.divide();
      default -> {}
    }
  }

  /** Descriptions of pictures and links are made of the same words, marks included. */
  private static Attributes clean(Attributes attributes) {
    AttributesImpl copy = null;
    for (int i = 0; i < attributes.getLength(); i++) {
      String value = attributes.getValue(i);
      if (value.chars().anyMatch(sign -> MarkedText.isMark((char) sign))) {
        copy = copy == null ? new AttributesImpl(attributes) : copy;
        char[] signs = value.toCharArray();
        copy.setValue(i, new String(MarkedText.unmarked(signs, 0, signs.length)));
      }
    }
    return copy == null ? attributes : copy;
  }
}
