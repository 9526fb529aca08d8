package org.letterpress.corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies an edition for a test that builds it. */
final class EditionCopy {
  private EditionCopy() {}

  /**
   * Copies a folder with all that is in it. Files are written anew, so that the copy of a read-only
   * file is not read-only.
   *
   * @throws IOException when files cannot be read or written
   */
  static void of(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
  }
}
