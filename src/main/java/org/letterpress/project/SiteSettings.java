package org.letterpress.project;

/**
 * Switches of the pages.
 *
 * @param style the edition's own style sheet, a path from its folder, or empty for none
 */
public record SiteSettings(String style) {
  /** What holds where the edition says nothing. */
  public static final SiteSettings DEFAULT = new SiteSettings("");
}
