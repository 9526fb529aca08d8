package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the words in their order, some hundred to a file, and remembers the first of each file:
 * these make the index above the dictionary.
 */
final class Dictionary {
  /** Size at which a file is full, as text. */
  private static final int FULL = 8 * 1024;

  /** The count of shared letters is written as a single sign. */
  private static final int MOST_SHARED = 1000;

  private final Shards shards;
  private final List<String> firsts = new ArrayList<>();
  private StringBuilder words = new StringBuilder();
  private Numbers numbers = new Numbers();
  private String before = "";
  private long listAt;
  private long placesAt;

  Dictionary(Shards shards) {
    this.shards = shards;
  }

  /** Adds a word that sorts after all those before, and where its lists stand in their rows. */
  void add(String word, int letters, Occurrences.Lists lists) throws IOException {
    if (words.length() + numbers.size() * 4 / 3 >= FULL) {
      flush();
    }
    if (words.length() == 0) {
      firsts.add(word);
      before = "";
      numbers.add(listAt).add(placesAt);
    }
    int shared = Math.min(shared(before, word), MOST_SHARED);
    words.append((char) ('0' + shared)).append(word, shared, word.length()).append('\n');
    before = word;
    numbers.add(letters).add(lists.list().length);
    if (letters > Occurrences.BLOCK) {
      numbers.add(lists.listTable());
    }
    numbers.add(lists.places().length);
    if (letters > Occurrences.PLACES_BLOCK) {
      numbers.add(lists.placesTable());
    }
    listAt += lists.list().length;
    placesAt += lists.places().length;
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

  /** Writes what is left and gives the first word of each file. */
  List<String> finish() throws IOException {
    if (words.length() > 0) {
      flush();
    }
    return firsts;
  }

  private void flush() throws IOException {
    shards.add(
        "words/" + (firsts.size() - 1),
        "[" + Shards.quoted(words.toString()) + "," + Shards.base64(numbers.toBytes()) + "]");
    words = new StringBuilder();
    numbers = new Numbers();
  }
}
