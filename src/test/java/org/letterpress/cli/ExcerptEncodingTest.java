package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding shows the line of a file in whatever encoding, with the caret under the place. */
class ExcerptEncodingTest {
  private static final String LETTER =
      "<?xml version=\"1.0\"DECLARED?>\n"
          + "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"mul\"><teiHeader/>\n"
          + "<text><body>\n<p>CHARACTERS <unheardof/></p>\n</body></text></TEI>\n";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} declared as {1}, mark {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "UTF-8, -, -, Grüße \uD834\uDD1E e\u0301, 13",
        "UTF-8, UTF-8, EFBBBF, Grüße, 9",
        "ISO-8859-1, ISO-8859-1, -, Grüße für, 13",
        "windows-1252, windows-1252, -, „Grüße“ – 5 €, 17",
        "ISO-8859-2, iso-8859-2, -, Łódź, 8",
        "UTF-16LE, -, FFFE, Grüße \uD834\uDD1E e\u0301, 13",
        "UTF-16BE, UTF-16, FEFF, 上海 Grüße, 14",
        "UTF-16LE, UTF-16, -, Grüße, 9",
        "UTF-16BE, UTF-16, -, Grüße, 9",
        "GB18030, GB18030, -, 上海, 8",
        "UTF-32BE, ISO-10646-UCS-4, -, Grüße, 9"
      })
  void theLineIsShownAsItIsWritten(
      String encoding, String declared, String mark, String words, int before) throws IOException {
    String text =
        LETTER
            .replace("DECLARED", declared == null ? "" : " encoding='" + declared + "'")
            .replace("CHARACTERS", words);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; mark != null && i < mark.length(); i += 2) {
      bytes.write(Integer.parseInt(mark.substring(i, i + 2), 16));
    }
    bytes.write(text.getBytes(Charset.forName(encoding)));
    Files.write(folder.resolve("letter.xml"), bytes.toByteArray());

    List<String> shown =
        Run.in(folder, "validate", "letter.xml")
            .out()
            .lines()
            .dropWhile(line -> !line.contains("element \"unheardof\""))
            .toList();
    int line = shown.indexOf("    4 | <p>" + words + " <unheardof/></p>");
    assertThat(line).as("%s", shown).isPositive();
    assertThat(shown.get(line + 1).indexOf('^')).isEqualTo("      | ".length() + before);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "no-such-encoding"})
  void aFileThatIsNotWhatItDeclaresIsShownAsFarAsItCanBe(String declared) throws IOException {
    String text =
        LETTER.replace("DECLARED", " encoding='" + declared + "'").replace("CHARACTERS", "words");
    Files.writeString(folder.resolve("letter.xml"), text);
    Run run = Run.in(folder, "validate", "letter.xml");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LP-XML-00").contains("    1 | <?xml version=");
  }
}
