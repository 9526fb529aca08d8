package org.letterpress.print;

import java.lang.reflect.Field;
import java.util.List;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.Area;
import org.apache.fop.area.inline.TextArea;
import org.apache.fop.area.inline.WordArea;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fonts.GlyphMapping;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LayoutManager;
import org.apache.fop.layoutmgr.LayoutManagerMapping;
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
 */
final class HyphenatedText extends TextLayoutManager {
  private final FOText text;

  private HyphenatedText(FOText text, FOUserAgent agent) {
    super(text, agent);
    this.text = text;
  }

  /** FOP's layout managers, with this one for text. */
  static LayoutManagerMapping layoutManagers() {
    return new LayoutManagerMapping(null) {
      @Override
      @SuppressWarnings({"rawtypes", "unchecked"}) // as FOP declares it
      public void makeLayoutManagers(FONode node, List managers) {
        if (!(node instanceof FOText words)) {
          super.makeLayoutManagers(node, managers);
        } else if (words.length() > 0) {
          managers.add(new HyphenatedText(words, node.getFOEventHandler().getUserAgent()));
        }
      }
    };
  }

  @Override
  public void addAreas(PositionIterator positions, LayoutContext context) {
    LayoutManager line = getParent();
    setParent(
        new LeafNodeLayoutManager() {
          @Override
          public void addChildArea(Area area) {
            ((TextArea) area).getChildAreas().forEach(HyphenatedText::levelHyphen);
            line.addChildArea(area);
          }
        });
    super.addAreas(positions, context);
    setParent(line);
  }

  private static void levelHyphen(Object part) {
    int[] levels = part instanceof WordArea word ? word.getBidiLevels() : null;
    int last = levels == null ? 0 : levels.length - 1;
    if (last > 0 && levels[last] < 0) {
      levels[last] = levels[last - 1];
    }
  }

  @Override
  public void hyphenate(Position position, HyphContext context) {
    List<?> changes = changes();
    int before = changes.size();
    super.hyphenate(position, context);
    for (Object change : changes.subList(before, changes.size())) {
      set(change);
    }
  }

  /** The parts of words that are to be put in the place of words, which FOP keeps to itself. */
  private List<?> changes() {
    try {
      Field changes = TextLayoutManager.class.getDeclaredField("changeList");
      changes.setAccessible(true);
      return (List<?>) changes.get(this);
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException("this is not the FOP that letterpress was made for", unlike);
    }
  }

  private void set(Object change) {
    try {
      Field mapping = change.getClass().getDeclaredField("mapping");
      mapping.setAccessible(true);
      mapping.set(change, again((GlyphMapping) mapping.get(change)));
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException("this is not the FOP that letterpress was made for", unlike);
    }
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
