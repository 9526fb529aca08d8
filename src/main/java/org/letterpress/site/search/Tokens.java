package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into words.
 *
 * <p>A word is a run of letters, marks and numbers. Chinese, Japanese, Thai and their like are
 * written without spaces: there each sign is a token, found alone and as a pair with its right
 * neighbour, so that longer words are found as pairs that follow each other.
 */
public final class Tokens {
  /** How many words' forms are remembered; most words of a letter are frequent ones. */
  private static final int REMEMBERED = 50_000;

  private final Map<String, List<String>> known = new HashMap<>();

  /** The words of a text in their order. */
  public List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int length = text.length();
    int at = 0;
    while (at < length) {
      int letter = text.codePointAt(at);
      if (!isWordPart(letter)) {
        at += Character.charCount(letter);
        continue;
      }
      boolean unspaced = isUnspaced(letter);
      int start = at;
      while (at < length
          && isWordPart(letter = text.codePointAt(at))
          && (isUnspaced(letter) == unspaced || isAttached(letter))) {
        at += Character.charCount(letter);
      }
      if (unspaced) {
        signs(tokens, text, start, at);
      } else {
        List<String> forms = forms(text.substring(start, at));
        if (!forms.isEmpty()) {
          tokens.add(new Token(start, at, forms));
        }
      }
    }
    return tokens;
  }

  private List<String> forms(String word) {
    List<String> forms = known.get(word);
    if (forms == null) {
      forms = Folding.forms(word);
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(word, forms);
    }
    return forms;
  }

  private void signs(List<Token> tokens, String text, int start, int end) {
    int first = tokens.size();
    for (int at = start; at < end; ) {
      int next = at + Character.charCount(text.codePointAt(at));
      while (next < end && isAttached(text.codePointAt(next))) {
        next += Character.charCount(text.codePointAt(next));
      }
      List<String> forms = forms(text.substring(at, next));
      if (!forms.isEmpty()) {
        tokens.add(new Token(at, next, forms));
      }
      at = next;
    }
    for (int i = first; i + 1 < tokens.size(); i++) {
      Token sign = tokens.get(i);
      String alone = sign.forms().get(0);
      tokens.set(
          i,
          new Token(
              sign.start(), sign.end(), List.of(alone, alone + tokens.get(i + 1).forms().get(0))));
    }
  }

  /** Letters, marks, numbers, and format characters that stand inside words. */
  static boolean isWordPart(int letter) {
    return Folding.belongsToWord(letter) || isJoiner(letter);
  }

  /** Soft hyphen, joiners, and the mark that Word leaves at the beginning of a file. */
  private static boolean isJoiner(int letter) {
    return letter == 0xAD
        || letter == 0x200C
        || letter == 0x200D
        || letter == 0x2060
        || letter == 0xFEFF;
  }

  /** What belongs to the sign before it, whatever script that is. */
  private static boolean isAttached(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || isJoiner(letter);
  }

  /** Signs of scripts that put no spaces between words. */
  static boolean isUnspaced(int letter) {
    return (letter >= 0x3005 && letter <= 0x3007)
        || (letter >= 0x3021 && letter <= 0x3029)
        || (letter >= 0x3031 && letter <= 0x3035)
        || (letter >= 0x3038 && letter <= 0x312F)
        || (letter >= 0x31A0 && letter <= 0x31FF)
        || (letter >= 0x3400 && letter <= 0x4DBF)
        || (letter >= 0x4E00 && letter <= 0x9FFF)
        || (letter >= 0xF900 && letter <= 0xFAFF)
        || (letter >= 0xFF66 && letter <= 0xFF9F)
        || (letter >= 0x1B000 && letter <= 0x1B2FF)
        || (letter >= 0x20000 && letter <= 0x3FFFF)
        // Thai, Lao, Burmese, Khmer
        || (letter >= 0xE00 && letter <= 0xEFF)
        || (letter >= 0x1000 && letter <= 0x109F)
        || (letter >= 0x1780 && letter <= 0x17FF);
  }
}
