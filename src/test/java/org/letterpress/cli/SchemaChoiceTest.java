package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which schemas a document is checked against, and how each language of schemas is read. */
class SchemaChoiceTest {
  private static final String RELAX_NG = "http://relaxng.org/ns/structure/1.0";
  private static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";
  private static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

  @TempDir Path folder;

  @Test
  void whatTheUserNamesGoesBeforeWhatTheDocumentNames() throws IOException {
    grammar("mine.rng", "mine");
    grammar("theirs.rng", "theirs");
    letter(model("theirs.rng", RELAX_NG) + "<letter/>");
    assertThat(run("validate", "letter.xml").out()).contains("it still needs theirs");
    assertThat(run("validate", "letter.xml", "--schema", "mine.rng").out())
        .contains("it still needs mine")
        .doesNotContain("theirs");
  }

  @Test
  void whatTheDocumentNamesGoesBeforeTheEditions() throws IOException {
    grammar("theirs.rng", "theirs");
    grammar("schema/letterpress.rng", "edition");
    letter(model("theirs.rng", RELAX_NG) + "<letter/>");
    assertThat(run("validate", "letter.xml").out()).contains("it still needs theirs");
    letter("<letter/>");
    assertThat(run("validate", "letter.xml").out()).contains("it still needs edition");
  }

  @Test
  void theEditionsOnlySchemaIsItsSchema() throws IOException {
    grammar("schema/briefe.rng", "brief");
    letter("<letter/>");
    assertThat(run("validate", "letter.xml").out()).contains("it still needs brief");
    grammar("schema/register.rng", "register");
    assertThat(run("validate", "letter.xml").out()).contains("begin it with TEI");
  }

  @Test
  void aFileOfTheSameNameInTheEditionStandsInForOneThatIsMissing() throws IOException {
    grammar("schema/letterpress.rng", "edition");
    grammar("schema/briefe.rng", "brief");
    letter(model("../../gone/briefe.rng", RELAX_NG) + "<letter/>");
    assertThat(run("validate", "letter.xml").out())
        .contains("there is no such file: it is checked against schema/briefe.rng instead")
        .contains("it still needs brief");
  }

  @Test
  void aFileDeepInAnEditionIsCheckedAgainstTheEditionsSchema() throws IOException {
    grammar("schema/letterpress.rng", "edition");
    write("tei/letters/1901/a.xml", "<letter/>");
    assertThat(run("validate", "tei/letters/1901/a.xml").out()).contains("it still needs edition");
    assertThat(run("validate", "tei/letters").out()).contains("it still needs edition");
  }

  @Test
  void aGrammarThatTheUserNamesLeavesTheEditionsRules() throws IOException {
    grammar("mine.rng", "mine");
    rule("schema/letterpress.sch", "the edition's rule");
    letter("<letter/>");
    assertThat(run("validate", "letter.xml", "--schema", "mine.rng").out())
        .contains("it still needs mine", "the edition's rule");
  }

  @Test
  void rulesThatTheUserNamesHideTheEditions() throws IOException {
    grammar("mine.rng", "mine");
    rule("mine.sch", "my rule");
    write("schema/letterpress.sch", "<schema xmlns='" + SCHEMATRON + "'><broken");
    letter("<letter/>");
    assertThat(run("validate", "letter.xml", "--schema", "mine.rng", "--schema", "mine.sch").out())
        .contains("it still needs mine", "my rule")
        .doesNotContain("LP-SCHEMA");
  }

  @Test
  void aSchemaIsWhatItHoldsWhateverItsNameEndsWith() throws IOException {
    rule("mine.rng", "my rule");
    write("schema/letterpress.sch", "<schema xmlns='" + SCHEMATRON + "'><broken");
    grammar("schema/letterpress.rng", "edition");
    letter("<letter/>");
    assertThat(run("validate", "letter.xml", "--schema", "mine.rng").out())
        .contains("it still needs edition", "my rule")
        .doesNotContain("LP-SCHEMA");
  }

