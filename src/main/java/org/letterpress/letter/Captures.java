package org.letterpress.letter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Collects the words of elements that are waited for: names, titles, dates.
 *
 * <p>Notes inside them are left out, and so is what the reading text leaves out, unless the element
 * itself stands inside such a part.
 */
final class Captures {
  /** Words that are being collected. */
  static final class Capture {
    private final int depth;
    private final int hidden;
    private final Consumer<String> into;
    final Words words = new Words();

    private Capture(Frame frame, Consumer<String> into) {
      this.depth = frame.depth;
      this.hidden = frame.hidden;
      this.into = into;
    }

    /** How many elements around it keep their words out of titles and names. */
    int hidden() {
      return hidden;
    }

    private boolean hears(Frame frame) {
      return frame.hidden == hidden;
    }
  }

  private final Deque<Capture> open = new ArrayDeque<>();

  /** Waits for the words of an element that has just been opened. */
  Capture begin(Frame frame, Consumer<String> into) {
    Capture capture = new Capture(frame, into);
    open.push(capture);
    return capture;
  }

  /** True while the words of an element are still waited for. */
  boolean isOpen(Capture capture) {
    return open.contains(capture);
  }

  void append(Frame frame, char[] chars, int start, int length) {
    if (open.isEmpty()) {
      return;
    }
    for (Capture capture : open) {
      if (capture.hears(frame)) {
        capture.words.append(chars, start, length);
      }
    }
  }

  /** A line, page or block begins. */
  void divide(Frame frame, boolean insideAWord) {
    for (Capture capture : open) {
      if (capture.hears(frame)) {
        if (insideAWord) {
          capture.words.join();
        } else {
          capture.words.line();
        }
      }
    }
  }

  /** A part of a name begins. */
  void part(Frame frame) {
    if (open.isEmpty()) {
      return;
    }
    for (Capture capture : open) {
      if (capture.hears(frame)) {
        capture.words.part();
      }
    }
  }

  /** The element at this depth has ended. */
  void end(int depth) {
    while (!open.isEmpty() && open.peek().depth == depth) {
      Capture done = open.pop();
      done.into.accept(done.words.toString());
    }
  }
}
