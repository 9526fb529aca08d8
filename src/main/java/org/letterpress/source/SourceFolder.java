package org.letterpress.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;

/** Finds the XML files of a folder, in an order that is the same on every machine. */
public final class SourceFolder {
  private final Path root;
  private final Path standing;

  /**
   * @param root the edition's folder; keys of files are relative to it
   * @param standing the folder the user stands in; names in messages are relative to it
   */
  public SourceFolder(Path root, Path standing) {
    this.root = root.toAbsolutePath().normalize();
    this.standing = standing.toAbsolutePath().normalize();
  }

  /**
   * All files ending in {@code .xml} below a folder. Hidden files and folders are left out.
   *
   * @param findings gets a finding for each file or folder that cannot be read
   */
  public List<SourceFile> below(Path folder, Diagnostics findings) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    Path start = folder.toAbsolutePath().normalize();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(start) && isHidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String lower = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (isHidden(file)) {
              return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && holdsSources(file, start)) {
              findings.add(
                  Code.XML_UNREADABLE,
                  Location.of(name(file)),
                  "it is a link to a folder, and letters are looked for in real folders only");
            } else if (lower.endsWith(".xml")) {
              files.add(file(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            findings.add(
                Code.XML_UNREADABLE, Location.of(name(file)), ReadProblem.describe(problem));
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(SourceFile::key));
    return files;
  }

  /** True for a link to a folder of XML that is not looked into where it really stands. */
  private static boolean holdsSources(Path link, Path start) {
    try {
      if (!Files.isDirectory(link) || link.toRealPath().startsWith(start.toRealPath())) {
        return false;
      }
      try (DirectoryStream<Path> xml = Files.newDirectoryStream(link, "*.xml")) {
        return xml.iterator().hasNext();
      }
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** One file, named as messages and keys want it. */
  public SourceFile file(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    String key =
        absolute.startsWith(root)
            ? slashes(root.relativize(absolute))
            : absolute.getFileName().toString();
    return new SourceFile(absolute, name(absolute), key);
  }

  /** The folder the user stands in, absolute. */
  public Path standing() {
    return standing;
  }

  /** How messages call a path. */
  public String name(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.equals(standing)) {
      return ".";
    }
    return absolute.startsWith(standing)
        ? slashes(standing.relativize(absolute))
        : slashes(absolute);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
