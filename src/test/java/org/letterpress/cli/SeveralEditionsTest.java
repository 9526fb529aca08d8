package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several editions that are validated in one call keep their own settings. */
class SeveralEditionsTest {
  private static final String SILENCE = "[silence]\nLP-TEXT-006 = \"kept for the line numbers\"\n";

  @TempDir Path folder;

  @Test
  void theSilenceOfEachEditionHoldsForItsOwnFiles() throws IOException {
    edition("first", SILENCE);
    edition("second", "");
    edition("third", SILENCE);
    assertThat(validate("first", "second", "third"))
        .contains("second/tei/letter.xml")
        .doesNotContain("first/tei/letter.xml", "third/tei/letter.xml");
    assertThat(validate("second", "first")).contains("second/tei/letter.xml");
    assertThat(validate("first")).doesNotContain("LP-TEXT-006");
  }

  private String validate(String... editions) {
    String[] arguments = new String[editions.length + 3];
    arguments[0] = "validate";
    arguments[1] = "--all";
    arguments[2] = "--format=github";
    System.arraycopy(editions, 0, arguments, 3, editions.length);
    return Run.in(folder, arguments)
        .out()
        .lines()
        .filter(line -> line.contains("LP-TEXT-006"))
        .toList()
        .toString();
  }

  private void edition(String name, String settings) throws IOException {
    Path tei = Files.createDirectories(folder.resolve(name + "/tei"));
    Files.writeString(folder.resolve(name + "/letterpress.toml"), settings);
    Files.writeString(
        tei.resolve("letter.xml"),
        "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader/>"
            + "<text><body><p>Dear B</p><p></p></body></text></TEI>");
  }
}
