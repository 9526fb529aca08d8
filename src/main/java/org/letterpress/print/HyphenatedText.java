package org.letterpress.print;

import java.lang.reflect.Field;
import java.util.List;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.Area;
import org.apache.fop.area.inline.InlineArea;
import org.apache.fop.area.inline.TextArea;
import org.apache.fop.area.inline.WordArea;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fonts.GlyphMapping;
import org.apache.fop.layoutmgr.BlockStackingLayoutManager;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LayoutManager;
import org.apache.fop.layoutmgr.LayoutManagerMapping;
import org.apache.fop.layoutmgr.LeafPosition;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.PositionIterator;
import org.apache.fop.layoutmgr.inline.HyphContext;
import org.apache.fop.layoutmgr.inline.LeafNodeLayoutManager;
import org.apache.fop.layoutmgr.inline.TextLayoutManager;
import org.apache.fop.traits.MinOptMax;

/**
 * Text whose words keep their kerning and their joined letters when they may be hyphenated.
 *
 * <p>FOP (2.11) takes each word of a hyphenated paragraph apart at the places where it may break,
 * also when it does not, and forgets what the font had to say about it. Here the parts are set
 * anew. Letters on both sides of such a place are not joined, as is the rule for compounds.
 *
 * <p>Where text of two directions stands in a line, FOP gives the hyphen no level of embedding, and
 * would put the line in order with the word once for its letters and once for its hyphen. Here the
 * hyphen goes with the letter before it.
 *
 * <p>Words that are wider than their line are told to {@link WideWords}; addresses are not
 * hyphenated.
 */
final class HyphenatedText extends TextLayoutManager {
  private static final String UNLIKE = "this is not the FOP that letterpress was made for";

  private final FOText text;
  private final WideWords wide;

  private boolean measured;

  private HyphenatedText(FOText text, FOUserAgent agent, WideWords wide) {
    super(text, agent);
    this.text = text;
    this.wide = wide;
  }

  /**
   * FOP's layout managers, with this one for text.
   *
   * @param wide told the words that are wider than their lines
   */
  static LayoutManagerMapping layoutManagers(WideWords wide) {
    return new LayoutManagerMapping(null) {
      @Override
      @SuppressWarnings({"rawtypes", "unchecked"}) // as FOP declares it
      public void makeLayoutManagers(FONode node, List managers) {
        if (!(node instanceof FOText words)) {
          super.makeLayoutManagers(node, managers);
        } else if (words.length() > 0) {
          managers.add(new HyphenatedText(words, node.getFOEventHandler().getUserAgent(), wide));
        }
      }
    };
  }

  @Override
  public void addAreas(PositionIterator positions, LayoutContext context) {
    findWideWords();
    LastWord last = new LastWord(positions);
    LayoutManager line = getParent();
    setParent(
        new LeafNodeLayoutManager() {
          @Override
          public void addChildArea(Area area) {
            List<InlineArea> parts = ((TextArea) area).getChildAreas();
            parts.forEach(HyphenatedText::levelHyphen);
            if (isDividedBehind(last.index)
                && parts.get(parts.size() - 1) instanceof WordArea word) {
              set(WordArea.class, word, "nextIsSpace", false);
            }
            line.addChildArea(area);
          }
        });
    super.addAreas(last, context);
    setParent(line);
  }

  /** The words of a line, which knows the one that was read last. */
  private static final class LastWord extends PositionIterator {
    private int index = -1;

    private LastWord(PositionIterator positions) {
      super(positions);
    }

    @Override
    public Position next() {
      Position next = super.next();
      if (next instanceof LeafPosition word && word.getLeafPos() >= 0) {
        index = word.getLeafPos();
      }
      return next;
    }
  }

  /** True when a line ends behind this part of a word, and the word goes on. */
  private boolean isDividedBehind(int index) {
    GlyphMapping part = (GlyphMapping) own("mappings").get(index);
    int end = part.isSpace ? part.startIndex : part.endIndex;
    return end < text.length() && text.charAt(end) == WideWords.BREAK;
  }

  private static void levelHyphen(Object part) {
    int[] levels = part instanceof WordArea word ? word.getBidiLevels() : null;
    int last = levels == null ? 0 : levels.length - 1;
    if (last > 0 && levels[last] < 0) {
      levels[last] = levels[last - 1];
    }
  }

  /** Only now is it known which words were hyphenated. */
  private void findWideWords() {
    if (measured) {
      return;
    }
    measured = true;
    LayoutManager block = getParent();
    while (!(block instanceof BlockStackingLayoutManager)) {
      block = block.getParent();
    }
    int measure = block.getContentAreaIPD();
    for (Object each : own("mappings")) {
      GlyphMapping word = (GlyphMapping) each;
      if (!word.isSpace && word.areaIPD.getOpt() > measure) {
        CharSequence signs = text.subSequence(word.startIndex, word.endIndex);
        wide.find(text.getLocator(), signs.toString(), word.font, measure);
      }
    }
  }

  @Override
  public void hyphenate(Position position, HyphContext context) {
    int index =
        ((LeafPosition) position).getLeafPos()
            + (int) get(TextLayoutManager.class, this, "changeOffset");
    GlyphMapping word = (GlyphMapping) own("mappings").get(index);
    if (isInAddress(word)) {
      // A hyphen would be taken for one of the address.
      context.updateOffset(word.endIndex - word.startIndex);
      return;
    }
    List<?> changes = own("changeList");
    int before = changes.size();
    super.hyphenate(position, context);
    for (Object change : changes.subList(before, changes.size())) {
      Class<?> type = change.getClass();
      set(type, change, "mapping", again((GlyphMapping) get(type, change, "mapping")));
    }
  }

  private boolean isInAddress(GlyphMapping word) {
    int from = word.startIndex;
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    String upTo = text.subSequence(from, word.endIndex).toString();
    return upTo.contains("://") || upTo.startsWith("www.");
  }

  /** What FOP keeps to itself: its words, and the parts that are to be put in their place. */
  private List<?> own(String name) {
    return (List<?>) get(TextLayoutManager.class, this, name);
  }

  private static Object get(Class<?> type, Object from, String name) {
    try {
      return field(type, name).get(from);
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException(UNLIKE, unlike);
    }
  }

  private static void set(Class<?> type, Object in, String name, Object value) {
    try {
      field(type, name).set(in, value);
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException(UNLIKE, unlike);
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private GlyphMapping again(GlyphMapping part) {
    if (part.startIndex == part.endIndex || !part.font.performsPositioning()) {
      return part;
    }
    return GlyphMapping.doGlyphMapping(
        text,
        part.startIndex,
        part.endIndex,
        part.font,
        MinOptMax.ZERO,
        null,
        '\0',
        '\0',
        part.isHyphenated,
        part.level,
        false,
        false,
        true);
  }
}
