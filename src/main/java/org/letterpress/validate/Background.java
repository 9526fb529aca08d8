package org.letterpress.validate;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is made on a thread of its own while others go on, or that was there before. Safe
 * to use from several threads.
 */
final class Background<T> {
  /** Grammars may nest as deep as documents; memory is taken only as far as the stack grows. */
  private static final long STACK_BYTES = 512L << 20;

  private final FutureTask<T> task;

  private Background(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Begins to make something.
   *
   * @param name what it is, for the name of the thread
   */
  static <T> Background<T> start(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "letterpress-" + name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return new Background<>(task);
  }

  /** Something that is made here and now. */
  static <T> Background<T> now(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    task.run();
    return new Background<>(task);
  }

  /** True when it need not be waited for. */
  boolean isDone() {
    return task.isDone();
  }

  /** What was made, when it is; whatever made that impossible is thrown here. */
  T get() {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the check was interrupted", stopped);
    }
  }
}
