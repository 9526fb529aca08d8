package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the words in their order, some hundred to a file, with their lists. */
final class Dictionary {
  private final Shards shards;
  private final List<DictionaryFile> files = new ArrayList<>();
  private final DictionaryFile.Names names = new DictionaryFile.Names();
  private final DictionaryFile.Filling filling = new DictionaryFile.Filling();
  private List<Entry> entries = new ArrayList<>();
  private ListRow lists = new ListRow();
  private ListRow places = new ListRow();

  Dictionary(Shards shards) {
    this.shards = shards;
  }

  /** Adds a word that sorts after all those before. */
  void add(String word, int letters, Occurrences.Lists found) throws IOException {
    Entry entry = new Entry(word, letters, found.list().layout(), found.places().layout());
    entries.add(entry);
    lists.add(word, found.list());
    places.add(word, found.places());
    if (filling.add(entry)) {
      flush();
    }
  }

  /** Writes what is left and tells of all files. */
  List<DictionaryFile> finish() throws IOException {
    if (!entries.isEmpty()) {
      flush();
    }
    return files;
  }

  private void flush() throws IOException {
    String name = names.of(entries.get(0).word());
    DictionaryFile.Row listFiles = lists.finish(DictionaryFile.listsName(name), shards);
    DictionaryFile.Row placesFiles = places.finish(DictionaryFile.placesName(name), shards);
    files.add(DictionaryFile.write(name, entries, listFiles, placesFiles, shards));
    entries = new ArrayList<>();
    lists = new ListRow();
    places = new ListRow();
  }
}
