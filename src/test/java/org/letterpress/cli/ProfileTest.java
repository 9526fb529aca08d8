package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code build --profile} says where the time went. */
class ProfileTest {
  @TempDir Path folder;

  @Test
  void stepsAndSlowestLettersAreNamed() {
    Run.in(folder, "new", "mine", "--quiet");
    Run run = Run.in(folder, "build", "mine", "--only", "html", "--profile", "--quiet");
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("time by step", "read ", "link ", "letters ", "site ", "publish ")
        .contains("slowest letters, of 1 rendered", "l0001 (mine/tei/letters/l0001.xml)");
    // Nothing changed: no letter was made, though each was looked at.
    assertThat(Run.in(folder, "build", "mine", "--only", "html", "--quiet").err()).isEmpty();
  }

  @Test
  void theBookIsNamedWithItsPagesAndLayouts() {
    Run.in(folder, "new", "mine", "--quiet");
    Run run = Run.in(folder, "build", "mine", "--only", "pdf", "--profile", "--quiet");
    assertThat(run.err()).containsPattern("book of \\d+ pages, laid out \\d times\n");
    // What is still right is not laid out.
    assertThat(Run.in(folder, "build", "mine", "--only", "pdf", "--profile", "--quiet").err())
        .contains("time by step")
        .doesNotContain("laid out");
  }
}
