package org.letterpress.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FactsHandler;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;
import org.letterpress.validate.Grammar;
import org.letterpress.validate.GrammarCheck;
import org.xml.sax.InputSource;

/**
 * Letters on their way through preparation into both outputs. Set {@code
 * -Dletterpress.golden=update} to accept what the stylesheets make now.
 */
class RenderingTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path FOLDER = Path.of("").toAbsolutePath();

  private final Diagnostics findings = new Diagnostics();
  private Stylesheets stylesheets;
  private XdmNode prepared;

  @BeforeEach
  void open() {
    Edition edition = new Edition(GOLDEN.toAbsolutePath(), "golden", Settings.DEFAULT);
    stylesheets = new Stylesheets(edition, findings);
  }

  @Test
  void thePageOfALetterIsAsItWas() throws Exception {
    prepare(Files.readString(GOLDEN.resolve("hazards.xml")));
    String page = render("html.xsl", "letter-page", message -> {});
    // The frame of the page changes more often than the letter's own text.
    Matcher text = Pattern.compile("(?s)<main.*</main>").matcher(page);
    assertThat(text.find()).isTrue();
    compare("hazards.html", text.group());
  }

  @Test
  void thePrintedLetterIsAsItWas() throws Exception {
    prepare(Files.readString(GOLDEN.resolve("hazards.xml")));
    String fo = render("fo.xsl", "letter-fo", message -> {});
    Matcher flow = Pattern.compile("(?s)<fo:flow.*</fo:flow>").matcher(fo);
    assertThat(flow.find()).isTrue();
    compare("hazards.fo", flow.group());
  }

  @Test
  void thePlainTextIsAsItWas() throws Exception {
    prepare(Files.readString(GOLDEN.resolve("hazards.xml")));
    compare("hazards.txt", render("text.xsl", "text", message -> {}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes", "document"})
  void notesAndVersionsAreRenderedAsTheyWere(String name) throws Exception {
    prepare(Files.readString(GOLDEN.resolve(name + ".xml")));
    Matcher text =
        Pattern.compile("(?s)<main.*</main>")
            .matcher(render("html.xsl", "letter-page", message -> {}));
    assertThat(text.find()).isTrue();
    compare(name + ".html", text.group());
    Matcher flow =
        Pattern.compile("(?s)<fo:flow.*</fo:flow>")
            .matcher(render("fo.xsl", "letter-fo", message -> {}));
    assertThat(flow.find()).isTrue();
    compare(name + ".fo", flow.group());
    compare(name + ".txt", render("text.xsl", "text", message -> {}));
  }

  @Test
  void noScriptGetsIntoAPage() throws Exception {
    prepare(Files.readString(GOLDEN.resolve("hazards.xml")));
    assertThat(render("html.xsl", "letter-page", message -> {}))
        .contains("not this")
        .doesNotContain("javascript:");
  }

  @Test
  void preparedLettersFitTheirGrammar() throws Exception {
    for (Path file :
        List.of(
            GOLDEN.resolve("hazards.xml"),
            GOLDEN.resolve("notes.xml"),
            GOLDEN.resolve("document.xml"),
            Path.of("tei/letters/1958-01-24-kim-il-sung.xml"))) {
      prepare(Files.readString(file));
      assertFitsGrammar();
    }
  }

  private void assertFitsGrammar() throws SaxonApiException {
    Grammar grammar =
        Grammar.compile(
            "prepared.rng",
            () -> {
              InputStream stream =
                  RenderingTest.class.getResourceAsStream("/org/letterpress/schema/prepared.rng");
              InputSource source = new InputSource(stream);
              source.setSystemId("letterpress:/schema/prepared.rng");
              return source;
            },
            findings);
    assertThat(grammar).as("%s", findings.sorted()).isNotNull();
    Diagnostics wrong = new Diagnostics();
    GrammarCheck check = grammar.check("prepared", () -> null, wrong::add);
    stylesheets.processor().writeXdmValue(prepared, new SAXDestination(check.handler()));
    check.finish();
    assertThat(wrong.sorted()).isEmpty();
  }

  @Test
  void aTranscriptionInASourceDocIsReadAsAText() throws Exception {
    prepare(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><sourceDoc><surface n=\"1\">"
            + "<graphic url=\"a.png\"/><zone xml:id=\"z\"><line>Dear <add>old</add></line>"
            + "<line>friend</line></zone></surface></sourceDoc></TEI>");
    String tei = prepared.toString();
    assertThat(tei).contains("<pb n=\"1\" facs=\"a.png\"").doesNotContain("<line", "<surface");
    assertThat(render("text.xsl", "text", message -> {})).contains("Dear old", "friend");
    assertThat(render("html.xsl", "letter-page", message -> {})).contains("id=\"z\"", "friend");
  }

  @Test
  void aDivisionTakesItsVersionsWithIt() throws Exception {
    prepare(
        text(
            "<body><div type=\"letter\" xml:id=\"a\"><p>Un</p></div><div type=\"letter\""
                + " corresp=\"#a\"><p>One</p></div><div type=\"letter\"><p>Two</p></div></body>"));
    assertThat(prepared.toString())
        .contains("lp:version=\"original\"", "lp:version=\"translation\"")
        .contains("<p lp:id=\"p-1\">Un<", ">One<")
        .doesNotContain("Two");
    assertFitsGrammar();
  }

  @Test
  void notesAtTheEndOfAVolumeGoWithTheirLetter() throws Exception {
    prepare(
        text(
            "<body><div type=\"letter\"><p>Un<anchor xml:id=\"c1\"/> deux<ptr target=\"#n2\"/></p>"
                + "</div><div type=\"letter\"><p>Two<anchor xml:id=\"c3\"/></p></div></body><back>"
                + "<div><note target=\"#c1\">first</note><note xml:id=\"n2\">second</note>"
                + "<note target=\"#c3\">third</note></div></back>"));
    String text = render("text.xsl", "text", message -> {});
    assertThat(text).contains("Un[1] deux[2]", "first", "second").doesNotContain("third");
  }

  @Test
  void aTextOfAGroupBecomesADocument() throws Exception {
    prepare(
        text(
            "<group><text xml:id=\"a\" xml:lang=\"fr\"><body><p>Un</p></body></text>"
                + "<text><body><p>Two</p></body></text></group>"));
    assertThat(prepared.toString()).contains("Un").doesNotContain("Two");
    assertThat(render("html.xsl", "letter-page", message -> {})).contains("lang=\"fr\"");
  }

  @Test
  void aLineThatEndsBetweenIdeographsLeavesNoSpace() throws Exception {
    prepare(
        text("<body><p>亲爱的<lb/>朋友，\n  <hi>来\n信</hi>\n收到。<lb/>A\n<lb/>你<pb n='2'/>好</p></body>"));
    assertFitsGrammar();
    for (String output :
        List.of(
            render("html.xsl", "letter-page", message -> {}),
            render("fo.xsl", "letter-fo", message -> {}),
            render("text.xsl", "text", message -> {}))) {
      assertThat(output.replaceAll("<[^>]+>", "").replaceAll("\\s+", " "))
          .contains("亲爱的朋友，来信收到。 A 你好");
    }
  }

  @Test
  void whiteSpaceAtTheEdgeOfMarkedWordsStandsOutsideTheMarks() throws Exception {
    prepare(
        letter(
            "we were<supplied> <hi rend='sc'>quite </hi></supplied>sure <surplus>of it "
                + "</surplus>and<unclear> <supplied>glad </supplied></unclear>to"));
    for (String output :
        List.of(
            render("html.xsl", "letter-page", message -> {}),
            render("fo.xsl", "letter-fo", message -> {}),
            render("text.xsl", "text", message -> {}))) {
      assertThat(output.replaceAll("<[^>]+>", "").replace("[?]", ""))
          .contains("we were [quite] sure and [glad] to");
    }
  }

  @Test
  void aPieceNamesTheNextOneForScreenReaders() throws Exception {
    prepare(
        letter(
            "<q xml:id='a' next='#b'>Go</q>, he said, <q xml:id='b' prev='#a' next='#none'>home</q>"
                + "<q next='true'>.</q>"));
    assertThat(render("html.xsl", "letter-page", message -> {}))
        .contains("id=\"a\" aria-flowto=\"b\"")
        .containsOnlyOnce("aria-flowto");
  }

  @Test
  void theNameInABookmarkHasSpacesBetweenItsParts() throws Exception {
    prepare(
        text(
            "<body><div><head>Visit of <persName><forename>Anna</forename><surname>Weiß</surname>"
                + "</persName></head><p>x</p></div></body>"));
    assertThat(render("fo.xsl", "letter-fo", message -> {}))
        .contains("<fo:bookmark-title>Visit of Anna Weiß</fo:bookmark-title>");
  }

  @Test
  void theRecordShowsEveryStepOfTheWay() throws Exception {
    prepare(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><profileDesc><correspDesc>"
            + "<correspAction type=\"sent\"><persName>Ada</persName><date when=\"1850-01-01\"/>"
            + "<date when=\"1850-01-02\"/></correspAction><correspAction type=\"forwarded\">"
            + "<persName>Cy</persName><placeName>Pisa</placeName><note>by hand</note>"
            + "</correspAction><correspAction type=\"sealed\"><persName>Dee</persName>"
            + "</correspAction><note>A draft.</note></correspDesc></profileDesc></teiHeader>"
            + "<text><body><p>x</p></body></text></TEI>");
    assertFitsGrammar();
    for (String output :
        List.of(
            render("html.xsl", "letter-page", message -> {}),
            render("fo.xsl", "letter-fo", message -> {}))) {
      assertThat(output.replaceAll("<[^>]+>|&nbsp;", " "))
          .contains("2 January 1850", "Forwarded", "Pisa", "by hand", "sealed", "Dee", "A draft.");
    }
  }

  @Test
  void whatWasInferredStandsInBracketsEverywhere() throws Exception {
    prepare(
        letter("<date when=\"1850\"/>")
            .replace("<p>", "<dateline>")
            .replace("</p>", "</dateline>"));
    for (String output :
        List.of(
            render("html.xsl", "letter-page", message -> {}),
            render("fo.xsl", "letter-fo", message -> {}),
            render("text.xsl", "text", message -> {}))) {
      assertThat(output).contains("[1850]");
    }
  }

  @Test
  void bothOutputsKnowTheSameElements() throws Exception {
    Matcher names =
        Pattern.compile("<element name=\"(?:tei:)?([A-Za-z]+)\"")
            .matcher(Files.readString(Path.of("schema/letterpress.rng")));
    StringBuilder text = new StringBuilder();
    Set<String> all = new TreeSet<>();
    while (names.find()) {
      String name = names.group(1);
      // Parts of the frame and of the header never stand in a paragraph.
      if (!name.matches("TEI|teiCorpus|teiHeader|text|body|front|back|group|standOff|xenoData")
          && all.add(name)) {
        text.append("<").append(name).append(">x</").append(name).append(">");
      }
    }
    assertThat(all).hasSizeGreaterThan(150);
    prepare(letter(text.toString()));
    Set<String> html = new TreeSet<>();
    Set<String> fo = new TreeSet<>();
    render("html.xsl", "letter-page", message -> unknown(message, html));
    render("fo.xsl", "letter-fo", message -> unknown(message, fo));
    assertThat(html).isEqualTo(fo);
  }

  private static void unknown(XdmNode message, Set<String> names) {
    for (XdmNode child : message.children()) {
      String name = child.attribute("name");
      if (name != null) {
        names.add(name);
      }
    }
  }

  private void prepare(String xml) throws Exception {
    SourceFile file = new SourceFile(FOLDER.resolve("x.xml"), "x.xml", "tei/letters/x.xml");
    FactsHandler facts = new FactsHandler(file, "", false, findings);
    BuildingContentHandler tree =
        stylesheets.processor().newDocumentBuilder().newBuildingContentHandler();
    boolean read =
        new SafeParser(FOLDER)
            .parse(file, xml.getBytes(StandardCharsets.UTF_8), List.of(facts, tree), findings);
    assertThat(read).as("%s", findings.sorted()).isTrue();
    FileFacts known = facts.facts();
    EditionIndex index = EditionIndex.join(List.of(known), "en", findings);
    IndexedLetter letter = index.letters().get(0);
    prepared =
        new Preparer(
                stylesheets.get("prepare.xsl"), Settings.DEFAULT.notes(), Settings.DEFAULT.views())
            .prepare(
                tree.getDocumentNode(),
                letter.facts().ordinal(),
                new FactsTree(index, "", stylesheets.processor()).letterFacts(letter),
                message -> {});
  }

  private String render(
      String stylesheet, String mode, java.util.function.Consumer<XdmNode> messages)
      throws SaxonApiException {
    byte[] bytes = stylesheets.get(stylesheet).write(prepared, mode, Map.of(), messages);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void compare(String name, String actual) throws IOException {
    // One tag a line: a difference is then seen at once.
    String shown = actual.replace("><", ">\n<").replace("\r", "").strip() + "\n";
    Path golden = GOLDEN.resolve(name);
    if ("update".equals(System.getProperty("letterpress.golden"))) {
      Files.writeString(golden, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(golden));
  }

  private static String text(String content) {
    return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"x\"><teiHeader/><text>"
        + content
        + "</text></TEI>";
  }

  private static String letter(String text) {
    return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"x\"><teiHeader><fileDesc><titleStmt>"
        + "<title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
        + "</sourceDesc></fileDesc></teiHeader><text><body><p>"
        + text
        + "</p></body></text></TEI>";
  }
}
