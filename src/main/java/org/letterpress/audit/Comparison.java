package org.letterpress.audit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
      if (from.isEmpty() || to.isEmpty()) {
        run(source, from, missing);
        run(output, to, added);
      } else {
        stretch(source, from, output, to);
      }
    }
  }

  /**
   * Compares a short stretch sign by sign, because the two may part the same signs into words in
   * different ways. A word counts as missing when one of its signs is.
   */
  private void stretch(Flow source, List<Flow.Token> from, Flow output, List<Flow.Token> to) {
    List<Character> one = signs(from);
    List<Character> other = signs(to);
    if (one.equals(other)) {
      if (to.size() < from.size()) {
        glued.add(new Difference.Place(source, from.get(1).start()));
      }
      return;
    }
    BitSet deleted = new BitSet();
    BitSet inserted = new BitSet();
    if (one.size() + other.size() > MOST_ORDERED) {
      deleted.set(0, one.size());
      inserted.set(0, other.size());
    } else {
      for (AbstractDelta<Character> delta : DiffUtils.diff(one, other).getDeltas()) {
        set(deleted, delta.getSource());
        set(inserted, delta.getTarget());
      }
    }
    touched(source, from, deleted, missing);
    touched(output, to, inserted, added);
  }

  private static void set(BitSet signs, Chunk<Character> chunk) {
    signs.set(chunk.getPosition(), chunk.getPosition() + chunk.size());
  }

  private static List<Character> signs(List<Flow.Token> tokens) {
    List<Character> signs = new ArrayList<>();
    tokens.forEach(token -> token.text().chars().forEach(sign -> signs.add((char) sign)));
    return signs;
  }

  /** The words of which some sign is among these, in runs. */
  private static void touched(Flow flow, List<Flow.Token> tokens, BitSet signs, List<Run> into) {
    List<Flow.Token> run = new ArrayList<>();
    int at = 0;
    for (Flow.Token token : tokens) {
      int end = at + token.text().length();
      int first = signs.nextSetBit(at);
      if (first >= 0 && first < end) {
        run.add(token);
      } else if (!run.isEmpty()) {
        into.add(new Run(flow, List.copyOf(run)));
        run.clear();
      }
      at = end;
    }
    run(flow, List.copyOf(run), into);
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

  /** What is missing in one place and added in another has moved; the rest is the difference. */
  private void settle() {
    Map<String, Integer> elsewhere = count(added);
    Map<String, Integer> wanted = count(missing);
    missing.forEach(run -> leftOf(run, elsewhere).forEach(lost::add));
    added.forEach(
        run ->
            leftOf(run, wanted).forEach(left -> surplus.add(new Difference.Surplus(left.words()))));
    // "involved in" against "in[volved] in": the same signs, which the two part in different ways
    // so
    // that a word was taken for its neighbour.
    int[] missed = signs(lost.stream().map(Difference.Lost::words));
    int[] extra = signs(surplus.stream().map(Difference.Surplus::words));
    if (Arrays.equals(missed, extra)) {
      lost.clear();
      surplus.clear();
    }
  }

  /** All signs of these words, in the order of their numbers. */
  private static int[] signs(Stream<List<String>> runs) {
    return runs.flatMap(List::stream).flatMapToInt(String::chars).sorted().toArray();
  }

  /** The stretches of a run whose words are not to be had elsewhere; takes away those that are. */
  private static List<Difference.Lost> leftOf(Run run, Map<String, Integer> elsewhere) {
    List<Difference.Lost> left = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int start = 0;
    for (Flow.Token token : run.tokens()) {
      if (take(elsewhere, token.text())) {
        end(run.flow(), start, words, left);
      } else {
        start = words.isEmpty() ? token.start() : start;
        words.add(token.text());
      }
    }
    end(run.flow(), start, words, left);
    return left;
  }

  private static void end(Flow flow, int start, List<String> words, List<Difference.Lost> left) {
    if (!words.isEmpty()) {
      left.add(new Difference.Lost(new Difference.Place(flow, start), List.copyOf(words)));
      words.clear();
    }
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
