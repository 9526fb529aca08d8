package org.letterpress.validate.edition;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.Sharing;

/**
 * Where ids stand in one file. Immutable.
 *
 * @param sorted the ids in their order
 * @param at the line and the column of each
 */
record Places(String[] sorted, int[] at) {
  private static final Places NONE = new Places(new String[0], new int[0]);

  /**
   * @param places all in one file
   */
  static Places of(Map<String, Location> places) {
    String[] ids = new String[places.size()];
    int[] at = new int[places.size() * 2];
    int next = 0;
    for (Map.Entry<String, Location> each : new TreeMap<>(places).entrySet()) {
      ids[next] = each.getKey();
      at[2 * next] = each.getValue().line();
      at[2 * next + 1] = each.getValue().column();
      next++;
    }
    return ids.length == 0 ? NONE : new Places(ids, at);
  }

  /** The ids in their order. */
  List<String> ids() {
    return Collections.unmodifiableList(Arrays.asList(sorted));
  }

  /** Where an id stands in a file of this name, or null. */
  Location find(String id, String file) {
    int place = Arrays.binarySearch(sorted, id);
    return place < 0 ? null : place(place, file);
  }

  /** Tells each id, and where it stands in a file of this name. */
  void forEach(String file, BiConsumer<String, Location> told) {
    for (int i = 0; i < sorted.length; i++) {
      told.accept(sorted[i], place(i, file));
    }
  }

  private Location place(int index, String file) {
    return Location.of(file, at[2 * index], at[2 * index + 1]);
  }

  /** The same made of ids that others share. */
  Places sharing(Sharing shared) {
    return sorted.length == 0
        ? NONE
        : new Places(Arrays.stream(sorted).map(shared::here).toArray(String[]::new), at);
  }
}
