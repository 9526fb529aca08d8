package org.letterpress.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An edition on disk.
 *
 * @param folder absolute path of the folder
 * @param name how messages call the folder
 * @param settings its switches
 */
public record Edition(Path folder, String name, Settings settings) {

  /** Folders that hold something else than the edition's texts, wherever their files are TEI. */
  private static final Set<String> NO_SOURCES =
      Set.of("schema", "schemas", "xslt", "odd", "site", "node_modules", "target", "build");

  /**
   * The list of what a build wrote, and that of what it was writing when it was broken off; a
   * folder that has one of them is an output.
   */
  private static final List<String> MANIFESTS = List.of(".letterpress", ".letterpress-changing");

  /**
   * The folder of the edition that a folder belongs to: the nearest one upwards with a settings
   * file or a {@code tei/} that holds it, or the folder itself or the one above when a {@code
   * schema/} or a {@code catalog.xml} lies there; else the folder itself.
   *
   * @param start absolute and normalised
   */
  public static Path enclosing(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(SettingsFile.NAME))
          || (start.startsWith(folder.resolve("tei")) && !start.equals(folder))) {
        return folder;
      }
    }
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("schema"))
          || Files.isRegularFile(folder.resolve("catalog.xml"))) {
        return folder;
      }
      if (folder.equals(start.getParent())) {
        break;
      }
    }
    return start;
  }

  /**
   * The folders with TEI that exist, in the order of the settings.
   *
   * <p>An edition that has no {@code tei/} and names no other folder is searched: every folder
   * directly in it counts that is not hidden, no output and has no name that says otherwise.
   */
  public List<Path> sourceFolders() {
    if (isSearched()) {
      return children(
          child ->
              Files.isDirectory(child)
                  && !isHidden(child)
                  && !NO_SOURCES.contains(child.getFileName().toString())
                  && MANIFESTS.stream().map(child::resolve).noneMatch(Files::exists));
    }
    return settings.sources().stream()
        .map(source -> folder.resolve(source).normalize())
        .filter(Files::isDirectory)
        .toList();
  }

  /** XML files directly in the folder of an edition that is searched; else none. */
  public List<Path> looseFiles() {
    return isSearched()
        ? children(
            child ->
                Files.isRegularFile(child)
                    && !isHidden(child)
                    && child.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
        : List.of();
  }

  /** True when nothing says where the TEI is, so that only files that are TEI are meant. */
  public boolean isSearched() {
    return settings.sources().equals(Settings.DEFAULT.sources())
        && settings.sources().stream()
            .noneMatch(source -> Files.isDirectory(folder.resolve(source)));
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private List<Path> children(Predicate<Path> wanted) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(wanted).sorted().toList();
    } catch (IOException unreadable) {
      // Nothing is found in it; the caller says so.
      return List.of();
    }
  }

  /** A file of the edition's own {@code xslt/} or {@code schema/}, or null when it has none. */
  public Path own(String relative) {
    Path file = folder.resolve(relative);
    return Files.isRegularFile(file) ? file : null;
  }
}
