package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Severity;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;

/** The rules of {@code letterpress.sch}: each has a file that breaks it and one that keeps it. */
class SchematronRulesTest {
  private static final String ERROR = "-error.xml";
  private static final String VALID = "-valid.xml";
  private static final Processor PROCESSOR = new Processor(false);
  private static SchematronRules rules;

  @BeforeAll
  static void compile() throws IOException {
    Diagnostics findings = new Diagnostics();
    try (InputStream schema = open("letterpress.sch")) {
      rules = compile("letterpress.sch", schema.readAllBytes(), findings);
    }
    assertThat(findings.sorted()).isEmpty();
    assertThat(rules).isNotNull();
  }

  @TestFactory
  List<DynamicTest> eachRuleTellsItsFixturesApart() throws IOException, URISyntaxException {
    List<Path> fixtures = fixtures();
    assertThat(fixtures).as("fixtures").isNotEmpty();
    return fixtures.stream()
        .map(
            fixture ->
                dynamicTest(
                    fixture.getFileName().toString(),
                    fixture.toUri(),
                    () -> {
                      String name = fixture.getFileName().toString();
                      boolean broken = name.endsWith(ERROR);
                      String id = "[" + name.replaceFirst("-(error|valid)\\.xml$", "") + "]";
                      List<String> messages =
                          check(Files.readString(fixture)).stream()
                              .map(Diagnostic::message)
                              .toList();
                      if (broken) {
                        assertThat(messages).anyMatch(message -> message.endsWith(id));
                      } else {
                        assertThat(messages).noneMatch(message -> message.contains(id));
                      }
                    }))
        .toList();
  }

  @Test
  void everyRuleHasAFailingAndAPassingFixture() throws Exception {
    List<String> names =
        fixtures().stream().map(fixture -> fixture.getFileName().toString()).toList();
    List<String> wanted = new ArrayList<>();
    try (InputStream schema = open("letterpress.sch")) {
      XdmNode document =
          PROCESSOR
              .newDocumentBuilder()
              .build(new SAXSource(SafeParser.newReader(), new InputSource(schema)));
      PROCESSOR
          .newXPathCompiler()
          .evaluate("//(*:assert | *:report)/string(@id)", document)
          .forEach(
              id -> {
                wanted.add(id.getStringValue() + ERROR);
                wanted.add(id.getStringValue() + VALID);
              });
    }
    assertThat(wanted).isNotEmpty();
    assertThat(names).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void aFindingStandsAtTheLineOfItsElement() throws Exception {
    List<Diagnostic> findings = check(letter("<p>A\n <gap/> door.</p>"));
    assertThat(findings)
        .filteredOn(finding -> finding.message().endsWith("[gap-says-why]"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.SCH_RULE);
              assertThat(finding.location().file()).isEqualTo("a.xml");
              assertThat(finding.location().line()).isEqualTo(2);
            });
  }

  @Test
  void theRoleOfARuleIsItsSeverity() throws Exception {
    assertThat(own("role='warning'").get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(own("role='info'").get(0).severity()).isEqualTo(Severity.NOTE);
    assertThat(own("").get(0).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void theFirstSentenceIsTheMessageAndTheRestTheHelp() throws Exception {
    Diagnostic finding = own("").get(0);
    assertThat(finding.message()).isEqualTo("There is a word [own-rule]");
    assertThat(finding.remedy()).isEqualTo("Remove it.");
  }

  @Test
  void aBrokenSchemaIsReportedAndNotUsed() {
    Diagnostics findings = new Diagnostics();
    SchematronRules broken = compile("own.sch", schema("p[", ""), findings);
    assertThat(broken).isNull();
    assertThat(findings.sorted()).extracting(Diagnostic::code).containsExactly(Code.SCHEMA_BROKEN);
    assertThat(findings.sorted().get(0).location().file()).isEqualTo("own.sch");
  }

  private static List<Diagnostic> own(String role) throws SaxonApiException {
    Diagnostics broken = new Diagnostics();
    SchematronRules own = compile("own.sch", schema("p", role), broken);
    assertThat(broken.sorted()).isEmpty();
    List<Diagnostic> findings = new ArrayList<>();
    own.check(build("<a><p/></a>"), "a.xml", () -> null, findings::add);
    return findings;
  }

  private static SchematronRules compile(String name, byte[] schema, Diagnostics findings) {
    return new SchematronCompiler(() -> PROCESSOR, null)
        .compile(name, new SchemaText("file:/" + name, schema), Includes.NONE, "", findings);
  }

  private static byte[] schema(String context, String role) {
    String text =
        "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt3'>"
            + "<pattern><rule context='"
            + context
            + "'><report id='own-rule' test='true()' "
            + role
            + ">There is a word. Remove it.</report></rule></pattern></schema>";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String letter(String body) {
    return "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body>"
        + body
        + "</body></text></TEI>";
  }

  private static List<Diagnostic> check(String xml) throws SaxonApiException {
    List<Diagnostic> findings = new ArrayList<>();
    rules.check(build(xml), "a.xml", () -> null, findings::add);
    return findings;
  }

  private static XdmNode build(String xml) throws SaxonApiException {
    DocumentBuilder builder = PROCESSOR.newDocumentBuilder();
    builder.setLineNumbering(true);
    InputSource source = new InputSource(new StringReader(xml));
    return builder.build(new SAXSource(SafeParser.newReader(), source));
  }

  private static List<Path> fixtures() throws IOException, URISyntaxException {
    Path folder = Path.of(SchematronRulesTest.class.getResource("/schematron").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ERROR) || file.toString().endsWith(VALID))
          .sorted()
          .toList();
    }
  }

  private static InputStream open(String name) {
    return SchematronRules.class.getResourceAsStream("/org/letterpress/schema/" + name);
  }
}
