package org.letterpress.validate;

import org.xml.sax.ContentHandler;

/** The check of one document against one grammar, fed by the caller's parse. For one thread. */
interface GrammarRun {
  /** What the parser's events go to. */
  ContentHandler handler();

  /** To be called when the parse has ended, whether it reached the document's end or not. */
  void finish();
}
