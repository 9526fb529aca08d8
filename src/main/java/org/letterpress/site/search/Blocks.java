package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A list in blocks, with a table of their first letters and sizes when there are several. A block
 * has the letters whose numbers differ in their last bits only: one letter more or less changes the
 * block in which it stands, and no other.
 */
final class Blocks {
  private final boolean several;
  private final int bits;
  private final Numbers table = new Numbers();
  private final List<byte[]> blocks = new ArrayList<>();
  private Numbers block = new Numbers();
  private int first = -1;
  private int firstBefore;
  private int before;

  /**
   * @param most letters of a block
   * @param letters all; may be empty when they are not more
   */
  Blocks(int most, int[] letters) {
    this.several = letters.length > most;
    this.bits = several ? bits(most, letters) : Integer.SIZE - 1;
  }

  /** The most bits with which no block has too many letters. */
  private static int bits(int most, int[] letters) {
    int bits = Integer.numberOfTrailingZeros(most);
    while (isEnough(bits + 1, most, letters)) {
      bits++;
    }
    return bits;
  }

  private static boolean isEnough(int bits, int most, int[] letters) {
    for (int i = most; i < letters.length; i++) {
      if (letters[i - most] >>> bits == letters[i] >>> bits) {
        return false;
      }
    }
    return true;
  }

  Numbers numbers() {
    return block;
  }

  /** The step from the letter before; in a block of several the first one counts from itself. */
  int next(int letter) {
    if (first < 0 || letter >>> bits != first >>> bits) {
      close();
      first = letter;
      before = several ? letter : 0;
    }
    int step = letter - before;
    before = letter;
    return step;
  }

  private void close() {
    if (block.size() > 0) {
      table.add(first - firstBefore).add(block.size());
      firstBefore = first;
      blocks.add(block.toBytes());
      block = new Numbers();
    }
  }

  BlockList whole() {
    if (!several) {
      return BlockList.of(block.toBytes());
    }
    close();
    return blocks.isEmpty() ? BlockList.of(new byte[0]) : BlockList.of(table, blocks);
  }
}
