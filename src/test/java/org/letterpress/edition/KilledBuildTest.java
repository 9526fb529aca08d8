package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.corpora.EditionGenerator;

/**
 * Kills builds at random moments.
 *
 * <p>{@code -Dletterpress.kills=50 -Dletterpress.seed=7} kills more, at others.
 */
@DisplayName("A build that is killed")
class KilledBuildTest {
  private static final int KILLS = Integer.getInteger("letterpress.kills", 6);
  private static final long SEED = Long.getLong("letterpress.seed", 1958);

  @TempDir Path folder;

  @Test
  @DisplayName("leaves each file as it was or as it was to be, and the next build is right")
  void leavesNoHalfFile() throws Exception {
    new EditionGenerator(6, 6, 3).write(folder.resolve("edition"), null);
    TreeMap<String, byte[]> sources = contents(folder.resolve("edition/tei"));
    List<TreeMap<String, byte[]>> sites = new ArrayList<>();
    for (String language : List.of("en", "de")) {
      write(language);
      assertThat(Run.in(folder, arguments("clean-" + language)).status()).isLessThan(2);
      sites.add(contents(folder.resolve("clean-" + language)));
    }
    write("en");
    long begun = System.nanoTime();
    Process first = start();
    assertThat(first.waitFor(5, TimeUnit.MINUTES)).isTrue();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    Random random = new Random(SEED);
    for (int kill = 1; kill <= KILLS; kill++) {
      write(kill % 2 == 0 ? "en" : "de");
      Process killed = start();
      // Most of the time goes by before anything is published: the second half is tried more.
      long moment = (long) (whole * (kill % 3 == 0 ? 0.5 : 1) * random.nextDouble());
      killed.waitFor(moment, TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
      contents(folder.resolve("site"))
          .forEach(
              (path, bytes) ->
                  assertThat(sites.stream().anyMatch(site -> Arrays.equals(site.get(path), bytes)))
                      .as("%s is whole after a kill at %s ms", path, moment)
                      .isTrue());
    }
    assertThat(Run.in(folder, arguments("site")).status()).isLessThan(2);
    assertSame(contents(folder.resolve("site")), sites.get(KILLS % 2 == 0 ? 0 : 1));
    assertSame(contents(folder.resolve("edition/tei")), sources);
    assertThat(folder.resolve(".site.staging")).doesNotExist();
  }

  @Test
  @DisplayName("that runs beside another steps back with a message")
  void stepsBack() throws Exception {
    new EditionGenerator(2, 4, 2).write(folder.resolve("edition"), null);
    Files.createDirectories(folder.resolve("site"));
    Path lock = folder.resolve("site/.letterpress-lock");
    try (RandomAccessFile other = new RandomAccessFile(lock.toFile(), "rw");
        FileLock held = other.getChannel().lock()) {
      Run run = Run.in(folder, arguments("site"));
      assertThat(held.isValid()).isTrue();
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.said()).contains("LP-OUT-006", "another letterpress is building into");
    }
    assertThat(Run.in(folder, arguments("site")).status()).isLessThan(2);
    assertThat(lock).doesNotExist();
  }

  private void write(String language) throws IOException {
    Files.writeString(
        folder.resolve("edition/letterpress.toml"), "language = \"" + language + "\"\n");
  }

  private String[] arguments(String out) {
    return new String[] {
      "build",
      "edition",
      "--quiet",
      "--no-audit",
      "--only=html,text,tei",
      "--out=" + folder.resolve(out),
      "--cache=" + folder.resolve("cache")
    };
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.letterpress.cli.Main");
    command.addAll(List.of(arguments("site")));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static TreeMap<String, byte[]> contents(Path folder) throws IOException {
    TreeMap<String, byte[]> contents = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        if (!path.startsWith(".letterpress")) {
          contents.put(path, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  private static void assertSame(TreeMap<String, byte[]> found, TreeMap<String, byte[]> wanted) {
    assertThat(found.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach((path, bytes) -> assertThat(found.get(path)).as(path).isEqualTo(bytes));
  }
}
