package org.letterpress.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.letterpress.build.Progress;

/**
 * One line on a terminal that says how far a step has come, how fast it goes, and how long it will
 * take. Safe to use from several threads.
 */
final class ProgressLine implements Progress {
  private static final long SECOND = 1_000_000_000L;

  /** Often enough to be read, seldom enough to cost nothing. */
  private static final long PAUSE = SECOND / 10;

  private final PrintWriter out;
  private final LongSupplier clock;
  private String step = "";
  private long begun;
  private long shown;
  private int width;

  /**
   * @param out a terminal
   * @param clock nanoseconds
   */
  ProgressLine(PrintWriter out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void at(String name, int done, int all) {
    long now = clock.getAsLong();
    if (!name.equals(step)) {
      step = name;
      begun = now;
      shown = now - PAUSE;
    }
    boolean last = done == all;
    if (now - shown < PAUSE && !last) {
      return;
    }
    shown = now;
    String line = line(done, all, now - begun);
    // What is left of a longer line is written over.
    out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = last ? 0 : line.length();
    if (last) {
      out.println();
      step = "";
    }
    out.flush();
  }

  private String line(int done, int all, long nanos) {
    String text = String.format(Locale.ROOT, "%-8s %d of %d", step, done, all);
    if (done == 0 || nanos < PAUSE) {
      return text;
    }
    double perSecond = (double) done * SECOND / nanos;
    text += String.format(Locale.ROOT, perSecond < 10 ? ", %.1f/s" : ", %.0f/s", perSecond);
    return done == all
        ? text + ", " + duration(nanos / SECOND)
        : text + ", " + duration(Math.round((all - done) / perSecond)) + " left";
  }

  /** {@code 7 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
