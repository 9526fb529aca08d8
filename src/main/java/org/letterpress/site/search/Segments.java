package org.letterpress.site.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The segments of an edition's index, kept in a folder from build to build. The folder may be
 * deleted at any time; one that cannot be written to does no harm. Thread-safe.
 */
public final class Segments implements Closeable {
  /** About how many segments there are, if there are enough pages. */
  private static final int SEGMENTS = 128;

  /** Pages of a segment at the least, as an average. */
  private static final int FEW = 64;

  /** How much longer than the average a segment may be. */
  private static final int LONGEST = 4;

  private static final String EXTENSION = ".segment";

  /** What is known of the last index. */
  private static final String LAST = "last.index";

  private final Path folder;
  private final Set<String> used = new HashSet<>();
  private final List<Segment> open = new ArrayList<>();
  private Path temporary;
  private boolean forgotten;

  /**
   * @param folder where they are kept, or null when they are not
   */
  public Segments(Path folder) {
    this.folder = folder;
  }

  /**
   * Cuts pages into segments. Where it cuts depends on the address of the page before, so that a
   * page more or less changes the segment in which it stands, and no other.
   */
  public static <T> List<List<T>> cut(List<T> pages, Function<T, String> address) {
    int mean = Math.max(FEW, Integer.highestOneBit(Math.max(1, pages.size() / SEGMENTS)));
    List<List<T>> cut = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < pages.size(); i++) {
      boolean ends = (hash(address.apply(pages.get(i))) & mean - 1) == 0;
      if (ends || i + 1 - from == mean * LONGEST || i + 1 == pages.size()) {
        cut.add(pages.subList(from, i + 1));
        from = i + 1;
      }
    }
    return cut;
  }

  /** A number that a text always gives. */
  static long hash(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /**
   * The segment of some pages; those that changed are read.
   *
   * @param address of the last page, after which the segment is called
   * @param fingerprints of what the pages were made of, in their order
   * @param reader gives the words of a page of this number, counted from 0
   * @throws IOException when it cannot be kept anywhere
   */
  public Segment of(String address, List<String> fingerprints, IntFunction<LetterWords> reader)
      throws IOException {
    String name = Shards.key(List.of(address)) + EXTENSION;
    Segment before = before(name);
    if (before != null && before.isOf(fingerprints)) {
      return opened(name, before);
    }
    Segment made;
    try {
      made = write(name, fingerprints, reader, before);
    } catch (IOException | RuntimeException failed) {
      if (before != null) {
        before.close();
      }
      throw failed;
    }
    made.setBefore(before);
    return opened(name, made);
  }

  /** What is known of the index that was made last of segments that are kept here; may be null. */
  LastIndex lastIndex() {
    try {
      return folder == null || isForgotten() ? null : LastIndex.read(folder.resolve(LAST));
    } catch (IOException unknown) {
      return null;
    }
  }

  /** Keeps what is known of an index. */
  synchronized void keep(LastIndex index) {
    if (folder != null) {
      try {
        index.write(folder.resolve(LAST));
        used.add(LAST);
      } catch (IOException notKept) {
        // The next index is made of all words.
      }
    }
  }

  private Segment before(String name) {
    try {
      return folder == null || isForgotten() ? null : Segment.open(folder.resolve(name));
    } catch (IOException none) {
      return null;
    }
  }

  private synchronized boolean isForgotten() {
    return forgotten;
  }

  private Segment write(
      String name, List<String> fingerprints, IntFunction<LetterWords> reader, Segment before)
      throws IOException {
    if (folder != null) {
      try {
        return Segment.write(folder.resolve(name), fingerprints, reader, before);
      } catch (DamagedSegmentException damaged) {
        return write(name, fingerprints, reader, null);
      } catch (IOException notKept) {
        // It is made once more below, for this build only.
      }
    }
    return Segment.write(temporary().resolve(name), fingerprints, reader, before);
  }

  private synchronized Path temporary() throws IOException {
    if (temporary == null) {
      temporary = Files.createTempDirectory("letterpress");
    }
    return temporary;
  }

  private synchronized Segment opened(String name, Segment segment) {
    used.add(name);
    open.add(segment);
    return segment;
  }

  /** Deletes what an earlier build kept and this one did not need. */
  public synchronized void sweep() {
    if (folder != null) {
      delete(folder, path -> !used.contains(path.getFileName().toString()));
    }
  }

  /** Deletes everything that is kept; what is asked for next is made of pages that are read. */
  public synchronized void forget() {
    forgotten = true;
    if (folder != null) {
      delete(folder, path -> true);
    }
  }

  private static void delete(Path folder, Predicate<Path> which) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(which).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // A file too many in a folder of caches.
    }
  }

  @Override
  public synchronized void close() {
    for (Segment segment : open) {
      segment.close();
    }
    if (temporary != null) {
      delete(temporary, path -> true);
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException left) {
        // The system empties its folder of temporary files.
      }
    }
  }
}
