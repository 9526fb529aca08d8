package org.letterpress.project;

import java.util.Locale;

/** Sizes of a trimmed page. */
public enum PageSize {
  A4("210mm", "297mm"),
  A5("148mm", "210mm"),
  ROYAL_OCTAVO("156mm", "234mm"),
  LETTER("8.5in", "11in");

  private final String width;
  private final String height;

  PageSize(String width, String height) {
    this.width = width;
    this.height = height;
  }

  /** Width with its unit, as XSL-FO takes it. */
  public String width() {
    return width;
  }

  /** Height with its unit, as XSL-FO takes it. */
  public String height() {
    return height;
  }

  /** The name in {@code letterpress.toml}: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
