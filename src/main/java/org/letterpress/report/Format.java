package org.letterpress.report;

/** How findings are shown. */
public enum Format {
  HUMAN,
  JSON,
  SARIF,
  JUNIT,
  GITHUB;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
