package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.letterpress.diagnostic.Code;

/** {@code --explain} prints the page of a code and does nothing else. */
class ExplanationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeIsExplained(Code code) {
    Run run = Run.in(folder, "--explain", code.id());
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("# " + code.id() + ": ").contains("## What to do");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"validate --explain=rng-002", "build --explain lp-rng-002", "--explain RNG-002"})
  void itMayStandWithAnyCommandAndBeShort(String line) {
    Run run = Run.in(folder, line.split(" "));
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("# LP-RNG-002: ");
  }

  @ParameterizedTest
  @CsvSource({"LP-RGN-002, did you mean \"LP-RNG-002\"?", "what, codes look like LP-RNG-002"})
  void anUnknownCodeIsNamedWithANearOne(String asked, String help) {
    Run run = Run.in(folder, "validate", "--explain", asked);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no code \"" + asked + "\"").contains(help);
    assertThat(run.out()).isEmpty();
  }
}
