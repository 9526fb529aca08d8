package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Writes the words in their order, some hundred to a file, with their lists, and remembers the
 * first word and the name of each file: these make the index above the dictionary.
 */
final class Dictionary {
  /** A file is no shorter, as text, unless it is the last. */
  private static final int LEAST = 7 * 1024;

  /** A file of this size ends, whatever its last word is. */
  private static final int FULL = 9 * 1024;

  private static final int MEAN = 1024;

  /** The count of shared letters is written as a single sign. */
  private static final int MOST_SHARED = 1000;

  private final Shards shards;
  private final List<String> firsts = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private ListRow lists;
  private ListRow places;
  private StringBuilder words = new StringBuilder();
  private Numbers numbers = new Numbers();
  private String before = "";
  private int size;

  Dictionary(Shards shards) {
    this.shards = shards;
  }

  /** Adds a word that sorts after all those before. */
  void add(String word, int letters, Occurrences.Lists found) throws IOException {
    if (words.length() == 0) {
      begin(word);
    }
    int shared = Math.min(shared(before, word), MOST_SHARED);
    int wordsBefore = words.length();
    int numbersBefore = numbers.size();
    words.append((char) ('0' + shared)).append(word, shared, word.length()).append('\n');
    before = word;
    numbers.add(letters).add(found.list().size());
    if (letters > Occurrences.BLOCK) {
      numbers.add(found.list().table().length);
    }
    numbers.add(found.places().size());
    if (letters > Occurrences.PLACES_BLOCK) {
      numbers.add(found.places().table().length);
    }
    lists.add(word, found.list());
    places.add(word, found.places());
    int added = words.length() - wordsBefore + (numbers.size() - numbersBefore) * 4 / 3;
    size += added;
    if (size >= FULL || size >= LEAST && FileCuts.ends(Segments.hash(word), added, MEAN)) {
      flush();
    }
  }

  private void begin(String word) {
    String name = name(word, taken);
    names.add(name);
    firsts.add(word);
    before = "";
    lists = new ListRow("lists/" + name);
    places = new ListRow("places/" + name);
  }

  /**
   * The name of a file, after its first word, so that it keeps it when others come before it.
   *
   * @param taken names of other files, to which this one is added
   */
  static String name(String first, Set<String> taken) {
    String name = HexFormat.of().toHexDigits((int) Segments.hash(first));
    while (!taken.add(name)) {
      name += "x";
    }
    return name;
  }

  /** Letters that two words have in common at the beginning, whole ones. */
  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at > 0 && Character.isHighSurrogate(one.charAt(at - 1)) ? at - 1 : at;
  }

  /** Writes what is left. */
  void finish() throws IOException {
    if (words.length() > 0) {
      flush();
    }
  }

  /** The first word of each file. */
  List<String> firsts() {
    return firsts;
  }

  /** What each file is called. */
  List<String> names() {
    return names;
  }

  private void flush() throws IOException {
    Numbers all = new Numbers();
    lists.finish(shards, all);
    places.finish(shards, all);
    all.addAll(numbers);
    shards.add(
        "words/" + names.get(names.size() - 1),
        "[" + Shards.quoted(words.toString()) + "," + Shards.base64(all.toBytes()) + "]");
    words = new StringBuilder();
    numbers = new Numbers();
    size = 0;
  }
}
