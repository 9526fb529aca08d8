package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** What an editor reads when a document breaks the grammar. */
class GrammarMessagesTest {
  private static Grammar grammar;

  @BeforeAll
  static void compile() {
    Diagnostics findings = new Diagnostics();
    grammar =
        Grammar.compile(
            "letterpress.rng",
            () -> {
              InputSource source =
                  new InputSource(
                      Grammar.class.getResourceAsStream("/org/letterpress/schema/letterpress.rng"));
              source.setSystemId("letterpress:/schema/letterpress.rng");
              return source;
            },
            findings);
    assertThat(findings.sorted()).isEmpty();
    assertThat(grammar).isNotNull();
  }

  @Test
  void aSoundLetterGivesNoFinding() throws Exception {
    assertThat(body("<p>Dear <persName ref='#mao'>Mao</persName></p>")).isEmpty();
  }

  @Test
  void aMisspeltElementIsCorrected() throws Exception {
    Diagnostic finding = only(body("<p>\n Dear <persname>Mao</persname></p>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_ELEMENT);
    assertThat(finding.message()).contains("\"persname\"");
    assertThat(finding.remedy()).startsWith("did you mean \"persName\"?");
    assertThat(finding.location().line()).isEqualTo(2);
  }

  @Test
  void theHelpNamesTheElementThatHoldsTheMisspeltOne() throws Exception {
    assertThat(body("<p>Dear <persname>x</persname> and <persname>y</persname></p>"))
        .extracting(Diagnostic::remedy)
        .hasSize(2)
        .allMatch(help -> help.startsWith("did you mean \"persName\"? inside <p> the schema"));
  }

  @Test
  void whatClosesInsideAnUnknownElementIsNoFaultOfItsOwn() throws Exception {
    assertThat(
            body(
                "<p>Dear <persname>x <hi>y</hi></persname> and <persname><hi/>z</persname></p>"
                    + "<xyzzyxyzzy><p>One</p><p>two <hi>three</hi></p></xyzzyxyzzy>"))
        .extracting(finding -> finding.location().xpath())
        .containsExactly(
            "/TEI[1]/text[1]/body[1]/p[1]/persname[1]",
            "/TEI[1]/text[1]/body[1]/p[1]/persname[2]",
            "/TEI[1]/text[1]/body[1]/xyzzyxyzzy[1]");
  }

  @Test
  void faultsInsideAnUnknownElementAreToldWithTheElementThatHoldsThem() throws Exception {
    assertThat(body("<xyzzyxyzzy><p>One <persname><hi/></persname></p><list/></xyzzyxyzzy>"))
        .extracting(Diagnostic::message, Diagnostic::remedy)
        .anyMatch(found -> found.toString().contains("inside <p> the schema allows"))
        .noneMatch(found -> found.toString().contains("inside <hi>"));
  }

  @Test
  void anElementThatTheSchemaDoesNotKnowHasACodeOfItsOwn() throws Exception {
    Diagnostic finding = only(body("<p>Dear <xyzzyxyzzy>Mao</xyzzyxyzzy></p>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_ELEMENT_UNKNOWN);
    assertThat(finding.message()).contains("\"xyzzyxyzzy\"");
    assertThat(finding.remedy()).doesNotContain("did you mean");
  }

  @Test
  void anElementAtTheWrongPlaceIsToldApartFromAnUnknownOne() throws Exception {
    Diagnostic finding = only(body("<p>A <head/> b</p>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_ELEMENT);
    assertThat(finding.message()).contains("\"head\"");
    assertThat(finding.remedy()).contains("the schema allows");
  }

  @Test
  void anElementThatComesTooEarlyNamesWhatHasToPrecedeIt() throws Exception {
    String xml = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p/></body></text></TEI>";
    Diagnostic finding = only(check(xml));
    assertThat(finding.code()).isEqualTo(Code.RNG_ELEMENT_EARLY);
    assertThat(finding.message()).contains("\"text\"").contains("teiHeader");
  }

  @Test
  void anElementThatEndsTooEarlyNamesWhatItNeeds() throws Exception {
    Diagnostic finding = only(check(document("<publicationStmt><p/></publicationStmt>", "<p/>")));
    assertThat(finding.code()).isEqualTo(Code.RNG_INCOMPLETE);
    assertThat(finding.message()).contains("\"fileDesc\"").contains("sourceDesc");
  }

  @Test
  void anUnknownAttributeIsCorrectedByItsSpelling() throws Exception {
    Diagnostic finding = only(body("<p>Dear <persName reff='#mao'>Mao</persName></p>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_ATTRIBUTE);
    assertThat(finding.message()).contains("\"reff\"").contains("persName");
    assertThat(finding.remedy()).startsWith("did you mean \"ref\"?");
  }

  @Test
  void aWrongValueNamesItsAttribute() throws Exception {
    Diagnostic finding = only(body("<p><date when='soon'>soon</date></p>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_ATTRIBUTE_VALUE);
    assertThat(finding.message()).contains("\"when\"").contains("date");
  }

  @Test
  void aMissingAttributeIsNamed() throws Exception {
    Diagnostic finding = only(body("<p><graphic/></p>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_ATTRIBUTE_MISSING);
    assertThat(finding.message()).contains("\"graphic\"").contains("url");
  }

  @Test
  void textAtTheWrongPlaceNamesTheElementAround() throws Exception {
    Diagnostic finding = only(body("stray<p/>"));
    assertThat(finding.code()).isEqualTo(Code.RNG_TEXT);
    assertThat(finding.message()).contains("inside <body>");
  }

  @Test
  void contentOfTheWrongFormIsReported() throws Exception {
    Diagnostics broken = new Diagnostics();
    Grammar own =
        Grammar.compile(
            "own.rng",
            () ->
                new InputSource(
                    new StringReader(
                        "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'"
                            + " datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>"
                            + "<data type='integer'/></element>")),
            broken);
    assertThat(broken.sorted()).isEmpty();
    assertThat(only(check(own, "<a>seven</a>")).code()).isEqualTo(Code.RNG_CONTENT);
    assertThat(check(own, "<a>7</a>")).isEmpty();
  }

  @Test
  void theSameFaultIsFoundInEachOfItsPlaces() throws Exception {
    assertThat(body("<p>A <head/><head/><head/> b</p>")).hasSize(3);
  }

  @Test
  void aLongListOfWhatIsAllowedIsShortened() throws Exception {
    Diagnostic finding = only(body("<p>A <head/> b</p>"));
    assertThat(finding.remedy()).containsPattern("\\(\\d+ more\\)").hasSizeLessThan(200);
  }

  @Test
  void aBrokenGrammarIsReportedAndNotUsed() {
    Diagnostics findings = new Diagnostics();
    InputSource source = new InputSource(new StringReader("<grammar xmlns='urn:x'/>"));
    assertThat(Grammar.compile("own.rng", () -> source, findings)).isNull();
    assertThat(findings.sorted()).isNotEmpty();
    assertThat(findings.sorted().get(0).code()).isEqualTo(Code.SCHEMA_BROKEN);
  }

  private static List<Diagnostic> body(String body) throws IOException, SAXException {
    return check(
        document("<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>", body));
  }

  private static String document(String rest, String body) {
    return "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
        + "<title>A letter</title></titleStmt>"
        + rest
        + "</fileDesc></teiHeader><text><body>"
        + body
        + "</body></text></TEI>";
  }

  private static List<Diagnostic> check(String xml) throws IOException, SAXException {
    return check(grammar, xml);
  }

  private static List<Diagnostic> check(Grammar with, String xml) throws IOException, SAXException {
    List<Diagnostic> findings = new ArrayList<>();
    GrammarCheck check = with.check("a.xml", () -> null, findings::add);
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(check.handler());
    reader.parse(new InputSource(new StringReader(xml)));
    check.finish();
    return findings;
  }

  private static Diagnostic only(List<Diagnostic> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
