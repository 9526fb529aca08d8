package org.letterpress.build;

/** What a build makes. */
public enum Output {
  HTML,
  PDF,
  TEXT,
  TEI;

  /** What a file of the site belongs to. */
  static Output of(String path) {
    if (path.endsWith(".pdf") || path.equals(BookPages.PATH)) {
      return PDF;
    }
    if (path.startsWith("letters/") && path.endsWith(".txt")) {
      return TEXT;
    }
    return path.startsWith("letters/") && path.endsWith(".xml") ? TEI : HTML;
  }
}
