package org.letterpress.letter;

/**
 * Signs of Chinese and Japanese, which are written without spaces: between two of them a line end
 * of the source means nothing. The same ranges stand in {@code common/east-asian.xsl}.
 */
public final class EastAsian {
  private EastAsian() {}

  /** True for ideographs, kana, bopomofo, and the punctuation and full-width forms beside them. */
  public static boolean isWide(int sign) {
    return (sign >= 0x2E80 && sign <= 0x2FDF)
        || (sign >= 0x3001 && sign <= 0x312F)
        || (sign >= 0x3190 && sign <= 0x31FF)
        || (sign >= 0x3400 && sign <= 0x4DBF)
        || (sign >= 0x4E00 && sign <= 0x9FFF)
        || (sign >= 0xF900 && sign <= 0xFAFF)
        || (sign >= 0xFE30 && sign <= 0xFE4F)
        || (sign >= 0xFF01 && sign <= 0xFF9F)
        || (sign >= 0x1B000 && sign <= 0x1B2FF)
        || (sign >= 0x20000 && sign <= 0x3FFFF);
  }

  /**
   * True for these and for Korean syllables: signs in which the parts of a name cleave together.
   */
  static boolean joinsNames(int sign) {
    return isWide(sign) || (sign >= 0xAC00 && sign <= 0xD7AF);
  }
}
