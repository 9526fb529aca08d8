package org.letterpress.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Where the time of a build went: by step, and by letter. Thread-safe. */
public final class Profile {
  private final List<Spent> steps = new ArrayList<>();
  private final List<Spent> letters = new ArrayList<>();
  private Book book;
  private String running = "";
  private long begun;

  /**
   * Time that something took.
   *
   * @param what name of the step, or the letter's page and file
   * @param nanos how long it took
   */
  public record Spent(String what, long nanos) {}

  /**
   * The book that was printed.
   *
   * @param pages how many it has
   * @param layouts how often it was laid out until nothing moved
   */
  public record Book(int pages, int layouts) {}

  /** Begins a step; the one before ends. */
  synchronized void step(String name) {
    end();
    running = name;
    begun = System.nanoTime();
  }

  /** Ends the last step. */
  synchronized void end() {
    if (!running.isEmpty()) {
      steps.add(new Spent(running, System.nanoTime() - begun));
    }
    running = "";
  }

  /** Notes how long all outputs of a letter took. */
  synchronized void letter(String what, long nanos) {
    letters.add(new Spent(what, nanos));
  }

  /** Notes that the book was printed. */
  synchronized void book(int pages, int layouts) {
    book = new Book(pages, layouts);
  }

  /** The book, or null when none was printed. */
  public synchronized Book book() {
    return book;
  }

  /** The steps in their order, each as the clock on the wall saw it. */
  public synchronized List<Spent> steps() {
    return List.copyOf(steps);
  }

  /** How many letters were rendered. */
  public synchronized int letters() {
    return letters.size();
  }

  /** The letters that took longest, slowest first. */
  public synchronized List<Spent> slowest(int most) {
    List<Spent> sorted = new ArrayList<>(letters);
    sorted.sort(Collections.reverseOrder(Comparator.comparingLong(Spent::nanos)));
    return List.copyOf(sorted.subList(0, Math.min(most, sorted.size())));
  }
}
