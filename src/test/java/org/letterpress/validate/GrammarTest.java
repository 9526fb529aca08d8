package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

class GrammarTest {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String FAULTY =
      "<letter xmlns='" + TEI + "'><head/><p><persname/><date when='x'/></p></letter>";

  @TempDir private Path folder;

  private final Diagnostics findings = new Diagnostics();

  @Test
  void aFindingHasTheLineColumnAndPathOfItsElement() {
    String text = "<letter xmlns='" + TEI + "'>\n<head/><p/><p>a <blink/></p></letter>";
    assertThat(Checked.by(Checked.smallGrammar(), text).findings())
        .extracting(Diagnostic::location)
        .containsExactly(new Location("letter.xml", 2, 25, "/letter[1]/p[2]/blink[1]"));
  }

  @Test
  void namesWithAPrefixAreShownWithoutIt() {
    String text = "<t:letter xmlns:t='" + TEI + "'><t:head/><t:p><t:persname/></t:p></t:letter>";
    Diagnostic finding = Checked.by(Checked.smallGrammar(), text).findings().get(0);
    assertThat(finding.message()).isEqualTo("element \"persname\" is not allowed here");
    assertThat(finding.remedy()).startsWith("did you mean \"persName\"? inside <p> the schema");
  }

  @Test
  void whatIsAllowedIsShownNearestFirstAndCutShort() {
    String text = "<letter xmlns='" + TEI + "'><head/><p><persname/></p></letter>";
    assertThat(Checked.by(Checked.smallGrammar(), text).findings().get(0).remedy())
        .isEqualTo(
            "did you mean \"persName\"? inside <p> the schema allows"
                + " persName, placeName, date, note, emph, foreign, ... (2 more)");
  }

  @Test
  void aMissingAttributeOfAMisplacedElementIsNotToldAsWell() {
    String text = "<letter xmlns='" + TEI + "'><head/><date/><p/></letter>";
    assertThat(Checked.by(Checked.smallGrammar(), text).findings())
        .extracting(Diagnostic::code)
        .doesNotContain(Code.RNG_ATTRIBUTE_MISSING)
        .isNotEmpty();
  }

  @Test
  void aMisspeltElementDoesNotCountAsMissing() {
    String text = "<letter xmlns='" + TEI + "'><head/><pp>Dear Mao</pp></letter>";
    assertThat(Checked.by(Checked.smallGrammar(), text).findings())
        .extracting(Diagnostic::message)
        .containsExactly("element \"pp\" is not allowed here");
  }

  @Test
  void aSentenceThatNobodyKnowsIsHandedOn() {
    GrammarMessages messages = new GrammarMessages(new GrammarNames());
    GrammarMessages.Context nowhere = new GrammarMessages.Context(Location.NONE, "", "", "p", null);
    Diagnostic finding = messages.explain("a new kind of sentence", nowhere).finding();
    assertThat(finding.code()).isEqualTo(Code.RNG_OTHER);
    assertThat(finding.message()).contains("a new kind of sentence");
  }

  @Test
  void whatTheGrammarSaysOfElementsAndAttributesIsHandedOn() {
    String schema =
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='"
            + TEI
            + "' xmlns:a='http://relaxng.org/ns/compatibility/annotations/1.0'><start>"
            + "<element name='p'><zeroOrMore><choice><text/><element name='date'>"
            + "<a:documentation>contains a\n   date. [3.6.4. Dates]</a:documentation>"
            + "<attribute name='when'><a:documentation>says <b xmlns='x'>when</b>.</a:documentation>"
            + "<choice><value>1958</value><a:documentation>a good year</a:documentation>"
            + "<value>1959</value></choice></attribute><text/></element>"
            + "</choice></zeroOrMore></element></start></grammar>";
    Grammar grammar = Checked.grammar("g.rng", schema, List.of(), new Diagnostics());
    assertThat(remedies(grammar, "<datte when='1958'/>"))
        .containsExactly(
            "did you mean \"date\"? inside <p> the schema allows date; <date>: contains a date.");
    assertThat(remedies(grammar, "<date/>")).first().asString().endsWith("@when: says when.");
    assertThat(remedies(grammar, "<date when='1957'/>"))
        .first()
        .asString()
        .endsWith("it takes 1958, 1959; @when: says when.");
    assertThat(remedies(grammar, "<date when='1958'><date when='1958'/></date>"))
        .first()
        .asString()
        .endsWith("; <date>: contains a date.");
  }

  private static List<String> remedies(Grammar grammar, String content) {
    return Checked.by(grammar, "<p xmlns='" + TEI + "'>" + content + "</p>").findings().stream()
        .map(Diagnostic::remedy)
        .toList();
  }

