package org.letterpress.build;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Adds to each element the line in which its start tag begins. For one document and one thread.
 *
 * <p>The preview leads with it from the page to the source and back.
 */
final class LineNumbers extends XMLFilterImpl {
  private static final String NAMESPACE = "urn:letterpress:prepared";

  private Locator locator;
  private boolean begun;

  /** Where the last event ended, and so where the next tag begins. */
  private int line = 1;

  /**
   * @param next gets the events
   */
  LineNumbers(ContentHandler next) {
    setContentHandler(next);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    super.setDocumentLocator(locator);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (!begun) {
      begun = true;
      super.startPrefixMapping("lp", NAMESPACE);
    }
    AttributesImpl more = new AttributesImpl(attributes);
    more.addAttribute(NAMESPACE, "line", "lp:line", "CDATA", String.valueOf(line));
    super.startElement(uri, local, name, more);
    stand();
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    super.endElement(uri, local, name);
    stand();
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    super.characters(text, start, length);
    stand();
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    super.ignorableWhitespace(text, start, length);
    stand();
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    super.processingInstruction(target, data);
    stand();
  }

  private void stand() {
    line = locator == null ? line : locator.getLineNumber();
  }
}
