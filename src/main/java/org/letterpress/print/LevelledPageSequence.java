package org.letterpress.print;

import java.util.Stack;
import org.apache.fop.complexscripts.bidi.DelimitedTextRange;
import org.apache.fop.fo.ElementMapping;
import org.apache.fop.fo.FOElementMapping;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.pagination.PageSequence;

/**
 * A run of pages that has no text for FOP to find the direction of: {@link BidiLevels} has done so.
 */
final class LevelledPageSequence extends PageSequence {

  private LevelledPageSequence(FONode parent) {
    super(parent);
  }

  @Override
  protected Stack<DelimitedTextRange> collectDelimitedTextRanges(
      Stack<DelimitedTextRange> ranges, DelimitedTextRange currentRange) {
    return ranges;
  }

  /** The formatting objects of FOP, with this page sequence in place of its own. */
  static final class Mapping extends FOElementMapping {
    @Override
    protected void initialize() {
      super.initialize();
      foObjs.put(
          "page-sequence",
          new ElementMapping.Maker() {
            @Override
            public FONode make(FONode parent) {
              return new LevelledPageSequence(parent);
            }
          });
    }
  }
}
