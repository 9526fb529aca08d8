package org.letterpress.site.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A row of lists in the files of the index that was made last. */
final class StoredRow {
  private final String name;
  private final DictionaryFile.Row files;
  private final Shards shards;
  private final Map<Integer, byte[]> loaded = new HashMap<>();

  /**
   * @param name folder of its files below that of the index
   */
  StoredRow(String name, DictionaryFile.Row files, Shards shards) {
    this.name = name;
    this.files = files;
    this.shards = shards;
  }

  /**
   * A part of the row.
   *
   * @throws LastIndex.Unusable when a file is not what it was
   */
  byte[] bytes(int from, int to) throws IOException {
    byte[] bytes = new byte[to - from];
    int begins = 0;
    for (int file = 0; begins < to && file < files.sizes().size(); file++) {
      int ends = begins + files.sizes().get(file);
      if (ends > from) {
        int first = Math.max(from, begins);
        int length = Math.min(to, ends) - first;
        System.arraycopy(file(file), first - begins, bytes, first - from, length);
      }
      begins = ends;
    }
    return bytes;
  }

  private byte[] file(int number) throws IOException {
    byte[] known = loaded.get(number);
    if (known == null) {
      known = read(number);
      if (known == null || known.length != files.sizes().get(number)) {
        throw new LastIndex.Unusable(name + "/" + number + " is not what it was");
      }
      loaded.put(number, known);
    }
    return known;
  }

  private byte[] read(int number) {
    try {
      return shards.bytes(name + "/" + number, files.keys().get(number));
    } catch (IOException unreadable) {
      return null;
    }
  }

  /**
   * The key of a file in which a part of the row stands, nothing before it and nothing behind it.
   *
   * @param number of that file
   * @return null when it does not
   */
  String key(String folder, int number, int from, int to) {
    if (!folder.equals(name) || number >= files.sizes().size()) {
      return null;
    }
    int begins = 0;
    for (int file = 0; file < number; file++) {
      begins += files.sizes().get(file);
    }
    boolean same = begins == from && begins + files.sizes().get(number) == to;
    return same ? files.keys().get(number) : null;
  }
}
