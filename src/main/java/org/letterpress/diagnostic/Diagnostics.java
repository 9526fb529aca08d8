package org.letterpress.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects findings from any thread, drops exact repetitions and gives them back sorted. */
public final class Diagnostics {
  private final TreeSet<Diagnostic> findings = new TreeSet<>();

  /** Adds a finding; one that equals another in place, code and message counts once. */
  public synchronized void add(Diagnostic finding) {
    findings.add(finding);
  }

  /** Adds a finding of the catalogue. */
  public void add(Code code, Location location, Object... arguments) {
    add(Diagnostic.of(code, location, arguments));
  }

  /** Adds all findings. */
  public synchronized void addAll(Iterable<Diagnostic> others) {
    others.forEach(findings::add);
  }

  /** All findings so far, by file and position. */
  public synchronized List<Diagnostic> sorted() {
    return new ArrayList<>(findings);
  }

  /** How many findings have this severity. */
  public synchronized long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** True when the run has to end with exit code 1. */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }
}
