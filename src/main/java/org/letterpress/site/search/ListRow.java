package org.letterpress.site.search;

import java.io.IOException;

/**
 * The lists of all words of a file of the dictionary, one behind the other, cut into files. Whoever
 * knows where in the row something begins and ends, and how long the files are, knows which to
 * load.
 */
final class ListRow {
  /** A file is no shorter, unless it is the last; sizes are those before it becomes text. */
  private static final int LEAST = 5 * 1024;

  private static final int MOST = 8 * 1024;
  private static final int MEAN = 2 * 1024;

  private final String name;
  private final Numbers bytes = new Numbers(1 << 16);
  private final FileCuts cuts = new FileCuts(LEAST, MOST, MEAN);

  /**
   * @param name folder of its files below that of the index
   */
  ListRow(String name) {
    this.name = name;
  }

  /** Adds the list of a word; its blocks are parts, the table stands with the first. */
  void add(String word, BlockList list) {
    long hash = Segments.hash(word);
    int before = list.table().length;
    bytes.addBytes(list.table(), 0, before);
    for (byte[] block : list.blocks()) {
      bytes.addBytes(block, 0, block.length);
      cuts.add(hash, before + block.length);
      before = 0;
      hash++;
    }
  }

  /** Writes the files, and how many they are and how long each is. */
  void finish(Shards shards, Numbers sizes) throws IOException {
    cuts.finish();
    sizes.add(cuts.files().size());
    int from = 0;
    for (int file = 0; file < cuts.files().size(); file++) {
      int size = cuts.files().get(file);
      sizes.add(size);
      shards.add(name + "/" + file, Shards.base64(bytes.part(from, from + size)));
      from += size;
    }
  }
}
