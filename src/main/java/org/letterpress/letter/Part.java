package org.letterpress.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A part of a list of letters: a year, or a month of a year with very many, or the undated ones.
 *
 * @param key {@code 1863}, {@code 1863-05}, {@code undated}; with a number when a month or the
 *     undated letters are divided once more
 * @param label the time in the edition's language; empty for undated letters
 * @param letters in their order
 */
public record Part(String key, String label, List<IndexedLetter> letters) {
  /** A list that is longer has a page for each part, and no part is longer. */
  public static final int MOST = 500;

  private static final String UNDATED = "undated";

  /** True when a list of so many letters has a page for each part. */
  public static boolean splits(List<IndexedLetter> letters) {
    return letters.size() > MOST;
  }

  /** The parts of a list that is in the order of time. */
  public static List<Part> of(List<IndexedLetter> letters, Wording wording) {
    List<Part> parts = new ArrayList<>();
    grouped(letters, letter -> Moment.of(letter).year())
        .forEach(
            (year, all) -> {
              if (all.size() <= MOST || year.isEmpty()) {
                parts.addAll(chunks(year, all, wording));
              } else {
                grouped(all, letter -> Moment.of(letter).month())
                    .forEach(
                        (month, some) ->
                            parts.addAll(chunks(month.isEmpty() ? year : month, some, wording)));
              }
            });
    return parts;
  }

  private static List<Part> chunks(String iso, List<IndexedLetter> letters, Wording wording) {
    String key = iso.isEmpty() ? UNDATED : iso.startsWith("-") ? "bc" + iso.substring(1) : iso;
    String label = iso.isEmpty() ? "" : Moment.label(iso, wording);
    List<Part> chunks = new ArrayList<>();
    for (int from = 0; from < letters.size(); from += MOST) {
      int number = from / MOST + 1;
      chunks.add(
          new Part(
              number == 1 ? key : key + "-part-" + number,
              number == 1 || label.isEmpty() ? label : label + " (" + number + ")",
              letters.subList(from, Math.min(letters.size(), from + MOST))));
    }
    return chunks;
  }

  private static Map<String, List<IndexedLetter>> grouped(
      List<IndexedLetter> letters, Function<IndexedLetter, String> by) {
    Map<String, List<IndexedLetter>> groups = new LinkedHashMap<>();
    for (IndexedLetter letter : letters) {
      groups.computeIfAbsent(by.apply(letter), key -> new ArrayList<>()).add(letter);
    }
    return groups;
  }
}
