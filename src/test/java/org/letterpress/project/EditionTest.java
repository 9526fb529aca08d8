package org.letterpress.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an edition's sources are looked for. */
class EditionTest {
  @TempDir Path folder;

  @Test
  void takesTheFolderTeiWhenThereIsOne() throws IOException {
    make("tei/a.xml", "letters/b.xml", "c.xml");
    assertThat(names(edition(List.of("tei")))).containsExactly("tei");
    assertThat(edition(List.of("tei")).looseFiles()).isEmpty();
    assertThat(edition(List.of("tei")).isSearched()).isFalse();
  }

  @Test
  void looksIntoEveryFolderWhenNoneIsNamed() throws IOException {
    make(
        "letters/a.xml",
        "registers/b.xml",
        "c.xml",
        ".hidden/d.xml",
        "schema/e.xml",
        "xslt/f.xml",
        "site/g.xml",
        "out/.letterpress",
        "out/letters/h.xml",
        "broken-off/.letterpress-changing",
        "broken-off/letters/i.xml");
    Edition edition = edition(List.of("tei"));
    assertThat(edition.isSearched()).isTrue();
    assertThat(names(edition)).containsExactly("letters", "registers");
    assertThat(edition.looseFiles()).containsExactly(folder.resolve("c.xml"));
  }

  @Test
  void searchesNothingBesideAFolderThatIsNamed() throws IOException {
    make("letters/a.xml", "more/b.xml");
    assertThat(names(edition(List.of("letters")))).containsExactly("letters");
    assertThat(edition(List.of("elsewhere")).sourceFolders()).isEmpty();
  }

  private List<String> names(Edition edition) {
    return edition.sourceFolders().stream().map(path -> path.getFileName().toString()).toList();
  }

  private Edition edition(List<String> sources) {
    Settings standard = Settings.DEFAULT;
    return new Edition(
        folder,
        "edition",
        new Settings(
            "",
            List.of(),
            sources,
            "",
            standard.notes(),
            standard.views(),
            standard.site(),
            standard.pageSize(),
            standard.layout(),
            standard.book(),
            List.of(),
            Map.of()));
  }

  private void make(String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "<TEI/>");
    }
  }
}
