package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** The record of a letter: what its header says, row by row. */
class RecordTest {
  private static final String HEADER =
      """
      <fileDesc><titleStmt>
        <title xml:lang="fr">Lettre à Butler</title><title xml:lang="de">Brief an Butler</title>
        <title level="s">Series</title>
        <editor><name>A</name><name>B</name></editor><funder>Fund</funder>
        <respStmt><resp>Transcribed by:</resp><persName>C</persName></respStmt>
        <respStmt><resp>Transcribed by:</resp><persName>D</persName></respStmt></titleStmt>
       <editionStmt><edition>Beta</edition></editionStmt>
       <publicationStmt><p/></publicationStmt>
       <notesStmt><note>A remark.</note></notesStmt>
       <sourceDesc><msDesc>
        <msIdentifier><repository>Archive</repository><idno>12 J</idno></msIdentifier>
        <head>A letter</head>
        <physDesc><objectDesc><supportDesc>
          <extent><measure xml:lang="fr">1 feuillet</measure><measure xml:lang="de">1 Blatt</measure>
          </extent><condition><p xml:lang="de">Gut.</p><p xml:lang="fr">Bon.</p></condition>
         </supportDesc></objectDesc>
         <handDesc><handNote>Ink.</handNote></handDesc><sealDesc><p>Red wax.</p></sealDesc>
         <additions><p>A stamp.</p></additions><accMat><p>A cutting.</p></accMat></physDesc>
        <history><provenance>From the heirs.</provenance></history>
        <additional><surrogates><p>Film 3.</p></surrogates>
         <listBibl><bibl>Studies.</bibl></listBibl></additional></msDesc>
        <bibl type="printed-edition">Paris 1909.</bibl><bibl>Other source.</bibl></sourceDesc></fileDesc>
      <encodingDesc><p>Encoded.</p></encodingDesc>
      <profileDesc><abstract><p>In short.</p></abstract><creation>Written twice.</creation>
       <langUsage><language ident="la">Latein</language><language ident="pl">Polnisch</language>
       </langUsage><textClass><keywords><term>peace</term><term>war</term></keywords></textClass>
       <handNotes><handNote>A clerk.</handNote></handNotes>
       <particDesc><listPerson><person sameAs="x"/></listPerson></particDesc></profileDesc>
      <revisionDesc><change>Changed.</change></revisionDesc>
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void build() throws IOException {
    letter("full", "<teiHeader>" + HEADER + "</teiHeader>", "");
    letter("bare", "<teiHeader/>", "");
    letter("latin", "<teiHeader/>", " xml:lang=\"la\"");
    Files.writeString(folder.resolve("letterpress.toml"), "language = \"de\"\n");
    Run.in(folder, "build", "--only", "html", "--out", folder.resolve("site").toString());
  }

  @Test
  void eachPartOfTheHeaderHasItsRow() throws IOException {
    assertThat(rows("full"))
        .containsEntry("Regest", List.of("In short."))
        .containsEntry("Sprache", List.of("Latein und Polnisch"))
        .containsEntry("Entstehung", List.of("Written twice."))
        .containsEntry("Quelle", List.of("A letter", "Other source."))
        .containsEntry("Aufbewahrungsort", List.of("Archive, 12 J"))
        .containsEntry("Siegel", List.of("Red wax."))
        .containsEntry("Zusätze", List.of("A stamp."))
        .containsEntry("Beilagen", List.of("A cutting."))
        .containsEntry("Überlieferung", List.of("From the heirs."))
        .containsEntry("Reproduktionen", List.of("Film 3."))
        .containsEntry("Literatur", List.of("Studies."))
        .containsEntry("Frühere Drucke", List.of("Paris 1909."))
        .containsEntry("Schlagwörter", List.of("peace, war"))
        .containsEntry("Hände", List.of("Ink.", "A clerk."))
        .containsEntry("Bemerkungen", List.of("A remark."))
        .containsEntry("Herausgeber", List.of("A und B"))
        .containsEntry("Verantwortlich", List.of("Transcribed by: C und D"));
  }

  @Test
  void ofWhatIsSaidInSeveralLanguagesTheInterfacesOneIsShown() throws IOException {
    assertThat(rows("full")).containsEntry("Beschreibung", List.of("1 Blatt Gut."));
    String page = page("full").text();
    assertThat(page).contains("Brief an Butler").doesNotContain("feuillet", "Bon.");
  }

  @Test
  void whatConcernsTheFileOrTheProjectIsLeftOut() throws IOException {
    assertThat(page("full").text()).doesNotContain("Encoded.", "Changed.", "Beta", "Fund");
  }

  @Test
  void aLetterWithoutMetadataHasAPageAndTheLanguageOfItsTextIsNamed() throws IOException {
    assertThat(rows("bare")).doesNotContainKeys("Quelle", "Sprache", "Titel");
    assertThat(rows("latin")).containsEntry("Sprache", List.of("Latein"));
  }

  private static Map<String, List<String>> rows(String letter) throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    String label = "";
    for (Element cell : page(letter).select("#lp-record dl > *")) {
      if (cell.normalName().equals("dt")) {
        label = cell.text();
      } else {
        rows.computeIfAbsent(label, row -> new ArrayList<>()).add(cell.text());
      }
    }
    return rows;
  }

  private static Element page(String letter) throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve("site/letters/" + letter + ".html")))
        .getElementById("lp-letter");
  }

  private static void letter(String id, String header, String language) throws IOException {
    Path file = folder.resolve("tei/letters/" + id + ".xml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\""
            + id
            + "\">"
            + header
            + "<text"
            + language
            + "><body><p>x</p></body></text></TEI>");
  }
}
