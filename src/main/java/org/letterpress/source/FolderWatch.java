package org.letterpress.source;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Tells what changes in folders, by the means of the operating system.
 *
 * <p>Hidden files and folders are left out, and so are links to folders. New folders are watched
 * from the moment they appear, with what is in them already. For one thread.
 */
public final class FolderWatch implements Closeable {
  /** How long it has to be quiet until a burst, such as a checkout of git, counts as over. */
  private static final long QUIET_MILLIS = 150;

  /** As many changes at once are no burst yet: a file that was saved, and what its editor needs. */
  private static final int FEW = 8;

  private final WatchService service;
  private final long quickMillis;
  private final Predicate<Path> skipped;
  private final Map<WatchKey, Watched> watched = new HashMap<>();

  private record Watched(Path folder, boolean deep) {}

  /**
   * What has changed.
   *
   * @param paths files and folders that are new, changed or gone
   * @param uncertain true when more may have changed than the system could tell
   */
  public record Changes(Set<Path> paths, boolean uncertain) {}

  /**
   * @param skipped folders that are not looked into
   * @throws IOException when the system cannot watch folders
   */
  public FolderWatch(Predicate<Path> skipped) throws IOException {
    this(skipped, QUIET_MILLIS);
  }

  /**
   * @param skipped folders that are not looked into
   * @param quickMillis how long it has to be quiet until a few changes are told
   * @throws IOException when the system cannot watch folders
   */
  public FolderWatch(Predicate<Path> skipped, long quickMillis) throws IOException {
    this.quickMillis = quickMillis;
    this.service = FileSystems.getDefault().newWatchService();
    this.skipped = skipped;
  }

  /**
   * Watches a folder from now on.
   *
   * @param deep watch the folders in it, too
   * @throws IOException when it cannot be watched, for instance because the system watches too many
   */
  public void watch(Path folder, boolean deep) throws IOException {
    if (deep) {
      watchTree(folder, new HashSet<>());
    } else {
      register(folder, false);
    }
  }

  /**
   * Waits until something changes and it is quiet again.
   *
   * @return null when none of the folders exists any more
   */
  public Changes next() throws IOException, InterruptedException {
    Set<Path> paths = new HashSet<>();
    boolean uncertain = false;
    while (paths.isEmpty() && !uncertain) {
      if (watched.isEmpty()) {
        return null;
      }
      WatchKey key = service.take();
      while (key != null) {
        uncertain |= read(key, paths);
        long quiet = paths.size() <= FEW ? quickMillis : QUIET_MILLIS;
        key = service.poll(quiet, TimeUnit.MILLISECONDS);
      }
    }
    return new Changes(paths, uncertain);
  }

  /** Takes over what a folder reports; true when the system lost track of it. */
  private boolean read(WatchKey key, Set<Path> paths) throws IOException {
    Watched place = watched.get(key);
    boolean uncertain = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == OVERFLOW) {
        uncertain = true;
      } else if (place != null && event.context() instanceof Path name && !isHidden(name)) {
        Path path = place.folder.resolve(name);
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (folder && (!place.deep || skipped.test(path))) {
          continue;
        }
        if (!folder) {
          paths.add(path);
        } else if (event.kind() == ENTRY_CREATE) {
          paths.add(path);
          watchTree(path, paths);
        }
      }
    }
    if (!key.reset()) {
      watched.remove(key);
    }
    return uncertain;
  }

  /** Watches a folder and all in it; gathers the files that are there already. */
  private void watchTree(Path start, Set<Path> files) throws IOException {
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            boolean left = isHidden(folder.getFileName()) || skipped.test(folder);
            if (!folder.equals(start) && left) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            register(folder, true);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            // It went away again, or cannot be read; the check says so.
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void register(Path folder, boolean deep) throws IOException {
    try {
      WatchKey key = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      // One folder has one key: what was watched deep stays so.
      watched.merge(
          key,
          new Watched(folder, deep),
          (old, now) -> new Watched(now.folder, old.deep || now.deep));
    } catch (NoSuchFileException gone) {
      // It was there a moment ago; its parent reports that it went.
    }
  }

  private static boolean isHidden(Path name) {
    return name != null && name.toString().startsWith(".");
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
