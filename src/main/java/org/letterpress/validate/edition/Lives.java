package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.PackedDates;

/**
 * What the entries of a register say of birth and death. Immutable.
 *
 * @param ordinals places of the entries' elements in ascending order
 * @param dates birth and death of each
 */
record Lives(int[] ordinals, PackedDates dates) {
  private static final Lives NONE = new Lives(new int[0], PackedDates.of(List.of()));

  /**
   * @param lives by the place of the entry's element among all elements of the file
   */
  static Lives of(Map<Integer, ObservedFile.Life> lives) {
    int[] ordinals = new int[lives.size()];
    List<LetterDate> dates = new ArrayList<>();
    for (Map.Entry<Integer, ObservedFile.Life> each : new TreeMap<>(lives).entrySet()) {
      ordinals[dates.size() / 2] = each.getKey();
      dates.add(each.getValue().birth());
      dates.add(each.getValue().death());
    }
    return ordinals.length == 0 ? NONE : new Lives(ordinals, PackedDates.of(dates));
  }

  /** The life of an entry, or null when nothing is known of it. */
  ObservedFile.Life of(int ordinal) {
    int at = Arrays.binarySearch(ordinals, ordinal);
    return at < 0 ? null : new ObservedFile.Life(dates.get(2 * at), dates.get(2 * at + 1));
  }

  /** The same, or what stands for nothing. */
  Lives sharing() {
    return ordinals.length == 0 ? NONE : this;
  }
}
