package org.letterpress.build;

import java.util.HashMap;
import java.util.Map;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;

/**
 * How far an index that was mended may be from one that is joined anew.
 *
 * @param exact true when it says the same
 * @param anchored true when no id has come or gone, either
 * @param before what changed files said when all was joined, by their keys
 */
record Drift(boolean exact, boolean anchored, Map<String, FileFacts> before) {
  /** Of an index that was joined and checked. */
  static final Drift NONE = new Drift(true, true, Map.of());

  /** Of an index that was joined without its findings, or that lacks what has changed. */
  static final Drift UNKNOWN = new Drift(false, false, Map.of());

  /**
   * After a change of one file.
   *
   * @param index as it was until then
   * @param old what the file said
   * @param now what it says
   */
  Drift and(EditionIndex index, FileFacts old, FileFacts now) {
    if (!exact || !index.tellsAllOf(now)) {
      return UNKNOWN;
    }
    Map<String, FileFacts> all = new HashMap<>(before);
    all.putIfAbsent(old.file().key(), old);
    return new Drift(true, anchored && old.ids().equals(now.ids()), all);
  }
}
