package org.letterpress.print;

import org.xml.sax.ContentHandler;

/**
 * Writes one FO document as SAX events, from startDocument to endDocument.
 *
 * @param <X> what the writer throws when it fails by itself
 */
@FunctionalInterface
public interface FoWriter<X extends Exception> {

  /** Writes the document; an exception that the handler throws has to be let through. */
  void write(ContentHandler handler) throws X;
}
