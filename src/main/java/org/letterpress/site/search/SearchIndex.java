package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the index of an edition from its letters, one after the other, and writes it as files.
 *
 * <p>What the files hold is told in ADR 0013. Not safe for use by several threads.
 */
public final class SearchIndex {
  /** Letters whose first pieces share a file. */
  static final int LETTERS_OF_A_TEXT_FILE = 4;

  /** Letters whose facets share a file. */
  static final int LETTERS_OF_A_FACET_FILE = 512;

  private final Shards shards;
  private final Map<String, Occurrences> words = new HashMap<>();
  private final Map<Facet, FacetTable> facets = new EnumMap<>(Facet.class);
  private final Numbers lengths = new Numbers();
  private final StringBuilder texts = new StringBuilder();
  private long wordCount;
  private int letters;

  public SearchIndex(IndexFiles files) {
    this.shards = new Shards(files);
    for (Facet facet : Facet.values()) {
      facets.put(facet, new FacetTable(facet));
    }
  }

  /** Adds the next letter in the order of time. */
  public void add(FoundLetter letter) throws IOException {
    letter
        .words()
        .forEach(
            (word, weight, bytes, from, to) ->
                words
                    .computeIfAbsent(word, one -> new Occurrences())
                    .add(letters, weight, bytes, from, to));
    for (Facet facet : Facet.values()) {
      List<Facet.Value> values = letter.facets().getOrDefault(facet, List.of());
      facets.get(facet).add(values);
      for (Facet.Value value : values) {
        words
            .computeIfAbsent(word(facet, value.key()), one -> new Occurrences())
            .add(letters, 1, new int[0], new int[0]);
      }
    }
    text(letter);
    lengths.add(letter.words().length());
    wordCount += letter.words().length();
    letters++;
  }

  /** What stands in the dictionary for a value of a facet; no word of a text begins so. */
  static String word(Facet facet, String key) {
    return "=" + facet.word() + ":" + key;
  }

  /** How many letters were added. */
  public int letters() {
    return letters;
  }

  // ---- texts -----------------------------------------------------------------------------------

  private void text(FoundLetter letter) throws IOException {
    List<String> pieces = letter.words().pieces();
    texts
        .append(texts.length() == 0 ? "[" : ",\n")
        .append('[')
        .append(Shards.quoted(letter.href()))
        .append(',')
        .append(Shards.quoted(letter.title()))
        .append(',')
        .append(Shards.quoted(letter.date()))
        .append(',')
        .append(pieces.get(0))
        .append(']');
    if ((letters + 1) % LETTERS_OF_A_TEXT_FILE == 0) {
      flushTexts(letters / LETTERS_OF_A_TEXT_FILE);
    }
    for (int piece = 1; piece < pieces.size(); piece++) {
      shards.add(
          folder("text", letters / LETTERS_OF_A_TEXT_FILE) + "-" + letters + "-" + piece,
          pieces.get(piece));
    }
  }

  private void flushTexts(int file) throws IOException {
    shards.add(folder("text", file), texts.append(']'));
    texts.setLength(0);
  }

  /** No folder holds more than a thousand or so files. */
  static String folder(String name, int number) {
    return name + "/" + number / 1000 + "/" + number;
  }

  // ---- the end ---------------------------------------------------------------------------------

  /** Writes everything that waits for the last letter. */
  public void finish() throws IOException {
    if (texts.length() > 0) {
      flushTexts((letters - 1) / LETTERS_OF_A_TEXT_FILE);
    }
    List<String> firsts = words();
    facets();
    StringBuilder index = new StringBuilder();
    index
        .append("{\"digest\":")
        .append(Shards.quoted(shards.digest()))
        .append(",\"letters\":")
        .append(letters)
        .append(",\"facets\":{");
    for (Facet facet : Facet.values()) {
      index
          .append(facet.ordinal() == 0 ? "" : ",")
          .append(Shards.quoted(facet.word()))
          .append(':')
          .append(facets.get(facet).size());
    }
    index.append("},\"words\":").append(Shards.quoted(String.join("\n", firsts))).append('}');
    shards.add("index", index);
  }

  private List<String> words() throws IOException {
    int[] length = new int[letters];
    Numbers.Reader reader = lengths.reader();
    for (int letter = 0; letter < letters; letter++) {
      length[letter] = reader.next();
    }
    double average = Math.max(1.0, wordCount / (double) Math.max(1, letters));
    List<String> sorted = new ArrayList<>(words.keySet());
    Collections.sort(sorted);
    LongRow lists = new LongRow("lists", shards);
    LongRow places = new LongRow("places", shards);
    Dictionary dictionary = new Dictionary(shards);
    for (String word : sorted) {
      Occurrences occurrences = words.remove(word);
      Occurrences.Lists written =
          occurrences.lists((letter, weight) -> impact(weight, length[letter] / average));
      dictionary.add(word, occurrences.letters(), written);
      lists.add(written.list());
      places.add(written.places());
    }
    lists.finish();
    places.finish();
    return dictionary.finish();
  }

  /**
   * How much a word says of a letter: BM25 without the rarity of the word, which the page knows.
   */
  private static int impact(int weight, double relativeLength) {
    double saturation = weight * 2.2 / (weight + 1.2 * (0.5 + 0.5 * relativeLength));
    return Math.max(1, (int) Math.round(saturation * 100));
  }

  private void facets() throws IOException {
    for (FacetTable table : facets.values()) {
      table.write(shards);
    }
    Numbers rows = new Numbers();
    for (int letter = 0; letter < letters; letter++) {
      for (FacetTable table : facets.values()) {
        int[] row = table.row(letter);
        rows.add(row.length);
        int before = 0;
        for (int value : row) {
          rows.add(value - before);
          before = value;
        }
      }
      if ((letter + 1) % LETTERS_OF_A_FACET_FILE == 0 || letter + 1 == letters) {
        shards.add("facets/" + letter / LETTERS_OF_A_FACET_FILE, Shards.base64(rows.toBytes()));
        rows = new Numbers();
      }
    }
  }
}
