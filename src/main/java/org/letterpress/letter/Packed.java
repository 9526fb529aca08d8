package org.letterpress.letter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers and texts, one after the other in a few bytes. */
final class Packed {
  /**
   * Names of elements and attributes that stand in most letters; their places are their numbers.
   */
  private static final List<String> KNOWN =
      List.of(
          "persName",
          "placeName",
          "orgName",
          "rs",
          "name",
          "ref",
          "ptr",
          "term",
          "title",
          "bibl",
          "geogName",
          "settlement",
          "country",
          "region",
          "district",
          "bloc",
          "eventName",
          "objectName",
          "gloss",
          "signed",
          "author",
          "editor",
          "pubPlace",
          "origPlace",
          "note",
          "seg",
          "date",
          "anchor",
          "pb",
          "lb",
          "graphic",
          "surface",
          "zone",
          "handShift",
          "hi",
          "add",
          "del",
          "subst",
          "app",
          "rdg",
          "lem",
          "correspDesc",
          "correspAction",
          "person",
          "place",
          "org",
          "div",
          "p",
          "change",
          "respStmt",
          "resp",
          "licence",
          "language",
          "catRef",
          "relation",
          "witness",
          "idno",
          "figure",
          "quote",
          "key",
          "target",
          "corresp",
          "facs",
          "hand",
          "wit",
          "source",
          "sameAs",
          "copyOf",
          "next",
          "prev",
          "ana",
          "rendition",
          "who",
          "scheme",
          "url",
          "spanTo",
          "from",
          "to",
          "calendar");

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    KNOWN.forEach(name -> NUMBERS.put(name, NUMBERS.size() + 1));
  }

  private Packed() {}

  /** Puts numbers and texts into bytes, which grow as needed. */
  static final class Writer {
    private byte[] bytes = new byte[64];
    private int size;

    /** A number from 0; small ones take one byte. */
    Writer number(int value) {
      int rest = value;
      while ((rest & ~0x7F) != 0) {
        one(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      return one(rest);
    }

    /** A number that may be below 0; those near to it take one byte. */
    Writer difference(int value) {
      return number(value << 1 ^ value >> 31);
    }

    /** The name of an element or attribute; one that is usual takes one byte. */
    Writer name(String name) {
      int known = NUMBERS.getOrDefault(name, 0);
      number(known);
      return known == 0 ? text(name) : this;
    }

    Writer text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, with their number before them. */
    Writer bytes(byte[] more) {
      return number(more.length).plain(more);
    }

    /** Bytes alone; whoever reads them has to know how many. */
    Writer plain(byte[] more) {
      reserve(more.length);
      System.arraycopy(more, 0, bytes, size, more.length);
      size += more.length;
      return this;
    }

    private Writer one(int value) {
      reserve(1);
      bytes[size++] = (byte) value;
      return this;
    }

    private void reserve(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
      }
    }

    /** How many bytes there are. */
    int size() {
      return size;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }

  /** Takes them out again, in the order in which they were put in. */
  static final class Reader {
    private final byte[] bytes;
    private int at;

    /**
     * @param at where to begin
     */
    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int number() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes[at++];
        value |= (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    int difference() {
      int value = number();
      return value >>> 1 ^ -(value & 1);
    }

    String name() {
      int known = number();
      return known == 0 ? text() : KNOWN.get(known - 1);
    }

    String text() {
      int length = number();
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    void skip(int count) {
      at += count;
    }

    /** How many bytes have been passed. */
    int at() {
      return at;
    }
  }
}
