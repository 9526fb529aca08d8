package org.letterpress.validate.edition;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How texts begin, as far as it takes to tell one from another. Of the words only a number is kept
 * that hardly any other words have. Immutable.
 *
 * @param ordinals places of the elements in ascending order
 * @param numbers what is kept of each
 */
record Beginnings(int[] ordinals, long[] numbers) {
  private static final long NONE = 0;
  private static final long START = 0xcbf29ce484222325L;
  private static final long FACTOR = 0x100000001b3L;

  /**
   * @param words by the place of the element among all elements of the file; empty for one without
   *     text
   */
  static Beginnings of(Map<Integer, String> words) {
    int[] ordinals = new int[words.size()];
    long[] numbers = new long[words.size()];
    int next = 0;
    for (Map.Entry<Integer, String> each : new TreeMap<>(words).entrySet()) {
      ordinals[next] = each.getKey();
      numbers[next++] = number(each.getValue());
    }
    return new Beginnings(ordinals, numbers);
  }

  /** The number of some words by the rule of Fowler, Noll and Vo; 0 of none. */
  private static long number(String words) {
    long number = words.isEmpty() ? NONE : START;
    for (int i = 0; i < words.length(); i++) {
      number = (number ^ words.charAt(i)) * FACTOR;
    }
    return number;
  }

  /** A number that is the same for texts that begin alike; that of a text without words is 0. */
  long of(int ordinal) {
    int place = Arrays.binarySearch(ordinals, ordinal);
    return place < 0 ? NONE : numbers[place];
  }
}
