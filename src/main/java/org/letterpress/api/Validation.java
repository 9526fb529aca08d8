package org.letterpress.api;

import java.util.List;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Severity;

/**
 * What a check has found.
 *
 * @param files how many files were checked
 * @param findings everything that is wrong, in the order of files and places; what the settings
 *     silence is left out
 */
public record Validation(int files, List<Diagnostic> findings) {
  public Validation {
    findings = List.copyOf(findings);
  }

  /** True when no finding is an error; there may be warnings and notes. */
  public boolean isValid() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
