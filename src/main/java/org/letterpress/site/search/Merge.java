package org.letterpress.site.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The words of all segments in their order, each with where it occurs in the whole index. A thread
 * of its own merges the next words while those before are put to use.
 */
final class Merge implements Closeable {
  /** Bytes of occurrences after which the words that were merged are handed over. */
  private static final int ENOUGH = 1 << 18;

  private final PriorityQueue<Source> sources =
      new PriorityQueue<>(Comparator.comparing(Source::word).thenComparing(one -> one.base));

  private final ExecutorService other =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "letterpress-merge");
            thread.setDaemon(true);
            return thread;
          });

  private Future<List<Merged>> ahead;

  /** A word of the index. */
  record Merged(String word, Occurrences occurrences) {}

  /**
   * @param segments in the order of their pages; nobody else may read words of them meanwhile
   * @param values words that no segment has, by name; their pages count from the first of all
   */
  Merge(List<Segment> segments, Map<String, Occurrences> values) throws IOException {
    int base = 0;
    for (Segment segment : segments) {
      Segment.Words words = segment.words();
      add(new Source(words::next, base));
      base += segment.pages().size();
    }
    Iterator<Map.Entry<String, Occurrences>> sorted = values.entrySet().iterator();
    add(
        new Source(
            () -> {
              if (!sorted.hasNext()) {
                return null;
              }
              Map.Entry<String, Occurrences> next = sorted.next();
              return next.getValue().as(next.getKey());
            },
            0));
    ahead = other.submit(this::merge);
  }

  private void add(Source source) throws IOException {
    if (source.next()) {
      sources.add(source);
    }
  }

  /** The next words; none behind the last. */
  List<Merged> next() throws IOException {
    try {
      List<Merged> merged = ahead.get();
      ahead = other.submit(this::merge);
      return merged;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the index was interrupted", stopped);
    }
  }

  private List<Merged> merge() throws IOException {
    List<Merged> merged = new ArrayList<>();
    for (int size = 0; size < ENOUGH && !sources.isEmpty(); ) {
      String word = sources.peek().word();
      Occurrences occurrences = new Occurrences();
      while (!sources.isEmpty() && sources.peek().word().equals(word)) {
        Source source = sources.poll();
        occurrences.addAll(source.head, source.base);
        add(source);
      }
      merged.add(new Merged(word, occurrences));
      size += occurrences.raw().size();
    }
    return merged;
  }

  /** Gives words in their order, null behind the last. */
  @FunctionalInterface
  private interface Words {
    Segment.Word next() throws IOException;
  }

  /** Words that come one after the other, and where it is among them. */
  private static final class Source {
    private final Words words;
    private final int base;
    private Segment.Word head;

    /**
     * @param base number of the first page, from which its own numbers count
     */
    Source(Words words, int base) {
      this.words = words;
      this.base = base;
    }

    String word() {
      return head.word();
    }

    boolean next() throws IOException {
      head = words.next();
      return head != null;
    }
  }

  /** Ends the merging; the segments are free again. */
  @Override
  public void close() {
    other.shutdownNow();
    try {
      // Whoever closes the segments next must not find them in use.
      other.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
