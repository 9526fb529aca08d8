package org.letterpress.build;

/** What a build makes. */
public enum Output {
  HTML,
  PDF,
  TEXT,
  TEI
}
