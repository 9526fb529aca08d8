package org.letterpress.print;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fo.FObj;
import org.apache.fop.fo.FObjMixed;
import org.apache.fop.fo.flow.AbstractGraphics;
import org.apache.fop.fo.flow.AbstractPageNumberCitation;
import org.apache.fop.fo.flow.AbstractRetrieveMarker;
import org.apache.fop.fo.flow.BidiOverride;
import org.apache.fop.fo.flow.Block;
import org.apache.fop.fo.flow.Footnote;
import org.apache.fop.fo.flow.Leader;
import org.apache.fop.fo.flow.ListItem;
import org.apache.fop.fo.flow.PageNumber;
import org.apache.fop.fo.flow.table.Table;
import org.apache.fop.fo.pagination.PageSequence;
import org.apache.fop.traits.Direction;
import org.apache.fop.traits.WritingModeTraitsGetter;

/**
 * Gives each letter of a run of pages its level of embedding (Unicode Standard Annex 9), by which
 * FOP then orders the lines.
 *
 * <p>FOP's own algorithm knows neither isolates nor paired brackets, takes the base direction of a
 * paragraph from the page alone, and begins anew after each note call. Here a paragraph has the
 * base direction that {@code writing-mode} gives its block, and is looked at as a whole: note
 * calls, page numbers, and phrases with a direction of their own are isolates in it.
 *
 * <p>A block within one that runs the other way begins one level higher, because FOP gives the
 * lowest level of all that an object holds to the object itself. Text that runs from left to right
 * in such surroundings gets no levels at all, and is laid out as ever.
 */
final class BidiLevels {
  private static final char OBJECT = '\uFFFC';
  private static final char FIGURE = '0';
  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
  private static final char LEFT_TO_RIGHT_MARK = '\u200E';
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char LEFT_TO_RIGHT_OVERRIDE = '\u202D';
  private static final char RIGHT_TO_LEFT_OVERRIDE = '\u202E';
  private static final char POP_OVERRIDE = '\u202C';

  private final Map<FONode, Boolean> rightToLeft;

  /**
   * @param rightToLeft the blocks, and the inlines with a direction of their own: whether each runs
   *     from right to left
   */
  BidiLevels(Map<FONode, Boolean> rightToLeft) {
    this.rightToLeft = rightToLeft;
  }

  /** Sets the levels of everything in a run of pages. */
  void assign(PageSequence sequence) {
    int level = sequence.getInlineProgressionDirection() == Direction.RL ? 1 : 0;
    for (FONode content : sequence.getFlowMap().values()) {
      block((FObj) content, level);
    }
    if (sequence.getMainFlow() != null) {
      block(sequence.getMainFlow(), level);
    }
  }

  /**
   * Sets the levels of text that comes out of a marker: FOP puts it in its place only when it lays
   * out the page.
   */
  void retrieved(FOText text) {
    if (text.getParent() instanceof FObj around && around.getBidiLevelRecursive() >= 0) {
      Lines line = new Lines(around, around.getBidiLevelRecursive());
      line.isolate(FIRST_STRONG_ISOLATE, () -> line.add(text));
      // A space at its end is not at the end of the line: more may follow.
      line.text.append(OBJECT);
      line.mixed = true;
      line.end();
    }
  }

  /** Anything that holds blocks or lines, in surroundings of a level. */
  private void block(FObj object, int around) {
    boolean own =
        object instanceof WritingModeTraitsGetter area
            ? area.getInlineProgressionDirection() == Direction.RL
            : rightToLeft.getOrDefault(object, isOdd(around));
    int level = turned(own, around);
    if (level > 0) {
      if (around == 0 && object.getParent() instanceof FObj parent && parent.getBidiLevel() < 0) {
        parent.setBidiLevel(0);
      }
      object.setBidiLevel(level);
    }
    Lines lines = new Lines(object, level);
    children(object, lines);
    lines.end();
  }

  private static int turned(boolean rightToLeft, int around) {
    return rightToLeft == isOdd(around) ? around : around + 1;
  }

  private static boolean isOdd(int level) {
    return (level & 1) == 1;
  }

  private void children(FONode object, Lines lines) {
    if (object instanceof Table table) {
      child(table.getTableHeader(), lines);
      child(table.getTableFooter(), lines);
    } else if (object instanceof ListItem item) {
      child(item.getLabel(), lines);
      child(item.getBody(), lines);
    }
    Iterator<FONode> rest = object.getChildNodes();
    while (rest != null && rest.hasNext()) {
      child(rest.next(), lines);
    }
  }

