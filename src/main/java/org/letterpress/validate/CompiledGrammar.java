package org.letterpress.validate;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.Markup;

/** A compiled grammar of any kind; safe to share between threads. */
interface CompiledGrammar {
  /**
   * Begins the check of one document.
   *
   * @param file how findings call the document
   * @param markup gives the document's markup when a fix is to be made; it may give null
   * @param findings gets each finding, in the thread of the parse
   */
  GrammarRun check(String file, Supplier<Markup> markup, Consumer<Diagnostic> findings);
}
