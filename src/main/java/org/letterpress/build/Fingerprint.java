package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.letterpress.source.Checksum;

/** A sum of everything that an output depends on, as {@link Checksum} tells it. */
final class Fingerprint {
  private final Checksum sum = new Checksum();

  /** The fingerprint of a file's bytes. */
  static String of(byte[] bytes) {
    return new Fingerprint().add(bytes).hex();
  }

  Fingerprint add(byte[] bytes) {
    sum.add(bytes);
    return this;
  }

  Fingerprint add(String text) {
    sum.add(text);
    return this;
  }

  String hex() {
    return sum.hex();
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