  private void child(FONode node, Lines lines) {
    if (node instanceof FOText text) {
      lines.add(text);
    } else if (node instanceof Footnote note) {
      block(note.getFootnoteBody(), lines.level);
      lines.anchor(() -> child(note.getFootnoteCitation(), lines));
    } else if (node instanceof PageNumber || node instanceof AbstractPageNumberCitation) {
      lines.isolate(FIRST_STRONG_ISOLATE, () -> lines.add((FObj) node, FIGURE));
    } else if (node instanceof Leader || node instanceof AbstractGraphics) {
      lines.add((FObj) node, OBJECT);
    } else if (node instanceof BidiOverride embedded) {
      embedded(embedded, lines);
    } else if (node instanceof AbstractRetrieveMarker) {
      // Nobody knows yet what it will hold.
      lines.add((FObj) node, OBJECT);
      lines.mixed = true;
    } else if (node instanceof FObjMixed && !(node instanceof Block)) {
      Boolean direction = rightToLeft.get(node);
      if (direction == null) {
        children(node, lines);
      } else {
        lines.isolate(isolate(direction), () -> children(node, lines));
      }
    } else if (node instanceof FObj object) {
      lines.end();
      block(object, lines.level);
    }
  }

  private void embedded(BidiOverride phrase, Lines lines) {
    boolean direction = phrase.getDirection() == Constants.EN_RTL;
    switch (phrase.getUnicodeBidi()) {
      case Constants.EN_EMBED -> lines.isolate(isolate(direction), () -> children(phrase, lines));
      case Constants.EN_BIDI_OVERRIDE ->
          lines.isolate(
              isolate(direction),
              () -> {
                lines.text.append(direction ? RIGHT_TO_LEFT_OVERRIDE : LEFT_TO_RIGHT_OVERRIDE);
                children(phrase, lines);
                lines.text.append(POP_OVERRIDE);
              });
      default -> children(phrase, lines);
    }
  }

  private static char isolate(boolean rightToLeft) {
    return rightToLeft ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE;
  }

  /** The words of a block between two blocks in it: a paragraph to the algorithm. */
  private static final class Lines {
    private final FObj block;
    private final int level;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private boolean mixed;

    private Lines(FObj block, int level) {
      this.block = block;
      this.level = level;
    }

    /** Text, or an object in the line, and where it begins. */
    private record Piece(FONode node, int start) {}

    private void add(FOText words) {
      if (words.length() == 0) {
        return;
      }
      pieces.add(new Piece(words, text.length()));
      char[] signs = new char[words.length()];
      for (int i = 0; i < signs.length; i++) {
        char sign = words.charAt(i);
        boolean end =
            Character.getDirectionality(sign) == Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR;
        signs[i] = end ? ' ' : sign;
      }
      mixed |= Bidi.requiresBidi(signs, 0, signs.length);
      text.append(signs);
    }

    private void add(FObj object, char sign) {
      pieces.add(new Piece(object, text.length()));
      text.append(sign);
    }

    private void isolate(char opening, Runnable content) {
      mixed |= opening == RIGHT_TO_LEFT_ISOLATE;
      text.append(opening);
      content.run();
      text.append(POP_ISOLATE);
    }

    /**
     * A mark that goes with the line and not with the phrase before it. An isolate will not do: the
     * signs that part it from its neighbours are not printed, and FOP, which sees the levels of
     * what is printed only, would turn it round together with a phrase that runs the other way.
     */
    private void anchor(Runnable content) {
      char mark = isOdd(level) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
      text.append(mark);
      content.run();
      text.append(mark);
    }

    private void end() {
      if (!pieces.isEmpty() && (mixed || isOdd(level))) {
        int base = isOdd(level) ? 1 : 0;
        Bidi bidi = new Bidi(text.toString(), base);
        block.setBidiLevel(level);
        for (Piece piece : pieces) {
          if (piece.node instanceof FOText words) {
            levels(words, bidi, piece.start, level - base);
          } else {
            ((FObj) piece.node).setBidiLevel(level - base + bidi.getLevelAt(piece.start));
          }
        }
      }
      text.setLength(0);
      pieces.clear();
      mixed = false;
    }

    private static void levels(FOText words, Bidi bidi, int start, int higher) {
      int from = 0;
      for (int i = 1; i <= words.length(); i++) {
        int before = bidi.getLevelAt(start + from);
        if (i == words.length() || bidi.getLevelAt(start + i) != before) {
          words.setBidiLevel(higher + before, from, i);
          from = i;
        }
      }
    }
  }
}