  @Test
  void severalGrammarsAreAllUsed() throws IOException {
    grammar("one.rng", "one");
    write("two.rnc", "element letter { element two { text } }");
    letter(
        model("one.rng", RELAX_NG)
            + "<?xml-model href='two.rnc' type='application/relax-ng-compact-syntax'?>"
            + "<letter/>");
    assertThat(run("validate", "letter.xml").out())
        .contains("it still needs one", "it still needs two");
  }

  @Test
  void ofSeveralGroupsTheFirstIsUsed() throws IOException {
    grammar("one.rng", "first");
    grammar("two.rng", "second");
    letter("<?xml-model href='one.rng' group='a'?><?xml-model href='two.rng' group='b'?><letter/>");
    assertThat(run("validate", "letter.xml").out())
        .contains("it still needs first")
        .doesNotContain("second");
  }

  @Test
  void theCompactSyntaxIsReadInTheEncodingThatIsSaid() throws IOException {
    Files.write(
        folder.resolve("g.rnc"),
        "element letter { element grüße { text } }".getBytes(StandardCharsets.ISO_8859_1));
    letter("<?xml-model href='g.rnc' charset='ISO-8859-1'?><letter><grüße/></letter>");
    assertThat(run("validate", "letter.xml").said()).doesNotContain("LP-RNG", "LP-SCHEMA");
  }

  @Test
  void anXmlSchemaIsUsedWithWhatItIncludes() throws IOException {
    write(
        "part.xsd",
        "<xs:schema xmlns:xs='"
            + XML_SCHEMA
            + "'><xs:element name='p' type='xs:date'/></xs:schema>");
    write(
        "letter.xsd",
        "<xs:schema xmlns:xs='"
            + XML_SCHEMA
            + "'><xs:include schemaLocation='part.xsd'/><xs:element name='letter'><xs:complexType>"
            + "<xs:sequence><xs:element ref='p'/></xs:sequence></xs:complexType></xs:element>"
            + "</xs:schema>");
    letter(model("letter.xsd", XML_SCHEMA) + "<letter>\n <q/></letter>");
    assertThat(run("validate", "letter.xml").out())
        .contains("error[LP-XSD-001]", "letter.xml:3:", "'q'", "help: one of p is expected")
        .doesNotContain("cvc-", "LP-RNG");
    letter(model("letter.xsd", XML_SCHEMA) + "<letter><p>1901-02-30</p></letter>");
    assertThat(run("validate", "letter.xml").out()).contains("LP-XSD-001", "1901-02-30");
    letter(model("letter.xsd", XML_SCHEMA) + "<letter><p>1901-02-03</p></letter>");
    assertThat(run("validate", "letter.xml").said()).doesNotContain("LP-XSD", "LP-SCHEMA");
    assertThat(run("validate", "letter.xml", "--schema", "letter.xsd").status()).isZero();
  }

  @Test
  void anXmlSchemaDrawsInNothingOutsideTheEdition() throws IOException {
    Path edition = Files.createDirectories(folder.resolve("edition/schema")).getParent();
    write("part.xsd", "<xs:schema xmlns:xs='" + XML_SCHEMA + "'/>");
    for (String location : new String[] {"../part.xsd", "http://127.0.0.1:9/part.xsd"}) {
      write(
          "edition/letter.xsd",
          "<xs:schema xmlns:xs='"
              + XML_SCHEMA
              + "'><xs:include schemaLocation='"
              + location
              + "'/></xs:schema>");
      Files.writeString(edition.resolve("a.xml"), "<letter/>");
      assertThat(run("validate", "edition/a.xml", "--schema", "edition/letter.xsd").out())
          .containsAnyOf("lies outside the edition", "is not in the cache");
    }
  }

