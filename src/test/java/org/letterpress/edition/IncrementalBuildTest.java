package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.corpora.EditionGenerator;

/**
 * Changes an edition at random, a change at a time, and builds it after each: what the build left
 * of the one before must be what a build from nothing makes, byte for byte.
 *
 * <p>{@code -Dletterpress.changes=300 -Dletterpress.seed=7} tries more, and others.
 */
@DisplayName("A build after a change")
class IncrementalBuildTest {
  private static final int CHANGES = Integer.getInteger("letterpress.changes", 18);
  private static final long SEED = Long.getLong("letterpress.seed", 1958);
  private static final String WITHOUT_PDF = "html,text,tei";

  private static final Pattern WORD = Pattern.compile("(?<=[ >])\\p{L}{4,}(?=[ ,.<])");
  private static final Pattern MENTION = Pattern.compile("(?<=<persName) ref=\"[^\"]*\"");
  private static final Pattern NOTE = Pattern.compile("<note\\b[^>]*>[^<]*</note>");
  private static final Pattern DAY =
      Pattern.compile("(?<=<date when=\")\\d{4}(?=-\\d\\d-\\d\\d\")");
  private static final Pattern FORENAME = Pattern.compile("(?<=<forename>)[^<]+");
  private static final Pattern ID = Pattern.compile("(?<=<TEI )(.*?)xml:id=\"([^\"]+)\"");

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private Path edition;
  private Path site;

  /** A kind of change; gives what it did, or null when there is nothing to do it to. */
  private interface Change {
    String make() throws IOException;
  }

  @Test
  @DisplayName("leaves what a build from nothing makes")
  void equalsABuildFromNothing() throws IOException {
    edition = folder.resolve("edition");
    site = folder.resolve("site");
    new EditionGenerator(7, 6, 3).write(edition, null);
    build(site, "cache", WITHOUT_PDF);
    List<Change> kinds =
        List.of(
            () -> edit(letter(), WORD, word -> new StringBuilder(word).reverse().toString()),
            () -> edit(letter(), WORD, this::mention),
            () -> edit(letter(), MENTION, ref -> ""),
            () -> edit(letter(), DAY, year -> String.valueOf(Integer.parseInt(year) + 1)),
            () -> edit(letter(), NOTE, note -> ""),
            () -> edit(registers("persons"), FORENAME, name -> name + " Maria"),
            () -> edit(edition.resolve("tei/edition.xml"), WORD, word -> word + "s"),
            this::moveNote,
            this::renameId,
            this::renameFile,
            this::copyLetter,
            this::deleteLetter,
            this::breakAndMend,
            this::dropEntry,
            this::setOption,
            this::overrideStylesheet,
            this::spoilOutput,
            this::setClockBack);
    List<String> made = new ArrayList<>();
    while (made.size() < CHANGES) {
      // All kinds in turn, so that a small number of changes tries each of them.
      String change = kinds.get(made.size() % kinds.size()).make();
      made.add(change == null ? "nothing" : change);
      build(site, "cache", WITHOUT_PDF);
      compare(made, WITHOUT_PDF);
    }
    build(site, "cache", "html,pdf,text,tei");
    edit(letter(), WORD, word -> word + word);
    build(site, "cache", "html,pdf,text,tei");
    compare(made, "html,pdf,text,tei");
  }

  private void build(Path out, String cache, String only) {
    Path caches = folder.resolve(cache);
    Run run =
        Run.in(
            folder,
            "build",
            "edition",
            "--no-audit",
            "--quiet",
            "--only=" + only,
            "--out=" + out,
            "--cache=" + caches);
    // Findings are welcome, a defect is not.
    assertThat(run.status()).as(run.said()).isLessThan(2);
    assertThat(run.said()).doesNotContain("LP-OUT-003", "LP-OUT-004");
  }

  private void compare(List<String> made, String only) throws IOException {
    Path fresh = folder.resolve("fresh");
    build(fresh, "fresh-cache", only);
    TreeMap<String, String> expected = contents(fresh);
    TreeMap<String, String> found = contents(site);
    assertThat(found.keySet())
        .as("files after %s (seed %s)", made, SEED)
        .isEqualTo(expected.keySet());
    expected.forEach(
        (path, content) ->
            assertThat(found.get(path).equals(content))
                .as("%s is what a build from nothing makes, after %s (seed %s)", path, made, SEED)
                .isTrue());
    delete(fresh);
    delete(folder.resolve("fresh-cache"));
  }

