package org.letterpress.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of an edition.
 *
 * @param path where it is, absolute and normalised
 * @param name how messages call it: relative to the place the user stands in, forward slashes
 * @param key its name within the edition, which no machine path gets into
 */
public record SourceFile(Path path, String name, String key) {

  /** The bytes of the file, as they are on disk now. */
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(path);
  }

  /** The file name without folders and without its ending, for instance {@code l0042}. */
  public String stem() {
    String last = path.getFileName().toString();
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}
