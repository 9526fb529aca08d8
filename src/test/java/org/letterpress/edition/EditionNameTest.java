package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** What an edition is called that does not say it. */
class EditionNameTest {
  private static final String PERSONS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Persons</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
      <sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><listPerson>
      <person xml:id="anna"><persName>Berg, Anna</persName></person>
      <person xml:id="ben"><persName>Ben &lt;Jonas, the elder&gt;</persName></person>
      </listPerson></body></text></TEI>
      """;

  @TempDir Path folder;

  @Test
  void twoWhoWroteAllLettersNameIt() throws IOException {
    write("registers/persons.xml", PERSONS);
    letter(1, "<persName ref=\"#anna\">A.</persName>", "<persName ref=\"#ben\">B.</persName>");
    letter(2, "<persName ref=\"#anna\">Anna</persName>", "<persName ref=\"#ben\">Ben</persName>");
    letter(3, "<persName ref=\"#ben\">Ben</persName>", "<persName ref=\"#anna\">Anna</persName>");
    assertThat(titles("letters/l1.html", "index.html", "persons.html", "404.html", "search.html"))
        .allMatch(
            html ->
                html.contains(
                    "><bdi>The correspondence of Anna Berg and Ben &lt;Jonas, the elder&gt;</bdi></a>"));
  }

  @Test
  void oneWhoTookPartInNineOfTenDoesSo() throws IOException {
    for (int i = 1; i <= 9; i++) {
      letter(i, "<persName>Anna</persName>", "<persName>No. " + i + "</persName>");
    }
    letter(10, "<persName>Carl</persName>", "<persName>Dora</persName>");
    assertThat(titles("index.html"))
        .allMatch(html -> html.contains("<h1>The correspondence of Anna</h1>"));
    write("letterpress.toml", "language = \"de\"\n", folder);
    assertThat(titles("index.html")).allMatch(html -> html.contains("Der Briefwechsel von Anna"));
  }

  @Test
  void lettersOfManyAreCalledLetters() throws IOException {
    for (int i = 1; i <= 4; i++) {
      letter(i, "<persName>From " + i + "</persName>", "<persName>To " + i + "</persName>");
    }
    assertThat(titles("index.html")).allMatch(html -> html.contains("<h1>Letters</h1>"));
  }

  @Test
  void theSeriesThatNineOfTenLettersNameComesFirst() throws IOException {
    for (int i = 1; i <= 10; i++) {
      letter(i, "<persName>Anna</persName>", "<persName>Ben</persName>");
    }
    Path letters = folder.resolve("tei/letters");
    for (int i = 1; i <= 8; i++) {
      inSeries(letters.resolve("l" + i + ".xml"), "<title level=\"s\">Anna &amp; Ben</title>");
    }
    assertThat(titles("index.html")).allMatch(html -> html.contains("<h1>The correspondence of"));
    inSeries(letters.resolve("l9.xml"), "<title level=\"s\">Anna &amp; Ben</title>");
    assertThat(titles("index.html", "letters/l1.html", "letters/l10.html"))
        .allMatch(html -> html.contains("><bdi>Anna &amp; Ben</bdi></a>"));
    for (int i = 1; i <= 10; i++) {
      Path letter = letters.resolve("l" + i + ".xml");
      Files.writeString(
          letter,
          Files.readString(letter)
              .replace(
                  "<sourceDesc>",
                  "<seriesStmt><title>The Papers</title><title type=\"genre\">Letters</title>"
                      + "</seriesStmt><sourceDesc>"));
    }
    assertThat(titles("index.html")).allMatch(html -> html.contains("<h1>The Papers</h1>"));
  }

  private static void inSeries(Path letter, String title) throws IOException {
    Files.writeString(
        letter, Files.readString(letter).replace("</titleStmt>", title + "</titleStmt>"));
  }

  private List<String> titles(String... pages) throws IOException {
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.said()).contains(", 0 lost");
    List<String> html = new ArrayList<>();
    for (String page : pages) {
      html.add(Files.readString(folder.resolve("site").resolve(page)));
    }
    return html;
  }

  private void letter(int id, String sender, String addressee) throws IOException {
    write(
        "letters/l" + id + ".xml",
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l%d"><teiHeader><fileDesc>
        <titleStmt><title>A letter</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
        <sourceDesc><p>x</p></sourceDesc></fileDesc><profileDesc><correspDesc>
        <correspAction type="sent">%s<date when="1850-01-%02d"/></correspAction>
        <correspAction type="received">%s</correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>Dear friend.</p></body></text></TEI>
        """
            .formatted(id, sender, id, addressee));
  }

  private void write(String path, String text) throws IOException {
    write(path, text, folder.resolve("tei"));
  }

  private static void write(String path, String text, Path root) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
