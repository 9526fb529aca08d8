package org.letterpress.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the name that somebody probably meant. */
public final class Spelling {
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}:]+");

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
   * The candidate that a misspelt word certainly means, or null: the only one that differs in case
   * alone; else the only near one, when it differs in at most every third letter and both are spelt
   * with letters only. A digit or sign is never taken for a slip.
   */
  public static String certain(String word, Collection<String> candidates) {
    List<String> sameLetters =
        candidates.stream().filter(candidate -> distance(word, candidate) == 0).toList();
    if (!sameLetters.isEmpty()) {
      return sameLetters.size() == 1 ? sameLetters.get(0) : null;
    }
    int far = Math.max(1, word.length() / 3);
    List<String> near =
        candidates.stream().filter(candidate -> distance(word, candidate) <= far).toList();
    if (near.size() != 1 || distance(word, near.get(0)) * 3 > word.length()) {
      return null;
    }
    boolean letters = LETTERS.matcher(word).matches() && LETTERS.matcher(near.get(0)).matches();
    return letters ? near.get(0) : null;
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
