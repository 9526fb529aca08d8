package org.letterpress.cli;

/** The public exit codes. */
final class ExitStatus {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int IMPOSSIBLE = 3;

  private ExitStatus() {}
}
