package org.letterpress.validate.edition;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.meeuw.i18n.languages.ISO_639;
import org.meeuw.i18n.languages.LanguageCode;
import org.meeuw.i18n.languages.RetiredLanguageCode;

/**
 * Language tags as BCP 47 defines them: languages of ISO 639, scripts of ISO 15924, regions of ISO
 * 3166-1 and UN M.49. Variants and extensions are looked at for their form only.
 */
final class LanguageTags {
  /** What people write who think of a country, or of a name. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("english", "en"),
          Map.entry("german", "de"),
          Map.entry("deutsch", "de"),
          Map.entry("french", "fr"),
          Map.entry("francais", "fr"),
          Map.entry("français", "fr"),
          Map.entry("latin", "la"),
          Map.entry("latein", "la"),
          Map.entry("greek", "el"),
          Map.entry("griechisch", "el"),
          Map.entry("gr", "el"),
          Map.entry("italian", "it"),
          Map.entry("spanish", "es"),
          Map.entry("russian", "ru"),
          Map.entry("polish", "pl"),
          Map.entry("czech", "cs"),
          Map.entry("cz", "cs"),
          Map.entry("dutch", "nl"),
          Map.entry("jp", "ja"),
          Map.entry("cn", "zh"),
          Map.entry("dk", "da"),
          Map.entry("in", "id"),
          Map.entry("iw", "he"),
          Map.entry("ji", "yi"));

  /** Tags from before the registry that stay valid as a whole (RFC 5646, section 2.1). */
  private static final Set<String> GRANDFATHERED =
      Set.of(
          "art-lojban",
          "cel-gaulish",
          "en-gb-oed",
          "i-ami",
          "i-bnn",
          "i-default",
          "i-enochian",
          "i-hak",
          "i-klingon",
          "i-lux",
          "i-mingo",
          "i-navajo",
          "i-pwn",
          "i-tao",
          "i-tay",
          "i-tsu",
          "no-bok",
          "no-nyn",
          "sgn-be-fr",
          "sgn-be-nl",
          "sgn-ch-de",
          "zh-guoyu",
          "zh-hakka",
          "zh-min",
          "zh-min-nan",
          "zh-xiang");

  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());
  private static final Set<String> REGIONS = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

  /** Scripts of ISO 15924 that are no script property of Unicode. */
  private static final Set<String> OTHER_SCRIPTS =
      Set.of(
          "hans", "hant", "hanb", "jpan", "kore", "hrkt", "jamo", "latf", "latg", "cyrs", "syre",
          "syrj", "syrn", "aran", "geok", "egyd", "egyh", "inds", "blis", "cirt", "teng", "visp",
          "piqd", "sara", "roro", "maya", "nkgb", "phlv", "jurc", "kpel", "leke", "loma", "afak",
          "wole", "shui", "moon", "zmth", "zsym", "zsye", "zxxx");

  /** Countries that are no more, and groups of countries, whose codes the registry keeps. */
  private static final Set<String> OTHER_REGIONS =
      Set.of("SU", "YU", "DD", "CS", "BU", "FX", "TP", "YD", "ZR", "NT", "AN", "EU", "UN", "EZ");

  private static final Pattern SEPARATOR = Pattern.compile("[-_]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{3}");

  /**
   * What is wrong with a tag.
   *
   * @param fault in words, or empty when nothing is
   * @param instead the tag that is probably meant, or empty
   */
  record Verdict(String fault, String instead) {
    private static final Verdict GOOD = new Verdict("", "");
  }

  private LanguageTags() {}

  /** Looks at a tag; an empty one takes a language back and is good. */
  static Verdict check(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    if (tag.isEmpty() || GRANDFATHERED.contains(lower) || lower.startsWith("x-")) {
      return Verdict.GOOD;
    }
    if (tag.indexOf('_') >= 0) {
      return new Verdict("its parts are joined by \"_\"", tag.replace('_', '-'));
    }
    String[] parts = SEPARATOR.split(lower);
    String rest = tag.substring(parts[0].length());
    Verdict language = language(parts[0], rest);
    if (!language.fault.isEmpty()) {
      return language;
    }
    try {
      new Locale.Builder().setLanguageTag(tag);
    } catch (IllformedLocaleException illFormed) {
      return new Verdict("it is not built as a language tag is", parts[0]);
    }
    for (int i = 1; i < parts.length && parts[i].length() > 1; i++) {
      String fault = part(parts[i], i);
      if (!fault.isEmpty()) {
        return new Verdict(fault, "");
      }
    }
    return Verdict.GOOD;
  }

  private static Verdict language(String code, String rest) {
    String meant = MEANT.get(code);
    if (meant != null) {
      return new Verdict("\"" + code + "\" is no code of a language", meant + rest);
    }
    // The tables of ISO 639 take long to load; most editions need these codes only.
    if (TWO_LETTERS.contains(code) || isPrivate(code)) {
      return Verdict.GOOD;
    }
    if (code.length() == 3) {
      Optional<LanguageCode> three = ISO_639.getByPart3(code);
      Optional<LanguageCode> library = three.isPresent() ? three : ISO_639.getByPart2B(code);
      String shorter = library.map(LanguageCode::part1).orElse("");
      if (shorter != null && !shorter.isEmpty()) {
        return new Verdict("BCP 47 uses the shorter code of this language", shorter + rest);
      }
      if (three.filter(found -> !(found instanceof RetiredLanguageCode)).isPresent()
          || ISO_639.getByPart5(code).isPresent()) {
        return Verdict.GOOD;
      }
    }
    return new Verdict("\"" + code + "\" is no code of a language", "");
  }

  private static boolean isPrivate(String code) {
    return code.length() == 3 && code.compareTo("qaa") >= 0 && code.compareTo("qtz") <= 0;
  }

  /** A script, region or variant after the language. */
  private static String part(String part, int position) {
    boolean letters = part.chars().allMatch(Character::isLetter);
    if (part.length() == 4 && letters) {
      return isScript(part) ? "" : "\"" + part + "\" is no code of a script";
    }
    if (part.length() == 2 && letters) {
      String region = part.toUpperCase(Locale.ROOT);
      boolean known =
          REGIONS.contains(region) || OTHER_REGIONS.contains(region) || isPrivateRegion(region);
      return known ? "" : "\"" + part + "\" is no code of a country";
    }
    if (part.length() == 3 && letters) {
      boolean extended = position == 1 && ISO_639.getByPart3(part).isPresent();
      return extended ? "" : "\"" + part + "\" is neither a language nor a region";
    }
    return part.length() > 3 || DIGITS.matcher(part).matches()
        ? ""
        : "\"" + part + "\" has no meaning in a language tag";
  }

  private static boolean isPrivateRegion(String region) {
    return region.equals("AA")
        || region.equals("ZZ")
        || region.equals("QO")
        || region.charAt(0) == 'X';
  }

  private static boolean isScript(String code) {
    try {
      Character.UnicodeScript.forName(code);
      return true;
    } catch (IllegalArgumentException unknown) {
      return OTHER_SCRIPTS.contains(code) || isPrivateScript(code);
    }
  }

  private static boolean isPrivateScript(String code) {
    return code.compareTo("qaaa") >= 0 && code.compareTo("qabx") <= 0;
  }
}
