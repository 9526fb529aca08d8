package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A letter in a list of a word.
 *
 * @param odd in the list of letters: that pieces are told; never in the list of places
 * @param bytes where stands what the list says of the letter
 * @param from where that begins
 * @param to where it ends
 */
record Posting(int letter, boolean odd, byte[] bytes, int from, int to) {

  /** Which of the two lists of a word it is. */
  enum Kind {
    LIST(Occurrences.BLOCK),
    PLACES(Occurrences.PLACES_BLOCK);

    private final int most;

    Kind(int most) {
      this.most = most;
    }
  }

  /**
   * Reads a block.
   *
   * @param first the letter from which its letters are counted
   */
  static List<Posting> read(Kind kind, byte[] bytes, int from, int to, int first) {
    List<Posting> all = new ArrayList<>();
    Numbers.Reader reader = Numbers.of(bytes).reader();
    reader.skip(from);
    int letter = first;
    while (reader.at() < to) {
      int step = reader.next();
      boolean odd = kind == Kind.LIST && step % 2 == 1;
      letter += kind == Kind.LIST ? step >> 1 : step;
      int begins = reader.at();
      reader.skip(kind == Kind.LIST ? 1 : 0);
      if (odd || kind == Kind.PLACES) {
        for (int left = reader.next(); left > 0; left--) {
          reader.next();
        }
      }
      all.add(new Posting(letter, odd, bytes, begins, reader.at()));
    }
    return all;
  }

  private void write(Kind kind, int step, Numbers out) {
    out.add(kind == Kind.LIST ? step * 2L + (odd ? 1 : 0) : step).addBytes(bytes, from, to);
  }

  /** Writes a block whose letters are counted from its first one. */
  static byte[] block(Kind kind, List<Posting> all) {
    Numbers block = new Numbers();
    int before = all.get(0).letter;
    for (Posting one : all) {
      one.write(kind, one.letter - before, block);
      before = one.letter;
    }
    return block.toBytes();
  }

  /** Writes a list. */
  static BlockList list(Kind kind, List<Posting> all) {
    int[] letters = all.stream().mapToInt(Posting::letter).toArray();
    Blocks blocks = new Blocks(kind.most, letters);
    for (Posting one : all) {
      // A step may open a new block.
      int step = blocks.next(one.letter);
      one.write(kind, step, blocks.numbers());
    }
    return blocks.whole();
  }

  /** Some letters of a list with what is now said of some of them. */
  static List<Posting> replaced(List<Posting> all, Set<Integer> gone, List<Posting> now) {
    List<Posting> replaced = new ArrayList<>(now);
    for (Posting one : all) {
      if (!gone.contains(one.letter)) {
        replaced.add(one);
      }
    }
    replaced.sort(Comparator.comparingInt(Posting::letter));
    return replaced;
  }
}
