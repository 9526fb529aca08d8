package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.diagnostic.Code;

/**
 * Each kind of grammar finding has documents that have it and documents that have not, in {@code
 * src/test/resources/diagnostics/CODE}. The text beside a faulty one is what the user reads.
 *
 * <p>Run with {@code -Dletterpress.update=true} to write the texts anew, and read the difference.
 */
class GrammarFindingsTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "diagnostics");
  private static final Grammar GRAMMAR = Checked.smallGrammar();

  static List<Path> faulty() throws IOException {
    return fixtures("-error.xml");
  }

  static List<Path> sound() throws IOException {
    return fixtures("-valid.xml");
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void aFaultIsNamedByItsCodeAndInAnEditorsWords(Path file) throws IOException {
    Checked checked = Checked.by(GRAMMAR, Files.readString(file));
    assertThat(checked.findings())
        .extracting(finding -> finding.code().id())
        .contains(file.getParent().getFileName().toString());
    Path golden = file.resolveSibling(file.getFileName().toString().replace(".xml", ".txt"));
    if (Boolean.getBoolean("letterpress.update")) {
      Files.writeString(golden, checked.shown());
    }
    assertThat(checked.shown()).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void aSoundDocumentHasNoFindings(Path file) throws IOException {
    assertThat(Checked.by(GRAMMAR, Files.readString(file)).findings()).isEmpty();
  }

  @Test
  void everyCodeHasAFaultyAndASoundDocument() throws IOException {
    List<String> wanted =
        Arrays.stream(Code.values())
            .filter(code -> code.id().startsWith("LP-RNG-") && code != Code.RNG_OTHER)
            .map(Code::id)
            .sorted()
            .toList();
    assertThat(wanted).isNotEmpty();
    assertThat(codes(faulty())).isEqualTo(wanted);
    assertThat(codes(sound())).isEqualTo(wanted);
  }

  private static List<String> codes(List<Path> files) {
    return files.stream()
        .map(file -> file.getParent().getFileName().toString())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Path> fixtures(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> file.getParent().getFileName().toString().startsWith("LP-RNG-"))
          .sorted()
          .toList();
    }
  }
}
