package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionGeneratorTest {
  @TempDir Path folder;

  @Test
  void generatesAsManyLettersAndPersonsAsAskedFor() throws IOException {
    new EditionGenerator(110, 45, 7).write(folder, null);

    TeiCount count = TeiCount.of(folder);
    assertThat(count.unread()).isEmpty();
    // To TeiCount whatever has words is a letter, the edition's preface as well.
    assertThat(count.letters()).hasSize(110 + 1);
    assertThat(Files.readString(folder.resolve("tei/registers/persons.xml")).split("<person "))
        .hasSize(46);
  }

  @Test
  void givesTheSameBytesEachTime() throws IOException {
    EditionGenerator.of(60).write(folder.resolve("one"), null);
    EditionGenerator.of(60).write(folder.resolve("two"), null);

    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("two")));
  }

  @Test
  void learnsWordsAndLengthsFromLettersThatAreThere() throws IOException {
    Path corpora = Files.createDirectories(folder.resolve("corpora"));
    String words = "the ship of the line and the wind of the north ".repeat(5).strip();
    Files.writeString(
        corpora.resolve("a.xml"),
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>"
            + words
            + "</p></body></text></TEI>");

    EditionGenerator.of(40).write(folder.resolve("edition"), corpora);

    String all = String.join("", contents(folder.resolve("edition")).values());
    assertThat(all).contains("and the wind of the").doesNotContain("<note>");
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
