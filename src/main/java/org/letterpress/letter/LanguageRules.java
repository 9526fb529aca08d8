package org.letterpress.letter;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Locale;

/** The rules of languages for sorting and for counting (CLDR). */
public final class LanguageRules {
  private LanguageRules() {}

  /** The alphabet of a language. What differs in nothing but its characters' codes comes last. */
  public static Comparator<String> alphabet(Locale language) {
    Collator collator = Collator.getInstance(ULocale.forLocale(language)).freeze();
    Comparator<String> words = collator::compare;
    return words.thenComparing(Comparator.naturalOrder());
  }

  /**
   * The form that a language takes for a number: {@code zero}, {@code one}, {@code two}, {@code
   * few}, {@code many} or {@code other}.
   */
  public static String plural(Locale language, long number) {
    return PluralRules.forLocale(ULocale.forLocale(language)).select(number);
  }
}
