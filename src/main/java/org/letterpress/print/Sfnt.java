package org.letterpress.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a TrueType file (OpenType, "Organization of an OpenType Font"). */
final class Sfnt {
  private static final int HEADER = 12;
  private static final int ENTRY = 16;
  private static final int CHECKED_WHOLE = 0xB1B0AFBA;

  private final int version;
  private final Map<String, byte[]> tables = new TreeMap<>();

  private Sfnt(int version) {
    this.version = version;
  }

  /**
   * Reads a file.
   *
   * @throws RuntimeException when it is none, or cut off
   */
  static Sfnt read(byte[] file) {
    ByteBuffer data = ByteBuffer.wrap(file);
    Sfnt font = new Sfnt(data.getInt(0));
    int count = data.getShort(4) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int entry = HEADER + ENTRY * i;
      byte[] table = new byte[data.getInt(entry + 12)];
      data.get(data.getInt(entry + 8), table);
      font.tables.put(new String(file, entry, 4, StandardCharsets.ISO_8859_1), table);
    }
    return font;
  }

  /** A table to read in, or null. */
  ByteBuffer table(String tag) {
    byte[] table = tables.get(tag);
    return table == null ? null : ByteBuffer.wrap(table);
  }

  /** Puts a table in the place of another. */
  void put(String tag, byte[] table) {
    tables.put(tag, table);
  }

  void remove(String tag) {
    tables.remove(tag);
  }

  /** The file with these tables. */
  byte[] write() {
    int count = tables.size();
    int size = HEADER + ENTRY * count;
    for (byte[] table : tables.values()) {
      size += padded(table.length);
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    int power = 31 - Integer.numberOfLeadingZeros(count);
    out.putInt(version).putShort((short) count).putShort((short) (ENTRY << power));
    out.putShort((short) power).putShort((short) (ENTRY * count - (ENTRY << power)));
    int offset = HEADER + ENTRY * count;
    int head = -1;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      byte[] content = table.getValue();
      if (table.getKey().equals("head")) {
        head = offset;
        content = content.clone();
        ByteBuffer.wrap(content).putInt(8, 0);
      }
      out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
      out.putInt(sum(ByteBuffer.wrap(content))).putInt(offset).putInt(content.length);
      out.put(offset, content);
      offset += padded(content.length);
    }
    if (head >= 0) {
      out.putInt(head + 8, CHECKED_WHOLE - sum(out.duplicate().rewind()));
    }
    return out.array();
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  private static int sum(ByteBuffer content) {
    int sum = 0;
    while (content.remaining() >= 4) {
      sum += content.getInt();
    }
    for (int shift = 24; content.hasRemaining(); shift -= 8) {
      sum += (content.get() & 0xFF) << shift;
    }
    return sum;
  }
}
