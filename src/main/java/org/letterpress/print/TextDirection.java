package org.letterpress.print;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.fop.fo.DelegatingFOEventHandler;
import org.apache.fop.fo.FOEventHandler;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fo.flow.Block;
import org.apache.fop.fo.flow.Inline;
import org.apache.fop.fo.pagination.PageSequence;

/** Notes the direction of blocks and inlines, and orders the text of each run of pages by it. */
final class TextDirection extends DelegatingFOEventHandler {
  private final WritingModes modes;
  private final Map<FONode, Boolean> rightToLeft = new IdentityHashMap<>();

  /** Those of the run of pages that is being laid out. */
  private BidiLevels levels;

  TextDirection(FOEventHandler delegate, WritingModes modes) {
    super(delegate);
    this.modes = modes;
  }

  @Override
  public void startBlock(Block block) {
    rightToLeft.put(block, modes.isRightToLeft());
    super.startBlock(block);
  }

  @Override
  public void startInline(Inline inline) {
    if (modes.isGiven()) {
      rightToLeft.put(inline, modes.isRightToLeft());
    }
    super.startInline(inline);
  }

  @Override
  public void characters(FOText text) {
    if (levels != null) {
      levels.retrieved(text);
    }
    super.characters(text);
  }

  @Override
  public void endPageSequence(PageSequence sequence) {
    if (modes.isMixed()) {
      levels = new BidiLevels(rightToLeft);
      levels.assign(sequence);
    }
    super.endPageSequence(sequence);
    levels = null;
    rightToLeft.clear();
    modes.endPages();
  }
}
