package org.letterpress.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.sf.saxon.s9api.XdmNode;

/** The words of a letter, collected in one pass: its text, and each note for itself. */
final class Words {
  private final Flow text = new Flow();
  private final List<Flow> notes = new ArrayList<>();
  private final Deque<Flow> open = new ArrayDeque<>();

  /** Adds text to what is open: the letter, or the innermost note. */
  void append(String words, XdmNode node) {
    current().append(words.toCharArray(), 0, words.length(), node);
  }

  /** The same for a part of an array. */
  void append(char[] words, int start, int length) {
    current().append(words, start, length, null);
  }

  /** A word ends here. */
  void divide() {
    current().divide();
  }

  /** A word goes on here. */
  void join() {
    current().join();
  }

  /** Takes the last sign back. */
  void dropLast() {
    current().dropLast();
  }

  /** A note begins; what follows belongs to it until it ends. */
  void startNote() {
    Flow note = new Flow();
    notes.add(note);
    open.push(note);
  }

  /** The innermost note ends. */
  void endNote() {
    open.poll();
  }

  Flow text() {
    return text;
  }

  List<Flow> notes() {
    return notes;
  }

  /** How many words there are in the text and in all notes. */
  int count() {
    return text.wordCount() + notes.stream().mapToInt(Flow::wordCount).sum();
  }

  private Flow current() {
    return open.isEmpty() ? text : open.peek();
  }
}
