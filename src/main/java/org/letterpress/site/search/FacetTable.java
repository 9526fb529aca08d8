package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one facet: their names, and which letter has which. Values are numbered from the
 * most frequent, so that the names a reader sees first stand in the first files.
 */
final class FacetTable {
  private static final int[] NOWHERE = {};

  /** Names of a file. */
  static final int NAMES = 128;

  private final Facet facet;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Facet.Value> values = new ArrayList<>();
  private final List<Occurrences> where = new ArrayList<>();
  private final List<int[]> letters = new ArrayList<>();

  FacetTable(Facet facet) {
    this.facet = facet;
  }

  /** Adds what the next letter has. */
  void add(List<Facet.Value> found) {
    int[] row = new int[found.size()];
    for (int i = 0; i < row.length; i++) {
      Facet.Value value = found.get(i);
      Integer place = places.get(value.key());
      if (place == null) {
        place = values.size();
        places.put(value.key(), place);
        values.add(value);
        where.add(new Occurrences());
      }
      where.get(place).add(letters.size(), 1, NOWHERE, NOWHERE);
      row[i] = place;
    }
    letters.add(row);
  }

  int size() {
    return values.size();
  }

  /** Adds the values as words of the dictionary, with the letters that have them. */
  void addTo(Map<String, Occurrences> words) {
    for (int i = 0; i < values.size(); i++) {
      words.put(SearchIndex.word(facet, values.get(i).key()), where.get(i));
    }
  }

  /** Writes the names; afterwards {@link #row} gives the numbers by which they stand there. */
  void write(Shards shards) throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      order.add(i);
    }
    Comparator<Integer> byCount = Comparator.comparingInt(value -> -where.get(value).letters());
    order.sort(byCount.thenComparing(value -> values.get(value).key()));
    int[] numbers = new int[order.size()];
    StringBuilder names = new StringBuilder();
    for (int at = 0; at < order.size(); at++) {
      numbers[order.get(at)] = at;
      Facet.Value value = values.get(order.get(at));
      names
          .append(names.length() == 0 ? "[" : ",")
          .append('[')
          .append(Shards.quoted(value.key()))
          .append(',')
          .append(Shards.quoted(value.name()))
          .append(',')
          .append(where.get(order.get(at)).letters())
          .append(']');
      if ((at + 1) % NAMES == 0 || at + 1 == order.size()) {
        shards.add("names/" + facet.word() + "/" + at / NAMES, names.append(']'));
        names.setLength(0);
      }
    }
    for (int[] row : letters) {
      for (int i = 0; i < row.length; i++) {
        row[i] = numbers[row[i]];
      }
      java.util.Arrays.sort(row);
    }
  }

  /** The numbers of a letter's values, rising. */
  int[] row(int letter) {
    return letters.get(letter);
  }
}
