package org.letterpress.print;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fonts of one document, and which of them has a sign. */
final class DocumentFonts {
  private static final List<String> EAST_ASIAN =
      List.of("Noto Serif SC", "Noto Serif JP", "Nanum Myeongjo");

  private static final List<TypeCut> CUTS = List.of(TypeCut.values());

  private final Map<String, PlainFont[]> fonts;
  private final String text;
  private final List<String> own;

  /** Families that were found for signs, by these signs, their style and language. */
  private final Map<Wanted, Optional<String>> found = new HashMap<>();

  private record Wanted(String signs, int style, String language) {}

  /**
   * @param fonts the styles of families and their cuts, by name
   * @param text the family of running text
   * @param own families that the edition brings along
   */
  DocumentFonts(Map<String, PlainFont[]> fonts, String text, List<String> own) {
    this.fonts = fonts;
    this.text = text;
    this.own = own;
  }

  /**
   * The name of a family that is there, for what a stylesheet names: a list of families, the name
   * of a cut, or a generic name ("serif Small Caps").
   */
  String family(String named) {
    for (String name : named.split(",")) {
      String family = name.strip().replaceAll("^['\"]|['\"]$", "");
      String cut = "";
      for (TypeCut one : CUTS) {
        if (!one.suffix().isEmpty() && family.endsWith(one.suffix())) {
          cut = one.suffix();
          family = family.substring(0, family.length() - cut.length());
        }
      }
      family =
          switch (family) {
            case "serif" -> text;
            case "sans-serif" -> "Liberation Sans";
            case "monospace" -> "Liberation Mono";
            default -> family;
          };
      if (fonts.containsKey(family + cut)) {
        return family + cut;
      }
    }
    return text;
  }

  /** The family whose cut this is. */
  static String base(String family) {
    for (TypeCut cut : CUTS) {
      if (!cut.suffix().isEmpty() && family.endsWith(cut.suffix())) {
        return family.substring(0, family.length() - cut.suffix().length());
      }
    }
    return family;
  }

  /** Keeps what was read of the files of these fonts. */
  void keep(ReadFonts read) {
    for (PlainFont[] styles : fonts.values()) {
      for (PlainFont font : styles) {
        read.keep(font.address(), font);
      }
    }
  }

  /** True when a font has all of these signs. */
  boolean has(String family, int style, CharSequence signs) {
    PlainFont font = fonts.get(family)[style];
    for (int i = 0; i < signs.length(); ) {
      int sign = Character.codePointAt(signs, i);
      if (!font.hasSign(sign) && !isInvisible(sign)) {
        return false;
      }
      i += Character.charCount(sign);
    }
    return true;
  }

  /** True when a cut has a glyph of its own for a sign. */
  boolean hasCut(String family, int style, int sign) {
    return fonts.get(family)[style].face().changed().get(sign);
  }

  /**
   * The family to set some signs in that the one at hand lacks, or null when none has them.
   *
   * @param language tag of the text's language
   */
  String instead(String signs, int style, String language) {
    return found
        .computeIfAbsent(
            new Wanted(signs, style, language),
            wanted -> Optional.ofNullable(search(signs, style, language)))
        .orElse(null);
  }

  private String search(String signs, int style, String language) {
    for (String family : order(Character.codePointAt(signs, 0), language)) {
      if (fonts.containsKey(family) && has(family, style, signs)) {
        return family;
      }
    }
    return null;
  }

  private List<String> order(int sign, String language) {
    List<String> order = new ArrayList<>(own);
    switch (UnicodeScript.of(sign)) {
      case HEBREW -> order.add("Noto Serif Hebrew");
      case ARABIC -> order.add("Noto Naskh Arabic");
      case SYRIAC -> order.add("Noto Sans Syriac");
      case HANGUL -> order.add("Nanum Myeongjo");
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> order.addAll(eastAsian(language));
      default -> order.add("Liberation Serif");
    }
    order.add(text);
    order.add("Liberation Serif");
    order.addAll(eastAsian(language));
    fonts.keySet().stream().filter(family -> base(family).equals(family)).forEach(order::add);
    return order;
  }

  /** The forms of ideographs differ between the languages that share their codes. */
  private static List<String> eastAsian(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (tag.startsWith("ja")) {
      return List.of("Noto Serif JP", "Noto Serif SC", "Nanum Myeongjo");
    }
    return tag.startsWith("ko") ? List.of("Nanum Myeongjo", "Noto Serif SC") : EAST_ASIAN;
  }

  /** True for what is printed without a glyph: white space and signs that only say how to set. */
  static boolean isInvisible(int sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || Character.getType(sign) == Character.FORMAT;
  }
}
