package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small editions, one for each thing that real corpora do: {@code src/test/resources/hazards/NAME}
 * holds the edition and, in {@code expected.txt}, what a reader must find in its build.
 */
class HazardsTest {
  private static final Path HAZARDS = Path.of("src/test/resources/hazards");

  static List<String> hazards() throws IOException {
    try (Stream<Path> folders = Files.list(HAZARDS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hazards")
  void isReadAsItIs(String hazard, @TempDir Path folder) throws IOException {
    Path source = HAZARDS.resolve(hazard);
    Path edition = folder.resolve("edition");
    EditionCopy.of(source, edition);
    Files.delete(edition.resolve("expected.txt"));
    List<String> failures = Expectations.of(source.resolve("expected.txt")).check(edition);
    assertThat(failures)
        .withFailMessage(
            () -> hazard + " is not as expected:\n    " + String.join("\n    ", failures))
        .isEmpty();
  }
}
