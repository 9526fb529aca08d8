package org.letterpress.print;

import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/**
 * What is found while one document is printed, told with the place of the source that it is about.
 *
 * @param findings told each finding
 * @param origins where the source has what is printed
 */
record Reports(Consumer<Diagnostic> findings, Origins origins) {

  /** Tells a finding about the formatting object with this id; without one the id is empty. */
  void add(Code code, String id, Object... arguments) {
    findings.accept(Diagnostic.of(code, origins.place(id), arguments));
  }
}
