package org.letterpress.site.search;

import java.util.List;

/**
 * A list of a word, letter by letter, in one block or several.
 *
 * @param table the first letter and the size of each block; empty when there are not several
 * @param blocks none when the list is empty
 */
record BlockList(byte[] table, List<byte[]> blocks) {
  private static final byte[] NO_TABLE = {};

  /** A list in one block. */
  static BlockList of(byte[] block) {
    return new BlockList(NO_TABLE, block.length == 0 ? List.of() : List.of(block));
  }

  /** How many bytes it has, with its table. */
  int size() {
    int size = table.length;
    for (byte[] block : blocks) {
      size += block.length;
    }
    return size;
  }
}
