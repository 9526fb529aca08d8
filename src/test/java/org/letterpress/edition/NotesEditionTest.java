package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** A volume with notes in every place, as page, as PDF and as plain text: each is there once. */
class NotesEditionTest {
  /** Each note of the first letter says where it is called. */
  private static final List<String> NOTES =
      List.of(
          "NHEAD",
          "NDATE",
          "NSALUTE",
          "NPAR",
          "NINNER",
          "NDEL",
          "NCHOICE",
          "NREADING",
          "NLEMMA",
          "NITEM",
          "NLABEL",
          "NCOLUMN",
          "NCELL",
          "NTABLE",
          "NLIST",
          "NVERSE",
          "NCAPTION",
          "NQUOTE",
          "NPTR",
          "NREF",
          "NANCHOR",
          "NVOLUME",
          "NNESTED",
          "NMARGIN",
          "NLOST",
          "NSIGNED",
          "NENCLOSED",
          "RDGONE",
          "RDGTWO",
          "RDGTHREE",
          "RDGAPART");

  private static final String LETTER =
      """
      <div type="letter" xml:id="one">
       <head>First<note>NHEAD</note></head>
       <opener><dateline>Jena<note>NDATE</note></dateline><salute>Sir<note>NSALUTE</note></salute>
       </opener>
       <p>Word<note><p>NPAR<note>NINNER</note></p></note> <del>gone<note>NDEL</note></del>
        <choice><sic>wrng<note>NCHOICE</note></sic><corr>wrong</corr></choice>
        <app><lem>lemma<note>NLEMMA</note></lem><rdg>RDGONE<note>NREADING</note></rdg>
         <rdg>RDGTWO</rdg></app><anchor xml:id="f"/> here<ptr target="#np"/> and
        there<ref target="#nr">2</ref> and<anchor xml:id="an" corresp="#na"/>.</p>
       <app><rdg><p>Shown</p></rdg><rdg><p>RDGTHREE</p></rdg></app>
       <note place="margin">NMARGIN</note>
       <list xml:id="li"><label>1<note>NLABEL</note></label><item>One<note>NITEM</note></item></list>
       <table xml:id="ta"><row role="label"><cell>Day<note>NCOLUMN</note></cell></row>
        <row><cell>1<note>NCELL</note></cell></row></table>
       <lg><l>Verse<note>NVERSE</note></l></lg>
       <figure><head>Caption<note>NCAPTION</note></head><figDesc>A drawing</figDesc></figure>
       <quote><p>Quoted<note>NQUOTE</note></p></quote>
       <floatingText><body><p>Enclosed<note>NENCLOSED</note></p></body></floatingText>
       <closer><signed>Ann<note>NSIGNED</note></signed></closer>
       <div type="notes"><note target="#ta">NTABLE</note><note target="#li">NLIST</note>
        <note target="#nothing" n="q">NLOST</note></div>
      </div>
      """;

  private static final String VOLUME =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="volume" xml:lang="en">
       <teiHeader><fileDesc><titleStmt><title>Volume</title></titleStmt><publicationStmt><p/>
       </publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
       <text><body>%s
        <div type="letter" xml:id="two"><p>Second<ptr target="#other"/>.</p>
         <div type="notes"><note xml:id="other">OTHERNOTE</note></div></div></body>
       <back><div type="notes"><note xml:id="np">NPTR<ptr target="#nn"/></note>
        <note xml:id="nr" n="2">NREF</note><note xml:id="na">NANCHOR</note>
        <note xml:id="nn">NNESTED</note><note target="#an">NVOLUME</note></div>
        <listApp><app from="#f"><lem>here</lem><rdg>RDGAPART</rdg></app></listApp></back></text>
      </TEI>
      """;

  @TempDir static Path folder;

  private static Path site;
  private static Run build;

  @BeforeAll
  static void build() throws IOException {
    Path letters = Files.createDirectories(folder.resolve("edition/tei/letters"));
    Files.writeString(letters.resolve("volume.xml"), VOLUME.formatted(LETTER));
    Files.writeString(
        folder.resolve("edition/letterpress.toml"), "[letters]\ndivision = \"letter\"\n");
    site = folder.resolve("site");
    build = Run.in(folder, "build", "edition", "--out", site.toString());
    assertThat(build.said()).contains("2 letters,");
  }

  @Test
  void eachNoteIsOnThePageOnce() throws IOException {
    String page = Files.readString(site.resolve("letters/one.html"));
    once(page.replaceAll("<[^>]*>", " "));
    assertThat(page).doesNotContain("OTHERNOTE");
  }

  @Test
  void eachNoteIsInThePlainTextOnce() throws IOException {
    once(Files.readString(site.resolve("letters/one.txt")));
  }

  @Test
  void eachNoteIsPrintedOnce() throws IOException {
    once(pdf("letters/one.pdf"));
    once(pdf("edition.pdf"));
  }

  @Test
  void everyCallLeadsToItsNoteAndBack() throws IOException {
    String page = Files.readString(site.resolve("letters/one.html"));
    List<String> calls = found("id=\"([^\"]+)-call\"", page);
    assertThat(calls).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    assertThat(found("<li id=\"([^\"]+)\" class=\"lp-note[ \"][^>]*><a ", page))
        .containsExactlyInAnyOrderElementsOf(calls);
  }

  @Test
  void aNoteThatNothingCallsIsReportedWithItsPlace() {
    long line = 1 + VOLUME.formatted(LETTER).lines().takeWhile(l -> !l.contains("NLOST")).count();
    assertThat(build.said())
        .contains("warning[LP-NOTE-001]", "\"#nothing\" leads to nothing", "volume.xml:" + line)
        .containsOnlyOnce("LP-NOTE-001");
  }

  private static void once(String text) {
    assertThat(NOTES)
        .allSatisfy(note -> assertThat(found("\\b(" + note + ")\\b", text)).as(note).hasSize(1));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(hit -> hit.group(1)).toList();
  }

  private static String pdf(String file) throws IOException {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(site.resolve(file)))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
