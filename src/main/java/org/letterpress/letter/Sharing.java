package org.letterpress.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Knows what was said before, so that the same need not stand in memory twice. */
public interface Sharing {
  /**
   * For what is probably the same in many files.
   *
   * @return what is equal to this; null for null
   */
  <T> T everywhere(T value);

  /**
   * For what is probably the same in several places of one file.
   *
   * @return what is equal to this; null for null
   */
  <T> T here(T value);

  /** A list of what is made of each; a short one takes little memory. */
  static <A, B> List<B> list(List<A> all, Function<? super A, ? extends B> each) {
    return switch (all.size()) {
      case 0 -> List.of();
      case 1 -> List.of(each.apply(all.get(0)));
      case 2 -> List.of(each.apply(all.get(0)), each.apply(all.get(1)));
      default -> {
        List<B> made = new ArrayList<>(all.size());
        all.forEach(one -> made.add(each.apply(one)));
        yield List.copyOf(made);
      }
    };
  }
}
