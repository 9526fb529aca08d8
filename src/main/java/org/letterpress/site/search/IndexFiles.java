package org.letterpress.site.search;

import java.io.IOException;

/** Takes the files of the index as they are finished. */
@FunctionalInterface
public interface IndexFiles {
  /**
   * Takes a file.
   *
   * @param path from the root of the site
   * @param key digest of all that the file is made of; empty when it is made of the whole index
   * @throws IOException when it cannot be kept
   */
  void add(String path, String key, byte[] bytes) throws IOException;

  /**
   * Keeps a file that an earlier index left.
   *
   * @param key what {@link #add} got with it
   * @return false when there is none, or it was made of something else
   */
  default boolean keep(String path, String key) {
    return false;
  }

  /**
   * Reads a file that an earlier index left.
   *
   * @param key what {@link #add} got with it
   * @return null when there is none, or it was made of something else
   */
  default byte[] read(String path, String key) throws IOException {
    return null;
  }
}
