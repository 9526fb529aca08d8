package org.letterpress.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fop.area.Block;
import org.apache.fop.area.BodyRegion;
import org.apache.fop.area.Footnote;
import org.apache.fop.area.LineArea;
import org.apache.fop.area.NormalFlow;
import org.apache.fop.area.PageViewport;
import org.apache.fop.area.Span;
import org.apache.fop.area.Trait;
import org.apache.fop.area.inline.InlineArea;
import org.apache.fop.area.inline.InlineBlock;
import org.apache.fop.area.inline.InlineBlockParent;
import org.apache.fop.area.inline.InlineParent;
import org.apache.fop.area.inline.TextArea;

/**
 * Reads finished pages, in their order: on which page and line each id fell.
 *
 * <p>A line is a line of print. Lines at the same height of a column are one line, so that a row of
 * a table or a list's label and text are counted once; lines without words are not counted.
 */
final class PageReader {
  /** Lines nearer than this are at one height: five points, in FOP's thousandths. */
  private static final int LEVEL = 5000;

  private final LayoutMarks marks;
  private final List<String> folios = new ArrayList<>();
  private final Map<String, PageFacts.Place> places = new HashMap<>();

  /** The last line of each block whose lines are counted. */
  private final Map<String, Integer> counts = new HashMap<>();

  private final Deque<String> open = new ArrayDeque<>();
  private final List<NumberedLine> numbered = new ArrayList<>();

  /** The lines of the present column by their heights. */
  private TreeMap<Integer, Integer> heights = new TreeMap<>();

  private int page;

  PageReader(LayoutMarks marks) {
    this.marks = marks;
  }

  /**
   * A line of the page that has a number.
   *
   * @param baseline its distance from the top of the region, in thousandths of a point
   * @param text the first text of the line
   */
  record NumberedLine(int number, int baseline, TextArea text) {}

  /** What all pages read so far say. */
  PageFacts facts() {
    return new PageFacts(folios, places);
  }

  /** Reads the next page; gives its numbered lines. */
  List<NumberedLine> read(PageViewport viewport) {
    page = viewport.getPageIndex() + 1;
    while (folios.size() < page) {
      folios.add("");
    }
    folios.set(page - 1, viewport.getPageNumberString());
    numbered.clear();
    if (marks.isCountedByPage()) {
      counts.clear();
    }
    BodyRegion body = viewport.getBodyRegion();
    if (body == null) {
      return List.of();
    }
    if (body.getMainReference() != null) {
      int top = 0;
      for (Object each : body.getMainReference().getSpans()) {
        Span span = (Span) each;
        for (int column = 0; column < span.getColumnCount(); column++) {
          NormalFlow flow = span.getNormalFlow(column);
          if (flow != null) {
            heights = new TreeMap<>();
            blocks(flow.getChildAreas(), top, null);
          }
        }
        top += span.getHeight();
      }
    }
    Footnote notes = body.getFootnote();
    if (notes != null) {
      blocks(notes.getChildAreas(), 0, null);
    }
    return numbered;
  }

  private void blocks(List<?> areas, int top, String counted) {
    int at = top;
    for (Object area : areas == null ? List.of() : areas) {
      if (area instanceof Block block) {
        block(block, at, counted);
        if (block.getPositioning() != Block.ABSOLUTE) {
          at += block.getAllocBPD();
        }
      } else if (area instanceof LineArea line) {
        line(line, at, counted);
        at += line.getAllocBPD();
      }
    }
  }

  private void block(Block block, int top, String counted) {
    String id = (String) block.getTrait(Trait.PROD_ID);
    Boolean counts = marks.counts(id);
    String inside = counts == null ? counted : counts ? id : null;
    boolean entered = enter(id);
    int start =
        top + block.getYOffset() + block.getSpaceBefore() + block.getBorderAndPaddingWidthBefore();
    blocks(block.getChildAreas(), start, inside);
    if (entered) {
      open.pop();
    }
  }

  private boolean enter(String id) {
    if (id == null || marks.isUntold(id)) {
      return false;
    }
    places.merge(id, new PageFacts.Place(page, page, 0, 0), PageFacts.Place::with);
    open.push(id);
    return true;
  }

  private void line(LineArea line, int top, String counted) {
    int number = 0;
    TextArea text = counted == null ? null : firstText(line.getInlineAreas());
    if (text != null) {
      number = number(counted, top, line, text);
      for (String id : open) {
        places.merge(id, new PageFacts.Place(page, page, number, number), PageFacts.Place::with);
      }
    }
    inlines(line.getInlineAreas(), number);
  }

  /** The number of a line: that of one at its height, else the next. */
  private int number(String counted, int top, LineArea line, TextArea text) {
    Map.Entry<Integer, Integer> near = heights.floorEntry(top + LEVEL);
    if (near != null && near.getKey() > top - LEVEL) {
      return near.getValue();
    }
    int next = counts.merge(marks.isCountedByPage() ? "" : counted, 1, Integer::sum);
    heights.put(top, next);
    int baseline =
        top + line.getSpaceBefore() + text.getBlockProgressionOffset() + text.getBaselineOffset();
    numbered.add(new NumberedLine(next, baseline, text));
    return next;
  }

  private void inlines(List<?> areas, int number) {
    for (Object each : areas == null ? List.of() : areas) {
      InlineArea area = (InlineArea) each;
      String id = (String) area.getTrait(Trait.PROD_ID);
      if (id != null && !marks.isUntold(id)) {
        places.merge(id, new PageFacts.Place(page, page, number, number), PageFacts.Place::with);
      }
      if (area instanceof InlineBlock inline) {
        block(inline.getBlock(), 0, null);
      } else if (area instanceof InlineBlockParent parent && parent.getChildArea() != null) {
        block(parent.getChildArea(), 0, null);
      } else if (area instanceof InlineParent parent && !(area instanceof TextArea)) {
        inlines(parent.getChildAreas(), number);
      }
    }
  }

  private static TextArea firstText(List<?> areas) {
    for (Object each : areas == null ? List.of() : areas) {
      if (each instanceof TextArea text) {
        if (!text.getText().isBlank()) {
          return text;
        }
      } else if (each instanceof InlineParent parent) {
        TextArea found = firstText(parent.getChildAreas());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
