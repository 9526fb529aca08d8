package org.letterpress.validate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets a schema draw in files below certain folders, and our own schemas by their address {@code
 * letterpress:/schema/NAME}. There is no network.
 */
final class IncludeFence implements Includes {
  /** How the addresses of our own schemas begin. */
  static final String OURS = "letterpress:/schema/";

  /** Where the jar keeps our schemas. */
  private static final String RESOURCES = "/org/letterpress/schema/";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final List<Path> folders;

  /**
   * @param folders what may be read, with everything below
   */
  IncludeFence(List<Path> folders) {
    this.folders = folders.stream().map(IncludeFence::real).toList();
  }

  @Override
  public SchemaText open(String address) throws IOException {
    return isOurs(address) ? ours(address) : SchemaText.read(inside(address));
  }

  /** True for the address of a schema that letterpress brings along. */
  static boolean isOurs(String address) {
    return address.startsWith(OURS) && NAME.matcher(address.substring(OURS.length())).matches();
  }

  /** Opens a schema that letterpress brings along. */
  static SchemaText ours(String address) throws IOException {
    String name = address.substring(OURS.length());
    try (InputStream stream = IncludeFence.class.getResourceAsStream(RESOURCES + name)) {
      if (stream == null) {
        throw new IOException("letterpress has no schema " + name);
      }
      return new SchemaText(address, stream.readAllBytes());
    }
  }

  private Path inside(String address) throws IOException {
    String shown = address;
    try {
      URI uri = URI.create(address);
      if ("file".equals(uri.getScheme())) {
        Path file = Path.of(uri);
        if (!Files.exists(file)) {
          throw new IOException("there is no file " + file.getFileName());
        }
        Path real = file.toRealPath();
        if (folders.stream().anyMatch(real::startsWith)) {
          return real;
        }
        shown = String.valueOf(real.getFileName());
      }
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException unusable) {
      throw new IOException("\"" + address + "\" is not an address that can be read", unusable);
    }
    throw new IOException("it includes " + shown + ", which lies outside the edition");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException absent) {
      return path.toAbsolutePath().normalize();
    }
  }
}
