package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Severity;

/** How schemas are put together before SchXslt2 compiles them, and how the result is kept. */
class SchematronCompilerTest {
  private static final String NAMESPACES =
      "xmlns='http://purl.oclc.org/dsdl/schematron'"
          + " xmlns:sqf='http://www.schematron-quickfix.com/validator/process'";
  private static final Processor PROCESSOR = new Processor(false);

  @TempDir private Path folder;

  private final Diagnostics findings = new Diagnostics();

  @Test
  void functionsOfASchemaCallItsNamedTemplatesAndVariables() throws Exception {
    List<Diagnostic> found =
        check(
            "<schema "
                + NAMESPACES
                + """
                 xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:m='urn:mine' queryBinding='xslt2'>
                  <ns prefix='m' uri='urn:mine'/>
                  <pattern><rule context='note'>
                    <assert test='m:many(@n)'>Only <value-of select='@n'/>.</assert>
                  </rule></pattern>
                  <xsl:variable name='m:least' select='3'/>
                  <xsl:function name='m:many'>
                    <xsl:param name='n'/>
                    <xsl:call-template name='m:compare'><xsl:with-param name='n' select='$n'/>
                    </xsl:call-template>
                  </xsl:function>
                  <xsl:template name='m:compare'>
                    <xsl:param name='n'/>
                    <xsl:sequence select='number($n) ge number($m:least)'/>
                  </xsl:template>
                </schema>
                """,
            "<body><note n='2'/><note n='3'/></body>");
    assertThat(found).extracting(Diagnostic::message).containsExactly("Only 2");
  }

