package org.letterpress.print;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.fop.fonts.Font;
import org.xml.sax.Locator;

/**
 * Words that are wider than the lines they stand in, and where they may be divided instead of
 * sticking out. One layout finds them, the next divides them.
 *
 * <p>An address is divided behind the signs that part it; what is too wide even so, between any two
 * letters. No hyphen is set, because nobody could tell it from one of the address, and no sign is
 * added to the text of the PDF.
 */
final class WideWords {
  /** A place where a line may end: FOP prints nothing for it. */
  static final char BREAK = '\u200B';

  /** Signs behind which an address may be divided. */
  private static final String PARTING = "/.-?&=_#:;,+~|";

  /** By the place where they stand, because elsewhere the same word may have room. */
  private final Map<String, Map<String, Division>> words = new HashMap<>();

  private Places places = new Places();
  private boolean grown;

  /**
   * How a word is divided.
   *
   * @param text the word with its breaks
   * @param torn true when it may be divided between any two letters
   */
  record Division(String text, boolean torn) {}

  /** Forgets all words, for another document. */
  void clear() {
    words.clear();
  }

  /** Begins a layout of the document, in which places may have other numbers. */
  void begin(Places places) {
    this.places = places;
    grown = false;
  }

  /** True when the present layout found words that none before it had found. */
  boolean hasGrown() {
    return grown;
  }

  /**
   * Finds a word that is wider than its line.
   *
   * @param place where its text says that it stands
   * @param measure the width of the line
   */
  void find(Locator place, String word, Font font, int measure) {
    Map<String, Division> here =
        words.computeIfAbsent(places.at(place), key -> new LinkedHashMap<>());
    if (here.containsKey(word)) {
      return;
    }
    StringBuilder parts = new StringBuilder();
    boolean torn = false;
    int from = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || isParting(word, i)) {
        String part = word.substring(from, i);
        boolean wide = part.codePoints().map(font::getCharWidth).sum() > measure;
        parts.append(from == 0 ? "" : BREAK).append(wide ? torn(part) : part);
        torn |= wide;
        from = i;
      }
    }
    if (parts.length() > word.length()) {
      here.put(word, new Division(parts.toString(), torn));
      grown = true;
    }
  }

  private static boolean isParting(String word, int at) {
    return PARTING.indexOf(word.charAt(at - 1)) >= 0 && PARTING.indexOf(word.charAt(at)) < 0;
  }

  /** A word with a break before each sign that is no mark on the one before. */
  private static String torn(String word) {
    return word.replaceAll("(?<=.)(?=[^\\p{M}\\p{Cf}])", String.valueOf(BREAK));
  }

  /** The words at a place that earlier layouts found too wide. */
  Map<String, Division> at(String place) {
    return words.getOrDefault(place, Map.of());
  }
}
