package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.CodeFixtures;

/**
 * Each kind of grammar finding has documents that have it and documents that have not, in {@code
 * src/test/resources/diagnostics/CODE}. The text beside a faulty one is what the user reads.
 *
 * <p>Run with {@code -Dletterpress.update=true} to write the texts anew, and read the difference.
 */
class GrammarFindingsTest {
  private static final Set<String> FAMILIES = Set.of("LP-RNG");
  private static final Grammar GRAMMAR = Checked.smallGrammar();

  static List<Path> faulty() throws IOException {
    return CodeFixtures.faulty(FAMILIES);
  }

  static List<Path> sound() throws IOException {
    return CodeFixtures.sound(FAMILIES);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void aFaultIsNamedByItsCodeAndInAnEditorsWords(Path file) throws IOException {
    Checked checked = Checked.by(GRAMMAR, Files.readString(file));
    assertThat(checked.findings())
        .extracting(finding -> finding.code().id())
        .contains(CodeFixtures.code(file));
    CodeFixtures.assertShown(file, checked.shown());
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
    assertThat(CodeFixtures.codes(faulty())).isEqualTo(wanted);
    assertThat(CodeFixtures.codes(sound())).isEqualTo(wanted);
  }
}
