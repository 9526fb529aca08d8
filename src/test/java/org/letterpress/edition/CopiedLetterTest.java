package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** A letter that was copied, and kept the id of the first, does not move its address unnoticed. */
class CopiedLetterTest {
  private static final String CODE = "LP-ID-004";

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s">
        <teiHeader>
          <fileDesc>
            <titleStmt><title>Ada to Ben</title></titleStmt>
            <publicationStmt><p>Test</p></publicationStmt>
            <sourceDesc><p>Manuscript</p></sourceDesc>
          </fileDesc>
          <profileDesc><correspDesc>
            <correspAction type="sent"><persName>Ada</persName><date when="%s"/></correspAction>
            <correspAction type="received"><persName>Ben</persName></correspAction>
          </correspDesc></profileDesc>
        </teiHeader>
        <text><body><p>Dear Ben.</p></body></text>
      </TEI>
      """;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(folder.resolve("tei/letters"));
  }

  @Test
  void theCopyIsReportedWithTheAddressesOfBoth() throws IOException {
    // The copy comes first, by name and by date: what tells it is that its id is another's name.
    letter("l0002", "l0002", "1850-03-04");
    letter("l0001-copy", "l0002", "1849-01-01");
    letter("l0003", "l0003", "1851-01-01");
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsOnlyOnce(
            """
            warning[LP-ID-004]: the letter has the xml:id "l0002" of another, so the addresses of \
            both are made of file and id: letters/l0001-copy-l0002.html and \
            letters/l0002-l0002.html
              tei/letters/l0001-copy.xml:1:1
            """)
        .contains("  see tei/letters/l0002.xml:1:1: the other letter\n")
        .contains("   help: give the copy an xml:id of its own")
        .containsOnlyOnce(CODE);
    Path pages = folder.resolve("site/letters");
    assertThat(pages.resolve("l0001-copy-l0002.html")).exists();
    assertThat(pages.resolve("l0002-l0002.html")).exists();
  }

  @Test
  void everyFurtherCopyIsReported() throws IOException {
    letter("a", "one", "1850-03-04");
    letter("b", "one", "1850-03-05");
    letter("c", "one.xml", "1850-03-06");
    assertThat(validate())
        .containsSubsequence(CODE, "tei/letters/b.xml:1:1", CODE, "tei/letters/c.xml:1:1");
  }

  @Test
  void aLetterMayNotHaveTheIdOfOneInAVolume() throws IOException {
    volume("v1", "d1", "d2");
    letter("x", "d2", "1850-03-04");
    assertThat(validate())
        .contains(CODE, "letters/x-d2.html and letters/v1-d2.html", "tei/letters/x.xml:1:1")
        .containsOnlyOnce(CODE);
  }

  @Test
  void lettersOfTwoVolumesMayHaveTheSameIds() throws IOException {
    volume("v1", "d1", "d2");
    volume("v2", "d1", "d2");
    assertThat(validate()).doesNotContain(CODE);
  }

  @Test
  void lettersWithIdsOfTheirOwnAreLeftInPeace() throws IOException {
    letter("l0002", "l0002", "1850-03-04");
    letter("l0005", "l0005", "1850-03-05");
    assertThat(validate()).doesNotContain(CODE);
  }

  @Test
  void addressesThatCollideAreToldOnce() throws IOException {
    Files.createDirectories(folder.resolve("tei/letters/more"));
    letter("a", "one", "1850-03-04");
    letter("more/a", "one", "1850-03-05");
    assertThat(validate()).contains("LP-OUT-002").doesNotContain(CODE);
  }

  private void letter(String file, String id, String day) throws IOException {
    Files.writeString(folder.resolve("tei/letters/" + file + ".xml"), LETTER.formatted(id, day));
  }

  private void volume(String file, String... ids) throws IOException {
    Files.writeString(
        folder.resolve("tei/letters/" + file + ".xml"),
        Arrays.stream(ids)
            .map(id -> LETTER.formatted(id, "1850-03-0" + id.charAt(1)))
            .collect(
                Collectors.joining(
                    "",
                    """
                    <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
                      <teiHeader><fileDesc>
                        <titleStmt><title>A volume</title></titleStmt>
                        <publicationStmt><p>Test</p></publicationStmt>
                        <sourceDesc><p>Test</p></sourceDesc>
                      </fileDesc></teiHeader>
                    """,
                    "</teiCorpus>")));
  }

  private String validate() {
    return Run.in(folder, "validate").out();
  }
}