  @Test
  void aDocumentThatEndsEarlyLeavesNothingToTheNext() throws SAXException {
    Grammar grammar = Checked.smallGrammar();
    String wrong = "<letter xmlns='" + TEI + "'>\n<head/><p>a <blink/></p></letter>";
    List<Diagnostic> fresh = Checked.by(grammar, wrong).findings();
    GrammarCheck early = grammar.check("early.xml", () -> null, finding -> {});
    early.handler().startDocument();
    early.handler().startElement(TEI, "letter", "letter", new AttributesImpl());
    early.handler().startElement(TEI, "p", "p", new AttributesImpl());
    early.finish();
    assertThat(Checked.by(grammar, "<letter xmlns='" + TEI + "'><head/><p/></letter>").findings())
        .isEmpty();
    assertThat(Checked.by(grammar, wrong).findings()).isEqualTo(fresh).isNotEmpty();
  }

  @Test
  void threadsShareAGrammarAndAgree() {
    Grammar grammar = Checked.smallGrammar();
    List<Diagnostic> alone = Checked.by(grammar, FAULTY).findings();
    assertThat(alone).hasSize(2);
    List<List<Diagnostic>> together =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(number -> Checked.by(grammar, FAULTY).findings())
            .toList();
    assertThat(together).isEqualTo(Collections.nCopies(200, alone));
  }

  @Test
  void theCompactSyntaxIsReadToo() {
    Grammar grammar =
        Checked.grammar("g.rnc", "element letter { element p { text }+ }", List.of(), findings);
    assertThat(findings.sorted()).isEmpty();
    assertThat(Checked.by(grammar, "<letter><p/></letter>").findings()).isEmpty();
    assertThat(Checked.by(grammar, "<letter/>").findings())
        .extracting(Diagnostic::code)
        .containsExactly(Code.RNG_INCOMPLETE);
  }

  @Test
  void aBrokenGrammarIsAFindingWithItsPlace() {
    String text =
        "<grammar xmlns='" + RNG + "'>\n  <start><ref name='letter'/></start>\n</grammar>";
    assertThat(Checked.grammar("own.rng", text, List.of(), findings)).isNull();
    Diagnostic finding = findings.sorted().get(0);
    assertThat(finding.code()).isEqualTo(Code.SCHEMA_BROKEN);
    assertThat(finding.location().show()).startsWith("own.rng:2:");
    assertThat(finding.message()).contains("undefined pattern \"letter\"");
  }

  @Test
  void aGrammarThatIsNotXmlIsAFinding() {
    assertThat(Checked.grammar("own.rng", "<grammar", List.of(), findings)).isNull();
    assertThat(findings.sorted()).extracting(Diagnostic::code).contains(Code.SCHEMA_BROKEN);
  }

  @Test
  void aGrammarIncludesFilesInsideTheFence() throws IOException {
    Files.writeString(
        folder.resolve("part.rng"),
        "<grammar xmlns='"
            + RNG
            + "'><start><element name='letter'><text/></element></start>"
            + "</grammar>");
    Grammar grammar = Checked.grammar("own.rng", including("part.rng"), List.of(folder), findings);
    assertThat(findings.sorted()).isEmpty();
    assertThat(Checked.by(grammar, "<letter/>").findings()).isEmpty();
  }

  @Test
  void aGrammarIncludesNothingOutsideTheFence() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(
        folder.resolve("part.rng"),
        "<grammar xmlns='"
            + RNG
            + "'><start><element name='letter'><text/></element></start>"
            + "</grammar>");
    for (String address : List.of("../part.rng", "http://localhost:9/part.rng", "missing.rng")) {
      Diagnostics refused = new Diagnostics();
      assertThat(Checked.grammar("own.rng", including(address), List.of(inside), refused)).isNull();
      assertThat(refused.sorted().get(0).message())
          .containsAnyOf("lies outside the edition", "there is no file missing.rng");
    }
  }

  @Test
  void aCompactGrammarIncludesNothingOutsideTheFenceEither() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(folder.resolve("part.rnc"), "start = element letter { text }");
    assertThat(Checked.grammar("own.rnc", "include \"../part.rnc\"", List.of(inside), findings))
        .isNull();
    assertThat(findings.sorted().get(0).message()).contains("outside");
  }

  @Test
  void anEditionsGrammarMayBuildOnOurs() {
    Grammar grammar =
        Checked.grammar(
            "own.rng", including("letterpress:/schema/letterpress.rng"), List.of(), findings);
    assertThat(findings.sorted()).isEmpty();
    assertThat(Checked.by(grammar, "<TEI xmlns='" + TEI + "'/>").findings()).isNotEmpty();
  }

  @Test
  void entitiesOfAGrammarDoNotReachOutside() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    String text =
        "<!DOCTYPE grammar [<!ENTITY e SYSTEM '"
            + folder.resolve("secret.txt").toUri()
            + "'>]>"
            + "<grammar xmlns='"
            + RNG
            + "'><start><value>&e;</value></start></grammar>";
    assertThat(Checked.grammar("own.rng", text, List.of(folder.resolve("x")), findings)).isNull();
    assertThat(findings.sorted()).extracting(Diagnostic::code).contains(Code.SCHEMA_BROKEN);
  }

  private static String including(String address) {
    return "<grammar xmlns='" + RNG + "'><include href='" + address + "'/></grammar>";
  }
}
