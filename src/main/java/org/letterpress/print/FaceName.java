package org.letterpress.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a font file calls itself (OpenType, "name").
 *
 * @param family the family's name
 * @param italic true for a slanted style
 * @param bold true for a heavy style
 */
record FaceName(String family, boolean italic, boolean bold) {
  private static final int WINDOWS = 3;
  private static final int FAMILY = 1;
  private static final int STYLE = 2;
  private static final int TYPOGRAPHIC = 15;

  /** Reads it; a file that does not say is called as it is named. */
  static FaceName of(Path file) {
    Map<Integer, String> names;
    try {
      names = names(Sfnt.read(Files.readAllBytes(file)).table("name"));
    } catch (IOException | RuntimeException unreadable) {
      names = Map.of();
    }
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    String family = names.getOrDefault(FAMILY, stem);
    family = names.getOrDefault(FAMILY + TYPOGRAPHIC, family);
    String style = names.getOrDefault(STYLE, stem);
    style = names.getOrDefault(STYLE + TYPOGRAPHIC, style);
    return new FaceName(
        family, style.matches("(?i).*(italic|oblique).*"), style.matches("(?i).*bold.*"));
  }

  private static Map<Integer, String> names(ByteBuffer table) {
    Map<Integer, String> names = new TreeMap<>();
    int storage = table.getShort(4) & 0xFFFF;
    for (int i = 0; i < (table.getShort(2) & 0xFFFF); i++) {
      int entry = 6 + 12 * i;
      if (table.getShort(entry) == WINDOWS) {
        byte[] text = new byte[table.getShort(entry + 8) & 0xFFFF];
        table.get(storage + (table.getShort(entry + 10) & 0xFFFF), text);
        names.putIfAbsent(
            (int) table.getShort(entry + 6), new String(text, StandardCharsets.UTF_16BE));
      }
    }
    return names;
  }
}
