package org.letterpress.print;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/**
 * The only way in which FOP gets at files: our fonts and the files inside the edition's folder.
 * Nothing is fetched from the network, and nothing is written.
 */
final class Fence implements ResourceResolver {
  private final Path folder;
  private final PrintFonts fonts;

  Fence(Path folder, PrintFonts fonts) {
    this.folder = real(folder);
    this.fonts = fonts;
  }

  /** True when the file exists inside the edition's folder, links followed. */
  boolean allows(Path file) {
    return Files.isRegularFile(file) && real(file).startsWith(folder);
  }

  @Override
  public Resource getResource(URI uri) throws IOException {
    if (PrintFonts.isOurs(uri)) {
      return new Resource(new ByteArrayInputStream(fonts.file(uri)));
    }
    if ("file".equals(uri.getScheme())) {
      Path file = Path.of(uri);
      if (allows(file)) {
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