  @Test
  void rulesEmbeddedInAGrammarAreAppliedWhenTheDocumentNamesItTwice() throws IOException {
    write("g.rng", EMBEDDED);
    String document = "<t:letter xmlns:t='urn:t'><t:p n='x'/></t:letter>";
    letter(model("g.rng", RELAX_NG) + document);
    assertThat(run("validate", "letter.xml").out()).doesNotContain("A number");
    letter(model("g.rng", RELAX_NG) + model("g.rng", SCHEMATRON) + document);
    Run run = run("validate", "letter.xml");
    assertThat(run.out())
        .contains("warning[LP-SCH-001]: A number [number]", "warning[LP-SCH-001]: Bare [bare]")
        .doesNotContain("LP-SCHEMA", "LP-RNG");
    assertThat(run("validate", "letter.xml", "--schema", "g.rng", "--embedded").out())
        .contains("A number [number]");
  }

  @Test
  void aPhaseIsChosenByTheUserOrTheDocumentOrTheSchema() throws IOException {
    write("r.sch", PHASES);
    letter(model("r.sch", SCHEMATRON) + "<letter/>");
    assertThat(rules()).containsExactly("[one]");
    letter("<?xml-model href='r.sch' phase='second'?><letter/>");
    assertThat(rules()).containsExactly("[two]");
    assertThat(rules("--phase", "#ALL")).containsExactly("[one]", "[two]");
    assertThat(rules("--schema", "r.sch", "--phase", "second")).containsExactly("[two]");
    assertThat(run("validate", "letter.xml", "--schema", "r.sch", "--phase", "third").out())
        .contains("it has no phase \"third\"; it has first, second");
  }

  @Test
  void aGrammarAndRulesMayBeNamedTogether() throws IOException {
    grammar("mine.rng", "mine");
    write("r.sch", PHASES);
    letter("<letter/>");
    assertThat(run("validate", "letter.xml", "--schema", "mine.rng", "--schema", "r.sch").out())
        .contains("it still needs mine", "[one]");
  }

  @Test
  void aLanguageThatIsNotKnownIsOneWarning() throws IOException {
    String nvdl = model("x.nvdl", "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0");
    write("a.xml", nvdl + "<letter/>");
    write("b.xml", nvdl + "<letter/>");
    write("c.xml", "<?xml-model type='x'?><letter/>");
    Run run = run("validate", "a.xml", "b.xml", "c.xml");
    assertThat(run.out())
        .containsOnlyOnce("x.nvdl is not used, since its schematypens is")
        .contains("its xml-model instruction has no href");
  }

  @Test
  void aSchemaThatIsNoneIsReportedOnceAndTheFilesAreChecked() throws IOException {
    write("page.rng", "<!DOCTYPE html><html><head><title>Not found</title></head></html>");
    write("cut.rng", "<grammar xmlns='" + RELAX_NG + "'><start>");
    write("self.rng", "<grammar xmlns='" + RELAX_NG + "'><include href='self.rng'/></grammar>");
    write("self.sch", "<schema xmlns='" + SCHEMATRON + "'><include href='self.sch'/></schema>");
    write("bomb.rng", BOMB);
    for (String schema : new String[] {"page.rng", "cut.rng", "self.rng", "bomb.rng", "gone.rng"}) {
      write("letters/a.xml", model("../" + schema, RELAX_NG) + "<letter/>");
      write("letters/b.xml", model("../" + schema, RELAX_NG) + "<letter/>");
      Run run = run("validate", "letters");
      assertThat(run.out()).as(schema).containsOnlyOnce("warning[LP-SCHEMA-002]");
      assertThat(run.out()).as(schema).contains("2 files name", "begin it with TEI");
      assertThat(run.out().contains("error[LP-SCHEMA-001]"))
          .as(schema)
          .isEqualTo(!schema.equals("gone.rng"));
      Run named = run("validate", "letters", "--schema", schema);
      assertThat(named.status()).as(schema).isEqualTo(1);
      assertThat(named.out()).as(schema).contains("error[LP-SCHEMA-001]", "begin it with TEI");
    }
    assertThat(run("validate", "letters", "--schema", "page.rng").out())
        .containsOnlyOnce("it is a web page (HTML), not a schema");
    assertThat(run("validate", "letters", "--schema", "self.rng").out())
        .containsOnlyOnce("it includes itself");
    assertThat(run("validate", "letters", "--schema", "self.sch").out())
        .contains("it includes itself");
  }

