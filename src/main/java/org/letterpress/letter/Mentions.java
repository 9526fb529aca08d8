package org.letterpress.letter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The mentions of one letter, in the order of their elements.
 *
 * <p>An edition has so many that they take most of the memory of its facts. So they are kept as
 * bytes, in which the words around neighbours stand once, and a mention takes its words from there
 * when it is asked for them. Immutable.
 */
public final class Mentions implements Iterable<Mention> {
  /** No mentions. */
  public static final Mentions NONE = new Mentions(new byte[] {0, 0});

  /** Stands where words were cut off. */
  private static final String CUT = "…";

  private static final int IN_NOTE = 1;
  private static final int CUT_BEFORE = 2;
  private static final int CUT_AFTER = 4;

  /** How many mentions; the words; then for each mention what {@link Packer#add} says. */
  private final byte[] bytes;

  private final int size;
  private final int words;
  private final int first;

  private Mentions(byte[] bytes) {
    this.bytes = bytes;
    Packed.Reader in = new Packed.Reader(bytes, 0);
    this.size = in.number();
    int length = in.number();
    this.words = in.at();
    this.first = words + length;
  }

  /**
   * Mentions as {@link #bytes} gave them.
   *
   * @throws IndexOutOfBoundsException for bytes that are no mentions, now or later
   */
  public static Mentions of(byte[] bytes) {
    return new Mentions(bytes);
  }

  /** All that there is to keep; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** All of them, in their order. */
  public Stream<Mention> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The mention at a place, counted from 0. */
  public Mention get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    Cursor cursor = new Cursor();
    for (int i = 0; i < index; i++) {
      cursor.skip();
    }
    return cursor.next();
  }

  @Override
  public Iterator<Mention> iterator() {
    return new Cursor();
  }

  /** Goes from one mention to the next. */
  private final class Cursor implements Iterator<Mention> {
    private final Packed.Reader in = new Packed.Reader(bytes, first);
    private int passed;
    private int ordinal;
    private int start;
    private int flags;
    private String element;
    private int version;
    private int textsAt;

    @Override
    public boolean hasNext() {
      return passed < size;
    }

    @Override
    public Mention next() {
      if (passed == size) {
        throw new NoSuchElementException();
      }
      skip();
      return new Mention(
          Mentions.this, ordinal, element, (flags & IN_NOTE) != 0, version, start, textsAt);
    }

    private void skip() {
      passed++;
      ordinal += in.difference();
      element = in.name();
      version = in.number();
      start += in.difference();
      textsAt = in.at();
      flags = in.number();
      in.number();
      in.number();
      in.number();
    }
  }

  /** Which of its words is asked for. */
  enum Text {
    BEFORE,
    HIT,
    AFTER
  }

  /**
   * Words of a mention.
   *
   * @param start where its words begin among all
   * @param at where it is said how many they are
   */
  String text(Text which, int start, int at) {
    Packed.Reader in = new Packed.Reader(bytes, at);
    int flags = in.number();
    int before = in.number();
    int hit = in.number();
    return switch (which) {
      case BEFORE -> ((flags & CUT_BEFORE) != 0 ? CUT : "") + text(start, before);
      case HIT -> text(start + before, hit);
      case AFTER -> text(start + before + hit, in.number()) + ((flags & CUT_AFTER) != 0 ? CUT : "");
    };
  }

  private String text(int start, int length) {
    return new String(bytes, words + start, length, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    // The same mentions always give the same bytes.
    return other instanceof Mentions mentions && Arrays.equals(bytes, mentions.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Puts mentions together, one after the other. */
  static final class Packer {
    private final Packed.Writer out = new Packed.Writer();
    private final Overlapping words = new Overlapping();
    private int size;
    private int last;
    private int lastStart;

    /** Adds a mention; {@link Mention} says what each means. */
    Packer add(
        int ordinal,
        String element,
        boolean inNote,
        int version,
        String before,
        String hit,
        String after) {
      boolean cutBefore = before.startsWith(CUT);
      boolean cutAfter = after.endsWith(CUT);
      byte[] beforeHit = utf8(cutBefore ? before.substring(CUT.length()) : before);
      byte[] own = utf8(hit);
      byte[] afterHit = utf8(cutAfter ? after.substring(0, after.length() - CUT.length()) : after);
      int start = words.place(List.of(beforeHit, own, afterHit));
      int flags =
          (inNote ? IN_NOTE : 0) | (cutBefore ? CUT_BEFORE : 0) | (cutAfter ? CUT_AFTER : 0);
      out.difference(ordinal - last).name(element).number(version).difference(start - lastStart);
      out.number(flags).number(beforeHit.length).number(own.length).number(afterHit.length);
      last = ordinal;
      lastStart = start;
      size++;
      return this;
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    Mentions mentions() {
      return size == 0
          ? NONE
          : new Mentions(
              new Packed.Writer().number(size).bytes(words.bytes()).plain(out.bytes()).bytes());
    }
  }
}
