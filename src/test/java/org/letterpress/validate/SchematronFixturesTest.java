package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;

class SchematronFixturesTest {
  private static final Path SCHEMA = Path.of("schema", "letterpress.sch");
  private static final Path FIXTURES = Path.of("src", "test", "resources", "schematron");
  private static final String SMALL =
      """
      <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
        <pattern>
          <rule context="p">
            <assert id="has-words" test="normalize-space()" role="warning"
                diagnostics="why">The paragraph is empty. Write e.g. Some words.</assert>
            <report id="has-date" test="@date" role="info" subject="@date">It has a date</report>
            <assert test="not(@bad)">Nameless.</assert>
          </rule>
        </pattern>
        <diagnostics><diagnostic id="why">Readers see nothing.</diagnostic></diagnostics>
      </schema>
      """;

  private static final Processor PROCESSOR = new Processor(false);
  private static SchematronRules ours;

  @TempDir private Path folder;

  private final Diagnostics findings = new Diagnostics();

  @BeforeAll
  static void compileOurs() throws IOException {
    Diagnostics findings = new Diagnostics();
    ours =
        new SchematronCompiler(() -> PROCESSOR, null)
            .compile("letterpress.sch", SchemaText.read(SCHEMA), Includes.NONE, "", findings);
    assertThat(findings.sorted()).isEmpty();
  }

  static List<Path> faulty() throws IOException {
    return fixtures("-error.xml");
  }

  static List<Path> sound() throws IOException {
    return fixtures("-valid.xml");
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void aFaultIsFoundByTheRuleThatTheFileIsNamedAfter(Path file) throws Exception {
    String rule = file.getFileName().toString().replace("-error.xml", "");
    List<Diagnostic> found = check(ours, Files.readString(file));
    assertThat(found).anySatisfy(finding -> assertThat(finding.message()).contains(named(rule)));
    assertThat(found).allSatisfy(finding -> assertThat(finding.location().line()).isPositive());
  }

  @ParameterizedTest
  @MethodSource("sound")
  void aSoundDocumentIsNotFoundByItsRule(Path file) throws Exception {
    String rule = file.getFileName().toString().replace("-valid.xml", "");
    assertThat(check(ours, Files.readString(file)))
        .noneSatisfy(finding -> assertThat(finding.message()).contains(named(rule)));
  }

  @Test
  void everyRuleHasAFaultyAndASoundDocument() throws IOException {
    TreeSet<String> rules = new TreeSet<>();
    Pattern.compile("<sch:(?:assert|report)\\s+id=\"([^\"]+)\"")
        .matcher(Files.readString(SCHEMA))
        .results()
        .map((MatchResult match) -> match.group(1))
        .forEach(rules::add);
    assertThat(rules).isNotEmpty();
    assertThat(names(faulty(), "-error.xml")).containsAll(rules);
    assertThat(names(sound(), "-valid.xml")).containsAll(rules);
  }

  @Test
  void aFindingHasWeightRemedyAndPlace() throws Exception {
    List<Diagnostic> found = check(small(null), "<text>\n <p/>\n <p date='x'>a</p>\n</text>");
    assertThat(found)
        .containsExactly(
            new Diagnostic(
                Code.SCH_RULE,
                Severity.WARNING,
                "The paragraph is empty [has-words]",
                new Location("letter.xml", 2, 6, "/text[1]/p[1]"),
                List.of(),
                "Write e.g. Some words. Readers see nothing."),
            new Diagnostic(
                Code.SCH_RULE,
                Severity.NOTE,
                "It has a date [has-date]",
                new Location("letter.xml", 3, 14, "/text[1]/p[2]/@date"),
                List.of(),
                ""));
  }

  @Test
  void aRuleWithoutRoleAndIdIsAnErrorInItsOwnWords() throws Exception {
    Diagnostic found = check(small(null), "<p bad=''>a</p>").get(0);
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.message()).isEqualTo("Nameless");
  }

