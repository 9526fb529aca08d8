package org.letterpress.image;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.letterpress.source.SourceFile;

/**
 * Finds the image files that paths mean: beside the source, then in the edition and its usual
 * folders, and nowhere else. Safe to use from several threads.
 */
public final class ImageFinder {
  /** What became of a path. */
  public sealed interface Found {}

  /** An image that browsers show. */
  public record Image(ImageFile file) implements Found {}

  /** A file that must not or cannot be shown, and why. */
  public record Unfit(String reason) implements Found {}

  /** There is no such file. */
  public record Missing() implements Found {}

  private final Map<Path, Found> known = new ConcurrentHashMap<>();
  private final Map<Path, Path> realFolders = new ConcurrentHashMap<>();

  /**
   * The image that a path means.
   *
   * @param from the file that the path is written in
   * @param path as it is written, with or without signs of an address such as {@code %20}
   */
  public Found find(SourceFile from, String path) {
    Path edition = edition(from);
    boolean outside = false;
    for (String spelling : spellings(path)) {
      for (Path folder : folders(from, edition)) {
        try {
          Path file = folder.resolve(spelling).normalize();
          if (Files.isRegularFile(file)) {
            Path real = file.toRealPath();
            Path fence = realFolders.computeIfAbsent(edition, ImageFinder::real);
            if (real.startsWith(fence)) {
              String key = fence.relativize(real).toString().replace('\\', '/');
              return known.computeIfAbsent(real, found -> read(found, key));
            }
            outside = true;
          }
        } catch (InvalidPathException | IOException unusable) {
          // Not a file in this folder.
        }
      }
    }
    return outside ? new Unfit("it lies outside the edition's folder") : new Missing();
  }

  private static Found read(Path file, String key) {
    try {
      return new Image(new ImageFile(file, key, ImageHeader.of(file)));
    } catch (UnfitImageException unfit) {
      return new Unfit(unfit.getMessage());
    }
  }

  private static Set<String> spellings(String path) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(path);
    try {
      String decoded = new URI(path).getPath();
      if (decoded != null && !decoded.isEmpty()) {
        spellings.add(decoded);
      }
    } catch (URISyntaxException onlyAPath) {
      // A space, say: then it can only be what it says.
    }
    return spellings;
  }

  private static Iterable<Path> folders(SourceFile from, Path edition) {
    Stream<Path> all =
        Stream.of(
            from.path().getParent(),
            edition,
            edition.resolve("tei"),
            edition.resolve("tei/letters"));
    return all.filter(folder -> folder != null).distinct()::iterator;
  }

  private static Path edition(SourceFile file) {
    Path edition = file.path();
    for (int steps = Path.of(file.key()).getNameCount(); steps > 0; steps--) {
      Path parent = edition.getParent();
      if (parent == null) {
        break;
      }
      edition = parent;
    }
    return edition;
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException absent) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
