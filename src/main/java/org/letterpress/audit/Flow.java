package org.letterpress.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.letter.EastAsian;

/**
 * One run of text, without its white space: that of a letter, or that of a single note.
 *
 * <p>Signs are kept one by one, with the places where a word ends. What nobody sees is left out:
 * white space, and Unicode's format characters, which an output may add to guide its renderer.
 */
final class Flow {
  private final StringBuilder signs = new StringBuilder();
  private final BitSet ends = new BitSet();
  private int[] starts = new int[8];
  private final List<XdmNode> nodes = new ArrayList<>(0);
  private boolean ended = true;
  private boolean joining;

  /**
   * Adds text.
   *
   * @param node the text node of the source that it comes from, or null in an output
   */
  void append(char[] text, int start, int length, XdmNode node) {
    if (node != null) {
      if (nodes.size() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[nodes.size()] = signs.length();
      nodes.add(node);
    }
    for (int i = start; i < start + length; i++) {
      append(text[i]);
    }
  }

  private void append(char sign) {
    if (isSpace(sign)) {
      ended |= !joining;
    } else if (Character.getType(sign) != Character.FORMAT) {
      if (ended) {
        ends.set(signs.length());
      }
      signs.append(sign);
      ended = false;
      joining = false;
    }
  }

  /** A word ends here. */
  void divide() {
    ended = true;
    joining = false;
  }

  /** A word goes on here, whatever white space stands around. */
  void join() {
    ended = false;
    joining = true;
  }

  /** Takes the last sign back. */
  void dropLast() {
    if (signs.length() > 0) {
      signs.setLength(signs.length() - 1);
    }
  }

  boolean isEmpty() {
    return signs.length() == 0;
  }

  /** All signs in one string. */
  String signs() {
    return signs.toString();
  }

  boolean hasSameSignsAs(Flow other) {
    return signs.compareTo(other.signs) == 0;
  }

  /**
   * Places between two letters where a word ends here, and goes on in a flow of the same signs.
   * Only scripts that put spaces between words are looked at.
   */
  int[] endsMissingIn(Flow other) {
    if (ends.equals(other.ends)) {
      return new int[0];
    }
    BitSet missing = (BitSet) ends.clone();
    missing.andNot(other.ends);
    return missing.stream()
        .filter(sign -> sign > 0 && isSpacedLetter(sign - 1) && isSpacedLetter(sign))
        .toArray();
  }

  private boolean isSpacedLetter(int sign) {
    int letter = signs.codePointAt(sign);
    return Character.isLetterOrDigit(letter) && !EastAsian.isWide(letter);
  }

  /** The text node that a sign comes from, or null when it is not known. */
  XdmNode node(int sign) {
    int at = Arrays.binarySearch(starts, 0, nodes.size(), sign);
    // Several nodes may begin at one sign when all but the last are blank.
    int index = at >= 0 ? at : -at - 2;
    while (index + 1 < nodes.size() && starts[index + 1] <= sign) {
      index++;
    }
    return index < 0 || nodes.isEmpty() ? null : nodes.get(index);
  }

  /** How many signs of its text node stand before a sign. */
  int offset(int sign) {
    XdmNode node = node(sign);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (nodes.get(i) == node) {
        return sign - starts[i];
      }
    }
    return 0;
  }

  /** A word, or a single sign that belongs to none, and where it begins in {@link #signs}. */
  record Token(String text, int start) {
    /** Tokens are compared by what is read, wherever it stands. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Token token && token.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** The words, with each sign of a script without spaces and each mark for itself. */
  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    while (start < signs.length()) {
      int end = start + Character.charCount(signs.codePointAt(start));
      if (isWordSign(signs.codePointAt(start))) {
        while (end < signs.length() && !ends.get(end) && isWordSign(signs.codePointAt(end))) {
          end += Character.charCount(signs.codePointAt(end));
        }
      }
      tokens.add(new Token(signs.substring(start, end), start));
      start = end;
    }
    return tokens;
  }

  /** How many words there are. */
  int wordCount() {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < signs.length(); ) {
      int sign = signs.codePointAt(i);
      boolean letter = Character.isLetterOrDigit(sign);
      if (letter && (!inWord || ends.get(i) || Character.isIdeographic(sign))) {
        words++;
      }
      inWord = letter;
      i += Character.charCount(sign);
    }
    return words;
  }

  /** Does a sign of ours part the words before and after it, as white space and brackets do? */
  static boolean parts(char sign) {
    return switch (Character.getType(sign)) {
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> isSpace(sign);
    };
  }

  private static boolean isSpace(char sign) {
    return sign <= ' ' || Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }

  private static boolean isWordSign(int sign) {
    int type = Character.getType(sign);
    boolean mark =
        type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK;
    return (Character.isLetterOrDigit(sign) || mark) && !EastAsian.isWide(sign);
  }
}
