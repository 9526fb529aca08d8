package org.letterpress.letter;

import java.util.Arrays;

/** Where one entry occurs, in the order of the letters: much is kept of it, so it is numbers. */
final class Occurrences {
  /** It occurs as sender of a letter. */
  static final int SENDER = -1;

  /** It occurs as addressee of a letter. */
  static final int ADDRESSEE = -2;

  /** The numbers of letters, and behind each the place among its mentions or one of the above. */
  private int[] pairs = new int[4];

  private int size;
  private int letters;

  /**
   * Adds an occurrence behind all others.
   *
   * @param letter the number of the letter
   * @param what the place among the letter's mentions, or {@link #SENDER} or {@link #ADDRESSEE}
   */
  void add(int letter, int what) {
    if (size * 2 == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 4 + 4);
    }
    letters += size > 0 && letter(size - 1) == letter ? 0 : 1;
    pairs[2 * size] = letter;
    pairs[2 * size + 1] = what;
    size++;
  }

  /** Gives back what was taken for more. */
  void trim() {
    pairs = Arrays.copyOf(pairs, size * 2);
  }

  int size() {
    return size;
  }

  /** In how many letters. */
  int letters() {
    return letters;
  }

  /** The number of the letter of an occurrence. */
  int letter(int index) {
    return pairs[2 * index];
  }

  /** What of the letter it is. */
  int what(int index) {
    return pairs[2 * index + 1];
  }

  /** How often it occurs as what. */
  EditionIndex.Counts counts() {
    int senders = 0;
    int addressees = 0;
    int writtenIn = 0;
    int mentioningLetters = 0;
    int written = 0;
    int mentioning = 0;
    for (int i = 0; i < size; i++) {
      int letter = letter(i);
      switch (what(i)) {
        case SENDER -> {
          senders++;
          writtenIn += letter == written ? 0 : 1;
          written = letter;
        }
        case ADDRESSEE -> addressees++;
        default -> {
          mentioningLetters += letter == mentioning ? 0 : 1;
          mentioning = letter;
        }
      }
    }
    return new EditionIndex.Counts(
        senders, addressees, size - senders - addressees, writtenIn, mentioningLetters);
  }
}
