package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Lines of a source")
class SourceLinesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "one",
        "one\n",
        "one\ntwo",
        "one\r\ntwo\r\n",
        "\n\n",
        "one\rtwo\n\rthree",
        "\r\n",
        "a\n\nb"
      })
  @DisplayName("are divided as Java divides them")
  void areDividedAsJavaDividesThem(String text) throws IOException {
    Files.writeString(folder.resolve("a.xml"), text);
    SourceLines lines = new SourceLines(folder);
    var expected = text.lines().toList();
    for (int number = 1; number <= expected.size(); number++) {
      assertThat(lines.line("a.xml", number)).contains(expected.get(number - 1));
    }
    assertThat(lines.line("a.xml", expected.size() + 1)).isEmpty();
    assertThat(lines.line("a.xml", 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE"})
  @DisplayName("are read in the encoding of their file, whichever is asked for first")
  void areReadInTheirEncoding(String encoding) throws IOException {
    String text = "<?xml version='1.0' encoding='" + encoding + "'?>\r\n<p>ä\u010a\n\n</p>ß\r\n";
    text = encoding.startsWith("UTF") ? text : text.replace("\u010a", "é");
    String mark = encoding.equals("UTF-16LE") ? "\ufeff" : "";
    Files.write(folder.resolve("a.xml"), (mark + text).getBytes(Charset.forName(encoding)));
    var expected = text.lines().toList();
    SourceLines lines = new SourceLines(folder);
    for (int number : new int[] {4, 2, 1, 3}) {
      assertThat(lines.line("a.xml", number)).contains(expected.get(number - 1));
    }
    assertThat(lines.line("a.xml", 5)).isEmpty();
  }

  @Test
  @DisplayName("begin behind a byte order mark")
  void beginBehindAMark() throws IOException {
    Files.writeString(folder.resolve("a.xml"), "\ufeff<TEI>\n</TEI>");
    assertThat(new SourceLines(folder).line("a.xml", 1)).contains("<TEI>");
  }

  @Test
  @DisplayName("come from the file that is asked for, whatever was asked before")
  void comeFromTheFileAskedFor() throws IOException {
    Files.writeString(folder.resolve("a.xml"), "first\nsecond");
    Files.writeString(folder.resolve("b.xml"), "third");
    SourceLines lines = new SourceLines(folder);
    assertThat(lines.line("a.xml", 2)).contains("second");
    assertThat(lines.line("b.xml", 1)).contains("third");
    assertThat(lines.line("b.xml", 2)).isEmpty();
    assertThat(lines.line("a.xml", 1)).contains("first");
    assertThat(lines.line("absent.xml", 1)).isEmpty();
  }
}
