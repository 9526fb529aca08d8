package org.letterpress.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.letterpress.report.Format;
import org.letterpress.report.Reporter;

/**
 * The documents {@code src/test/resources/diagnostics/CODE/NAME-error.xml} and {@code
 * NAME-valid.xml}: what a code finds and what it leaves in peace. The text beside a faulty one is
 * what the user reads.
 */
public final class CodeFixtures {
  private static final Path FOLDER = Path.of("src", "test", "resources", "diagnostics");

  private CodeFixtures() {}

  /** The faulty documents of codes of some families, such as {@code LP-RNG}. */
  public static List<Path> faulty(Set<String> families) throws IOException {
    return all(families, "-error.xml");
  }

  /** The sound documents of codes of some families. */
  public static List<Path> sound(Set<String> families) throws IOException {
    return all(families, "-valid.xml");
  }

  /** The code that a document belongs to. */
  public static String code(Path document) {
    return document.getParent().getFileName().toString();
  }

  /** The codes that documents belong to, each once. */
  public static List<String> codes(Collection<Path> documents) {
    return documents.stream().map(CodeFixtures::code).distinct().sorted().toList();
  }

  /** A code without its number. */
  public static String family(String code) {
    return code.substring(0, code.lastIndexOf('-'));
  }

  /** Findings in a text as the user reads them. */
  public static String shown(String text, List<Diagnostic> findings) throws IOException {
    List<String> lines = text.lines().toList();
    StringBuilder out = new StringBuilder();
    Reporter.of(Format.HUMAN, true)
        .report(
            findings,
            (name, number) ->
                number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty(),
            out);
    return out.toString();
  }

  /**
   * Holds what is shown against the text beside a document. With {@code -Dletterpress.update=true}
   * that text is written anew, and its difference is to be read.
   */
  public static void assertShown(Path document, String shown) throws IOException {
    Path text = document.resolveSibling(document.getFileName().toString().replace(".xml", ".txt"));
    if (Boolean.getBoolean("letterpress.update")) {
      Files.writeString(text, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(text));
  }

  private static List<Path> all(Set<String> families, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> families.contains(family(code(file))))
          .sorted()
          .toList();
    }
  }
}
