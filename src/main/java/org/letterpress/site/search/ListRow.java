package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

  private final Numbers bytes = new Numbers(1 << 16);
  private final FileCuts cuts = cuts();

  /** Says where a row is cut. */
  static FileCuts cuts() {
    return new FileCuts(LEAST, MOST, MEAN);
  }

  /** Adds the parts of a list. */
  static void cut(FileCuts cuts, String word, Layout list) {
    long hash = Segments.hash(word);
    for (int part = 0; part < list.parts(); part++) {
      cuts.add(hash + part, list.part(part));
    }
  }

  /** Adds the list of a word. */
  void add(String word, BlockList list) {
    for (byte[] part : list.parts()) {
      bytes.addBytes(part, 0, part.length);
    }
    cut(cuts, word, list.layout());
  }

  /**
   * Writes the files.
   *
   * @param name folder of the files below that of the index
   */
  DictionaryFile.Row finish(String name, Shards shards) throws IOException {
    cuts.finish();
    List<String> keys = new ArrayList<>();
    int from = 0;
    for (int size : cuts.files()) {
      keys.add(shards.add(name + "/" + keys.size(), Shards.base64(bytes.part(from, from + size))));
      from += size;
    }
    return new DictionaryFile.Row(cuts.files(), keys);
  }
}
