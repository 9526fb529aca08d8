package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.letterpress.site.search.SearchableWords;

/**
 * Five published editions, built as they come, without a settings file, and compared with {@link
 * TeiCount}, which reads them without our code. They lie beside the repository and are no part of
 * it; where they are missing, these tests are skipped.
 */
class CorporaTest {
  private static final Path CORPORA = Path.of("../shared/corpora").toAbsolutePath().normalize();

  /** The word by which an edition tells its textual notes, where it has any. */
  private static final Map<String, String> TEXTUAL = Map.of("serafin", "transcription");

  /** How many letters each has, as its editors say; the count is held against it. */
  private static final Map<String, Integer> LETTERS =
      new TreeMap<>(
          Map.of(
              "auden-musulin", 72, "estournelles", 80, "frus", 172, "mitford", 26, "serafin", 46));

  private static final List<String> NAMES = List.copyOf(LETTERS.keySet());

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
    assertThat(built.count().letters()).hasSize(LETTERS.get(corpus));
    assertThat(built.site().letters()).hasSameSizeAs(built.count().letters());
    assertThat(built.site().order()).containsExactlyInAnyOrderElementsOf(built.site().letters());
    assertThat(built.site().letters())
        .allSatisfy(letter -> assertThat(built.site().heading(letter)).as(letter).isNotEmpty());
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
  void everyWordOfALetterIsFoundByTheSearch(String corpus) throws IOException {
    SearchableWords words = new SearchableWords(built(corpus).site().folder());
    assertThat(words.missing()).isEmpty();
    assertThat(words.words()).isGreaterThan(100 * LETTERS.get(corpus));
  }

  /**
   * Every note that says anything is in a list, stands where it was written, remarks on the entry
   * of a register in the letter itself, or is the number of a sheet and stands in the diplomatic
   * text; one without words may be shown or not.
   */
  @ParameterizedTest
  @FieldSource("NAMES")
  void everyNoteOfALetterIsOnItsPages(String corpus) {
    Built built = built(corpus);
    String textual = TEXTUAL.getOrDefault(corpus, "none");
    Map<String, Integer> worded = new TreeMap<>();
    Map<String, Integer> wordless = new TreeMap<>();
    for (TeiCount.Note note : built.count().notes()) {
      if (note.isOfLetter() || note.isInEntryOfLetter()) {
        String series =
            note.isInEntryOfLetter()
                ? "in entries"
                : note.isSheetNumber()
                    ? "sheet numbers"
                    : note.type().equals(textual) ? "textual" : "others";
        (note.words() > 0 ? worded : wordless).merge(series, 1, Integer::sum);
      }
    }
    Map<String, Integer> shown = new TreeMap<>();
    for (String letter : built.site().letters()) {
      PublishedSite site = built.site();
      for (String series : site.series(letter)) {
        shown.merge(
            series.equals("textual") ? "textual" : "others",
            site.notes(letter, series),
            Integer::sum);
      }
      shown.merge("textual", -site.apparatusEntries(letter), Integer::sum);
      shown.merge("others", site.notesInPlace(letter), Integer::sum);
      shown.merge("in entries", site.remarksInEntries(letter), Integer::sum);
      shown.merge(
          "sheet numbers", site.sheetNumbers("diplomatic/" + letter + ".html"), Integer::sum);
      assertThat(site.sheetNumbers("letters/" + letter + ".html")).as(letter).isZero();
    }
    for (String series : List.of("textual", "others", "in entries", "sheet numbers")) {
      int least = worded.getOrDefault(series, 0);
      assertThat(shown.get(series))
          .as(series)
          .isBetween(least, least + wordless.getOrDefault(series, 0));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyOtherReadingIsAnEntryOfTheApparatus(String corpus) {
    Built built = built(corpus);
    assertThat(
            built.site().letters().stream()
                .mapToInt(letter -> built.site().apparatusEntries(letter))
                .sum())
        .isEqualTo((int) built.count().apps().stream().filter(TeiCount.App::isEntry).count());
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
      String page = page(letter, built.site().letters());
      for (String entry : mentioned) {
        // An id that several volumes give is told apart by the name of the file.
        String own = stem(letter) + "-" + entry;
        if (!listed.getOrDefault(listed.containsKey(own) ? own : entry, Set.of()).contains(page)) {
          missing.add(page + ": " + entry);
        }
      }
    }
    assertThat(compared).isPositive();
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
            .filter(
                mention ->
                    mention.entry()
                        || (letters.contains(mention.names()) && !isAbroad(corpus, mention)))
            .collect(
                Collectors.toMap(
                    mention -> mention.file() + " " + mention.value(),
                    TeiCount.Mention::names,
                    (one, other) -> one));
    Set<String> wrong = calledDead(built);
    wrong.retainAll(named.keySet());
    assertThat(wrong).isEmpty();
  }

  /** True when the value names a file that the corpus has not, such as another volume. */
  private static boolean isAbroad(String corpus, TeiCount.Mention mention) {
    if (!mention.form().equals("file#id")) {
      return false;
    }
    String file = mention.value().substring(0, mention.value().indexOf('#'));
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.xml$", "");
    try (Stream<Path> all = Files.walk(CORPORA.resolve(corpus))) {
      return all.noneMatch(path -> path.getFileName().toString().equals(name + ".xml"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyPointerOfATextToAnIdThatIsNowhereIsCalledDead(String corpus) throws IOException {
    Built built = built(corpus);
    Set<String> dead = new TreeSet<>();
    for (TeiCount.Mention mention : built.count().mentions()) {
      if (mention.letter() > 0
          && mention.inText()
          && mention.form().equals("#id")
          && mention.names().isEmpty()) {
        dead.add(mention.file() + " " + mention.value());
      }
    }
    assertThat(calledDead(built)).containsAll(dead);
  }

  /** File and value of each pointer that LP-LINK-001 reports. */
  private static Set<String> calledDead(Built built) throws IOException {
    Set<String> dead = new TreeSet<>();
    Pattern quoted = Pattern.compile("^\"(.*?)\" in ");
    for (JsonNode finding : new ObjectMapper().readTree(built.run().out()).path("findings")) {
      Matcher value = quoted.matcher(finding.path("message").asText());
      if (finding.path("code").asText().equals("LP-LINK-001") && value.find()) {
        dead.add(finding.path("file").asText() + " " + value.group(1));
      }
    }
    return dead;
  }

  /**
   * The name of a letter's page, as the guide has it: its id, its file, or both, or its file and
   * position.
   */
  private static String page(TeiCount.Letter letter, Set<String> pages) {
    String id = letter.id().replaceFirst("\\.xml$", "");
    if (!id.isEmpty()) {
      return pages.contains(id) ? id : stem(letter) + "-" + id;
    }
    return letter.alone() ? stem(letter) : stem(letter) + "-" + letter.position();
  }

  /** The name of a letter's file, without folder and ending. */
  private static String stem(TeiCount.Letter letter) {
    return letter.file().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
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
      EditionCopy.of(CORPORA.resolve(corpus), edition);
      Run run = Run.in(edition, "build", "--only", "html,text", "--format", "json");
      return new Built(
          run, new PublishedSite(edition.resolve("site")), TeiCount.of(CORPORA.resolve(corpus)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
