package org.letterpress.validate.edition;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;

/**
 * Finds words in a script in which the language that {@code @xml:lang} names is not written. Where
 * no language is named, the script that the file uses most is taken for granted.
 */
final class ScriptObserver implements Observer {
  /** A single letter is more often a sign than a word: the micron, the pi, an alpha. */
  private static final int LEAST = 2;

  /** Every language takes in names and abbreviations in Latin letters. */
  private static final int LEAST_LATIN = 20;

  /** Scripts that are mixed in one text; they count as one, under the name of HAN. */
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL);

  /** The scripts of languages that are written in one only, but for the Latin ones. */
  private static final Map<String, UnicodeScript> OWN =
      Map.ofEntries(
          Map.entry("ru", UnicodeScript.CYRILLIC),
          Map.entry("uk", UnicodeScript.CYRILLIC),
          Map.entry("be", UnicodeScript.CYRILLIC),
          Map.entry("bg", UnicodeScript.CYRILLIC),
          Map.entry("mk", UnicodeScript.CYRILLIC),
          Map.entry("el", UnicodeScript.GREEK),
          Map.entry("grc", UnicodeScript.GREEK),
          Map.entry("he", UnicodeScript.HEBREW),
          Map.entry("hbo", UnicodeScript.HEBREW),
          Map.entry("yi", UnicodeScript.HEBREW),
          Map.entry("ar", UnicodeScript.ARABIC),
          Map.entry("fa", UnicodeScript.ARABIC),
          Map.entry("hy", UnicodeScript.ARMENIAN),
          Map.entry("ka", UnicodeScript.GEORGIAN),
          Map.entry("zh", UnicodeScript.HAN),
          Map.entry("lzh", UnicodeScript.HAN),
          Map.entry("ja", UnicodeScript.HAN),
          Map.entry("ko", UnicodeScript.HAN));

  /** Languages of the Latin script. */
  private static final Set<String> LATIN =
      Set.of(
          "en", "de", "fr", "it", "es", "pt", "la", "nl", "pl", "cs", "sk", "sl", "hr", "hu", "da",
          "sv", "nb", "nn", "no", "fi", "et", "lv", "lt", "ca", "eu", "ga", "gd", "cy", "is", "sq",
          "gmh", "goh", "nds", "gsw", "fro", "frm", "enm", "ang", "dum", "eo", "mt", "gl", "oc");

  private record Foreign(String language, UnicodeScript script, String words, Location place) {}

  private final Consumer<Diagnostic> found;

  /** How many letters of each script there are, by its ordinal. */
  private final int[] letters = new int[UnicodeScript.values().length];

  private final Map<String, Set<UnicodeScript>> known = new HashMap<>();
  private final List<Foreign> undeclared = new ArrayList<>();
  private OpenElement reported;

  ScriptObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    if (run.isBlank() || in.name.isEmpty() || in.signs) {
      return;
    }
    if (run.greatest() < 0x80) {
      latin(in, run);
      return;
    }
    int from = 0;
    UnicodeScript current = null;
    int count = 0;
    int i = 0;
    while (i < run.length()) {
      int code = run.codePointAt(i);
      UnicodeScript script = script(code);
      if (script != null) {
        if (current != null && script != current) {
          run(in, run, current, from, i, count);
          count = 0;
        }
        if (count == 0) {
          from = i;
        }
        current = script;
        count++;
      }
      i += Character.charCount(code);
    }
    if (current != null) {
      run(in, run, current, from, i, count);
    }
  }

  /** Most runs are in ASCII. */
  private void latin(OpenElement in, TextRun run) {
    int count = 0;
    int from = 0;
    for (int i = 0; i < run.length(); i++) {
      int lower = run.charAt(i) | 0x20;
      if (lower >= 'a' && lower <= 'z') {
        from = count == 0 ? i : from;
        count++;
      }
    }
    if (count > 0) {
      run(in, run, UnicodeScript.LATIN, from, run.length(), count);
    }
  }

  /** The script of a letter; null for signs, which belong to any. */
  private static UnicodeScript script(int code) {
    if (code < 0x80) {
      // Most letters are these; the general question takes long.
      return (code | 0x20) >= 'a' && (code | 0x20) <= 'z' ? UnicodeScript.LATIN : null;
    }
    if (!Character.isLetter(code)) {
      return null;
    }
    UnicodeScript script = UnicodeScript.of(code);
    return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED
        ? null
        : EAST_ASIAN.contains(script) ? UnicodeScript.HAN : script;
  }

  private void run(OpenElement in, TextRun run, UnicodeScript script, int from, int to, int count) {
    letters[script.ordinal()] += count;
    if (count < LEAST || in == reported) {
      return;
    }
    boolean declared = !in.language.isEmpty();
    boolean latinName = script == UnicodeScript.LATIN && count < LEAST_LATIN;
    if (declared
        && (latinName
            || fits(known.computeIfAbsent(in.language, ScriptObserver::scripts), script))) {
      return;
    }
    int end = to;
    while (!Character.isLetterOrDigit(run.characters().charAt(end - 1))
        && !Character.isSurrogate(run.characters().charAt(end - 1))
        && Character.getType(run.characters().charAt(end - 1)) != Character.NON_SPACING_MARK) {
      end--;
    }
    String words = run.characters().subSequence(from, end).toString();
    String shown = words.length() > 30 ? words.substring(0, 30) + "…" : words;
    Foreign foreign = new Foreign(in.language, script, shown, run.place(from));
    if (declared) {
      reported = in;
      report(foreign);
    } else if (undeclared.stream().noneMatch(other -> other.script == script)) {
      undeclared.add(foreign);
    }
  }

  private static boolean fits(Set<UnicodeScript> expected, UnicodeScript script) {
    return expected.isEmpty() || expected.contains(script);
  }

  /** The scripts in which text with this tag may be written; none when that is not known. */
  private static Set<UnicodeScript> scripts(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String language = locale.getLanguage();
    if (!locale.getScript().isEmpty()) {
      try {
        return EnumSet.of(UnicodeScript.forName(locale.getScript()));
      } catch (IllegalArgumentException several) {
        return switch (locale.getScript()) {
          case "Hans", "Hant", "Jpan", "Kore" -> EnumSet.of(UnicodeScript.HAN);
          case "Latf", "Latg" -> EnumSet.of(UnicodeScript.LATIN);
          default -> Set.of();
        };
      }
    }
    UnicodeScript own = OWN.get(language);
    return own != null
        ? EnumSet.of(own)
        : LATIN.contains(language) ? EnumSet.of(UnicodeScript.LATIN) : Set.of();
  }

  @Override
  public void finish() {
    if (undeclared.isEmpty()) {
      return;
    }
    UnicodeScript usual =
        Arrays.stream(UnicodeScript.values())
            .max(Comparator.comparingInt(script -> letters[script.ordinal()]))
            .orElseThrow();
    undeclared.stream().filter(foreign -> foreign.script != usual).forEach(this::report);
  }

  private void report(Foreign foreign) {
    String script = name(foreign.script);
    String language =
        foreign.language.isEmpty()
            ? "no xml:lang says which language it is"
            : "xml:lang is \"" + foreign.language + "\" here";
    found.accept(Diagnostic.of(Code.TEXT_SCRIPT, foreign.place, foreign.words, script, language));
  }

  private static String name(UnicodeScript script) {
    String lower = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return script == UnicodeScript.HAN
        ? "Chinese, Japanese or Korean"
        : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
