package org.letterpress.audit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the words of a source with those of an output.
 *
 * <p>Equal texts are the rule and cost one comparison of strings. Where they differ, their words
 * are compared in order; words that only moved, because an output sets a caption below its picture
 * or a note at the end, are no difference.
 */
final class Comparison {
  /** Longer stretches are not compared in order, which would take too long, but counted. */
  private static final int MOST_ORDERED = 8_000;

  private final List<Difference.Lost> lost = new ArrayList<>();
  private final List<Difference.Surplus> surplus = new ArrayList<>();
  private final List<Difference.Place> glued = new ArrayList<>();
  private final List<Run> missing = new ArrayList<>();
  private final List<Run> added = new ArrayList<>();

  private Comparison() {}

  /** Words that follow one another in one of the two. */
  private record Run(Flow flow, List<Flow.Token> tokens) {}

  static Difference of(Words source, Words output) {
    Comparison comparison = new Comparison();
    comparison.compare(source, output);
    comparison.settle();
    return new Difference(comparison.lost, comparison.surplus, comparison.glued);
  }

  private void compare(Words source, Words output) {
    flow(source.text(), output.text());
    // Notes stand in the source where the editor put them, in the output where they are called.
    Map<String, List<Flow>> shown = new HashMap<>();
    for (Flow note : output.notes()) {
      shown.computeIfAbsent(note.signs(), signs -> new ArrayList<>()).add(note);
    }
    List<Flow> unmatched = new ArrayList<>();
    for (Flow note : source.notes()) {
      List<Flow> same = shown.getOrDefault(note.signs(), List.of());
      if (same.isEmpty()) {
        unmatched.add(note);
      } else {
        ends(note, same.remove(0));
      }
    }
    List<Flow> rest = output.notes().stream().filter(note -> contains(shown, note)).toList();
    int pairs = Math.min(unmatched.size(), rest.size());
    for (int i = 0; i < pairs; i++) {
      flow(unmatched.get(i), rest.get(i));
    }
    unmatched.subList(pairs, unmatched.size()).forEach(note -> whole(note, missing));
    rest.subList(pairs, rest.size()).forEach(note -> whole(note, added));
  }

  private static boolean contains(Map<String, List<Flow>> notes, Flow note) {
    return notes.get(note.signs()).stream().anyMatch(other -> other == note);
  }

  private static void whole(Flow flow, List<Run> into) {
    if (!flow.isEmpty()) {
      into.add(new Run(flow, flow.tokens()));
    }
  }

  private void flow(Flow source, Flow output) {
    if (source.hasSameSignsAs(output)) {
      ends(source, output);
      return;
    }
    List<Flow.Token> one = source.tokens();
    List<Flow.Token> other = output.tokens();
    int head = 0;
    int most = Math.min(one.size(), other.size());
    while (head < most && one.get(head).equals(other.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
      tail++;
    }
    List<Flow.Token> left = one.subList(head, one.size() - tail);
    List<Flow.Token> right = other.subList(head, other.size() - tail);
    if (left.size() + right.size() > MOST_ORDERED) {
      run(source, left, missing);
      run(output, right, added);
      return;
    }
    for (AbstractDelta<Flow.Token> delta : DiffUtils.diff(left, right).getDeltas()) {
      List<Flow.Token> from = delta.getSource().getLines();
      List<Flow.Token> to = delta.getTarget().getLines();
      if (!from.isEmpty() && joined(from).equals(joined(to))) {
        if (to.size() < from.size()) {
          glued.add(new Difference.Place(source, from.get(1).start()));
        }
      } else {
        run(source, from, missing);
        run(output, to, added);
      }
    }
  }

  private static void run(Flow flow, List<Flow.Token> tokens, List<Run> into) {
    if (!tokens.isEmpty()) {
      into.add(new Run(flow, tokens));
    }
  }

  private void ends(Flow source, Flow output) {
    for (int sign : source.endsMissingIn(output)) {
      glued.add(new Difference.Place(source, sign));
    }
  }

  private static String joined(List<Flow.Token> tokens) {
    StringBuilder all = new StringBuilder();
    tokens.forEach(token -> all.append(token.text()));
    return all.toString();
  }

  /** What is missing in one place and added in another has moved; the rest is the difference. */
  private void settle() {
    Map<String, Integer> elsewhere = count(added);
    Map<String, Integer> wanted = count(missing);
    for (Run run : missing) {
      List<String> words = new ArrayList<>();
      int start = 0;
      for (Flow.Token token : run.tokens()) {
        if (take(elsewhere, token.text())) {
          start = end(run.flow(), start, words);
        } else {
          start = words.isEmpty() ? token.start() : start;
          words.add(token.text());
        }
      }
      end(run.flow(), start, words);
    }
    for (Run run : added) {
      List<String> words = new ArrayList<>();
      for (Flow.Token token : run.tokens()) {
        if (!take(wanted, token.text())) {
          words.add(token.text());
        }
      }
      if (!words.isEmpty()) {
        surplus.add(new Difference.Surplus(words));
      }
    }
  }

  private int end(Flow flow, int start, List<String> words) {
    if (!words.isEmpty()) {
      lost.add(new Difference.Lost(new Difference.Place(flow, start), List.copyOf(words)));
      words.clear();
    }
    return start;
  }

  private static Map<String, Integer> count(List<Run> runs) {
    Map<String, Integer> counts = new HashMap<>();
    runs.forEach(run -> run.tokens().forEach(token -> counts.merge(token.text(), 1, Integer::sum)));
    return counts;
  }

  private static boolean take(Map<String, Integer> counts, String word) {
    Integer left = counts.get(word);
    if (left == null || left == 0) {
      return false;
    }
    counts.put(word, left - 1);
    return true;
  }
}
