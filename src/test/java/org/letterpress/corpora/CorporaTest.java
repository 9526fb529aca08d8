package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.letterpress.cli.Run;

/**
 * Five published editions, built as they come and compared with {@link TeiCount}, which reads them
 * without our code. They lie beside the repository and are no part of it; where they are missing,
 * these tests are skipped.
 */
class CorporaTest {
  private static final Path CORPORA = Path.of("../shared/corpora").toAbsolutePath().normalize();

  /** What each edition's {@code letterpress.toml} says; the series are what its types mean. */
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "auden-musulin", "sources = [\"letters\", \"registers\"]\n",
              "estournelles", "sources = [\"letters\", \"registers\"]\n",
              "frus", "sources = [\"volumes\"]\n[letters]\ndivision = \"document\"\n",
              "mitford", "sources = [\"letters\"]\n",
              "serafin",
                  "sources = [\"letters\", \"registers\"]\n"
                      + "[notes]\ntextual = [\"transcription\"]\n"));

  private static final Map<String, String> TEXTUAL = Map.of("serafin", "transcription");

  private static final List<String> NAMES = List.copyOf(SETTINGS.keySet());

  private record Built(Run run, PublishedSite site, TeiCount count) {}

  private static final Map<String, Built> BUILT = new TreeMap<>();

  @TempDir static Path folder;

  @ParameterizedTest
  @FieldSource("NAMES")
  void isBuiltWithoutADefect(String corpus) {
    Run run = built(corpus).run();
    assertThat(run.status()).isBetween(0, 1);
    assertThat(run.said())
        .doesNotContain("letterpress failed", "LP-OUT-004", "Exception", "\tat ", "StackOverflow");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyLetterHasItsPage(String corpus) {
    Built built = built(corpus);
    assertThat(built.count().unread()).isEmpty();
    assertThat(built.count().letters()).hasSizeGreaterThan(20);
    assertThat(built.site().letters()).hasSameSizeAs(built.count().letters());
    assertThat(built.site().order()).containsExactlyInAnyOrderElementsOf(built.site().letters());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noLetterWithWordsHasAnEmptyPage(String corpus) {
    Built built = built(corpus);
    long silent = built.count().letters().stream().filter(letter -> letter.words() == 0).count();
    assertThat(
            built.site().letters().stream()
                .filter(letter -> TeiCount.words(built.site().reading(letter)) == 0)
                .toList())
        .hasSizeLessThanOrEqualTo((int) silent);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyNoteOfALetterIsInAList(String corpus) {
    Built built = built(corpus);
    String textual = TEXTUAL.getOrDefault(corpus, "none");
    Map<String, Integer> worded = new TreeMap<>();
    Map<String, Integer> all = new TreeMap<>();
    for (TeiCount.Note note : built.count().notes()) {
      if (note.isOfLetter()) {
        String series = note.type().equals(textual) ? "textual" : "commentary";
        all.merge(series, 1, Integer::sum);
        // An empty note may be shown or not; a remark on a title may stay beside it.
        boolean wanted = note.words() > 0 && !note.parent().equals("bibl");
        worded.merge(series, wanted ? 1 : 0, Integer::sum);
      }
    }
    Map<String, Integer> pages = new TreeMap<>();
    for (String letter : built.site().letters()) {
      for (String series : built.site().series(letter)) {
        pages.merge(series, built.site().notes(letter, series), Integer::sum);
      }
    }
    assertThat(pages).hasSameSizeAs(all);
    all.forEach(
        (series, number) ->
            assertThat(pages.get(series)).as(series).isBetween(worded.get(series), number));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyMentionedEntryListsItsLetter(String corpus) {
    Built built = built(corpus);
    Map<String, Set<String>> listed = built.site().lettersByEntry();
    List<String> missing = new ArrayList<>();
    int compared = 0;
    for (TeiCount.Letter letter : built.count().letters()) {
      Set<String> mentioned = new TreeSet<>();
      for (TeiCount.Mention mention : built.count().mentions()) {
        if (mention.file().equals(letter.file())
            && mention.letter() == letter.position()
            && mention.inText()
            && mention.inReading()
            && mention.entry()) {
          mentioned.add(mention.names());
        }
      }
      compared += mentioned.size();
      for (String entry : mentioned) {
        if (!listed.getOrDefault(entry, Set.of()).contains(page(letter))) {
          missing.add(page(letter) + ": " + entry);
        }
      }
    }
    // The volumes of one edition keep their persons in lists of items, which are no register.
    assertThat(compared > 0).isEqualTo(!corpus.equals("frus"));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noPointerIsCalledDeadThatLeadsSomewhere(String corpus) throws IOException {
    Built built = built(corpus);
    Set<String> letters =
        built.count().letters().stream().map(TeiCount.Letter::id).collect(Collectors.toSet());
    letters.remove("");
    Map<String, String> named =
        built.count().mentions().stream()
            .filter(mention -> mention.entry() || letters.contains(mention.names()))
            .collect(
                Collectors.toMap(
                    mention -> mention.file() + " " + mention.value(),
                    TeiCount.Mention::names,
                    (one, other) -> one));
    Set<String> wrong = new HashSet<>();
    Pattern quoted = Pattern.compile("^\"(.*?)\" in ");
    for (JsonNode finding : new ObjectMapper().readTree(built.run().out()).path("findings")) {
      Matcher value = quoted.matcher(finding.path("message").asText());
      if (finding.path("code").asText().equals("LP-LINK-001") && value.find()) {
        String key = finding.path("file").asText() + " " + value.group(1);
        if (named.containsKey(key)) {
          wrong.add(key);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The name of a letter's page, as the guide has it: its id, its file, its file and position. */
  private static String page(TeiCount.Letter letter) {
    String file = letter.file().replaceFirst("^.*/", "");
    String stem = file.substring(0, file.length() - 4);
    String name =
        !letter.id().isEmpty()
            ? letter.id()
            : letter.alone() ? stem : stem + "-" + letter.position();
    return name.endsWith(".xml") ? name.substring(0, name.length() - 4) : name;
  }

  private static synchronized Built built(String corpus) {
    Assumptions.assumeTrue(
        Files.isDirectory(CORPORA.resolve(corpus)),
        () -> "../shared/corpora/" + corpus + " is not there: nothing to build");
    return BUILT.computeIfAbsent(corpus, CorporaTest::build);
  }

  private static Built build(String corpus) {
    try {
      Path edition = folder.resolve(corpus);
      copy(CORPORA.resolve(corpus), edition);
      Files.writeString(edition.resolve("letterpress.toml"), SETTINGS.get(corpus));
      Run run = Run.in(edition, "build", "--only", "html,text", "--format", "json");
      return new Built(
          run, new PublishedSite(edition.resolve("site")), TeiCount.of(CORPORA.resolve(corpus)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
  }
}
