package org.letterpress.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.fop.area.Area;
import org.apache.fop.area.Block;
import org.apache.fop.area.BlockParent;
import org.apache.fop.area.Footnote;
import org.apache.fop.area.Trait;

/**
 * Orders the notes at the foot of a page: those of the same rank stand together, with white between
 * the series.
 *
 * <p>FOP sets notes in the order in which they are called. The room that they take does not depend
 * on their order, so they are put in order when the page is done; the white between the series is
 * taken from that above the first one.
 */
final class NoteSeries {
  /** The white that fo/page-masters.xsl leaves above the notes for this: six points. */
  private static final int WHITE = 6000;

  private static final int UNRANKED = 9999;

  private NoteSeries() {}

  /** Puts the notes of a page in order. */
  @SuppressWarnings("unchecked") // FOP's list of areas has no types
  static void arrange(Footnote notes, LayoutMarks marks) {
    List<Area> areas = notes.getChildAreas();
    if (areas == null) {
      return;
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Area area : areas) {
      // What has no rank of its own goes on with the note before it.
      int before = ranked.isEmpty() ? UNRANKED : ranked.get(ranked.size() - 1).rank;
      Integer rank = rank(area, marks);
      ranked.add(new Ranked(area, rank == null ? before : rank));
    }
    long series = ranked.stream().mapToInt(Ranked::rank).distinct().count();
    if (series < 2) {
      return;
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank));
    int white = (int) (WHITE / (series - 1));
    int raised = WHITE;
    raise(notes.getSeparator(), raised);
    for (int i = 0; i < ranked.size(); i++) {
      if (i > 0 && ranked.get(i).rank != ranked.get(i - 1).rank) {
        raised -= white;
      }
      raise(ranked.get(i).area, raised);
      areas.set(i, ranked.get(i).area);
    }
  }

  private record Ranked(Area area, int rank) {}

  private static void raise(Area area, int by) {
    if (area instanceof Block block) {
      block.setYOffset(block.getYOffset() - by);
    }
  }

  /** The rank of the outermost block that has one. */
  private static Integer rank(Area area, LayoutMarks marks) {
    Integer rank = marks.rank((String) area.getTrait(Trait.PROD_ID));
    if (rank == null && area instanceof BlockParent parent && parent.getChildAreas() != null) {
      for (Object child : parent.getChildAreas()) {
        rank = rank((Area) child, marks);
        if (rank != null) {
          break;
        }
      }
    }
    return rank;
  }
}
