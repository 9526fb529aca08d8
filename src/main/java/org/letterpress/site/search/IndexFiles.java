package org.letterpress.site.search;

import java.io.IOException;

/** Takes the files of the index as they are finished. */
@FunctionalInterface
public interface IndexFiles {
  /**
   * Takes a file.
   *
   * @param path from the root of the site
   * @throws IOException when it cannot be kept
   */
  void add(String path, byte[] bytes) throws IOException;
}
