package org.letterpress.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.letterpress.transform.Stylesheet;
import org.letterpress.transform.Stylesheets;

/**
 * The compiled stylesheets of a build.
 *
 * @param prepare decides what every output then renders
 * @param html pages, or null when none are made
 * @param fo what is printed, or null when nothing is
 * @param text plain text
 */
record Sheets(Stylesheet prepare, Stylesheet html, Stylesheet fo, Stylesheet text) {
  /**
   * Those that some outputs need, or null when one cannot be compiled; a finding then says why.
   *
   * @param threads how many are compiled at once
   */
  static Sheets compile(Stylesheets stylesheets, Set<Output> outputs, int threads) {
    // The longest first.
    List<String> names = new ArrayList<>();
    if (outputs.contains(Output.HTML)) {
      names.add("html.xsl");
    }
    if (outputs.contains(Output.PDF)) {
      names.add("fo.xsl");
    }
    names.add("prepare.xsl");
    names.add("text.xsl");
    try (Jobs jobs = new Jobs(threads)) {
      if (jobs.map(names, stylesheets::get).contains(null)) {
        return null;
      }
    }
    return new Sheets(
        stylesheets.get("prepare.xsl"),
        names.contains("html.xsl") ? stylesheets.get("html.xsl") : null,
        names.contains("fo.xsl") ? stylesheets.get("fo.xsl") : null,
        stylesheets.get("text.xsl"));
  }
}
