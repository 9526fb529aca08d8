package org.letterpress.validate.edition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.letterpress.letter.EntryFacts;

/** What the pointers of an edition lead to, and how many of them. */
final class Reached {
  /** What may stand around an id in a pointer that is no id, such as {@code #range(a,b)}. */
  private static final String SIGNS = "(),#";

  private final Map<EntryFacts, Integer> entries = new IdentityHashMap<>();
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * What the pointers of one file reach.
   *
   * @param values the pointers, each once for what it may be asked for
   * @param entries the register entry to which each leads, or null
   */
  record OfFile(String[] values, EntryFacts[] entries) {}

  /** Notes where the pointers of a file lead. */
  void add(OfFile file) {
    count(file, 1);
  }

  /** Takes back what was noted of a file. */
  void remove(OfFile file) {
    count(file, -1);
  }

  private void count(OfFile file, int by) {
    for (int i = 0; i < file.values.length; i++) {
      count(file.values[i], file.entries[i], by);
    }
  }

  void clear() {
    entries.clear();
    ids.clear();
  }

  private void count(String value, EntryFacts entry, int by) {
    if (entry != null) {
      count(entries, entry, by);
    }
    int from = 0;
    for (int at = 0; at <= value.length(); at++) {
      if (at == value.length() || SIGNS.indexOf(value.charAt(at)) >= 0) {
        if (at > from) {
          count(ids, value.substring(from, at), by);
        }
        from = at + 1;
      }
    }
  }

  private static <K> void count(Map<K, Integer> counts, K key, int by) {
    counts.merge(key, by, (old, one) -> old + one == 0 ? null : old + one);
  }

  /** True when some pointer leads to this entry. */
  boolean has(EntryFacts entry) {
    return entries.containsKey(entry);
  }

  /** True when some pointer names this id. */
  boolean has(String id) {
    return ids.containsKey(id);
  }
}
