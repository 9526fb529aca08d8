package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is said with its place and remedy, stops nothing else and harms nothing. */
class BadInputTest {
  private static final String GOOD =
      Sample.letter("ID", "<opener><salute>Dear Berta</salute></opener><p>WORDS</p>");

  @TempDir Path folder;

  @BeforeEach
  void edition() throws IOException {
    write("one", GOOD.replace("ID", "one").replace("WORDS", "The first letter."));
    write("two", GOOD.replace("ID", "two").replace("WORDS", "The second letter."));
  }

  @Test
  void aBrokenFileIsReportedAndTheOthersAreBuilt() throws IOException {
    assertThat(build().status()).isZero();
    String before = page("two");
    write("two", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<text><body><p>Dear <hi>B</p>");
    write("one", GOOD.replace("ID", "one").replace("WORDS", "The first letter, revised."));
    Run run = build();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("error[LP-XML-001]", "tei/letters/two.xml:2:", "\"hi\"", "help: ");
    assertThat(page("one")).contains("The first letter, revised.");
    assertThat(page("two")).isEqualTo(before);
  }

  @Test
  void whatIsKeptOfALetterThatCannotBeReadIsSaidAndTheListsLeaveItOut() throws IOException {
    assertThat(build().out()).doesNotContain("LP-OUT-005");
    write("two", "<TEI");
    Run run = build();
    assertThat(run.out())
        .contains(
            "note[LP-OUT-005]: the site keeps 4 files of an earlier build: citations/two.bib,"
                + " citations/two.json, citations/two.ris, letters/two.html\n"
                + "  tei/letters/two.xml\n");
    assertThat(run.out()).contains("lists, registers and edition.pdf leave its letters out");
    Path letters = folder.resolve("site/letters.html");
    assertThat(Files.readString(letters)).contains("one.html").doesNotContain("two.html");
    assertThat(build().out()).as("the build after that").contains("LP-OUT-005");
    write("two", GOOD.replace("ID", "two").replace("WORDS", "Mended."));
    assertThat(build().out()).doesNotContain("LP-OUT-005");
    assertThat(Files.readString(letters)).contains("one.html", "two.html");
    Files.delete(folder.resolve("tei/letters/two.xml"));
    assertThat(build().out()).doesNotContain("LP-OUT-005");
  }

  @Test
  void anElementThatNoRuleKnowsIsReportedWithTheLineWhereItStandsFirst() throws IOException {
    write("one", GOOD.replace("ID", "one").replace("WORDS", "a <toponym>b</toponym>"));
    assertThat(build().out())
        .contains("no rule knows the element \"toponym\" (once):")
        .containsPattern("LP-XSLT-003][^\n]*\n  tei/letters/one.xml:17:64\n");
    write("one", GOOD.replace("ID", "one").replace("WORDS", "a\n<toponym/> b <toponym/>"));
    write("two", GOOD.replace("ID", "two").replace("WORDS", "a <toponym/>"));
    assertThat(build().out())
        .contains("no rule knows the element \"toponym\" (3 times):")
        .containsPattern("LP-XSLT-003][^\n]*\n  tei/letters/one.xml:18:1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--jobs=0", "--jobs=-1"})
  void fewerThanOneThreadIsWrongUsage(String option) {
    for (String command : List.of("build", "validate")) {
      Run run = Run.in(folder, command, option);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).startsWith("error: --jobs takes a number from 1 on, not ");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNoneSpoilsNeitherLetterNorBook() throws IOException {
    for (String address : new String[] {"http://", "http://[x", "https://exa mple.org/%zz"}) {
      String link = "Look <ref target=\"" + address + "\">there</ref>.";
      write("one", GOOD.replace("ID", "one").replace("WORDS", link));
      Run run = print();
      assertThat(run.said()).doesNotContain("Exception").doesNotContain("LP-PRINT-004");
      assertThat(folder.resolve("site/letters/one.pdf")).exists();
      assertThat(folder.resolve("site/edition.pdf")).exists();
    }
    write("one", GOOD.replace("ID", "one").replace("WORDS", "<ref target=\"http://[x\">A</ref>"));
    assertThat(print().out())
        .contains("warning[LP-PRINT-008]: \"http://[x\" is no address", "tei/letters/one.xml");
  }

  @Test
  void whatCannotBePrintedAnewStaysAsItWas() throws IOException {
    assertThat(print().status()).isZero();
    byte[] letter = Files.readAllBytes(folder.resolve("site/letters/one.pdf"));
    byte[] book = Files.readAllBytes(folder.resolve("site/edition.pdf"));
    Files.createDirectories(folder.resolve("xslt"));
    Files.writeString(
        folder.resolve("xslt/fo.xsl"),
        """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:lp="urn:letterpress:prepared" xmlns:fo="http://www.w3.org/1999/XSL/Format"
          xpath-default-namespace="http://www.tei-c.org/ns/1.0">
          <xsl:import href="letterpress:/xslt/fo.xsl"/>
          <xsl:template match="p" mode="lp:fo"><fo:table><fo:block/></fo:table></xsl:template>
        </xsl:stylesheet>
        """);
    Run run = print();
    assertThat(run.out()).contains("LP-PRINT-004", "LP-OUT-005", "letters/one.pdf");
    assertThat(Files.readAllBytes(folder.resolve("site/letters/one.pdf"))).isEqualTo(letter);
    assertThat(Files.readAllBytes(folder.resolve("site/edition.pdf"))).isEqualTo(book);
  }

  @Test
  void strictPublishesNothingWhenThereIsAnError() throws IOException {
    assertThat(build().status()).isZero();
    String before = page("one");
    write("one", GOOD.replace("ID", "one").replace("WORDS", "Changed."));
    write("two", "<TEI");
    Run run = Run.in(folder, "build", "--strict", "--only", "html");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("nothing published");
    assertThat(page("one")).isEqualTo(before);
  }

  @Test
  void aLetterAgainstTheGrammarIsBuiltAndReported() throws IOException {
    write("two", GOOD.replace("ID", "two").replace("WORDS", "<persname>Anna</persname> writes."));
    Run run = build();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("LP-RNG-002", "tei/letters/two.xml:17:", "did you mean \"persName\"?");
    assertThat(page("two")).contains("Anna");
  }

  @Test
  void emptyAndWronglyEncodedFilesAreNamed() throws IOException {
    write("empty", "");
    Files.write(
        folder.resolve("tei/letters/latin.xml"),
        GOOD.replace("WORDS", "Grüße").getBytes(StandardCharsets.ISO_8859_1));
    Run run = build();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LP-XML-006", "LP-XML-003", "tei/letters/latin.xml:17:");
  }

  @Test
  void aMissingRegisterIsAWarningAtThePointer() throws IOException {
    write(
        "two",
        GOOD.replace("ID", "two")
            .replace("WORDS", "<persName ref=\"../registers/persons.xml#anna\">Anna</persName>"));
    Run run = build();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("warning[LP-LINK-001]", "persons.xml#anna");
    assertThat(page("two")).contains("Anna");
  }

  @Test
  void twoLettersWithOneNameAreAnErrorNamingBoth() throws IOException {
    write("three", GOOD.replace("ID", "ONE").replace("WORDS", "The third letter."));
    Run run = build();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LP-OUT-002", "tei/letters/one.xml", "tei/letters/three.xml");
    assertThat(Files.list(folder.resolve("site/letters")).count()).isEqualTo(3);
  }

  @Test
  void unknownOptionsAndCommandsGetASuggestion() {
    Run option = Run.in(folder, "build", "--ouut", "x");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err()).contains("did you mean \"--out\"?");
    Run command = Run.in(folder, "biuld");
    assertThat(command.status()).isEqualTo(2);
    assertThat(command.err()).contains("did you mean \"build\"?");
  }

  @Test
  void anUnknownSettingIsAnErrorWithItsLine() throws IOException {
    Files.writeString(folder.resolve("letterpress.toml"), "# ours\nlangauge = \"de\"\n");
    Run run = build();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("letterpress.toml:2:1", "did you mean \"language\"?");
  }

  @Test
  void aFolderWithoutTeiIsSaidSo() throws IOException {
    Run run = Run.in(Files.createDirectory(folder.resolve("other")), "build");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("LP-CONF-002", "tei/");
    Run missing = Run.in(folder, "build", "nowhere");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.out()).contains("LP-CONF-001", "nowhere");
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsSaidSo() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    Run run = Run.in(folder, "build", "--only", "html", "--out", "taken");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("LP-OUT-001");
    assertThat(file).hasContent("mine");
  }

