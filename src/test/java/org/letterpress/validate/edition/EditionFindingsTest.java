package org.letterpress.validate.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FactsHandler;
import org.letterpress.letter.FileFacts;
import org.letterpress.report.Format;
import org.letterpress.report.Reporter;
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
  private static final Path FIXTURES = Path.of("src", "test", "resources", "diagnostics");

  private static final Set<String> FAMILIES =
      Set.of("LP-ID", "LP-LINK", "LP-NOTE", "LP-FACS", "LP-LETTER", "LP-REG", "LP-TEXT");

  /** Entries can share an id in two files only. */
  private static final Set<Code> IN_SEVERAL_FILES = Set.of(Code.ID_ENTRY_TWICE);

  static List<Path> faulty() throws IOException {
    return fixtures("-error.xml");
  }

  static List<Path> sound() throws IOException {
    return fixtures("-valid.xml");
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void aFaultIsNamedByItsCodeAndInAnEditorsWords(Path file) throws IOException {
    List<Diagnostic> found = check(file);
    assertThat(found)
        .filteredOn(finding -> finding.code().id().equals(code(file)))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.location().line()).isPositive());
    Path golden = file.resolveSibling(file.getFileName().toString().replace(".xml", ".txt"));
    String shown = shown(file, found);
    if (Boolean.getBoolean("letterpress.update")) {
      Files.writeString(golden, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void aSoundEditionHasNoSuchFinding(Path file) throws IOException {
    assertThat(check(file)).extracting(finding -> finding.code().id()).doesNotContain(code(file));
  }

  @Test
  void everyCodeHasAFaultyAndASoundEdition() throws IOException {
    List<String> wanted =
        Arrays.stream(Code.values())
            .filter(
                code -> FAMILIES.contains(family(code.id())) && !IN_SEVERAL_FILES.contains(code))
            .map(Code::id)
            .sorted()
            .toList();
    assertThat(wanted).isNotEmpty();
    assertThat(codes(faulty())).isEqualTo(wanted);
    assertThat(codes(sound())).isEqualTo(wanted);
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

  private static String shown(Path file, List<Diagnostic> findings) throws IOException {
    List<String> lines = Files.readAllLines(file);
    StringBuilder out = new StringBuilder();
    Reporter.of(Format.HUMAN, true)
        .report(
            findings,
            (name, number) ->
                number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty(),
            out);
    return out.toString();
  }

  private static String code(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static String family(String code) {
    return code.substring(0, code.lastIndexOf('-'));
  }

  private static List<String> codes(List<Path> files) {
    return files.stream().map(EditionFindingsTest::code).distinct().sorted().toList();
  }

  private static List<Path> fixtures(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> FAMILIES.contains(family(code(file))))
          .sorted()
          .toList();
    }
  }
}
