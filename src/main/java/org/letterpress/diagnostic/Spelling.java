package org.letterpress.diagnostic;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that somebody probably meant. */
public final class Spelling {
  private Spelling() {}

  /**
   * The candidate nearest to a word, or null when none is near: at most a third of the letters may
   * differ. Ties go to the candidate that comes first in the alphabet.
   */
  public static String nearest(String word, Collection<String> candidates) {
    String best = null;
    int least = Math.max(1, word.length() / 3) + 1;
    for (String candidate : candidates.stream().sorted().toList()) {
      // Words of very different length are not near, and cost the most to compare.
      boolean tooLong = Math.abs(word.length() - candidate.length()) >= least;
      int distance = tooLong ? least : distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * How many insertions, deletions, replacements and swaps of neighbours lead from one word to the
   * other (optimal string alignment); upper and lower case count as the same letter.
   */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
