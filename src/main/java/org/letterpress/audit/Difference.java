package org.letterpress.audit;

import java.util.List;

/**
 * How the words of an output differ from those of its source.
 *
 * @param lost runs of words that the output lacks
 * @param surplus words that stand in the output more often than in the source
 * @param glued places of the source where a word ends and in the output goes on
 */
record Difference(List<Lost> lost, List<Surplus> surplus, List<Place> glued) {

  /** A place in the source: a sign of a flow. */
  record Place(Flow flow, int sign) {}

  /** Words that follow one another in the source and are missing in the output. */
  record Lost(Place place, List<String> words) {}

  /** Words of the output that the source does not have there. */
  record Surplus(List<String> words) {}

  boolean isNone() {
    return lost.isEmpty() && surplus.isEmpty() && glued.isEmpty();
  }

  /** How many words are lost. */
  int lostWords() {
    return lost.stream().mapToInt(run -> run.words().size()).sum();
  }
}
