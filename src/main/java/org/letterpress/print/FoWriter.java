package org.letterpress.print;

import org.xml.sax.ContentHandler;

/**
 * Writes one FO document as SAX events, from startDocument to endDocument: once for each layout.
 *
 * @param <X> what the writer throws when it fails by itself
 */
@FunctionalInterface
public interface FoWriter<X extends Exception> {

  /**
   * Writes the document; an exception that the handler throws has to be let through.
   *
   * @param facts where places fell when the document was laid out before
   */
  void write(ContentHandler handler, PageFacts facts) throws X;
}
