package org.letterpress.print;

import java.util.List;
import org.apache.fop.apps.io.InternalResourceResolver;
import org.apache.fop.fonts.EmbedFontInfo;
import org.apache.fop.fonts.LazyFont;
import org.apache.fop.fonts.MultiByteFont;
import org.apache.fop.fonts.Typeface;

/**
 * A font that kerns and joins Arabic letters, but never replaces letters by ligatures of its own.
 *
 * <p>FOP gives ligature glyphs no text, so that "office" would be copied out of the PDF as "oce",
 * and the PDF would not be a PDF/A-2a.
 */
final class PlainFont extends LazyFont {
  private static final String ARABIC = "arab";

  PlainFont(EmbedFontInfo info, InternalResourceResolver resolver, boolean kerned) {
    super(info, resolver, kerned);
  }

  @Override
  public boolean performsSubstitution() {
    return false;
  }

  @Override
  @SuppressWarnings("rawtypes") // as FOP declares it
  public CharSequence performSubstitution(
      CharSequence text, String script, String language, List associations, boolean retain) {
    return ARABIC.equals(script) ? JoinedLetters.joined(text, this::hasSign) : text;
  }

  /** True when the font has a glyph for this sign. */
  boolean hasSign(int codePoint) {
    Typeface real = getRealFont();
    if (real instanceof MultiByteFont wide) {
      return wide.hasCodePoint(codePoint);
    }
    return codePoint <= Character.MAX_VALUE && real != null && real.hasChar((char) codePoint);
  }
}
