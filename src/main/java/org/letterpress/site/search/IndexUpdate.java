package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the dictionary and the lists of an index from those of the last one, and from what changed.
 * Each file is what {@link Dictionary} would write of all words.
 */
final class IndexUpdate {
  private final LastIndex last;
  private final Shards shards;
  private final Occurrences.Impact impact;
  private final DictionaryFile.Names names = new DictionaryFile.Names();
  private final DictionaryFile.Filling filling = new DictionaryFile.Filling();
  private final List<DictionaryFile> files = new ArrayList<>();
  private List<Item> open = new ArrayList<>();

  /** A word with its lists. */
  private record Item(Entry entry, ListSource list, ListSource places) {
    static Item of(String word, int letters, ListSource list, ListSource places) {
      return new Item(new Entry(word, letters, list.layout(), places.layout()), list, places);
    }
  }

  /**
   * @param last the index from which is taken what stayed the same
   */
  IndexUpdate(LastIndex last, Shards shards, Occurrences.Impact impact) {
    this.last = last;
    this.shards = shards;
    this.impact = impact;
  }

  /**
   * Writes what changed and keeps the rest.
   *
   * @return all files of the dictionary
   * @throws LastIndex.Unusable when a file of the last index is not there as it was
   */
  List<DictionaryFile> make(SortedMap<String, WordChanges.Change> changes) throws IOException {
    SortedMap<String, WordChanges.Change> left = new TreeMap<>(changes);
    List<DictionaryFile> dictionary = last.dictionary();
    for (int i = 0; i < dictionary.size(); i++) {
      // What sorts before the first file or behind the last belongs to these.
      SortedMap<String, WordChanges.Change> here =
          i + 1 == dictionary.size() ? left : left.headMap(dictionary.get(i + 1).first());
      // A file begins where one began, and has the same words: it ends where that ended.
      boolean same = open.isEmpty() && here.isEmpty();
      if (!same || !keep(dictionary.get(i))) {
        add(dictionary.get(i), here);
      }
      here.clear();
    }
    addNew(left);
    if (!open.isEmpty()) {
      flush();
    }
    return files;
  }

  /** Keeps a file of the dictionary as a whole, unless it has another name now. */
  private boolean keep(DictionaryFile file) throws IOException {
    if (!names.isNext(file.first(), file.name())) {
      return false;
    }
    names.of(file.first());
    keep(DictionaryFile.listsName(file.name()), file.lists());
    keep(DictionaryFile.placesName(file.name()), file.places());
    keep(DictionaryFile.wordsName(file.name()), file.key());
    files.add(file);
    return true;
  }

  private void keep(String folder, DictionaryFile.Row row) throws IOException {
    for (int number = 0; number < row.keys().size(); number++) {
      keep(folder + "/" + number, row.keys().get(number));
    }
  }

  private void keep(String name, String key) throws IOException {
    if (!shards.keep(name, key)) {
      throw new LastIndex.Unusable(name + " is not what it was");
    }
  }

  // ---- words -----------------------------------------------------------------------------------

  private void add(DictionaryFile file, SortedMap<String, WordChanges.Change> changes)
      throws IOException {
    SortedMap<String, WordChanges.Change> left = new TreeMap<>(changes);
    StoredRow lists = new StoredRow(DictionaryFile.listsName(file.name()), file.lists(), shards);
    StoredRow places = new StoredRow(DictionaryFile.placesName(file.name()), file.places(), shards);
    int listAt = 0;
    int placesAt = 0;
    for (Entry entry : file.entries()) {
      SortedMap<String, WordChanges.Change> before = left.headMap(entry.word());
      addNew(before);
      before.clear();
      Item item =
          new Item(
              entry,
              ListSource.of(lists, listAt, entry.list()),
              ListSource.of(places, placesAt, entry.places()));
      WordChanges.Change change = left.remove(entry.word());
      add(change == null ? item : changed(item, change));
      listAt += entry.list().size();
      placesAt += entry.places().size();
    }
    addNew(left);
  }

