package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where finished files go, and what is known of those of the last build: the output folder, or the
 * memory when nothing is to be written. Safe to share between threads.
 */
interface Shelf {
  /** True when this file is there as the same fingerprint made it. */
  boolean isFresh(String path, String fingerprint);

  /** The fingerprint of a file that the last build left, or null. */
  String fingerprint(String path);

  /** The fingerprint of a file that is to stand there after this build, or null. */
  String fingerprintNow(String path);

  /** Paths of everything that the last build left. */
  Set<String> published();

  /** True when the last build left a file of this path. */
  default boolean wasPublished(String path) {
    return published().contains(path);
  }

  /** Keeps a file of the last build that is still right. */
  void keep(String path);

  /** Keeps a file of the last build that could not be made anew; the next build tries again. */
  void keepStale(String path);

  /** Keeps everything that the last build made from a source file. */
  void keepAllOf(String source);

  /** Paths of what the last build made from a source file and this one could not make anew. */
  List<String> keptOf(String source);

  /**
   * Takes a new file.
   *
   * @param path from the root of the site
   * @param fingerprint of everything it depends on
   * @param source key of the file it was made from; empty for what belongs to the whole edition
   */
  void stage(String path, String fingerprint, String source, byte[] bytes) throws IOException;

  /** Takes a copy of a file. */
  default void stage(String path, String fingerprint, String source, Path file) throws IOException {
    stage(path, fingerprint, source, Files.readAllBytes(file));
  }

  /**
   * What will stand at a path, or null when there will be nothing: a new file, else the one that is
   * kept.
   *
   * @throws IOException when it cannot be read
   */
  byte[] content(String path) throws IOException;

  /**
   * What the last build left at a path, or null when that was nothing.
   *
   * @throws IOException when it cannot be read
   */
  byte[] lastContent(String path) throws IOException;
}
