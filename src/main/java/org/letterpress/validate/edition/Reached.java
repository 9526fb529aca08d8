package org.letterpress.validate.edition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Target;

/** What the pointers of an edition lead to, and how many of them. */
final class Reached {
  /** What may stand around an id in a pointer that is no id, such as {@code #range(a,b)}. */
  private static final String SIGNS = "(),#";

  private final Map<EntryFacts, Integer> entries = new IdentityHashMap<>();
  private final Map<String, Integer> ids = new HashMap<>();

  /** Notes where a pointer leads. */
  void add(String value, Target target) {
    count(value, target, 1);
  }

  /** Takes back what was noted of a pointer. */
  void remove(String value, Target target) {
    count(value, target, -1);
  }

  void clear() {
    entries.clear();
    ids.clear();
  }

  private void count(String value, Target target, int by) {
    if (target instanceof Target.ToEntry to) {
      count(entries, to.entry(), by);
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