  private void addNew(SortedMap<String, WordChanges.Change> words) throws IOException {
    for (String word : words.keySet()) {
      add(whole(word, words.get(word).now()));
    }
  }

  private void add(Item item) throws IOException {
    if (item != null) {
      open.add(item);
      if (filling.add(item.entry)) {
        flush();
      }
    }
  }

  /** A word of which everything is known; null when it stands nowhere. */
  private Item whole(String word, Occurrences now) {
    if (now.letters() == 0) {
      return null;
    }
    Occurrences.Lists lists = now.lists(impact);
    return Item.of(word, now.letters(), ListSource.of(lists.list()), ListSource.of(lists.places()));
  }

  /** A word after its change; null when it stands nowhere any more. */
  private Item changed(Item before, WordChanges.Change change) throws IOException {
    String word = before.entry.word();
    if (change.isWhole()) {
      return whole(word, change.now());
    }
    int letters = before.entry.letters() + change.more();
    if (letters == 0) {
      return null;
    }
    ListSource list = changed(Posting.Kind.LIST, before.list, change);
    return Item.of(word, letters, list, changed(Posting.Kind.PLACES, before.places, change));
  }

  private ListSource changed(Posting.Kind kind, ListSource before, WordChanges.Change change)
      throws IOException {
    List<Posting> now = change.now().postings(kind, impact);
    return before.changed(kind, change.pages(), now, change.isMoved());
  }

  // ---- files -----------------------------------------------------------------------------------

  private void flush() throws IOException {
    List<Entry> entries = open.stream().map(Item::entry).toList();
    String name = names.of(entries.get(0).word());
    List<ListSource> lists = open.stream().map(Item::list).toList();
    List<ListSource> places = open.stream().map(Item::places).toList();
    DictionaryFile.Row listFiles = write(DictionaryFile.listsName(name), entries, lists);
    DictionaryFile.Row placesFiles = write(DictionaryFile.placesName(name), entries, places);
    files.add(DictionaryFile.write(name, entries, listFiles, placesFiles, shards));
    open = new ArrayList<>();
  }

  private DictionaryFile.Row write(String folder, List<Entry> entries, List<ListSource> row)
      throws IOException {
    FileCuts cuts = ListRow.cuts();
    List<RowPiece> pieces = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      ListRow.cut(cuts, entries.get(i).word(), row.get(i).layout());
      row.get(i).pieces().forEach(piece -> append(pieces, piece));
    }
    cuts.finish();
    List<String> keys = new ArrayList<>();
    int piece = 0;
    int used = 0;
    for (int size : cuts.files()) {
      List<RowPiece> inside = new ArrayList<>();
      for (int left = size; left > 0; ) {
        RowPiece one = pieces.get(piece);
        int taken = Math.min(left, one.size() - used);
        inside.add(one.part(used, used + taken));
        left -= taken;
        used += taken;
        if (used == one.size()) {
          piece++;
          used = 0;
        }
      }
      keys.add(write(folder, keys.size(), inside));
    }
    return new DictionaryFile.Row(cuts.files(), keys);
  }

  private static void append(List<RowPiece> pieces, RowPiece piece) {
    int last = pieces.size() - 1;
    RowPiece both = last < 0 ? null : pieces.get(last).with(piece);
    if (both != null) {
      pieces.set(last, both);
    } else if (piece.size() > 0) {
      pieces.add(piece);
    }
  }

  /** Keeps a file that is the same, or writes it. */
  private String write(String folder, int number, List<RowPiece> pieces) throws IOException {
    RowPiece only = pieces.size() == 1 ? pieces.get(0) : null;
    if (only != null && only.row() != null) {
      String key = only.row().key(folder, number, only.from(), only.to());
      if (key != null) {
        keep(folder + "/" + number, key);
        return key;
      }
    }
    Numbers bytes = new Numbers();
    for (RowPiece piece : pieces) {
      byte[] part = piece.load();
      bytes.addBytes(part, 0, part.length);
    }
    return shards.add(folder + "/" + number, Shards.base64(bytes.toBytes()));
  }
}
