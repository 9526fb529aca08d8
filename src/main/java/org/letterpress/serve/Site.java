package org.letterpress.serve;

/** The site as it is at the moment of asking; every file is made when somebody wants it. */
interface Site {
  /**
   * A file of the site.
   *
   * @param bytes its content
   * @param live true for a page that follows the source while it is open
   */
  record File(byte[] bytes, boolean live) {}

  /**
   * The source of a page.
   *
   * @param name the file, as messages call it
   * @param text its text
   */
  record Source(String name, String text) {}

  /**
   * The file at a path from the root of the site, for instance {@code letters/l0042.html}.
   *
   * @return null when there is none
   */
  File show(String path);

  /** The source that a page is made of, or null when it has none of its own. */
  Source source(String path);
}
