package org.letterpress.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of the interface in one language, from the same {@code locale} files as XSLT's. */
public final class Wording {
  private final Locale locale;
  private final Map<String, String> labels;

  private Wording(Locale locale, Map<String, String> labels) {
    this.locale = locale;
    this.labels = labels;
  }

  /** The wording of a language; what it lacks is said in English. */
  public static Wording of(String language) {
    return of(language, Labels.NONE);
  }

  /** The wording of a language in an edition that has words of its own. */
  public static Wording of(String language, Labels own) {
    Locale locale = Locale.forLanguageTag(language.isEmpty() ? "en" : language);
    return new Wording(locale, own.of(locale.toLanguageTag()));
  }

  /** The language's rules for dates and sorting. */
  public Locale locale() {
    return locale;
  }

  /** The words for a key, with {@code {1}}, {@code {2}} ... filled in; the key when unknown. */
  public String label(String key, String... arguments) {
    String label = labels.getOrDefault(key, key);
    for (int i = 0; i < arguments.length; i++) {
      label = label.replace("{" + (i + 1) + "}", arguments[i]);
    }
    return label;
  }

  /** The labels whose keys begin in this way, by key. */
  public SortedMap<String, String> labels(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    labels.forEach(
        (key, label) -> {
          if (key.startsWith(prefix)) {
            found.put(key, label);
          }
        });
    return found;
  }

  /**
   * The words for a number of things: the label whose key ends in the form that the language takes
   * for this number ({@code letter-count-one}), else the label itself.
   */
  public String count(String key, long number) {
    String form = key + "-" + LanguageRules.plural(locale, number);
    return label(labels.containsKey(form) ? form : key, String.valueOf(number));
  }

  /** What the language calls itself. */
  public String languageName() {
    String name = labels.getOrDefault("language-name", "");
    return name.isEmpty() ? locale.getDisplayName(locale) : name;
  }

  /** Names as a sentence lists them: {@code A, B and C}. */
  public String list(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String listed = names.get(0);
    for (int i = 1; i < names.size(); i++) {
      listed = label(i == names.size() - 1 ? "list-last" : "list-next", listed, names.get(i));
    }
    return listed;
  }
}
