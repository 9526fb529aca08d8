package org.letterpress.site.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A growing row of bytes into which numbers are written, small ones in a single byte. */
final class Numbers {
  private byte[] bytes;
  private int size;

  Numbers() {
    this(16);
  }

  Numbers(int expected) {
    bytes = new byte[expected];
  }

  /** Numbers that were written before. */
  static Numbers of(byte[] bytes) {
    Numbers numbers = new Numbers(0);
    numbers.bytes = bytes;
    numbers.size = bytes.length;
    return numbers;
  }

  /** Writes a number that is not negative: seven bits a byte, the lowest first. */
  Numbers add(long number) {
    long rest = number;
    while (rest >= 0x80) {
      addByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    addByte((int) rest);
    return this;
  }

  /** How many bytes a number takes. */
  static int size(int number) {
    return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(number) + 6) / 7);
  }

  /** Writes a number in four bytes, the highest first. */
  Numbers addInt(int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      addByte(number >>> shift);
    }
    return this;
  }

  void addByte(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size + (size >> 1) + 8);
    }
    bytes[size++] = (byte) value;
  }

  void addAll(Numbers others) {
    addBytes(others.bytes, 0, others.size);
  }

  /** Writes a part of others. */
  Numbers addBytes(Numbers others, int from, int to) {
    return addBytes(others.bytes, from, to);
  }

  /** Writes numbers that were written elsewhere. */
  Numbers addBytes(byte[] others, int from, int to) {
    int added = to - from;
    if (size + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + added, size + (size >> 1)));
    }
    System.arraycopy(others, from, bytes, size, added);
    size += added;
    return this;
  }

  int size() {
    return size;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Some of the bytes. */
  byte[] part(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Reads what was written, from the beginning. */
  Reader reader() {
    return new Reader();
  }

  /** Gives the numbers back in their order. */
  final class Reader {
    private int at;

    /** The place of the next number among the bytes. */
    int at() {
      return at;
    }

    void skip(int some) {
      at += some;
    }

    boolean hasNext() {
      return at < size;
    }

    int next() {
      int value = 0;
      int shift = 0;
      int part;
      do {
        part = bytes[at++];
        value |= (part & 0x7F) << shift;
        shift += 7;
      } while (part < 0);
      return value;
    }
  }
}
