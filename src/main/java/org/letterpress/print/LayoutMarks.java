package org.letterpress.print;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * What the stylesheet says of its formatting objects to the layout: attributes in our namespace.
 *
 * <ul>
 *   <li>{@code facts} of {@code fo:root}: the document says where places fell, and has to be laid
 *       out again when they moved
 *   <li>{@code line-numbers} of {@code fo:root}: {@code letter} or {@code page}, from where lines
 *       are counted; {@code line-step}: every how many lines a number stands in the margin
 *   <li>{@code untold} of {@code fo:page-sequence}: nothing depends on where its places fall
 *   <li>{@code lines} of a block: {@code count} or {@code none}, are its lines counted?
 *   <li>{@code rank} of the block of a note: notes at the foot stand in the order of their ranks
 * </ul>
 */
final class LayoutMarks {
  private final Set<String> untold = new HashSet<>();
  private final Map<String, Boolean> counted = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();
  private boolean dependent;
  private boolean countedByPage;
  private int step;
  private boolean inUntold;

  /** Reads the attributes of a formatting object. */
  void read(String object, Attributes attributes) {
    String id = attributes.getValue("", "id");
    switch (object) {
      case "root" -> {
        dependent = attributes.getValue(FoFilter.LP, "facts") != null;
        countedByPage = "page".equals(attributes.getValue(FoFilter.LP, "line-numbers"));
        step = number(attributes.getValue(FoFilter.LP, "line-step"));
      }
      case "page-sequence" -> inUntold = attributes.getValue(FoFilter.LP, "untold") != null;
      default -> {
        if (id == null) {
          return;
        }
        if (inUntold) {
          untold.add(id);
        }
        String lines = attributes.getValue(FoFilter.LP, "lines");
        if (lines != null) {
          counted.put(id, lines.equals("count"));
        }
        String rank = attributes.getValue(FoFilter.LP, "rank");
        if (rank != null) {
          ranks.put(id, number(rank));
        }
      }
    }
  }

  private static int number(String value) {
    return value != null && value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
  }

  /** True when the document says where its places fell. */
  boolean isDependent() {
    return dependent;
  }

  /** True when lines are counted anew on each page. */
  boolean isCountedByPage() {
    return countedByPage;
  }

  /** Every how many lines a number stands in the margin; 0 for never. */
  int step() {
    return step;
  }

  /** True for an id on which nothing depends. */
  boolean isUntold(String id) {
    return untold.contains(id);
  }

  /** Are the lines of this block counted? Null when it says nothing. */
  Boolean counts(String id) {
    return id == null ? null : counted.get(id);
  }

  /** The notes at the foot that the pages lack, in alphabetical order. */
  List<String> notesNotIn(PageFacts facts) {
    return ranks.keySet().stream()
        .filter(id -> !untold.contains(id) && !facts.places().containsKey(id))
        .sorted()
        .toList();
  }

  /** The rank of a note, or null for what is none. */
  Integer rank(String id) {
    return id == null ? null : ranks.get(id);
  }
}
