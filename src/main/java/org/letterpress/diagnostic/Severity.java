package org.letterpress.diagnostic;

/** How much a finding weighs: only {@link #ERROR} makes a run fail. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word shown to the user, in lower case. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