  @Test
  void aKeptStylesheetFindsTheSame() throws Exception {
    String text = "<text><p/></text>";
    List<Diagnostic> first = check(small(folder), text);
    assertThat(kept(folder)).hasSize(1);
    assertThat(first).isNotEmpty().isEqualTo(check(small(folder), text));
  }

  @Test
  void aSchemaIsMadeAnewWhenAPartOfItChanges() throws Exception {
    String part =
        "<pattern xmlns='http://purl.oclc.org/dsdl/schematron'><rule context='p'>"
            + "<assert test='@x' id='x'>x</assert></rule></pattern>";
    Files.writeString(folder.resolve("part.sch"), part);
    String schema =
        "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt3'>"
            + "<include href='part.sch'/></schema>";
    Path cache = folder.resolve("cache");
    assertThat(check(compile(schema, cache), "<p/>")).hasSize(1);
    assertThat(check(compile(schema, cache), "<p/>")).hasSize(1);
    assertThat(kept(cache)).hasSize(1);
    Files.writeString(folder.resolve("part.sch"), part.replace("@x", "not(@x)"));
    assertThat(check(compile(schema, cache), "<p/>")).isEmpty();
    assertThat(kept(cache)).hasSize(2);
  }

  @Test
  void aBrokenSchemaIsAFinding() {
    assertThat(compile("<schema", null)).isNull();
    assertThat(compile("<p/>", null)).isNull();
    assertThat(compile(SMALL.replace("not(@bad)", "not(@bad"), null)).isNull();
    assertThat(compile(SMALL.replace("xslt3", "perl"), null)).isNull();
    assertThat(findings.sorted())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(Code.SCHEMA_BROKEN));
  }

  @Test
  void aRuleThatFailsWhileItRunsIsAFinding() throws Exception {
    SchematronRules rules = compile(SMALL.replace("not(@bad)", "@bad + 1 gt 0"), null);
    assertThat(check(rules, "<p bad='x'>a</p>"))
        .extracting(Diagnostic::code)
        .containsExactly(Code.SCH_FAILED);
  }

  @Test
  void threadsShareRulesAndAgree() throws Exception {
    SchematronRules rules = small(null);
    List<Diagnostic> alone = check(rules, "<text><p/><p date='x'/></text>");
    List<List<Diagnostic>> together =
        IntStream.range(0, 100)
            .parallel()
            .mapToObj(number -> check(rules, "<text><p/><p date='x'/></text>"))
            .toList();
    assertThat(together).isEqualTo(Collections.nCopies(100, alone));
  }

  private SchematronRules small(Path cache) {
    SchematronRules rules = compile(SMALL, cache);
    assertThat(findings.sorted()).isEmpty();
    return rules;
  }

  private SchematronRules compile(String schema, Path cache) {
    return compile(schema, cache, "");
  }

  private SchematronRules compile(String schema, Path cache, String phase) {
    SchemaText text =
        new SchemaText(
            folder.resolve("own.sch").toUri().toString(), schema.getBytes(StandardCharsets.UTF_8));
    return new SchematronCompiler(() -> PROCESSOR, cache)
        .compile("own.sch", text, new IncludeFence(List.of(folder)), phase, findings);
  }

  private static List<Path> kept(Path cache) throws IOException {
    try (Stream<Path> kept = Files.list(cache.resolve("schematron"))) {
      return kept.toList();
    }
  }

  private static String named(String rule) {
    return "[" + rule + "]";
  }

  private static List<String> names(List<Path> files, String suffix) {
    return files.stream().map(f -> f.getFileName().toString().replace(suffix, "")).toList();
  }

  private static List<Path> fixtures(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(f -> f.getFileName().toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static List<Diagnostic> check(SchematronRules rules, String document) {
    return RuleRun.check(PROCESSOR, rules, document);
  }
}