  /** Most schemas have rules for elements only, and are led past attributes and text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "note                                ; 2",
        "body/(note | p)                     ; 3",
        "*[@n = ']']                         ; 1",
        "body[note[@n = '@']]//p             ; 1",
        "/                                   ; 1",
        "/*                                  ; 1",
        "@n                                  ; 2",
        "note/@*                             ; 2",
        "p | note/attribute::n               ; 3",
        "note[1]/@n | p                      ; 2",
        "text()                              ; 3",
        "note/text()                         ; 2",
        "p/node()                            ; 1",
        "p/child::node()                     ; 1",
        "comment()                           ; 1",
        "processing-instruction()            ; 1",
        "processing-instruction('x') | p     ; 2",
        ".[self::comment()]                  ; 1",
        "root()                              ; 1",
        "body/descendant-or-self::*          ; 4",
        "body/child::note | self::p          ; 3",
        "body/descendant::text()             ; 3",
        "note/self::node()                   ; 2",
        "body/descendant::node()             ; 8",
        "(: it's a :) note/(: it's b :)@n    ; 2",
        "note/text  ()                       ; 2",
      })
  void rulesHoldForWhateverTheirContextIs(String context, int times) throws Exception {
    String rule = "<rule context=\"" + context + "\"><report test='true()'>met</report></rule>";
    String document =
        "<body><note n='@'>a</note><!--b--><?x c?><note n=']'>d</note><p>e</p></body>";
    List<Diagnostic> found = check(schema("<pattern>" + rule + "</pattern>"), document);
    assertThat(found).hasSize(times);
  }

  @Test
  void aRuleForAttributesIsMetBesideRulesForElementsInOtherPatterns() throws Exception {
    List<Diagnostic> found =
        check(
            schema(
                """
                <pattern><rule context='note'><report test='true()'>element</report></rule></pattern>
                <pattern><rule context='@n'><report test='true()'>attribute</report></rule></pattern>
                <pattern><rule context='p'><report test='true()'>paragraph</report></rule></pattern>
                """),
            "<body><note n='1'/><p/></body>");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder("element", "attribute", "paragraph");
  }

  @Test
  void theTitlesOfQuickFixesAreHelp() throws Exception {
    List<Diagnostic> found =
        check(
            schema(
                """
                <sqf:fixes>
                  <sqf:fix id="drop"><sqf:description><sqf:title>Delete the note</sqf:title>
                    </sqf:description><sqf:delete/></sqf:fix>
                </sqf:fixes>
                <pattern><rule context="note">
                  <assert id="typed" test="@type" sqf:fix="type drop nothing">No type.</assert>
                  <report id="long" test="false()" sqf:fix="drop">Too long</report>
                  <sqf:group id="type">
                    <sqf:fix id="a"><sqf:description>
                      <sqf:title>Make <value-of select="name()"/> a <value-of select="$kind"/></sqf:title>
                      <sqf:p>It says what it is</sqf:p></sqf:description>
                      <sqf:param name="kind"/><sqf:add target="type"/></sqf:fix>
                    <sqf:fix id="b"><sqf:description><sqf:title>Ask somebody</sqf:title>
                      </sqf:description></sqf:fix>
                  </sqf:group>
                </rule></pattern>
                """),
            "<note/>");
    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).isEqualTo("No type [typed]");
              assertThat(finding.remedy())
                  .isEqualTo(
                      "possible fixes: Make note a …: It says what it is; Ask somebody;"
                          + " Delete the note");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "fatal,ERROR", "error,ERROR", "warning,WARNING", "warn,WARNING", "nonfatal,WARNING",
    "information,NOTE", "info,NOTE", "note,NOTE", "' Warn ',WARNING", "anything,ERROR"
  })
  void aRoleIsASeverity(String role, Severity severity) throws Exception {
    String rule =
        "<pattern><rule context='p'><assert role='"
            + role
            + "' test='false()'>A</assert></rule>"
            + "</pattern>";
    assertThat(check(schema(rule), "<p/>").get(0).severity()).isEqualTo(severity);
  }

  @Test
  void aRoleIsHandedDownUnlessItMeansSomethingElse() throws Exception {
    List<Diagnostic> found =
        check(
            schema(
                "<pattern role='info'><rule context='p'><assert test='false()'>A</assert></rule>"
                    + "<rule context='q' role='warning'><assert test='false()'>B</assert>"
                    + "<assert role='error' test='false()'>C</assert></rule>"
                    + "<rule context='r' role='author'><assert test='false()'>D</assert></rule>"
                    + "</pattern>"),
            "<x><p/><q/><r/></x>");
    assertThat(found)
        .extracting(finding -> finding.message() + " " + finding.severity())
        .containsExactlyInAnyOrder("A NOTE", "B WARNING", "C ERROR", "D NOTE");
  }

  @Test
  void prefixesThatTheSchemaLeavesOutAreKnown() throws Exception {
    String schema =
        "<schema "
            + NAMESPACES
            + " xmlns:t='urn:t' queryBinding='xslt2'><pattern><rule context='t:p'>"
            + "<assert test='@n castable as xs:integer'>A number</assert></rule></pattern></schema>";
    assertThat(check(schema, "<p xmlns='urn:t' n='x'/>")).hasSize(1);
    assertThat(check(schema, "<p xmlns='urn:t' n='1'/>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xslt", "xslt2", "XSLT3", "xpath2", "xpath3", ""})
  void knownQueryLanguagesAreTaken(String language) {
    String schema = schema("").replace("xslt3", language);
    assertThat(compile(schema, null, "")).as(findings.sorted().toString()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stx", "xquery", "exslt", "xslt99"})
  void otherQueryLanguagesAreNamed(String language) {
    assertThat(compile(schema("").replace("xslt3", language), null, "")).isNull();
    assertThat(findings.sorted().get(0).message())
        .contains("its queryBinding \"" + language + "\" is not known here");
  }

  @Test
  void whatIsIncludedAndExtendedIsDrawnIn() throws Exception {
    write(
        "rule.sch",
        "<rule abstract='true' id='r' " + NAMESPACES + "><assert test='@a'>A</assert></rule>");
    write(
        "patterns.sch",
        schema(
            "<pattern id='one'><rule context='p'><assert test='@b'>B</assert></rule></pattern>"));
    String schema =
        schema(
            "<include href='patterns.sch#one'/><pattern><rule context='q'>"
                + "<extends href='rule.sch'/></rule></pattern>");
    assertThat(check(schema, "<x><p/><q/></x>"))
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void whatIsMissingOrIncludesItselfIsNamed() throws IOException {
    write("loop.sch", "<pattern " + NAMESPACES + "><include href='loop.sch'/></pattern>");
    assertThat(compile(schema("<include href='gone.sch'/>"), null, "")).isNull();
    assertThat(compile(schema("<include href='loop.sch'/>"), null, "")).isNull();
    assertThat(compile(schema("<include href='own.sch'/>"), null, "")).isNull();
    assertThat(compile(schema("<include href='loop.sch#x'/>"), null, "")).isNull();
    assertThat(findings.sorted())
        .extracting(Diagnostic::message)
        .anySatisfy(message -> assertThat(message).contains("there is no file gone.sch"))
        .anySatisfy(message -> assertThat(message).contains("it includes itself through loop.sch"))
        .anySatisfy(
            message -> assertThat(message).contains("includes loop.sch#x, but there is no"));
  }

  @Test
  void aDefaultPhaseThatDoesNotExistIsSaidSo() {
    String schema =
        schema("<phase id='a'/>").replace("queryBinding", "defaultPhase='b' queryBinding");
    assertThat(compile(schema, null, "")).isNull();
    assertThat(findings.sorted().get(0).message()).contains("it has no phase \"b\"; it has a");
  }

  @Test
  void rulesOfIncludedGrammarsCountOnce() throws Exception {
    write(
        "part.rng",
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><define name='p'><element name='p'>"
            + "<text/><pattern id='p' xmlns='http://purl.oclc.org/dsdl/schematron'>"
            + "<rule context='p'><assert test='@a'>A</assert></rule></pattern></element></define>"
            + "</grammar>");
    String grammar =
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='part.rng'/>"
            + "<start><element name='x'><ref name='p'/><grammar><include href='part.rng'/>"
            + "<start><ref name='p'/></start></grammar></element></start></grammar>";
    assertThat(check(grammar, "<x><p/></x>")).hasSize(1);
  }

  @Test
  void manyMayKeepTheSameSchemaAtOnce() {
    Path cache = folder.resolve("cache");
    String schema =
        schema("<pattern><rule context='p'><assert test='@a'>A</assert></rule></pattern>");
    List<Integer> counts =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(number -> check(compile(schema, cache, ""), "<p/>").size())
            .toList();
    assertThat(counts).isEqualTo(Collections.nCopies(8, 1));
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void aCacheThatCannotBeWrittenDoesNoHarm() throws Exception {
    Path file = Files.writeString(folder.resolve("cache"), "a file, no folder");
    String schema =
        schema("<pattern><rule context='p'><assert test='@a'>A</assert></rule></pattern>");
    assertThat(check(compile(schema, file, ""), "<p/>")).hasSize(1);
  }

  @Test
  void eachPhaseIsKeptForItself() throws Exception {
    Path cache = folder.resolve("cache");
    String schema =
        schema(
            "<phase id='f'><active pattern='one'/></phase><pattern id='one'><rule context='p'>"
                + "<assert test='@a'>A</assert></rule></pattern><pattern id='two'>"
                + "<rule context='p'><assert test='@b'>B</assert></rule></pattern>");
    for (int round = 0; round < 2; round++) {
      assertThat(check(compile(schema, cache, ""), "<p/>")).hasSize(2);
      assertThat(check(compile(schema, cache, "f"), "<p/>")).hasSize(1);
    }
    try (Stream<Path> kept = Files.list(cache.resolve("schematron"))) {
      assertThat(kept).hasSize(2);
    }
  }

  /** TEI's full grammar lies beside the repository; where it is missing, this test is skipped. */
  @Test
  void theRulesInTeisOwnGrammarAreApplied() throws Exception {
    Path grammar = Path.of("../shared/tei/tei_all.rng").toAbsolutePath().normalize();
    Assumptions.assumeTrue(Files.isRegularFile(grammar), () -> grammar + " is not there");
    SchematronRules rules =
        new SchematronCompiler(() -> PROCESSOR, null)
            .compile("tei_all.rng", SchemaText.read(grammar), Includes.NONE, "", findings);
    assertThat(findings.sorted()).isEmpty();
    List<Diagnostic> found =
        check(
            rules,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>On"
                + " <date when='1901' notBefore='1900'>that day</date><p>in a <s>b <s>c</s></s></p></p>"
                + "</body></text></TEI>");
    assertThat(found)
        .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(Code.SCH_RULE))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).startsWith("The @when attribute cannot be used");
            })
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.remedy() + finding.message()).contains("Paragraphs may not occur");
            });
  }

  private static String schema(String content) {
    return "<schema " + NAMESPACES + " queryBinding='xslt3'>" + content + "</schema>";
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private SchematronRules compile(String schema, Path cache, String phase) {
    SchemaText text =
        new SchemaText(
            folder.resolve("own.sch").toUri().toString(), schema.getBytes(StandardCharsets.UTF_8));
    return new SchematronCompiler(() -> PROCESSOR, cache)
        .compile("own.sch", text, new IncludeFence(List.of(folder)), phase, findings);
  }

  private List<Diagnostic> check(String schema, String document) throws SaxonApiException {
    SchematronRules rules = compile(schema, null, "");
    assertThat(findings.sorted()).isEmpty();
    return check(rules, document);
  }

  private static List<Diagnostic> check(SchematronRules rules, String document) {
    return RuleRun.check(PROCESSOR, rules, document);
  }
}
