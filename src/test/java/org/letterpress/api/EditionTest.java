package org.letterpress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/** What a program gets is what the command line shows. */
class EditionTest {
  @TempDir Path folder;

  @Test
  void aWellMadeEditionIsValid() {
    Run.in(folder, "new", "mine", "--quiet");
    Validation validation = validate("mine");
    assertThat(validation.isValid()).isTrue();
    assertThat(validation.files()).isEqualTo(4);
    assertThat(validation.findings()).isEmpty();
  }

  @Test
  void findingsSayWhereAndWhatToDo() throws IOException {
    Run.in(folder, "new", "mine", "--quiet");
    Path letter = folder.resolve("mine/tei/letters/l0001.xml");
    Files.writeString(
        letter, Files.readString(letter).replaceFirst("<opener>", "<openr/>\n<opener>"));
    Validation validation = validate("mine");
    assertThat(validation.isValid()).isFalse();
    Diagnostic finding = validation.findings().get(0);
    assertThat(finding.code()).isEqualTo(Code.RNG_ELEMENT);
    assertThat(finding.location().file()).endsWith("l0001.xml");
    assertThat(finding.location().line()).isPositive();
    assertThat(finding.remedy()).contains("did you mean \"opener\"?");
  }

  @Test
  void whatTheSettingsSilenceIsLeftOut() throws IOException {
    Run.in(folder, "new", "mine", "--quiet");
    Path letter = folder.resolve("mine/tei/letters/l0001.xml");
    Files.writeString(letter, Files.readString(letter).replace("#weimar", "#nowhere"));
    assertThat(validate("mine").findings())
        .extracting(Diagnostic::code)
        .contains(Code.LINK_UNRESOLVED);
    Files.writeString(
        folder.resolve("mine/letterpress.toml"),
        "[silence]\n\"LP-LINK-001\" = \"the places are not finished\"\n");
    assertThat(validate("mine").findings())
        .extracting(Diagnostic::code)
        .doesNotContain(Code.LINK_UNRESOLVED);
  }

  @Test
  void aFolderThatIsNotThereIsAFinding() {
    Validation validation = validate("nowhere");
    assertThat(validation.isValid()).isFalse();
    assertThat(validation.files()).isZero();
    assertThat(validation.findings())
        .extracting(Diagnostic::code)
        .containsExactly(Code.CONF_NO_FOLDER);
  }

  @Test
  void schemasOfTheProgramComeFirst() throws IOException {
    Run.in(folder, "new", "mine", "--quiet");
    Path schema = folder.resolve("strict.rng");
    Files.writeString(
        schema,
        "<element name='nothing' xmlns='http://relaxng.org/ns/structure/1.0'><empty/></element>");
    Edition strict = edition("mine").withSchemas(List.of(schema.toString()));
    assertThat(strict.validate().isValid()).isFalse();
  }

  private Validation validate(String name) {
    return edition(name).validate();
  }

  private Edition edition(String name) {
    return Edition.open(folder.resolve(name)).withCache(folder.resolve("cache"));
  }
}
