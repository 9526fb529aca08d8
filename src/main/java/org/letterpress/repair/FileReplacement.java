package org.letterpress.repair;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** Puts a new version in the place of a file, whole or not at all. */
public final class FileReplacement {
  private FileReplacement() {}

  /** Thrown when a file is not replaced; its message says why in one clause. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * Replaces a file. Its permissions stay; a link goes on leading to it.
   *
   * @param expected what the file is supposed to hold still
   * @throws Refused when it may not be written, or was changed meanwhile
   * @throws IOException when the folder cannot take the new version; the file is then as it was
   */
  public static void replace(Path file, byte[] expected, byte[] bytes) throws IOException {
    Path real = file.toRealPath();
    PosixFileAttributeView posix = Files.getFileAttributeView(real, PosixFileAttributeView.class);
    Set<PosixFilePermission> permissions =
        posix == null ? Set.of() : posix.readAttributes().permissions();
    // Whoever may write everything still does not write what is marked as not to be written.
    if (!Files.isWritable(real)
        || posix != null && permissions.stream().noneMatch(each -> each.name().endsWith("WRITE"))) {
      throw new Refused("the file is read-only");
    }
    Path part = Files.createTempFile(real.getParent(), ".letterpress", ".part");
    try {
      Files.write(part, bytes);
      if (posix != null) {
        Files.setPosixFilePermissions(part, permissions);
      }
      if (!Arrays.equals(Files.readAllBytes(real), expected)) {
        throw new Refused("the file was changed meanwhile: run --fix again");
      }
      move(part, real);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException network) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
