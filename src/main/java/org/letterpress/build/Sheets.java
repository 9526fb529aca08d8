package org.letterpress.build;

import org.letterpress.transform.Stylesheet;
import org.letterpress.transform.Stylesheets;

/**
 * The compiled stylesheets of a build.
 *
 * @param prepare decides what every output then renders
 * @param html pages
 * @param fo what is printed
 * @param text plain text
 */
record Sheets(Stylesheet prepare, Stylesheet html, Stylesheet fo, Stylesheet text) {
  /** All of them, or null when one cannot be compiled; a finding then says why. */
  static Sheets compile(Stylesheets stylesheets) {
    Sheets sheets =
        new Sheets(
            stylesheets.get("prepare.xsl"),
            stylesheets.get("html.xsl"),
            stylesheets.get("fo.xsl"),
            stylesheets.get("text.xsl"));
    boolean whole =
        sheets.prepare != null && sheets.html != null && sheets.fo != null && sheets.text != null;
    return whole ? sheets : null;
  }
}
