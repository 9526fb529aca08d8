package org.letterpress.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An edition on disk.
 *
 * @param folder absolute path of the folder
 * @param name how messages call the folder
 * @param settings its switches
 */
public record Edition(Path folder, String name, Settings settings) {

  /** The folders with TEI that exist, in the order of the settings. */
  public List<Path> sourceFolders() {
    return settings.sources().stream()
        .map(source -> folder.resolve(source).normalize())
        .filter(Files::isDirectory)
        .toList();
  }

  /** A file of the edition's own {@code xslt/} or {@code schema/}, or null when it has none. */
  public Path own(String relative) {
    Path file = folder.resolve(relative);
    return Files.isRegularFile(file) ? file : null;
  }
}
