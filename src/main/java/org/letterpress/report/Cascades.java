package org.letterpress.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/**
 * Findings that come of one cause: where text stands bare in an element that takes none, a wrapper
 * such as a paragraph is missing around it, and so around the names and notes beside it as well.
 *
 * @param shown the findings without those that only follow
 * @param followers how many findings follow from one that is shown
 */
record Cascades(List<Diagnostic> shown, Map<Diagnostic, Integer> followers) {

  /** Folds the findings of each such element under the first of them. */
  static Cascades of(List<Diagnostic> findings) {
    Set<String> bare = new HashSet<>();
    for (Diagnostic finding : findings) {
      if (finding.code() == Code.RNG_TEXT && !finding.location().xpath().isEmpty()) {
        bare.add(element(finding));
      }
    }
    List<Diagnostic> shown = new ArrayList<>();
    Map<String, Diagnostic> causes = new HashMap<>();
    Map<Diagnostic, Integer> followers = new IdentityHashMap<>();
    for (Diagnostic finding : findings) {
      Diagnostic cause =
          mayFollow(finding) && bare.contains(element(finding))
              ? causes.putIfAbsent(element(finding), finding)
              : null;
      if (cause == null) {
        shown.add(finding);
      } else {
        followers.merge(cause, 1, Integer::sum);
      }
    }
    return new Cascades(shown, followers);
  }

  /** A misspelt element is a fault of its own, whatever stands around it. */
  private static boolean mayFollow(Diagnostic finding) {
    return finding.code() == Code.RNG_TEXT
        || (finding.code() == Code.RNG_ELEMENT && !finding.remedy().startsWith("did you mean"));
  }

  /** The element in which it stands. */
  private static String element(Diagnostic finding) {
    String path = finding.location().xpath();
    boolean text = finding.code() == Code.RNG_TEXT;
    String around = text ? path : path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return finding.location().file() + ' ' + around;
  }
}
