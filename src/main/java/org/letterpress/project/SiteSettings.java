package org.letterpress.project;

/**
 * Switches of the pages.
 *
 * @param style the edition's own style sheet, a path from its folder, or empty for none
 * @param url where the site is published, with a slash at the end, or empty when it is not told
 */
public record SiteSettings(String style, String url) {
  /** What holds where the edition says nothing. */
  public static final SiteSettings DEFAULT = new SiteSettings("", "");
}
