package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the index of an edition from its pages, one after the other, and writes it as files.
 *
 * <p>What the files hold is told in ADR 0013. Not safe for use by several threads.
 */
public final class SearchIndex {
  /** Pages whose first pieces share a file. */
  static final int PAGES_OF_A_TEXT_FILE = 4;

  /** Pages whose facets share a file. */
  static final int PAGES_OF_A_FACET_FILE = 512;

  private final Shards shards;
  private final Map<String, Occurrences> words = new HashMap<>();
  private final Map<Facet, FacetTable> facets = new EnumMap<>(Facet.class);
  private final Numbers lengths = new Numbers();
  private final StringBuilder texts = new StringBuilder();
  private long wordCount;
  private int pages;
  private int letters;

  public SearchIndex(IndexFiles files) {
    this.shards = new Shards(files);
    for (Facet facet : Facet.values()) {
      facets.put(facet, new FacetTable(facet));
    }
  }

  /** Adds the next page: letters first, in the order of time. */
  public void add(FoundPage page) throws IOException {
    page.words()
        .forEach(
            (word, weight, bytes, from, to) ->
                words
                    .computeIfAbsent(word, one -> new Occurrences())
                    .add(pages, weight, bytes, from, to));
    for (Facet facet : Facet.values()) {
      List<Facet.Value> values = values(page, facet);
      facets.get(facet).add(values);
      for (Facet.Value value : values) {
        words
            .computeIfAbsent(word(facet, value.key()), one -> new Occurrences())
            .add(pages, 1, new int[0], new int[0]);
      }
    }
    text(page);
    lengths.add(page.words().length());
    wordCount += page.words().length();
    pages++;
    letters += page.kind() == FoundPage.Kind.LETTER ? 1 : 0;
  }

  private static List<Facet.Value> values(FoundPage page, Facet facet) {
    String kind = page.kind().word();
    return facet == Facet.KIND
        ? List.of(new Facet.Value(kind, kind))
        : page.facets().getOrDefault(facet, List.of());
  }

  /** What stands in the dictionary for a value of a facet; no word of a text begins so. */
  static String word(Facet facet, String key) {
    return "=" + facet.word() + ":" + key;
  }

  /** How many pages were added. */
  public int pages() {
    return pages;
  }

  // ---- texts -----------------------------------------------------------------------------------

  private void text(FoundPage page) throws IOException {
    List<String> pieces = page.words().pieces();
    texts
        .append(texts.length() == 0 ? "[" : ",\n")
        .append('[')
        .append(Shards.quoted(page.href()))
        .append(',')
        .append(Shards.quoted(page.title()))
        .append(',')
        .append(Shards.quoted(page.date()))
        .append(',')
        .append(pieces.get(0))
        .append(']');
    if ((pages + 1) % PAGES_OF_A_TEXT_FILE == 0) {
      flushTexts(pages / PAGES_OF_A_TEXT_FILE);
    }
    for (int piece = 1; piece < pieces.size(); piece++) {
      shards.add(
          folder("text", pages / PAGES_OF_A_TEXT_FILE) + "-" + pages + "-" + piece,
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
      flushTexts((pages - 1) / PAGES_OF_A_TEXT_FILE);
    }
    List<String> firsts = words();
    facets();
    StringBuilder index = new StringBuilder();
    index
        .append("{\"digest\":")
        .append(Shards.quoted(shards.digest()))
        .append(",\"letters\":")
        .append(letters)
        .append(",\"pages\":")
        .append(pages)
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
    int[] length = new int[pages];
    Numbers.Reader reader = lengths.reader();
    for (int page = 0; page < pages; page++) {
      length[page] = reader.next();
    }
    double average = Math.max(1.0, wordCount / (double) Math.max(1, pages));
    List<String> sorted = new ArrayList<>(words.keySet());
    Collections.sort(sorted);
    LongRow lists = new LongRow("lists", shards);
    LongRow places = new LongRow("places", shards);
    Dictionary dictionary = new Dictionary(shards);
    for (String word : sorted) {
      Occurrences occurrences = words.remove(word);
      Occurrences.Lists written =
          occurrences.lists((page, weight) -> impact(weight, length[page] / average));
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
    for (int page = 0; page < pages; page++) {
      for (FacetTable table : facets.values()) {
        int[] row = table.row(page);
        rows.add(row.length);
        int before = 0;
        for (int value : row) {
          rows.add(value - before);
          before = value;
        }
      }
      if ((page + 1) % PAGES_OF_A_FACET_FILE == 0 || page + 1 == pages) {
        shards.add("facets/" + page / PAGES_OF_A_FACET_FILE, Shards.base64(rows.toBytes()));
        rows = new Numbers();
      }
    }
  }
}
