package org.letterpress.print;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/**
 * The only way in which FOP gets at files: our fonts on the class path, the files inside the
 * edition's folder, and the fonts that the edition names. Nothing is fetched from the network, and
 * nothing is written.
 */
final class Fence implements ResourceResolver {
  private final Path folder;
  private final Set<Path> named = new HashSet<>();

  Fence(Path folder, List<Path> named) {
    this.folder = real(folder);
    named.forEach(path -> this.named.add(real(path)));
  }

  /** True when the file exists inside the edition's folder, links followed. */
  boolean allows(Path file) {
    return Files.isRegularFile(file) && real(file).startsWith(folder);
  }

  @Override
  public Resource getResource(URI uri) throws IOException {
    if ("classpath".equals(uri.getScheme())) {
      String name = uri.getPath().substring(1);
      InputStream stream =
          name.startsWith(PrintFonts.FOLDER)
              ? Fence.class.getClassLoader().getResourceAsStream(name)
              : null;
      if (stream == null) {
        throw new FileNotFoundException(uri.toString());
      }
      return new Resource(stream);
    }
    if ("file".equals(uri.getScheme())) {
      Path file = Path.of(uri);
      if (allows(file) || named.contains(real(file))) {
        return new Resource(Files.newInputStream(file));
      }
    }
    throw new FileNotFoundException(uri + " lies outside the edition");
  }

  @Override
  public OutputStream getOutputStream(URI uri) throws IOException {
    throw new IOException("FOP may not write " + uri);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException absent) {
      return path.toAbsolutePath().normalize();
    }
  }
}