  @Test
  void aSchemaOutsideTheEditionMustLookLikeOne() throws IOException {
    write("passwords", "root");
    write("edition/schema/x.sch", "");
    write("edition/a.xml", model("../passwords", RELAX_NG) + "<letter/>");
    assertThat(run("validate", "edition/a.xml").out())
        .contains("its name is not that of a schema")
        .doesNotContain("root");
  }

  /** TEI's grammar and the editions lie beside the repository; where they are missing: skipped. */
  @Test
  void anEditionThatFollowsTeisGrammarHasNoErrors() {
    Path shared = Path.of("../shared").toAbsolutePath().normalize();
    Assumptions.assumeTrue(Files.isDirectory(shared), () -> shared + " is not there");
    Run run =
        Run.in(
            shared,
            "validate",
            "corpora/auden-musulin/letters",
            "--schema",
            "tei/tei_all.rng",
            "--cache",
            folder.resolve("cache").toString());
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("72 files checked");
    assertThat(run.out()).doesNotContain("error[");
  }

  private static final String BOMB =
      "<!DOCTYPE grammar [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
          + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
          + "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>]>"
          + "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><value>&f;</value></start>"
          + "</grammar>";

  private static final String EMBEDDED =
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:t="urn:t" ns="urn:t"
          xmlns:sch="http://purl.oclc.org/dsdl/schematron"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
        <start>
          <element name="letter"><zeroOrMore><ref name="p"/></zeroOrMore></element>
        </start>
        <define name="p">
          <element name="p">
            <sch:ns prefix="x" uri="urn:t"/>
            <pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="n">
              <sch:rule context="x:p" role="warning">
                <sch:assert id="number" test="@n castable as xs:integer">A number</sch:assert>
              </sch:rule>
            </pattern>
            <sch:rule context="t:p">
              <sch:report id="bare" test="not(text())" role="nonfatal">Bare</sch:report>
            </sch:rule>
            <optional><attribute name="n"/></optional>
            <text/>
          </element>
        </define>
      </grammar>
      """;

  private static final String PHASES =
      """
      <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"
          defaultPhase="first">
        <phase id="first"><active pattern="p1"/></phase>
        <phase id="second"><active pattern="p2"/></phase>
        <pattern id="p1"><rule context="letter"><assert id="one" test="false()">A</assert></rule>
        </pattern>
        <pattern id="p2"><rule context="letter"><assert id="two" test="false()">B</assert></rule>
        </pattern>
      </schema>
      """;

  private String[] rules(String... options) {
    String[] arguments =
        Stream.concat(Stream.of("validate", "letter.xml"), Stream.of(options))
            .toArray(String[]::new);
    return run(arguments)
        .out()
        .lines()
        .filter(line -> line.contains("LP-SCH-001"))
        .map(line -> line.substring(line.lastIndexOf('[')))
        .sorted()
        .toArray(String[]::new);
  }

  private Run run(String... arguments) {
    return Run.in(
        folder,
        Stream.concat(Stream.of(arguments), Stream.of("--cache", "cache")).toArray(String[]::new));
  }

  private void grammar(String file, String child) throws IOException {
    write(
        file,
        "<element name='letter' xmlns='"
            + RELAX_NG
            + "'><element name='"
            + child
            + "'><text/>"
            + "</element></element>");
  }

  private void rule(String file, String text) throws IOException {
    write(
        file,
        "<schema xmlns='"
            + SCHEMATRON
            + "' queryBinding='xslt3'><pattern><rule context='letter'><report test='true()'>"
            + text
            + "</report></rule></pattern></schema>");
  }

  private void letter(String text) throws IOException {
    write("letter.xml", text);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String model(String href, String language) {
    return "<?xml-model href=\"" + href + "\" schematypens=\"" + language + "\"?>\n";
  }
}
