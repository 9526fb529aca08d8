package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Runs the same work on many things in parallel and gives the results back in their order. */
final class Jobs implements AutoCloseable {
  /** Deep nesting means deep recursion; memory is taken only as far as the stack really grows. */
  private static final long STACK_BYTES = 512L << 20;

  private static final long ENDING_SECONDS = 10;

  private final ExecutorService pool;

  Jobs(int threads) {
    AtomicInteger number = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              String name = "letterpress-" + number.incrementAndGet();
              Thread thread = new Thread(null, work, name, STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The results in the order of the things; the first failure of any of them is thrown. */
  <T, R> List<R> map(List<T> things, Function<T, R> work) {
    List<Future<R>> futures = new ArrayList<>();
    for (T thing : things) {
      futures.add(pool.submit(() -> work.apply(thing)));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      results.add(result(future));
    }
    return results;
  }

  /** Begins some work; {@link #result} waits for it. */
  <R> Future<R> begin(Callable<R> work) {
    return pool.submit(work);
  }

  /** What work gave, once it is over; what made it fail is thrown. */
  static <R> R result(Future<R> work) {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failed.getCause() instanceof IOException problem) {
        throw new UncheckedIOException(problem);
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the build was interrupted", stopped);
    }
  }

  /** Does one thing on a thread of its own, whose stack is as deep as any letter needs. */
  void run(Runnable work) {
    map(
        List.of(work),
        one -> {
          one.run();
          return null;
        });
  }

  /** Ends what is still at work, and waits a while for it: it may be writing a file. */
  @Override
  public void close() {
    pool.shutdownNow();
    try {
      pool.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
