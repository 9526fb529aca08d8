package org.letterpress.source;

import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/** Hands each event of one parse to several handlers, in their order. */
public final class Tee implements ContentHandler {
  private final ContentHandler[] handlers;

  /**
   * @param handlers who gets the events, in this order
   */
  public Tee(List<ContentHandler> handlers) {
    this.handlers = handlers.toArray(ContentHandler[]::new);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    for (ContentHandler handler : handlers) {
      handler.setDocumentLocator(locator);
    }
  }

  @Override
  public void startDocument() throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.startDocument();
    }
  }

  @Override
  public void endDocument() throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endDocument();
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.startPrefixMapping(prefix, uri);
    }
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endPrefixMapping(prefix);
    }
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.startElement(uri, local, qualified, attributes);
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endElement(uri, local, qualified);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.characters(text, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    // A DTD's idea of ignorable space is not the Guidelines': every handler gets it as text.
    characters(text, start, length);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.processingInstruction(target, data);
    }
  }

  @Override
  public void skippedEntity(String name) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.skippedEntity(name);
    }
  }
}
