package org.letterpress.print;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which glyph a font has for which sign (OpenType, "cmap"). */
final class CharacterMap {
  private static final int WINDOWS = 3;
  private static final int UNICODE_BMP = 1;
  private static final int UNICODE_FULL = 10;

  private CharacterMap() {}

  /** The glyphs by their signs; empty when the font is not made for Unicode. */
  static NavigableMap<Integer, Integer> read(Sfnt font) {
    NavigableMap<Integer, Integer> map = new TreeMap<>();
    ByteBuffer table = font.table("cmap");
    if (table == null) {
      return map;
    }
    int plain = -1;
    int full = -1;
    for (int i = 0; i < unsigned(table, 2); i++) {
      int entry = 4 + 8 * i;
      if (unsigned(table, entry) == WINDOWS) {
        int encoding = unsigned(table, entry + 2);
        plain = encoding == UNICODE_BMP ? table.getInt(entry + 4) : plain;
        full = encoding == UNICODE_FULL ? table.getInt(entry + 4) : full;
      }
    }
    if (full >= 0 && unsigned(table, full) == 12) {
      groups(table, full, map);
    } else if (plain >= 0 && unsigned(table, plain) == 4) {
      segments(table, plain, map);
    }
    return map;
  }

  private static void groups(ByteBuffer table, int start, Map<Integer, Integer> map) {
    for (int i = 0; i < table.getInt(start + 12); i++) {
      int group = start + 16 + 12 * i;
      int first = table.getInt(group);
      for (int sign = first; sign <= table.getInt(group + 4); sign++) {
        map.put(sign, table.getInt(group + 8) + sign - first);
      }
    }
  }

  private static void segments(ByteBuffer table, int start, Map<Integer, Integer> map) {
    int size = unsigned(table, start + 6);
    for (int i = 0; i < size; i += 2) {
      int end = start + 14 + i;
      int begin = end + size + 2;
      int range = begin + 2 * size;
      int offset = unsigned(table, range);
      for (int sign = unsigned(table, begin); sign <= unsigned(table, end); sign++) {
        int glyph = sign;
        if (offset != 0) {
          glyph = unsigned(table, range + offset + 2 * (sign - unsigned(table, begin)));
          if (glyph == 0) {
            continue;
          }
        }
        glyph = glyph + unsigned(table, begin + size) & 0xFFFF;
        if (glyph != 0 && sign != 0xFFFF) {
          map.put(sign, glyph);
        }
      }
    }
  }

  /** A table that says so. */
  static byte[] write(NavigableMap<Integer, Integer> map) {
    TreeMap<Integer, int[]> groups = new TreeMap<>();
    int[] last = null;
    for (Map.Entry<Integer, Integer> sign : map.entrySet()) {
      if (last != null
          && last[0] + 1 == sign.getKey()
          && last[1] + last[0] + 1 - last[2] == sign.getValue()) {
        last[0]++;
      } else {
        last = new int[] {sign.getKey(), sign.getValue(), sign.getKey()};
        groups.put(sign.getKey(), last);
      }
    }
    int size = 16 + 12 * groups.size();
    ByteBuffer out = ByteBuffer.allocate(12 + size);
    out.putShort((short) 0).putShort((short) 1);
    out.putShort((short) WINDOWS).putShort((short) UNICODE_FULL).putInt(12);
    out.putShort((short) 12).putShort((short) 0).putInt(size).putInt(0).putInt(groups.size());
    for (int[] group : groups.values()) {
      out.putInt(group[2]).putInt(group[0]).putInt(group[1]);
    }
    return out.array();
  }

  private static int unsigned(ByteBuffer table, int at) {
    return table.getShort(at) & 0xFFFF;
  }
}
