package org.letterpress.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fop.fo.DelegatingFOEventHandler;
import org.apache.fop.fo.FOEventHandler;
import org.apache.fop.fo.FOText;
import org.apache.fop.fo.pagination.PageSequence;

/**
 * Says that text runs from left to right until FOP finds otherwise.
 *
 * <p>FOP gives no direction to a stretch of text (a note breaks a paragraph into several) that has
 * no right-to-left letter, and then prints it backwards where it shares a line with one that has.
 */
final class TextDirection extends DelegatingFOEventHandler {
  /** Hebrew, Arabic, Syriac and their neighbours, and the presentation forms. */
  private static final String RTL_LETTER = "[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]";

  private static final Pattern BRACKETED =
      Pattern.compile(RTL_LETTER + "+\\s*[(\\[][^()\\[\\]]*" + RTL_LETTER + "[^()\\[\\]]*[)\\]]");

  private final List<FOText> texts = new ArrayList<>();
  private boolean mixed;

  TextDirection(FOEventHandler delegate) {
    super(delegate);
  }

  /** True for a letter of a script that is written from right to left. */
  static boolean isRightToLeft(char c) {
    return c >= '\u0590'
        && (c <= '\u08FF' || c >= '\uFB1D' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFC');
  }

  /**
   * Finds right-to-left phrases that end in a closed bracket. They have to be embedded as one,
   * because FOP's algorithm is older than the rule that keeps pairs of brackets together.
   */
  static Matcher bracketed(String text) {
    return BRACKETED.matcher(text);
  }

  @Override
  public void characters(FOText text) {
    texts.add(text);
    if (!mixed) {
      CharSequence content = text.getCharSequence();
      for (int i = 0; i < content.length() && !mixed; i++) {
        mixed = isRightToLeft(content.charAt(i));
      }
    }
    super.characters(text);
  }

  @Override
  public void endPageSequence(PageSequence sequence) {
    if (mixed) {
      for (FOText text : texts) {
        if (text.length() > 0) {
          text.setBidiLevel(0, 0, text.length());
        }
      }
    }
    texts.clear();
    mixed = false;
    super.endPageSequence(sequence);
  }
}
