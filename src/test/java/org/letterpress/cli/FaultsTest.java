package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine does to a build or a preview is said in a line, and harms nothing. */
class FaultsTest {
  private static final String GOOD =
      Sample.letter("ID", "<opener><salute>Dear Berta</salute></opener><p>WORDS</p>");

  @TempDir Path folder;

  @BeforeEach
  void edition() throws IOException {
    write("one", "The first letter.");
    write("two", "The second letter.");
  }

  @Test
  void aFullDiskLeavesTheSiteAsItWas() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()));
    try {
      assertThat(build("disk/site").status()).isZero();
      TreeMap<String, String> before = contents(disk.resolve("site"));
      Path filling = disk.resolve("filling");
      assertThat(command("sh", "-c", "cat /dev/zero >'" + filling + "' 2>/dev/null")).isFalse();
      write("one", "The first letter, revised.");
      Run run = build("disk/site");
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out()).contains("LP-OUT-001", "No space left", "help: ", "disk/site");
      assertThat(contents(disk.resolve("site"))).isEqualTo(before);
      assertThat(disk.resolve(".site.staging")).doesNotExist();
      Files.delete(filling);
      assertThat(build("disk/site").status()).isZero();
      assertThat(page("disk/site")).contains("revised");
    } finally {
      command("umount", disk.toString());
    }
  }

  @Test
  void aFullCacheDoesNotStopABuild() throws Exception {
    Path cache = Files.createDirectory(folder.resolve("cache"));
    assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", cache.toString()));
    try {
      assertThat(build("site").status()).isZero();
      assertThat(page("site")).contains("The first letter.");
    } finally {
      command("umount", cache.toString());
    }
  }

  @Test
  void aPageThatIsReadOnlyOrOpenIsReplaced() throws IOException {
    build("site");
    Path page = folder.resolve("site/letters/one.html");
    Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("r--r--r--"));
    write("one", "The first letter, revised.");
    try (InputStream open = Files.newInputStream(page)) {
      assertThat(build("site").status()).isZero();
      // Whoever reads the old page reads it to its end.
      assertThat(new String(open.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("revised");
    }
    assertThat(page("site")).contains("revised");
  }

  @Test
  void aPartOfTheSiteThatCannotBeWrittenIsNamed() throws IOException {
    build("site");
    Path letters = folder.resolve("site/letters");
    Files.setPosixFilePermissions(letters, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(letters), "the superuser may write everywhere");
      write("one", "The first letter, revised.");
      Run run = build("site");
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out()).contains("LP-OUT-001", "letters/one.html cannot be written");
    } finally {
      Files.setPosixFilePermissions(letters, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(build("site").status()).isZero();
    assertThat(page("site")).contains("revised");
  }

  @Test
  void aClockThatWasSetBackDoesNotMatter() throws IOException {
    build("site");
    write("one", "The 1st letter is.");
    Files.setLastModifiedTime(letter("one"), FileTime.from(Instant.EPOCH));
    build("site");
    assertThat(page("site")).contains("The 1st letter is.");
  }

  @Test
  void linksAmongTheSourcesAreReadOrReported() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("three.xml"), GOOD.replace("ID", "three"));
    Files.createSymbolicLink(letter("three"), outside.resolve("three.xml"));
    Files.createSymbolicLink(letter("more").resolveSibling("more"), outside);
    Files.createSymbolicLink(letter("gone"), outside.resolve("gone.xml"));
    Files.createSymbolicLink(letter("x").resolveSibling("round"), letter("x").getParent());
    Run run = build("site");
    assertThat(folder.resolve("site/letters/three.html")).exists();
    assertThat(run.out()).contains("LP-XML-002", "tei/letters/gone.xml");
    assertThat(run.out()).contains("tei/letters/more\n", "it is a link to a folder");
    assertThat(run.out()).doesNotContain("tei/letters/round");
  }

  @Test
  void aLinkInTheSiteIsReplacedAndWhatItLeadsToIsNotTouched() throws IOException {
    build("site");
    Path page = folder.resolve("site/letters/one.html");
    String source = Files.readString(letter("two"));
    Files.delete(page);
    Files.createSymbolicLink(page, letter("two"));
    write("one", "The first letter, revised.");
    build("site");
    assertThat(page).isRegularFile().isNotEqualTo(letter("two"));
    assertThat(Files.isSymbolicLink(page)).isFalse();
    assertThat(letter("two")).hasContent(source);
  }

  @Test
  void aPreviewSaysWhyItCannotListen() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = Run.in(folder, "serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err())
          .contains("error: port " + taken.getLocalPort(), "another preview may be running");
    }
    Run abroad = Run.in(folder, "serve", "--host", "192.0.2.1");
    assertThat(abroad.status()).isEqualTo(2);
    assertThat(abroad.err()).contains("192.0.2.1 is no address of this machine");
  }

  private static boolean command(String... words) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static TreeMap<String, String> contents(Path site) throws IOException {
    TreeMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            site.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  private Run build(String out) {
    return Run.in(
        folder,
        "build",
        "--only=html",
        "--no-audit",
        "--out=" + out,
        "--cache=" + folder.resolve("cache"));
  }

  private String page(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve("letters/one.html"));
  }

  private Path letter(String id) {
    return folder.resolve("tei/letters/" + id + ".xml");
  }

  private void write(String id, String words) throws IOException {
    Files.createDirectories(letter(id).getParent());
    Files.writeString(letter(id), GOOD.replace("ID", id).replace("WORDS", words));
  }
}
