package org.letterpress.site.search;

import java.util.List;

/**
 * A list of a word, letter by letter, in one block or several.
 *
 * @param table size of the table at the beginning of the first part, with the first letter and the
 *     size of each block; 0 when there are not several
 * @param parts the blocks; none when the list is empty
 */
record BlockList(int table, List<byte[]> parts) {
  /** A list in one block. */
  static BlockList of(byte[] block) {
    return new BlockList(0, block.length == 0 ? List.of() : List.of(block));
  }

  /** A list in several blocks. */
  static BlockList of(Numbers table, List<byte[]> blocks) {
    Numbers first = new Numbers(table.size() + blocks.get(0).length);
    first.addAll(table);
    first.addBytes(blocks.get(0), 0, blocks.get(0).length);
    blocks.set(0, first.toBytes());
    return new BlockList(table.size(), blocks);
  }

  /** How long its parts are. */
  Layout layout() {
    return new Layout(table, parts.stream().mapToInt(part -> part.length).toArray());
  }
}