  @Test
  void filesOfOthersInTheOutputFolderAreNotOverwritten() throws IOException {
    Path mine = folder.resolve("site/index.html");
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "my own page");
    Run run = build();
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("LP-OUT-003", "index.html");
    assertThat(mine).hasContent("my own page");
  }

  @Test
  void pagesOfALetterThatIsGoneAreRemovedAndOtherFilesStay() throws IOException {
    build();
    Path own = Files.writeString(folder.resolve("site/robots.txt"), "mine");
    Files.delete(folder.resolve("tei/letters/two.xml"));
    build();
    assertThat(folder.resolve("site/letters/two.html")).doesNotExist();
    assertThat(folder.resolve("site/letters/one.html")).exists();
    assertThat(own).exists();
  }

  @Test
  void deepNestingAndLongTextsAreRendered() throws IOException {
    write(
        "two",
        GOOD.replace("ID", "two")
            .replace("WORDS", "<hi>".repeat(500) + "deep" + "</hi>".repeat(500)));
    write("long", GOOD.replace("ID", "long").replace("WORDS", "word ".repeat(200_000) + "last"));
    Run run = build();
    assertThat(run.out()).doesNotContain("error[");
    assertThat(page("two")).contains("deep");
    assertThat(page("long")).contains("last");
  }

  @Test
  void anIdThatLeadsOutOfItsFolderIsANameAllTheSame() throws IOException {
    write("two", GOOD.replace("ID", "../../out of here").replace("WORDS", "Where is it?"));
    Run run = build();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LP-RNG-006");
    assertThat(page("out-of-here")).contains("Where is it?");
    assertThat(page("one")).contains("The first letter.");
    assertThat(folder.resolve("out of here.html")).doesNotExist();
  }

  @Test
  void validateNamesLineAndColumnOfASingleFile() throws IOException {
    write(
        "two", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<text><body></p></body></text></TEI>");
    Run run = Run.in(folder, "validate", "tei/letters/two.xml");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).containsPattern("tei/letters/two.xml:2:\\d+");
  }

  @Test
  void whatCannotBeReadKeepsNothingElseFromBeingChecked() throws IOException {
    String entity = "<!DOCTYPE TEI [<!ENTITY e '" + "x".repeat(100_000) + "'>]>";
    write("attributes", entity + "<TEI n='" + "&e;".repeat(9_000) + "'/>");
    write("text", entity + "<TEI>" + "&e;".repeat(9_000) + "</TEI>");
    write("file", "<!DOCTYPE TEI [<!ENTITY e SYSTEM '/etc/hostname'>]><TEI>&e;</TEI>");
    write("net", "<!DOCTYPE TEI [<!ENTITY % e SYSTEM 'http://127.0.0.1:9/e'> %e;]><TEI/>");
    write("two", GOOD.replace("ID", "two").replace("WORDS", "<persname>Anna</persname>"));
    Files.write(
        folder.resolve("tei/letters/wide.xml"),
        ("<?xml version='1.0' encoding='UTF-8'?>" + GOOD).getBytes(StandardCharsets.UTF_16));
    Run run = Run.in(folder, "validate", "tei/letters");
    assertThat(run.status()).isEqualTo(1);
    for (String file : List.of("attributes", "text", "file", "net", "wide", "two")) {
      assertThat(run.out()).contains("tei/letters/" + file + ".xml:");
    }
    assertThat(run.out()).contains("did you mean \"persName\"?").doesNotContain("Exception");
    assertThat(run.err()).contains("7 files checked");
  }

  @Test
  void aFolderWithoutXmlIsAnError() throws IOException {
    Files.createDirectories(folder.resolve("other/empty"));
    Run run = Run.in(folder, "validate", "other");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LP-CONF-008", "the folder other holds no XML file");
  }

  private Run print() {
    return Run.in(folder, "build", "--quiet", "--only", "pdf");
  }

  private Run build() {
    return Run.in(folder, "build", "--only", "html");
  }

  private String page(String id) throws IOException {
    return Files.readString(folder.resolve("site/letters/" + id + ".html"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("tei/letters/" + name + ".xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
