package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A command that is typed wrongly")
class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build one two | error: \"two\" is one argument too many | build --help",
        "build --only docx | error: --only cannot be \"docx\" | it takes html, pdf,",
        "build --only html,textt | error: --only cannot be \"textt\" | did you mean \"text\"?",
        "validate --format sarf | error: --format cannot be \"sarf\" | did you mean \"sarif\"?",
        "validate --jobs many | error: --jobs cannot be \"many\" | it takes a whole number",
        "validat | error: unknown command \"validat\" | did you mean \"validate\"?"
      })
  @DisplayName("is answered with what is wrong and what to type")
  void saysWhatToType(String typed, String error, String help) {
    Run run = Run.in(folder, typed.split(" "));
    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).startsWith(error).contains(help).doesNotContain("picocli", "Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build nothing | nothing does not exist",
        "validate nothing.xml | nothing.xml does not exist",
        "build file.txt | file.txt is a file, and an edition is a folder"
      })
  @DisplayName("names a path that is not there")
  void saysWhatIsNotThere(String typed, String error) throws Exception {
    Files.writeString(folder.resolve("file.txt"), "words");
    Run run = Run.in(folder, typed.split(" "));
    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.out()).startsWith("error[LP-CONF-001]: " + error);
  }
}
