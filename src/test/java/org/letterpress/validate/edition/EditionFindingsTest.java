package org.letterpress.validate.edition;

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
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FactsHandler;
import org.letterpress.letter.FileFacts;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;

/**
 * Each kind of finding about an edition as a whole has editions of one file that have it and that
 * have not, in {@code src/test/resources/diagnostics/CODE}. The text beside a faulty one is what
 * the user reads.
 *
 * <p>Run with {@code -Dletterpress.update=true} to write the texts anew, and read the difference.
 */
class EditionFindingsTest {
  private static final Set<String> FAMILIES =
      Set.of("LP-ID", "LP-LINK", "LP-NOTE", "LP-FACS", "LP-LETTER", "LP-REG", "LP-TEXT");

  /** Entries, and letters, can share an id in two files only. */
  private static final Set<Code> IN_SEVERAL_FILES =
      Set.of(Code.ID_ENTRY_TWICE, Code.ID_LETTER_SHARED);

  /** Only a build decodes images. */
  private static final Set<Code> IN_A_BUILD = Set.of(Code.FACS_DAMAGED);

  static List<Path> faulty() throws IOException {
    return CodeFixtures.faulty(FAMILIES);
  }

  static List<Path> sound() throws IOException {
    return CodeFixtures.sound(FAMILIES);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void aFaultIsNamedByItsCodeAndInAnEditorsWords(Path file) throws IOException {
    List<Diagnostic> found = check(file);
    assertThat(found)
        .filteredOn(finding -> finding.code().id().equals(CodeFixtures.code(file)))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.location().line()).isPositive());
    CodeFixtures.assertShown(file, CodeFixtures.shown(Files.readString(file), found));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void aSoundEditionHasNoSuchFinding(Path file) throws IOException {
    assertThat(check(file))
        .extracting(finding -> finding.code().id())
        .doesNotContain(CodeFixtures.code(file));
  }

  @Test
  void everyCodeHasAFaultyAndASoundEdition() throws IOException {
    List<String> wanted =
        Arrays.stream(Code.values())
            .filter(
                code ->
                    FAMILIES.contains(CodeFixtures.family(code.id()))
                        && !IN_SEVERAL_FILES.contains(code)
                        && !IN_A_BUILD.contains(code))
            .map(Code::id)
            .sorted()
            .toList();
    assertThat(wanted).isNotEmpty();
    assertThat(CodeFixtures.codes(faulty())).isEqualTo(wanted);
    assertThat(CodeFixtures.codes(sound())).isEqualTo(wanted);
  }

  private static List<Diagnostic> check(Path file) throws IOException {
    Path path = file.toAbsolutePath();
    SourceFile source = new SourceFile(path, "letter.xml", "tei/letter.xml");
    Diagnostics findings = new Diagnostics();
    FactsHandler facts = new FactsHandler(source, "", false, findings);
    FileObservers observers = new FileObservers(source, findings);
    SafeParser parser = new SafeParser(path.getParent());
    assertThat(parser.parse(source, List.of(facts, observers), findings)).isTrue();
    List<FileFacts> all = List.of(facts.facts());
    EditionIndex index = EditionIndex.join(all, "en", findings);
    EditionRules.check(index, all, List.of(observers.facts()), findings);
    return findings.sorted();
  }
}
