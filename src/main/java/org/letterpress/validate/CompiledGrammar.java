package org.letterpress.validate;

import java.util.function.Consumer;
import org.letterpress.diagnostic.Diagnostic;

/** A compiled grammar of any kind; safe to share between threads. */
interface CompiledGrammar {
  /**
   * Begins the check of one document.
   *
   * @param file how findings call the document
   * @param findings gets each finding, in the thread of the parse
   */
  GrammarRun check(String file, Consumer<Diagnostic> findings);
}
