package org.letterpress.audit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
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

  /** So many words may stand between differences that are one; parted words stand close. */
  private static final int MOST_BETWEEN = 3;

  private static final int MOST_PARTED = 60;

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
    List<AbstractDelta<Flow.Token>> deltas = DiffUtils.diff(left, right).getDeltas();
    for (int i = 0, last; i < deltas.size(); i = last + 1) {
      last = partedOtherwise(deltas, i, left, right);
      List<Flow.Token> from =
          between(deltas.get(i).getSource(), deltas.get(last).getSource(), left);
      List<Flow.Token> to = between(deltas.get(i).getTarget(), deltas.get(last).getTarget(), right);
      if (from.isEmpty() || to.isEmpty()) {
        run(source, from, missing);
        run(output, to, added);
      } else {
        stretch(source, from, output, to);
      }
    }
  }

  /**
   * The difference up to which the signs, from the given difference on, are the same: "involved in"
   * against "in volved in", where a word was taken for its neighbour. The given one when there is
   * none.
   */
  private static int partedOtherwise(
      List<AbstractDelta<Flow.Token>> deltas,
      int first,
      List<Flow.Token> left,
      List<Flow.Token> right) {
    for (int last = first + 1; last < deltas.size(); last++) {
      Chunk<Flow.Token> before = deltas.get(last - 1).getSource();
      Chunk<Flow.Token> here = deltas.get(last).getSource();
      if (here.getPosition() - before.getPosition() - before.size() > MOST_BETWEEN) {
        break;
      }
      List<Flow.Token> from = between(deltas.get(first).getSource(), here, left);
      List<Flow.Token> to =
          between(deltas.get(first).getTarget(), deltas.get(last).getTarget(), right);
      if (from.size() + to.size() > MOST_PARTED) {
        break;
      }
      if (signs(from).equals(signs(to))) {
        return last;
      }
    }
    return first;
  }

  private static List<Flow.Token> between(
      Chunk<Flow.Token> first, Chunk<Flow.Token> last, List<Flow.Token> tokens) {
    return tokens.subList(first.getPosition(), last.getPosition() + last.size());
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
