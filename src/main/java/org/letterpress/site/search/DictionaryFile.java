package org.letterpress.site.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A file of the dictionary, and the files of the lists of its words.
 *
 * @param name by which all of them are called
 * @param key of the file itself
 */
record DictionaryFile(String name, List<Entry> entries, Row lists, Row places, String key) {
  /** The count of shared letters is written as a single sign. */
  private static final int MOST_SHARED = 1000;

  /**
   * The files in which lists stand one behind the other.
   *
   * @param sizes how many bytes of the row each has
   * @param keys of these files
   */
  record Row(List<Integer> sizes, List<String> keys) {}

  String first() {
    return entries.get(0).word();
  }

  static String wordsName(String name) {
    return "words/" + name;
  }

  static String listsName(String name) {
    return "lists/" + name;
  }

  static String placesName(String name) {
    return "places/" + name;
  }

  /**
   * Gives files their names: each after its first word, so that it keeps it whatever comes before.
   */
  static final class Names {
    private final Set<String> taken = new HashSet<>();

    String of(String first) {
      String name = next(first);
      taken.add(name);
      return name;
    }

    /** True when a file that begins with this word would be called so. */
    boolean isNext(String first, String name) {
      return next(first).equals(name);
    }

    private String next(String first) {
      String name = HexFormat.of().toHexDigits((int) Segments.hash(first));
      while (taken.contains(name)) {
        name += "x";
      }
      return name;
    }
  }

  /** Collects the words of a file until it is full. */
  static final class Filling {
    /** A file is no shorter, as text, unless it is the last. */
    private static final int LEAST = 7 * 1024;

    /** A file of this size ends, whatever its last word is. */
    private static final int FULL = 9 * 1024;

    private static final int MEAN = 1024;

    private String before = "";
    private int size;

    /** Adds a word; true when a file ends behind it. */
    boolean add(Entry entry) {
      String word = entry.word();
      int text = word.length() - shared(before, word) + 2;
      int numbers = Numbers.size(entry.letters()) + size(entry.list()) + size(entry.places());
      int added = text + numbers * 4 / 3;
      size += added;
      before = word;
      if (size >= FULL || size >= LEAST && FileCuts.ends(Segments.hash(word), added, MEAN)) {
        size = 0;
        before = "";
        return true;
      }
      return false;
    }

    private static int size(Layout list) {
      return Numbers.size(list.size()) + (list.table() > 0 ? Numbers.size(list.table()) : 0);
    }
  }

  /**
   * Writes the file itself.
   *
   * @param lists files of its lists, which are written
   * @param places the same of their places
   */
  static DictionaryFile write(
      String name, List<Entry> entries, Row lists, Row places, Shards shards) throws IOException {
    String key = shards.add(wordsName(name), value(entries, lists.sizes(), places.sizes()));
    return new DictionaryFile(name, entries, lists, places, key);
  }

  private static CharSequence value(
      List<Entry> entries, List<Integer> lists, List<Integer> places) {
    StringBuilder words = new StringBuilder();
    Numbers numbers = new Numbers();
    row(numbers, lists);
    row(numbers, places);
    String before = "";
    for (Entry entry : entries) {
      String word = entry.word();
      int shared = shared(before, word);
      words.append((char) ('0' + shared)).append(word, shared, word.length()).append('\n');
      before = word;
      numbers.add(entry.letters());
      list(numbers, entry.list(), entry.letters() > Occurrences.BLOCK);
      list(numbers, entry.places(), entry.letters() > Occurrences.PLACES_BLOCK);
    }
    return "[" + Shards.quoted(words.toString()) + "," + Shards.base64(numbers.toBytes()) + "]";
  }

  private static void row(Numbers numbers, List<Integer> sizes) {
    numbers.add(sizes.size());
    sizes.forEach(numbers::add);
  }

  private static void list(Numbers numbers, Layout list, boolean several) {
    numbers.add(list.size());
    if (several) {
      numbers.add(list.table());
    }
  }

  /** Letters that two words have in common at the beginning, whole ones. */
  private static int shared(String one, String other) {
    int most = Math.min(MOST_SHARED, Math.min(one.length(), other.length()));
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at > 0 && Character.isHighSurrogate(one.charAt(at - 1)) ? at - 1 : at;
  }
}
