package org.letterpress.print;

import java.util.List;
import java.util.function.Supplier;
import org.apache.fop.apps.io.InternalResourceResolver;
import org.apache.fop.complexscripts.fonts.GlyphPositioningTable.Value;
import org.apache.fop.fonts.EmbedFontInfo;
import org.apache.fop.fonts.LazyFont;

/**
 * A font of one document: it kerns, sets marks on their letters, and joins letters as its {@link
 * CutFace} can.
 *
 * <p>FOP's own substitution is never used: it gives the glyphs that it puts in no text, so that
 * "office" would be copied out of the PDF as "oce", and the PDF would not be a PDF/A-2a.
 */
final class PlainFont extends LazyFont {
  private static final String ARABIC = "arab";
  private static final String SYRIAC = "syrc";

  private final Supplier<CutFace> source;
  private final String address;
  private CutFace face;

  PlainFont(
      EmbedFontInfo info,
      InternalResourceResolver resolver,
      Supplier<CutFace> source,
      boolean kerned,
      String address) {
    super(info, resolver, kerned);
    this.source = source;
    this.address = address;
  }

  @Override
  public boolean performsSubstitution() {
    return false;
  }

  @Override
  @SuppressWarnings("rawtypes") // as FOP declares it
  public CharSequence performSubstitution(
      CharSequence text, String script, String language, List associations, boolean retain) {
    return switch (script) {
      case ARABIC -> JoinedLetters.joined(text, this::hasSign);
      case SYRIAC -> SyriacLetters.joined(text, face().forms());
      default -> face().joined(text);
    };
  }

  /**
   * Leaves marks behind their letters, where they are read.
   *
   * <p>FOP would put them before their letters. In words that run from right to left, which it
   * turns round afterwards, they then stand beside them; and everywhere they are copied out of the
   * PDF in the wrong order.
   */
  @Override
  @SuppressWarnings("rawtypes") // as FOP declares it
  public CharSequence reorderCombiningMarks(
      CharSequence text, int[][] places, String script, String language, List associations) {
    return text;
  }

  /** Moves marks back over the letters that stand before them. */
  @Override
  public int[][] performPositioning(
      CharSequence text, String script, String language, int fontSize) {
    int[][] places = super.performPositioning(text, script, language, fontSize);
    if (places == null || isRightToLeft(text)) {
      return places;
    }
    int advance = 0;
    int at = 0;
    for (int i = 0; i < text.length() && at < places.length; at++) {
      int sign = Character.codePointAt(text, i);
      i += Character.charCount(sign);
      int[] place = places[at];
      boolean placed = place[Value.IDX_X_PLACEMENT] != 0 || place[Value.IDX_Y_PLACEMENT] != 0;
      if (isMark(sign) && placed) {
        place[Value.IDX_X_PLACEMENT] -= advance;
      } else if (sign <= Character.MAX_VALUE) {
        advance = getWidth(mapChar((char) sign), fontSize) / 1000 + place[Value.IDX_X_ADVANCE];
      }
    }
    return places;
  }

  private static boolean isMark(int sign) {
    return Character.getType(sign) == Character.NON_SPACING_MARK;
  }

  private static boolean isRightToLeft(CharSequence text) {
    return text.chars().anyMatch(PlainFont::isRightToLeft);
  }

  private static boolean isRightToLeft(int sign) {
    byte direction = Character.getDirectionality(sign);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Of its file. */
  String address() {
    return address;
  }

  /** True when the font has a glyph for this sign. */
  boolean hasSign(int sign) {
    return face().signs().get(sign);
  }

  /** What it is made of. */
  CutFace face() {
    if (face == null) {
      face = source.get();
    }
    return face;
  }
}
