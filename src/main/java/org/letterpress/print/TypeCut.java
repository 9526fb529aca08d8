package org.letterpress.print;

import java.util.List;

/**
 * A cut of a typeface: the same file, with other glyphs for its signs. A stylesheet names a cut by
 * what follows the family's name: "EB Garamond Small Caps".
 */
enum TypeCut {
  /** For text: figures that rise and fall with the letters, joined letters. */
  TEXT("", true, true, "onum", "pnum"),

  /** For letters set apart: FOP prints them over each other where it kerns them as well. */
  SPACED(" Spaced", false, false, "onum", "pnum"),

  /** Small capitals for small letters. */
  SMALL_CAPITALS(" Small Caps", true, false, "smcp"),

  /** Figures as high as capitals and all of one width, for tables. */
  LINING(" Lining", true, true, "lnum", "tnum"),

  /** Figures of the text, all of one width, for numbers that stand below each other. */
  TABULAR(" Tabular", true, true, "onum", "tnum"),

  /** Raised figures and letters, for the marks of notes. */
  SUPERIOR(" Superior", true, false, "sups");

  private final String suffix;
  private final boolean kerned;
  private final boolean joined;
  private final List<String> features;

  TypeCut(String suffix, boolean kerned, boolean joined, String... features) {
    this.suffix = suffix;
    this.kerned = kerned;
    this.joined = joined;
    this.features = List.of(features);
  }

  /** What follows the name of the family. */
  String suffix() {
    return suffix;
  }

  boolean kerned() {
    return kerned;
  }

  /** True when letters are joined to ligatures. */
  boolean joined() {
    return joined;
  }

  /** The features of the font that make it, one after the other. */
  List<String> features() {
    return features;
  }
}
