package org.letterpress.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Puts finished files into the output folder without ever leaving half of one there.
 *
 * <p>Files are written to a staging folder beside the output, then moved one by one, the manifest
 * last. Safe to use from several threads until {@link #publish}.
 */
final class Publisher implements Shelf {
  /** Another build is at work in the output folder. */
  static final class Busy extends IOException {
    private Busy() {
      super("another build is at work in it");
    }
  }

  private final Path out;
  private final String folder;
  private final OutputLock lock;
  private final Path staging;
  private final Future<Manifest> before;
  private final Manifest after = new Manifest();
  private final Set<String> staged = new TreeSet<>();
  private final Set<String> fresh = new HashSet<>();

  /**
   * Opens the output folder.
   *
   * @throws Busy when another build is at work in it
   * @throws IOException when it cannot be made or written to
   */
  Publisher(Path out) throws IOException {
    this.out = out.toAbsolutePath().normalize();
    this.folder = this.out.toString();
    this.staging = this.out.resolveSibling("." + this.out.getFileName() + ".staging");
    if (Files.exists(this.out) && !Files.isDirectory(this.out)) {
      throw new IOException("a file of that name stands in the way");
    }
    Files.createDirectories(this.out);
    if (!Files.isWritable(this.out)) {
      throw new java.nio.file.AccessDeniedException(this.out.toString());
    }
    this.lock = OutputLock.take(this.out);
    if (lock == null) {
      throw new Busy();
    }
    try {
      delete(staging);
      Files.createDirectories(staging);
    } catch (IOException problem) {
      lock.close();
      throw problem;
    }
    // Nobody asks for it before the sources have been read.
    FutureTask<Manifest> reading = new FutureTask<>(() -> Manifest.read(this.out));
    Thread reader = new Thread(reading, "letterpress-manifest");
    reader.setDaemon(true);
    reader.start();
    this.before = reading;
  }

  /** What the last build left. */
  private Manifest before() {
    return Jobs.result(before);
  }

  @Override
  public boolean isFresh(String path, String fingerprint) {
    Manifest.Output known = before().get(path);
    if (known == null || !known.fingerprint().equals(fingerprint)) {
      return false;
    }
    // Many thousand files are looked at; the size of one that is not there is 0.
    File there = new File(folder, path);
    return there.length() == known.size() && (known.size() > 0 || there.isFile());
  }

  @Override
  public String fingerprint(String path) {
    Manifest.Output known = before().get(path);
    return known == null ? null : known.fingerprint();
  }

  @Override
  public synchronized String fingerprintNow(String path) {
    Manifest.Output known = after.get(path);
    return known == null ? null : known.fingerprint();
  }

  /** What the last build was made of. */
  Manifest.Origin origin() {
    return before().origin();
  }

  /** Says what this build is made of. */
  void setOrigin(Manifest.Origin origin) {
    after.setOrigin(origin);
  }

  @Override
  public Set<String> published() {
    return before().all().keySet();
  }

  @Override
  public synchronized void keep(String path) {
    fresh.add(path);
    after.put(path, before().get(path));
  }

  @Override
  public synchronized void keepStale(String path) {
    if (before().get(path) != null) {
      after.put(path, before().get(path));
    }
  }

  @Override
  public synchronized void keepAllOf(String source) {
    before()
        .all()
        .forEach(
            (path, output) -> {
              if (output.source().equals(source) && !staged.contains(path)) {
                after.put(path, output);
              }
            });
  }

  @Override
  public synchronized List<String> keptOf(String source) {
    return after.all().entrySet().stream()
        .filter(kept -> kept.getValue().source().equals(source))
        .map(Map.Entry::getKey)
        .filter(path -> !staged.contains(path) && !fresh.contains(path))
        .sorted()
        .toList();
  }

  /** Keeps what the last build made and this one was not asked for. */
  synchronized void keepUnasked(Predicate<String> asked) {
    before()
        .all()
        .forEach(
            (path, output) -> {
              if (!asked.test(path)) {
                after.put(path, output);
              }
            });
  }

  @Override
  public void stage(String path, String fingerprint, String source, byte[] bytes)
      throws IOException {
    Path target = staging.resolve(path).normalize();
    if (!target.startsWith(staging)) {
      throw new IOException(path + " leads out of the output folder");
    }
    boolean same = isThere(path, bytes);
    if (!same) {
      Files.createDirectories(target.getParent());
      Files.write(target, bytes);
    }
    synchronized (this) {
      if (same) {
        staged.remove(path);
        fresh.add(path);
      } else {
        staged.add(path);
      }
      after.put(path, new Manifest.Output(fingerprint, bytes.length, source));
    }
  }

  /** True when the last build left the same bytes: then the file, and its time, can stay. */
  private boolean isThere(String path, byte[] bytes) {
    Path there = out.resolve(path);
    try {
      return before().get(path) != null
          && Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
          && Files.size(there) == bytes.length
          && Arrays.equals(Files.readAllBytes(there), bytes);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public void stage(String path, String fingerprint, String source, Path file) throws IOException {
    Path target = staging.resolve(path).normalize();
    if (!target.startsWith(staging)) {
      throw new IOException(path + " leads out of the output folder");
    }
    Files.createDirectories(target.getParent());
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    long size = Files.size(target);
    synchronized (this) {
      staged.add(path);
      after.put(path, new Manifest.Output(fingerprint, size, source));
    }
  }

  @Override
  public byte[] content(String path) throws IOException {
    boolean isStaged;
    synchronized (this) {
      isStaged = staged.contains(path);
      if (!isStaged && after.get(path) == null) {
        return null;
      }
    }
    Path file = (isStaged ? staging : out).resolve(path);
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }

  @Override
  public byte[] lastContent(String path) throws IOException {
    return before().get(path) == null ? null : Files.readAllBytes(out.resolve(path));
  }

  /** Files that are to be published over something that letterpress did not write. */
  List<String> foreign() throws IOException {
    List<String> foreign = new ArrayList<>();
    for (String path : staged) {
      Path target = out.resolve(path);
      if (before().get(path) == null
          && Files.exists(target)
          && Files.mismatch(target, staging.resolve(path)) >= 0) {
        foreign.add(path);
      }
    }
    foreign.sort(null);
    return foreign;
  }

  /** Moves everything into the output folder and removes what the last build left over. */
  void publish() throws IOException {
    if (!staged.isEmpty()) {
      // Should this be the end of it, nothing that may be new or old passes for the old.
      write(Manifest.CHANGING, after.changing(staged));
    }
    moveStaged();
    for (String path : before().all().keySet()) {
      if (after.get(path) != null) {
        continue;
      }
      Path target = out.resolve(path).normalize();
      if (target.startsWith(out)) {
        Files.deleteIfExists(target);
        removeIfEmpty(target.getParent());
      }
    }
    Path manifest = out.resolve(Manifest.NAME);
    if (after.isSame(before()) && Files.exists(manifest)) {
      // Its time says when the last build was.
      Files.setLastModifiedTime(manifest, FileTime.from(Instant.now()));
    } else {
      write(Manifest.NAME, after.text());
    }
    Files.deleteIfExists(out.resolve(Manifest.CHANGING));
  }

  /** Moves what is staged, some files at once: the disk takes its time with each. */
  private void moveStaged() throws IOException {
    try {
      staged.parallelStream()
          .forEach(
              path -> {
                try {
                  move(staging.resolve(path), out.resolve(path));
                } catch (IOException problem) {
                  throw new UncheckedIOException(problem);
                }
              });
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = staging.resolve(name);
    Files.writeString(file, text);
    move(file, out.resolve(name));
  }

  /** Removes the staging folder and lets others build; safe to call whatever happened. */
  void close() {
    try {
      delete(staging);
    } catch (IOException left) {
      // The next build empties it.
    }
    lock.close();
  }

  private static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void removeIfEmpty(Path folder) throws IOException {
    if (folder.equals(out) || !Files.isDirectory(folder)) {
      return;
    }
    boolean empty;
    try (Stream<Path> children = Files.list(folder)) {
      empty = children.findAny().isEmpty();
    }
    if (empty) {
      Files.delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
