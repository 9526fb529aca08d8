package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.letterpress.cli.Run;

/**
 * Five published editions, built as they come and compared with {@link TeiCount}, which reads them
 * without our code. They lie beside the repository and are no part of it; where they are missing,
 * these tests are skipped.
 */
class CorporaTest {
  private static final Path CORPORA = Path.of("../shared/corpora").toAbsolutePath().normalize();

  /** What each edition's {@code letterpress.toml} says; the series are what its types mean. */
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "auden-musulin", "sources = [\"letters\", \"registers\"]\n",
              "estournelles", "sources = [\"letters\", \"registers\"]\n",
              "frus", "sources = [\"volumes\"]\n[letters]\ndivision = \"document\"\n",
              "mitford", "sources = [\"letters\"]\n",
              "serafin",
                  "sources = [\"letters\", \"registers\"]\n"
                      + "[notes]\ntextual = [\"transcription\"]\n"));

  private static final List<String> NAMES = List.copyOf(SETTINGS.keySet());

  private record Built(Run run, PublishedSite site, TeiCount count) {}

  private static final Map<String, Built> BUILT = new TreeMap<>();

  @TempDir static Path folder;

  @ParameterizedTest
  @FieldSource("NAMES")
  void isBuiltWithoutADefect(String corpus) {
    Run run = built(corpus).run();
    assertThat(run.status()).isBetween(0, 1);
    assertThat(run.said())
        .doesNotContain("letterpress failed", "LP-OUT-004", "Exception", "\tat ", "StackOverflow");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyLetterHasItsPage(String corpus) {
    Built built = built(corpus);
    assertThat(built.count().unread()).isEmpty();
    assertThat(built.count().letters()).hasSizeGreaterThan(20);
    assertThat(built.site().letters()).hasSameSizeAs(built.count().letters());
    assertThat(built.site().order()).containsExactlyInAnyOrderElementsOf(built.site().letters());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noLetterWithWordsHasAnEmptyPage(String corpus) {
    Built built = built(corpus);
    long silent = built.count().letters().stream().filter(letter -> letter.words() == 0).count();
    assertThat(
            built.site().letters().stream()
                .filter(letter -> TeiCount.words(built.site().reading(letter)) == 0)
                .toList())
        .hasSizeLessThanOrEqualTo((int) silent);
  }

  private static synchronized Built built(String corpus) {
    Assumptions.assumeTrue(
        Files.isDirectory(CORPORA.resolve(corpus)),
        () -> "../shared/corpora/" + corpus + " is not there: nothing to build");
    return BUILT.computeIfAbsent(corpus, CorporaTest::build);
  }

  private static Built build(String corpus) {
    try {
      Path edition = folder.resolve(corpus);
      copy(CORPORA.resolve(corpus), edition);
      Files.writeString(edition.resolve("letterpress.toml"), SETTINGS.get(corpus));
      Run run = Run.in(edition, "build", "--only", "html,text", "--format", "json");
      return new Built(
          run, new PublishedSite(edition.resolve("site")), TeiCount.of(CORPORA.resolve(corpus)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
  }
}
