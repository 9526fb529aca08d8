package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --changed-since} checks what changed, and what points at it. */
class ChangedSinceTest {
  @TempDir Path repository;

  private Path edition;

  /** A letter with a fault, so that one sees whether it is checked. */
  private static String letter(String id, String words) {
    return Sample.letter(id, "<p><fault/>" + words + "</p>");
  }

  private static String register(String... ids) {
    StringBuilder persons = new StringBuilder();
    for (String id : ids) {
      persons.append("<person xml:id='" + id + "'><persName>" + id + "</persName></person>");
    }
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons">
      <teiHeader>
        <fileDesc>
          <titleStmt><title>Persons</title></titleStmt>
          <publicationStmt><publisher>Us</publisher>
            <availability><licence target="https://example.org/">Free</licence></availability>
          </publicationStmt>
          <sourceDesc><p>Made here</p></sourceDesc>
        </fileDesc>
      </teiHeader>
      <standOff><listPerson>%s</listPerson></standOff>
    </TEI>
    """
        .formatted(persons);
  }

  @BeforeEach
  void commit() throws IOException, InterruptedException {
    assumeThat(hasGit()).as("git is there").isTrue();
    edition = repository.resolve("edi tion");
    write("lone.xml", letter("lone", "nothing"));
    write("naming.xml", letter("naming", "<persName ref='people.xml#mao'>Mao</persName>"));
    write("keyed.xml", letter("keyed", "<persName ref='#kim'>Kim</persName>"));
    write("citing.xml", letter("citing", "<ref target='lone.xml'>that letter</ref>"));
    write("people.xml", register("mao", "kim"));
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-q", "-m", "first");
  }

  @Test
  void nothingChangedMeansNothingToCheck() {
    Run run = validate("HEAD");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("0 files checked");
  }

  @Test
  void aChangedLetterAndThoseThatCiteItAreChecked() throws IOException {
    write("lone.xml", letter("lone", "changed"));
    Run run = validate("HEAD");
    assertThat(run.out()).contains("lone.xml:", "citing.xml:");
    assertThat(run.out()).doesNotContain("naming.xml:", "keyed.xml:");
    assertThat(run.err()).contains("2 files checked");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void committedStagedAndUntrackedFilesCount() throws IOException, InterruptedException {
    write("citing.xml", letter("citing", "committed"));
    git("commit", "-q", "-a", "-m", "second");
    write("naming.xml", letter("naming", "staged"));
    git("add", ".");
    write("new \u00fc\"1\".xml", letter("new", "not tracked"));
    Run run = validate("HEAD~1");
    assertThat(run.out()).contains("citing.xml:", "naming.xml:", "new \u00fc\"1\".xml:");
    assertThat(run.out()).doesNotContain("keyed.xml:", "lone.xml:");
    assertThat(validate("HEAD").out()).doesNotContain("citing.xml:");
  }

  @Test
  void whatPointsAtAChangedRegisterIsChecked() throws IOException {
    write("people.xml", register("mao", "kim", "chu"));
    Run run = validate("main");
    assertThat(run.out()).contains("naming.xml:", "keyed.xml:");
    assertThat(run.out()).doesNotContain("lone.xml:", "citing.xml:");
  }

  @Test
  void whatPointsAtADeletedFileIsChecked() throws IOException {
    Files.delete(edition.resolve("tei/people.xml"));
    Run run = validate("main");
    assertThat(run.out()).contains("naming.xml:", "keyed.xml:", "LP-LINK-001");
    assertThat(run.out()).doesNotContain("lone.xml:", "citing.xml:");
  }

  @Test
  void whatPointsAtARemovedIdIsChecked() throws IOException {
    write("people.xml", register("mao"));
    assertThat(validate("main").out()).contains("keyed.xml:", "LP-LINK-001");
  }

  @Test
  void aRenamedFileIsCheckedAndWhatPointedAtIt() throws IOException {
    Files.move(edition.resolve("tei/lone.xml"), edition.resolve("tei/alone.xml"));
    Run run = validate("HEAD");
    assertThat(run.out()).contains("alone.xml:", "citing.xml:");
    assertThat(run.out()).doesNotContain("keyed.xml:");
  }

  @Test
  void aBrokenChangedFileIsReported() throws IOException {
    write("lone.xml", "<TEI");
    assertThat(validate("HEAD").out()).contains("LP-XML-001", "lone.xml:");
  }

  @Test
  void changedSchemasMeanThatEverythingIsChecked() throws IOException {
    Files.createDirectories(edition.resolve("schema"));
    Files.copy(Path.of("schema/letterpress.rng"), edition.resolve("schema/letterpress.rng"));
    assertThat(validate("HEAD").err()).contains("5 files checked");
  }

  @Test
  void aSingleFileIsCheckedWhenItChanged() throws IOException {
    Path file = edition.resolve("tei/lone.xml");
    String name = repository.relativize(file).toString();
    assertThat(Run.in(repository, "validate", "--changed-since", "HEAD", name).out()).isEmpty();
    write("lone.xml", letter("lone", "changed"));
    assertThat(Run.in(repository, "validate", "--changed-since", "HEAD", name).out())
        .contains("lone.xml:");
  }

  @Test
  void anUnknownRevisionIsWrongUsage() {
    Run run = validate("mian");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("error: git knows no revision \"mian\"", "did you mean \"main\"?");
    assertThat(run.out()).isEmpty();
    assertThat(Run.in(repository, "validate", "--changed-since=--all", "edi tion").status())
        .isEqualTo(2);
  }

  @Test
  void aFolderOutsideARepositoryIsWrongUsage(@TempDir Path outside) throws IOException {
    Files.createDirectories(outside.resolve("tei"));
    Files.writeString(outside.resolve("tei/a.xml"), letter("a", ""));
    Run run = Run.in(outside, "validate", "--changed-since", "HEAD");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is not in a git repository");
  }

  private Run validate(String revision) {
    return Run.in(repository, "validate", "--changed-since", revision, "edi tion");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(edition.resolve("tei"));
    Files.writeString(edition.resolve("tei").resolve(name), text);
  }

  private static boolean hasGit() throws InterruptedException {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(repository.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
