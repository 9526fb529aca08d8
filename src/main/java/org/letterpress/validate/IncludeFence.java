package org.letterpress.validate;

import com.thaiopensource.resolver.BasicResolver;
import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.Resolver;
import com.thaiopensource.resolver.ResolverException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides what a grammar may include: files below certain folders, and our own schemas by their
 * address {@code letterpress:/schema/NAME}. There is no network.
 */
final class IncludeFence implements Resolver {
  /** Where the jar keeps our schemas. */
  static final String RESOURCES = "/org/letterpress/schema/";

  private static final String OURS = "letterpress:/schema/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final List<Path> folders;

  /**
   * @param folders what may be read, with everything below
   */
  IncludeFence(List<Path> folders) {
    this.folders = folders.stream().map(IncludeFence::real).toList();
  }

  @Override
  public void resolve(Identifier wanted, Input input) throws IOException, ResolverException {
    input.setUri(BasicResolver.resolveUri(wanted));
    // Opened at once: with an address alone, the XML parser would open it past this fence.
    open(input);
  }

  @Override
  public void open(Input input) throws IOException {
    String address = input.getUri();
    if (address == null || input.getByteStream() != null || input.getCharacterStream() != null) {
      return;
    }
    if (address.startsWith(OURS) && NAME.matcher(address.substring(OURS.length())).matches()) {
      String name = address.substring(OURS.length());
      InputStream stream = IncludeFence.class.getResourceAsStream(RESOURCES + name);
      if (stream == null) {
        throw new IOException("letterpress has no schema " + name);
      }
      input.setByteStream(stream);
      return;
    }
    input.setByteStream(Files.newInputStream(inside(address)));
  }

  private Path inside(String address) throws IOException {
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
        address = String.valueOf(real.getFileName());
      }
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException unusable) {
      throw new IOException("\"" + address + "\" is not an address that can be read", unusable);
    }
    throw new IOException("it includes " + address + ", which lies outside the edition");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException absent) {
      return path.toAbsolutePath().normalize();
    }
  }
}
