package org.letterpress.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The further forms that a font has of its glyphs: small capitals, old-style figures, ligatures
 * (OpenType, "GSUB").
 */
final class GlyphForms {
  private static final int SINGLE = 1;
  private static final int LIGATURE = 4;
  private static final int EXTENSION = 7;

  private final ByteBuffer table;

  GlyphForms(Sfnt font) {
    this.table = font.table("GSUB");
  }

  /** Which glyph stands for which one by a feature of a script. */
  Map<Integer, Integer> singles(String script, String feature) {
    Map<Integer, Integer> singles = new HashMap<>();
    for (int subtable : subtables(script, feature, SINGLE)) {
      List<Integer> covered = coverage(subtable + unsigned(subtable + 2));
      for (int i = 0; i < covered.size(); i++) {
        int glyph =
            unsigned(subtable) == 1
                ? covered.get(i) + table.getShort(subtable + 4) & 0xFFFF
                : unsigned(subtable + 6 + 2 * i);
        singles.putIfAbsent(covered.get(i), glyph);
      }
    }
    return singles;
  }

  /** Which glyph stands for which sequence of glyphs by a feature of a script. */
  Map<List<Integer>, Integer> ligatures(String script, String feature) {
    Map<List<Integer>, Integer> ligatures = new HashMap<>();
    for (int subtable : subtables(script, feature, LIGATURE)) {
      List<Integer> covered = coverage(subtable + unsigned(subtable + 2));
      for (int i = 0; i < covered.size(); i++) {
        int set = subtable + unsigned(subtable + 6 + 2 * i);
        for (int j = 0; j < unsigned(set); j++) {
          int ligature = set + unsigned(set + 2 + 2 * j);
          List<Integer> parts = new ArrayList<>(List.of(covered.get(i)));
          for (int k = 1; k < unsigned(ligature + 2); k++) {
            parts.add(unsigned(ligature + 2 + 2 * k));
          }
          ligatures.putIfAbsent(parts, unsigned(ligature));
        }
      }
    }
    return ligatures;
  }

  /** Where the subtables of one type begin that a feature leads to. */
  private List<Integer> subtables(String script, String feature, int type) {
    List<Integer> subtables = new ArrayList<>();
    if (table == null) {
      return subtables;
    }
    int features = unsigned(6);
    int lookups = unsigned(8);
    for (int index : features(script)) {
      if (!tag(features + 2 + 6 * index).equals(feature)) {
        continue;
      }
      int chosen = features + unsigned(features + 2 + 6 * index + 4);
      for (int i = 0; i < unsigned(chosen + 2); i++) {
        int lookup = lookups + unsigned(lookups + 2 + 2 * unsigned(chosen + 4 + 2 * i));
        for (int j = 0; j < unsigned(lookup + 4); j++) {
          int subtable = lookup + unsigned(lookup + 6 + 2 * j);
          int kind = unsigned(lookup);
          if (kind == EXTENSION) {
            kind = unsigned(subtable + 2);
            subtable += table.getInt(subtable + 4);
          }
          if (kind == type) {
            subtables.add(subtable);
          }
        }
      }
    }
    return subtables;
  }

  /** The features of a script where no language is named; those of any script when it has none. */
  private List<Integer> features(String script) {
    int scripts = unsigned(4);
    int chosen = -1;
    for (int i = 0; i < unsigned(scripts); i++) {
      String tag = tag(scripts + 2 + 6 * i);
      if (tag.equals(script) || tag.equals("DFLT") && chosen < 0) {
        chosen = scripts + unsigned(scripts + 2 + 6 * i + 4);
      }
    }
    List<Integer> features = new ArrayList<>();
    if (chosen >= 0 && unsigned(chosen) != 0) {
      int language = chosen + unsigned(chosen);
      for (int i = 0; i < unsigned(language + 4); i++) {
        features.add(unsigned(language + 6 + 2 * i));
      }
    }
    return features;
  }

  private List<Integer> coverage(int start) {
    List<Integer> glyphs = new ArrayList<>();
    for (int i = 0; i < unsigned(start + 2); i++) {
      if (unsigned(start) == 1) {
        glyphs.add(unsigned(start + 4 + 2 * i));
      } else {
        int range = start + 4 + 6 * i;
        for (int glyph = unsigned(range); glyph <= unsigned(range + 2); glyph++) {
          glyphs.add(glyph);
        }
      }
    }
    return glyphs;
  }

  private String tag(int at) {
    byte[] tag = new byte[4];
    table.get(at, tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private int unsigned(int at) {
    return table.getShort(at) & 0xFFFF;
  }
}
