package org.letterpress.repair;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.Arrays;
import java.util.List;

/** Shows what changes in a file in the form that {@code diff -u} and {@code git} use. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /**
   * The lines of a diff; none when the texts are the same.
   *
   * @param name the file's name, which stands in the first two lines
   */
  public static List<String> of(String name, String before, String after) {
    List<String> old = lines(before);
    Patch<String> patch = DiffUtils.diff(old, lines(after));
    return UnifiedDiffUtils.generateUnifiedDiff("a/" + name, "b/" + name, old, patch, CONTEXT);
  }

  /** Lines without their ends; a text that ends with a line end has no empty line behind it. */
  private static List<String> lines(String text) {
    List<String> lines = Arrays.asList(text.split("\r\n|\r|\n", -1));
    int last = lines.size() - 1;
    return lines.get(last).isEmpty() ? lines.subList(0, last) : lines;
  }
}
