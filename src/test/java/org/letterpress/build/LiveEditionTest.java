package org.letterpress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.corpora.EditionGenerator;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.EditionFolder;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.SchemaOptions;

/** An edition in memory, as its files change. */
class LiveEditionTest {
  private static final int CHANGES = 24;

  @TempDir Path folder;
  @TempDir Path cache;

  private final Random random = new Random(5);
  private Path persons;

  @BeforeEach
  void write() throws IOException {
    new EditionGenerator(9, 6, 3).write(folder, null);
    persons = folder.resolve("tei/registers/persons.xml");
  }

  @Test
  void whatFollowsAChangeIsWhatAllFilesSayTogether() throws IOException {
    LiveEdition live = read();
    LiveEdition anew = read();
    List<UnaryOperator<String>> changes =
        List.of(
            text -> text.replaceFirst("(?s)(<body.*?<p[^>]*>)", "$1New words. "),
            text -> text.replaceFirst("(?s)(<body.*?<p[^>]*>)", "$1<note>New.</note>"),
            text ->
                text.replaceFirst("(?s)(<body.*?<p[^>]*>)", "$1<persName ref='#no'>N</persName>"),
            text ->
                text.replaceFirst(
                    "<persName ref=\"[^\"]*\"", "<persName ref=\"#" + person() + "\""),
            text -> text.replaceFirst("<p>", "<p xml:id='new'>"),
            text -> text.replaceFirst("<date when=\"\\d{4}", "<date when=\"1799"),
            text -> text.replaceFirst("<TEI (.*?)xml:id=\"", "<TEI $1xml:id=\"x"));
    for (int n = 0; n < CHANGES; n++) {
      boolean isRegister = n % 8 == 7;
      Path file = isRegister ? persons : letters().get(random.nextInt(letters().size()));
      String before = Files.readString(file);
      String after =
          isRegister
              ? before.replaceFirst("<forename>", "<forename>Maria ")
              : changes.get(n % changes.size()).apply(before);
      Files.writeString(file, after);
      live.reread(List.of(file), false, true);
      if (n % 3 > 0) {
        // Several saves may come before there is time for the edition as a whole.
        continue;
      }
      assertThat(live.relink()).isTrue();
      anew.reread(List.of(), true, true);
      anew.doubt();
      assertThat(anew.relink()).isTrue();
      assertThat(live.findings()).as("findings after change %d", n).isEqualTo(anew.findings());
      assertThat(pages(live)).as("pages after change %d", n).isEqualTo(pages(anew));
    }
  }

  @Test
  void aCheckoutOfManyFilesIsFollowedWhateverTheSystemTold() throws IOException {
    new EditionGenerator(600, 20, 5).write(folder, null);
    LiveEdition live = read();
    List<Path> letters = letters();
    List<Path> told = new ArrayList<>();
    for (int n = 0; n < letters.size(); n++) {
      Path letter = letters.get(n);
      if (n % 3 == 0) {
        Files.writeString(letter, Files.readString(letter).replaceFirst("<p>", "<p>Checked out. "));
        told.add(letter);
      } else if (n % 7 == 0) {
        Files.delete(letter);
      }
    }
    // Of so many changes the system tells a part, and that it lost some.
    assertThat(live.reread(told.subList(0, told.size() / 2), true, true).changed()).isTrue();
    assertThat(live.relink()).isTrue();
    LiveEdition anew = read();
    assertThat(live.findings()).isEqualTo(anew.findings());
    for (Path letter : letters.subList(0, 30)) {
      String page = "letters/" + stem(letter) + ".html";
      assertThat(live.file(page)).as(page).isEqualTo(anew.file(page));
    }
  }

  @Test
  void aLetterThatIsDeletedBeforeItsTurnIsGoneAndNotBroken() throws IOException {
    LiveEdition live = open();
    Path letter = letters().get(4);
    String page = "letters/" + stem(letter) + ".html";
    assertThat(live.file(page)).isNotNull();
    Files.delete(letter);
    live.readAll((step, done, all) -> {}, () -> {});
    assertThat(live.obstacles(page)).isEmpty();
    live.reread(List.of(letter), false, true);
    assertThat(live.source(page)).isNull();
    assertThat(live.file(page)).isNull();
  }

  @Test
  void aLetterCanBeShownBeforeAnythingWasRead() throws IOException {
    LiveEdition live = open();
    String stem = stem(letters().get(4));
    String page = new String(live.file("letters/" + stem + ".html"), StandardCharsets.UTF_8);
    assertThat(page).contains("<html").contains("</main>");
    assertThat(live.isReading()).isTrue();
  }

  private LiveEdition open() {
    SourceFolder names = new SourceFolder(folder, folder);
    SchemaOptions schemas = new SchemaOptions(List.of(), false, "", false, cache);
    return new LiveEdition(
        EditionFolder.open(folder, "edition", names, new Diagnostics()), names, schemas, 1);
  }

  private LiveEdition read() {
    LiveEdition live = open();
    live.readAll((step, done, all) -> {}, () -> {});
    return live;
  }

  private String person() {
    return "p" + (1 + random.nextInt(3));
  }

  private List<Path> letters() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("tei/letters"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replace(".xml", "");
  }

  private TreeMap<String, String> pages(LiveEdition live) throws IOException {
    List<String> paths = new ArrayList<>(List.of("index.html", "letters.html", "persons.html"));
    for (Path letter : letters()) {
      String stem = stem(letter);
      paths.addAll(List.of("letters/" + stem + ".html", "letters/x" + stem + ".html"));
    }
    TreeMap<String, String> pages = new TreeMap<>();
    for (String path : paths) {
      byte[] page = live.file(path);
      pages.put(path, page == null ? "none" : new String(page, StandardCharsets.UTF_8));
    }
    return pages;
  }
}