  /** All files but the manifest, whose fingerprints may know more or less of the same. */
  private static TreeMap<String, String> contents(Path site) throws IOException {
    TreeMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = site.relativize(file).toString();
        if (!path.equals(".letterpress")) {
          contents.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }

  // ---- changes ---------------------------------------------------------------------------------

  private List<Path> letters() throws IOException {
    try (Stream<Path> files = Files.walk(edition.resolve("tei/letters"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private Path letter() throws IOException {
    List<Path> letters = letters();
    return letters.get(random.nextInt(letters.size()));
  }

  private Path registers(String name) {
    return edition.resolve("tei/registers/" + name + ".xml");
  }

  /** Changes one of the places where a pattern matches. */
  private String edit(Path file, Pattern pattern, UnaryOperator<String> change) throws IOException {
    String text = Files.readString(file);
    int body = Math.max(0, text.indexOf("<body"));
    int from =
        (pattern == WORD || pattern == MENTION) && file.toString().contains("letters") ? body : 0;
    List<MatchResult> places =
        pattern.matcher(text).results().filter(place -> place.start() > from).toList();
    if (places.isEmpty()) {
      return null;
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    String replaced = change.apply(place.group());
    Files.writeString(
        file, text.substring(0, place.start()) + replaced + text.substring(place.end()));
    return "\"" + place.group() + "\" to \"" + replaced + "\" in " + file.getFileName();
  }

  private String mention(String word) {
    return "<persName ref=\"#p" + (1 + random.nextInt(3)) + "\">" + word + "</persName>";
  }

  private String moveNote() throws IOException {
    Path file = letter();
    String text = Files.readString(file);
    List<MatchResult> notes = NOTE.matcher(text).results().toList();
    int end = text.lastIndexOf("</p>");
    if (notes.isEmpty() || end < notes.get(0).end()) {
      return null;
    }
    MatchResult note = notes.get(0);
    Files.writeString(
        file,
        text.substring(0, note.start())
            + text.substring(note.end(), end)
            + note.group()
            + text.substring(end));
    return "the first note of " + file.getFileName() + " to its end";
  }

  private String renameId() throws IOException {
    return edit(letter(), ID, found -> found.replaceFirst("xml:id=\"", "xml:id=\"x"));
  }

  private String renameFile() throws IOException {
    Path file = letter();
    Path other = file.resolveSibling("renamed-" + file.getFileName());
    Files.move(file, other);
    return file.getFileName() + " renamed";
  }

  private String copyLetter() throws IOException {
    Path file = letter();
    String copy = Files.readString(file).replaceFirst("xml:id=\"", "xml:id=\"copy");
    Files.writeString(file.resolveSibling("copy-" + file.getFileName()), copy);
    return file.getFileName() + " copied";
  }

  private String deleteLetter() throws IOException {
    if (letters().size() < 4) {
      return null;
    }
    Path file = letter();
    Files.delete(file);
    return file.getFileName() + " deleted";
  }

  private String breakAndMend() throws IOException {
    Path file = letter();
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));
    build(site, "cache", WITHOUT_PDF);
    Files.writeString(file, text);
    return file.getFileName() + " broken and mended";
  }

  private String dropEntry() throws IOException {
    return edit(registers("places"), Pattern.compile("<place\\b(?s:.*?)</place>\\s*"), entry -> "");
  }

  private String setOption() throws IOException {
    Path settings = edition.resolve("letterpress.toml");
    String[] options = {
      "language = \"de\"\n", "language = \"fr\"\n", "[site]\nurl = \"https://example.org/\"\n", ""
    };
    String now = Files.exists(settings) ? Files.readString(settings) : "";
    List<String> others = Arrays.stream(options).filter(option -> !option.equals(now)).toList();
    String chosen = others.get(random.nextInt(others.size()));
    Files.writeString(settings, chosen);
    return "settings " + chosen.strip();
  }

  private String overrideStylesheet() throws IOException {
    Path sheet = edition.resolve("xslt/html.xsl");
    if (Files.exists(sheet)) {
      Files.delete(sheet);
      return "stylesheet of the edition deleted";
    }
    Files.createDirectories(sheet.getParent());
    Files.writeString(
        sheet,
        """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
          <xsl:import href="letterpress:/xslt/html.xsl"/>
        </xsl:stylesheet>
        """);
    return "stylesheet of the edition added";
  }

  private String spoilOutput() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      files.filter(file -> file.toString().endsWith(".html")).sorted().forEach(pages::add);
    }
    Path page = pages.get(random.nextInt(pages.size()));
    Files.delete(page);
    return site.relativize(page) + " taken out of the site";
  }

  private String setClockBack() throws IOException {
    Path file = letter();
    edit(file, WORD, word -> "x" + word.substring(1));
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    return file.getFileName() + " changed before it was made";
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
