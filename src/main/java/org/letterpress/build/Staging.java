package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes finished outputs, keeps those that are still right, and counts both. Thread-safe. */
final class Staging {
  /** No fingerprint is like this one: what has it is made anew by the next build. */
  private static final String UNSOUND = "-";

  private final Shelf shelf;
  private final AtomicInteger written;
  private final AtomicInteger kept;

  /**
   * @param shelf takes what is staged here
   */
  Staging(Shelf shelf) {
    this(shelf, new AtomicInteger(), new AtomicInteger());
  }

  private Staging(Shelf shelf, AtomicInteger written, AtomicInteger kept) {
    this.shelf = shelf;
    this.written = written;
    this.kept = kept;
  }

  /** The same for what goes into a folder: paths count from there. It counts together with this. */
  Staging in(String folder) {
    return new Staging(new FolderShelf(shelf, folder), written, kept);
  }

  /** Files that were made. */
  int written() {
    return written.get();
  }

  /** Files that were still right. */
  int kept() {
    return kept.get();
  }

  /** True when the output folder holds this file as the same fingerprint made it. */
  boolean isFresh(String path, String fingerprint) {
    return shelf.isFresh(path, fingerprint);
  }

  /**
   * Keeps a file as the last build left it, where all that it depends on is known to be the same.
   *
   * @return false when it has to be made
   */
  boolean keepAsItIs(String path) {
    if (!isAsItWas(path)) {
      return false;
    }
    keep(path);
    return true;
  }

  /** Keeps a file of the last build that was found {@link #isAsItWas as it was}. */
  void keep(String path) {
    shelf.keep(path);
    kept.incrementAndGet();
  }

  /** True when the output folder holds a file, without findings, as the last build left it. */
  boolean isAsItWas(String path) {
    String fingerprint = shelf.fingerprint(path);
    return fingerprint != null && !fingerprint.equals(UNSOUND) && shelf.isFresh(path, fingerprint);
  }

  /** The fingerprint of a file, without findings, that is to stand there; else null. */
  String fingerprintNow(String path) {
    String fingerprint = shelf.fingerprintNow(path);
    return UNSOUND.equals(fingerprint) ? null : fingerprint;
  }

  /** True when a file of this path is to stand there. */
  boolean isThere(String path) {
    return shelf.fingerprintNow(path) != null;
  }

  /** True when the last build left a file of this path. */
  boolean wasPublished(String path) {
    return shelf.wasPublished(path);
  }

  /**
   * Keeps a file of the last build if it is still right.
   *
   * @return false when it has to be made
   */
  boolean keepFresh(String path, String fingerprint) {
    if (!shelf.isFresh(path, fingerprint)) {
      return false;
    }
    keep(path);
    return true;
  }

  /**
   * Keeps a folder of the last build, if it is whole and one of its files is still right.
   *
   * @param folder path with a slash at its end
   * @param main a file in it that is made of all that the folder is made of
   * @return false when it has to be made
   */
  boolean keepFreshFolder(String folder, String main, String fingerprint) {
    if (!shelf.isFresh(folder + main, fingerprint)) {
      return false;
    }
    List<String> paths =
        shelf.published().stream().filter(path -> path.startsWith(folder)).toList();
    if (!paths.stream().allMatch(this::isAsItWas)) {
      return false;
    }
    paths.forEach(this::keep);
    return true;
  }

  /**
   * What will stand at a path when the build is published, or null when there will be nothing.
   *
   * @throws IOException when it cannot be read
   */
  byte[] content(String path) throws IOException {
    return shelf.content(path);
  }

  /**
   * What the last build left at a path, or null when that was nothing.
   *
   * @throws IOException when it cannot be read
   */
  byte[] lastContent(String path) throws IOException {
    return shelf.lastContent(path);
  }

  /** Keeps a file of the last build that could not be made anew; the next build tries again. */
  void keepStale(String path) {
    shelf.keepStale(path);
  }

  /**
   * Takes a file.
   *
   * @param path from the root of the output folder
   * @param fingerprint of everything it depends on
   * @param source key of the file it was made from; empty for what belongs to the whole edition
   * @throws IOException when it cannot be written
   */
  void stage(String path, String fingerprint, String source, byte[] bytes) throws IOException {
    shelf.stage(path, fingerprint, source, bytes);
    written.incrementAndGet();
  }

  /** Takes a copy of a file. */
  void stage(String path, String fingerprint, String source, Path file) throws IOException {
    shelf.stage(path, fingerprint, source, file);
    written.incrementAndGet();
  }

  /** Takes a copy of a file that has a finding. */
  void stageUnsound(String path, String source, Path file) throws IOException {
    stage(path, UNSOUND, source, file);
  }

  /** Takes a file that has a finding; it is made anew by the next build, which so repeats it. */
  void stageUnsound(String path, String source, byte[] bytes) throws IOException {
    stage(path, UNSOUND, source, bytes);
  }
}
