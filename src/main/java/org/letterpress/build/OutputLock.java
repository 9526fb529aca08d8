package org.letterpress.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two builds from writing into one folder. The system frees the lock when the process ends,
 * also when it is killed.
 */
final class OutputLock implements AutoCloseable {
  /** In the output folder, because that is what builds share, wherever they run. */
  static final String NAME = ".letterpress-lock";

  private final Path file;
  private final FileChannel channel;

  private OutputLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @param folder the output folder, which exists
   * @return null when another build has it
   * @throws IOException when the folder cannot be written to
   */
  static OutputLock take(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException ownProcess) {
        lock = null;
      } catch (IOException withoutLocks) {
        // Some network drives know no locks; there a build goes ahead as if alone.
        return new OutputLock(file, channel);
      }
      if (lock == null) {
        channel.close();
        return null;
      }
      if (Files.exists(file)) {
        return new OutputLock(file, channel);
      }
      // The one who had it has just deleted the file: what is locked here is seen by nobody.
      channel.close();
    }
  }

  @Override
  public void close() {
    try {
      // First the file, then the lock, so that nobody deletes another's.
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException left) {
      // The next build takes it over.
    }
  }
}
