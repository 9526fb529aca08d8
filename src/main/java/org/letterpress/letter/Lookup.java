package org.letterpress.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds things by names that are not kept: a thing knows its own, so that the hash of a name is
 * enough to find those that may have it. Things of one hash are found in the order in which they
 * were added; there should be few of these.
 *
 * <p>Safe to share between threads once it is no longer changed.
 */
final class Lookup<T> {
  /** Each thing stands at the place that its hash gives, or at the next free one. */
  private Object[] things = new Object[16];

  private int[] hashes = new int[things.length];
  private int size;

  /**
   * Adds a thing.
   *
   * @param hash of one of its names
   */
  void add(int hash, T thing) {
    if (size * 3 >= things.length * 2) {
      grow();
    }
    put(spread(hash), thing);
    size++;
  }

  /**
   * The first thing of this hash that fits, or null.
   *
   * @param fits has to ask for the name; things of other names may have the same hash
   */
  T first(int hash, Predicate<? super T> fits) {
    int own = spread(hash);
    int mask = things.length - 1;
    for (int at = own & mask; things[at] != null; at = (at + 1) & mask) {
      if (hashes[at] == own && fits.test(thing(at))) {
        return thing(at);
      }
    }
    return null;
  }

  /** All things of this hash that fit. */
  List<T> all(int hash, Predicate<? super T> fits) {
    List<T> found = new ArrayList<>();
    first(
        hash,
        thing -> {
          if (fits.test(thing)) {
            found.add(thing);
          }
          return false;
        });
    return found;
  }

  @SuppressWarnings("unchecked") // nothing else was put there
  private T thing(int at) {
    return (T) things[at];
  }

  private void put(int hash, Object thing) {
    int mask = things.length - 1;
    int at = hash & mask;
    while (things[at] != null) {
      at = (at + 1) & mask;
    }
    things[at] = thing;
    hashes[at] = hash;
  }

  private void grow() {
    Object[] before = things;
    int[] hashesBefore = hashes;
    things = new Object[before.length * 2];
    hashes = new int[things.length];
    // From a free place on, things of one hash stand in their order, even where they go round.
    int start = 0;
    while (before[start] != null) {
      start++;
    }
    for (int i = 0; i < before.length; i++) {
      int at = (start + i) & (before.length - 1);
      if (before[at] != null) {
        put(hashesBefore[at], before[at]);
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }
}
