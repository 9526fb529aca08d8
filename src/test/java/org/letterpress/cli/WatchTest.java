package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --watch} tells what changes, until it is stopped. */
class WatchTest {
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicInteger status = new AtomicInteger(-1);
  private Thread running;
  private Path edition;

  @BeforeEach
  void edition() {
    edition = folder.resolve("mine");
    Run.in(folder, "new", "mine", "--quiet");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (running != null) {
      running.interrupt();
      running.join();
    }
  }

  @Test
  void findingsComeAndGoWithTheFile() throws Exception {
    watch("mine");
    Path letter = letter("l0001");
    String good = Files.readString(letter);
    save(letter, good.replace("<opener>", "<openr/><opener>"));
    await("1 new, 0 gone", "element \"openr\" is not allowed here", "in all 1 finding");
    save(letter, good);
    await(
        "0 new, 1 gone",
        "gone: mine/tei/letters/l0001.xml: element \"openr\"",
        "in all 0 findings");
    assertThat(stopped()).isZero();
  }

  @Test
  void whatPointsAtAChangedFileIsLookedAtAgain() throws Exception {
    watch("mine");
    Path places = edition.resolve("tei/registers/places.xml");
    save(places, Files.readString(places).replace("weimar", "erfurt"));
    await("LP-LINK-001", "mine/tei/letters/l0001.xml", "in all");
  }

  @Test
  void newAndRemovedFoldersCount() throws Exception {
    watch("mine");
    Path more = folder.resolve("more/deep");
    Files.createDirectories(more);
    Files.writeString(
        more.resolve("l2.xml"),
        Files.readString(letter("l0001"))
            .replace("l0001", "l0002")
            .replace("<opener>", "<openr/><opener>"));
    Files.move(folder.resolve("more"), edition.resolve("tei/more"));
    await("mine/tei/more/deep/l2.xml", "element \"openr\"");
    // In the new folder changes are seen, too.
    Path moved = edition.resolve("tei/more/deep/l2.xml");
    save(moved, Files.readString(moved).replace("<openr/>", "<openr/><closr/>"));
    await("element \"closr\"");
    Files.move(edition.resolve("tei/more"), folder.resolve("more"));
    await("gone: mine/tei/more/deep/l2.xml: the schema has no element \"closr\"");
  }

  @Test
  void changedSettingsAndSchemasMeanThatEverythingIsCheckedAgain() throws Exception {
    watch("mine");
    Path settings = edition.resolve("letterpress.toml");
    String good = Files.readString(settings);
    save(settings, "wrong = 1\n");
    await("unknown setting \"wrong\"");
    save(settings, good);
    await("gone: mine/letterpress.toml: unknown setting");
    Path grammar = edition.resolve("schema/letterpress.rng");
    save(grammar, Files.readString(grammar).replace("name=\"opener\"", "name=\"opening\""));
    await("element \"opener\"");
  }

  @Test
  void eachCheckIsALineOfJson() throws Exception {
    watch("mine", "--format", "json");
    await("\"findings\"");
    Path letter = letter("l0001");
    save(letter, Files.readString(letter).replace("<opener>", "<openr/>\n<opener>"));
    await("\"LP-RNG-002\"");
    List<JsonNode> checks = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      checks.add(new ObjectMapper().readTree(line));
    }
    assertThat(checks).hasSizeGreaterThanOrEqualTo(2);
    assertThat(checks.get(0).at("/findings")).isEmpty();
    assertThat(checks.get(checks.size() - 1).at("/counts/error").asInt()).isEqualTo(1);
    assertThat(stopped()).isEqualTo(1);
  }

  @Test
  void aSingleFileIsWatched() throws Exception {
    watch("mine/tei/letters/l0001.xml");
    Path letter = letter("l0001");
    save(letter, Files.readString(letter).replace("<opener>", "<openr/><opener>"));
    await("element \"openr\"");
    assertThat(stopped()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNotWatched() {
    Run run = Run.in(folder, "validate", "--watch", "absent");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("LP-CONF-001");
  }

  @Test
  void aFixIsNotMadeWhileWatching() {
    Run run = Run.in(folder, "validate", "--watch", "--fix", "mine");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--watch goes neither with --fix nor with --changed-since");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoStopsTheProcessGetsTheStatusOfTheLastCheck() throws Exception {
    Path letter = letter("l0001");
    save(letter, Files.readString(letter).replace("<opener>", "<openr/><opener>"));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "validate",
                "--watch",
                "mine")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      await(() -> read(said).contains("watching; Ctrl-C ends"));
      // Not as Ctrl-C does: who runs in the background is deaf to that. Java treats both alike.
      process.destroy();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(read(said)).contains("element \"openr\"").doesNotContain("Exception");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts watching and waits until the first check is done. */
  private void watch(String... arguments) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of("validate", "--watch"));
    all.addAll(List.of(arguments));
    running =
        new Thread(
            () ->
                status.set(
                    Main.run(
                        folder,
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        all.toArray(String[]::new))));
    running.start();
    await(() -> err.toString().contains("watching; Ctrl-C ends"));
  }

  private int stopped() throws InterruptedException {
    running.interrupt();
    running.join();
    return status.get();
  }

  private Path letter(String id) {
    return edition.resolve("tei/letters/" + id + ".xml");
  }

  /** Saves as many editors do: beside the file, then in its place. */
  private static void save(Path file, String text) throws IOException {
    Path beside = Files.writeString(file.resolveSibling(file.getFileName() + "~"), text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void await(String... words) throws InterruptedException {
    await(() -> List.of(words).stream().allMatch(out.toString()::contains));
  }

  private void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(out + "" + err).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException notYet) {
      return "";
    }
  }
}
