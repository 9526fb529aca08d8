package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A digest of everything that an output depends on. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Tells a file from what it was before; quick to reckon, but no proof against somebody who wants
   * two files to look alike.
   */
  static String quick(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return bytes.length + "-" + Long.toHexString(sum.getValue());
  }

  Fingerprint add(byte[] bytes) {
    digest.update(bytes);
    digest.update((byte) 0);
    return this;
  }

  Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The fingerprint of this copy of letterpress: its classes, stylesheets and schemas. */
  static String ofProgram() {
    return Program.FINGERPRINT;
  }

  /** Does not change while it runs, and is read when it is first asked for. */
  private static final class Program {
    static final String FINGERPRINT = read();

    private Program() {}

    private static String read() {
      Fingerprint all = new Fingerprint();
      try {
        Path code =
            Path.of(Fingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(code)) {
          all.addFolder(code.resolve("org/letterpress"));
        } else {
          try (ZipFile jar = new ZipFile(code.toFile())) {
            List<? extends ZipEntry> entries =
                jar.stream()
                    .filter(entry -> entry.getName().startsWith("org/letterpress/"))
                    .toList();
            entries.forEach(entry -> all.add(entry.getName() + entry.getCrc()));
          }
        }
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      } catch (URISyntaxException impossible) {
        throw new IllegalStateException(impossible);
      }
      return all.hex();
    }
  }

  /** Adds every file below a folder; one that does not exist adds nothing. */
  Fingerprint addFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          add(folder.relativize(file).toString()).add(Files.readAllBytes(file));
        }
      }
    }
    return this;
  }
}
