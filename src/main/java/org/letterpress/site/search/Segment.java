package org.letterpress.site.search;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.letterpress.source.WholeFile;

/**
 * The words and the texts of some pages that stand one behind the other, in a file. An index is
 * made of segments; as long as the pages of one stay the same, its file does, and where some change
 * the words of the others are taken from it.
 *
 * <p>The file stays open until the segment is closed, so that another process may replace it. Not
 * safe for use by several threads.
 */
public final class Segment implements Closeable {
  /** Stands at the end of each file; changes when the form of the file does. */
  static final long FORM = 0x6c70736567303031L;

  /** Where words begin, where pages begin, the sum of both, and the form. */
  private static final int FOOTER = 4 * Long.BYTES;

  private static final int BUFFER = 1 << 15;

  /**
   * A page of the segment.
   *
   * @param fingerprint of what it was made of
   * @param length how many words it has
   * @param text digest of its text
   * @param pieces in how many pieces that is cut
   * @param at where in the file it begins
   */
  record Page(String fingerprint, int length, String text, int pieces, long at) {
    /** The same page whose text begins elsewhere. */
    Page at(long elsewhere) {
      return new Page(fingerprint, length, text, pieces, elsewhere);
    }
  }

  /**
   * A word and where it occurs.
   *
   * @param pages in how many pages of the segment it does
   * @param last the last of these, counted from 0
   * @param raw where, as {@link Occurrences} writes it
   */
  record Word(String word, int pages, int last, byte[] raw) {}

  private final FileChannel channel;
  private final List<Page> pages;
  private final long wordsAt;
  private Segment before;

  private Segment(FileChannel channel, List<Page> pages, long wordsAt) {
    this.channel = channel;
    this.pages = pages;
    this.wordsAt = wordsAt;
  }

  /**
   * Opens a segment.
   *
   * @throws IOException when there is none in this file, or only part of one
   */
  public static Segment open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      long footer = channel.size() - FOOTER;
      if (footer < 0) {
        throw new DamagedSegmentException(file + " is too short for a segment");
      }
      DataInputStream end = input(channel, footer);
      long wordsAt = end.readLong();
      long pagesAt = end.readLong();
      long sum = end.readLong();
      boolean known = end.readLong() == FORM && wordsAt >= 0 && wordsAt <= pagesAt;
      if (!known || pagesAt > footer || sum(channel, wordsAt, footer) != sum) {
        throw new DamagedSegmentException(file + " is no segment");
      }
      return new Segment(channel, pages(input(channel, pagesAt)), wordsAt);
    } catch (IOException damaged) {
      channel.close();
      throw damaged;
    }
  }

  /**
   * Writes a segment and opens it. What stood in the file before is replaced as a whole.
   *
   * @param fingerprints of its pages, in their order
   * @param reader gives the words of a page of this number, counted from 0
   * @param before a segment from which pages of the same fingerprint are taken over, or null
   * @throws IOException when the file cannot be written
   */
  public static Segment write(
      Path file, List<String> fingerprints, IntFunction<LetterWords> reader, Segment before)
      throws IOException {
    WholeFile.write(file, stream -> new SegmentWriter(fingerprints, reader, before).write(stream));
    return open(file);
  }

  private static long sum(FileChannel channel, long from, long to) throws IOException {
    CRC32C sum = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (long at = from; at < to; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(BUFFER, to - at));
      if (channel.read(buffer, at) != buffer.limit()) {
        return -1;
      }
      sum.update(buffer.flip());
    }
    return sum.getValue();
  }

  private static List<Page> pages(DataInputStream in) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pages.add(new Page(in.readUTF(), in.readInt(), in.readUTF(), in.readInt(), in.readLong()));
    }
    return pages;
  }

  private static DataInputStream input(FileChannel channel, long at) {
    return new DataInputStream(
        new BufferedInputStream(Channels.newInputStream(new Positioned(channel, at)), BUFFER));
  }

  /** True when its pages are these. */
  public boolean isOf(List<String> fingerprints) {
    if (pages.size() != fingerprints.size()) {
      return false;
    }
    for (int i = 0; i < pages.size(); i++) {
      if (!pages.get(i).fingerprint().equals(fingerprints.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Tells of what its pages were made, all of them. */
  String identity() {
    return Shards.key(pages.stream().map(Page::fingerprint).toList());
  }

  /** The segment that stood in its place, if this one was made after it; else null. */
  Segment before() {
    return before;
  }

  void setBefore(Segment replaced) {
    before = replaced;
  }

  /** Its pages, in their order. */
  List<Page> pages() {
    return pages;
  }

  /**
   * The text of a page in pieces, as the files of the index hold it.
   *
   * @throws DamagedSegmentException when they are not what was written
   */
  List<String> pieces(int page) throws IOException {
    DataInputStream in = input(channel, pages.get(page).at());
    List<String> pieces = new ArrayList<>();
    for (int left = pages.get(page).pieces(); left > 0; left--) {
      pieces.add(new String(bytes(in, in.readInt()), StandardCharsets.UTF_8));
    }
    if (!Shards.key(pieces).equals(pages.get(page).text())) {
      throw new DamagedSegmentException("a text in a segment of the search index is another one");
    }
    return pieces;
  }

  /** Its words, in their order. */
  Words words() throws IOException {
    return new Words(input(channel, wordsAt));
  }

  private static byte[] bytes(InputStream in, int size) throws IOException {
    byte[] bytes = in.readNBytes(Math.max(0, size));
    if (bytes.length != size) {
      throw new DamagedSegmentException("a segment of the search index breaks off");
    }
    return bytes;
  }

  /** Gives the words one after the other. */
  static final class Words {
    private final DataInputStream in;
    private int left;

    private Words(DataInputStream in) throws IOException {
      this.in = in;
      this.left = in.readInt();
    }

    /** The next word, or null behind the last. */
    Word next() throws IOException {
      if (left == 0) {
        return null;
      }
      left--;
      String word = new String(bytes(in, in.readInt()), StandardCharsets.UTF_8);
      return new Word(word, in.readInt(), in.readInt(), bytes(in, in.readInt()));
    }
  }

  @Override
  public void close() {
    if (before != null) {
      before.close();
    }
    try {
      channel.close();
    } catch (IOException left) {
      // It was only read.
    }
  }
}
