package org.letterpress.source;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stops a document that grows out of its entities, or nests without end, before it eats the memory.
 *
 * <p>The parser's own limit counts expansions; a few expansions of a long entity pass it, so the
 * text that comes out is counted too.
 */
final class Limits extends XMLFilterImpl {
  /** Elements inside each other. Real letters stay below fifty. */
  static final int DEPTH = 3_000;

  /** Characters of text that a small file may always have. */
  private static final long TEXT_FLOOR = 20_000_000L;

  /** Times that the text may be longer than the file. */
  private static final long TEXT_RATIO = 20L;

  /** Thrown when a limit is passed; its message names the limit. */
  static final class Exceeded extends SAXParseException {
    private static final long serialVersionUID = 1L;

    Exceeded(String message, Locator locator) {
      super(message, locator);
    }
  }

  private final long mostText;
  private Locator locator;
  private int depth;
  private long text;

  Limits(ContentHandler next, long bytes) {
    setContentHandler(next);
    this.mostText = Math.max(TEXT_FLOOR, bytes * TEXT_RATIO);
  }

  /** How much text the document may have. */
  long mostText() {
    return mostText;
  }

  /** Says that the document has more. */
  Exceeded exceeded() {
    return new Exceeded("entities expand to more than " + mostText + " characters", locator);
  }

  /** Where the parser stands, or null before it began. */
  Locator locator() {
    return locator;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    super.setDocumentLocator(locator);
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    if (++depth > DEPTH) {
      throw new Exceeded("elements are nested more than " + DEPTH + " deep", locator);
    }
    super.startElement(uri, local, qualified, attributes);
  }

  @Override
  public void endElement(String uri, String local, String qualified) throws SAXException {
    depth--;
    super.endElement(uri, local, qualified);
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    text += length;
    if (text > mostText) {
      throw exceeded();
    }
    super.characters(chars, start, length);
  }
}
