package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code validate --fix} changes what is certain and not a byte besides. */
class FixTest {
  private static final String LETTER = Sample.letter("one", "BODY");

  @TempDir Path folder;

  @Test
  void aMisspeltElementIsMendedInBothTags() throws IOException {
    assertThat(fixed("<p>Dear <persname\n  ref='#b' >Berta &amp; <hi>all</hi></persname\n>,</p>"))
        .isEqualTo("<p>Dear <persName\n  ref='#b' >Berta &amp; <hi>all</hi></persName\n>,</p>");
  }

  @Test
  void whatStandsInAMisspeltElementIsMendedByTheNextRun() throws IOException {
    String once = fixed("<p><persname><placename>B</placename></persname></p>");
    assertThat(once).isEqualTo("<p><persName><placename>B</placename></persName></p>");
    assertThat(fixed(once)).isEqualTo("<p><persName><placeName>B</placeName></persName></p>");
  }

  @Test
  void anEmptyElementAndAPrefixStay() throws IOException {
    assertThat(fixed("<p xmlns:t='http://www.tei-c.org/ns/1.0'>A<t:persname />B</p>"))
        .isEqualTo("<p xmlns:t='http://www.tei-c.org/ns/1.0'>A<t:persName />B</p>");
  }

  @Test
  void aMisspeltAttributeIsMended() throws IOException {
    assertThat(fixed("<p><date\twhem = '1900' >x</date></p>"))
        .isEqualTo("<p><date\twhen = '1900' >x</date></p>");
  }

  @Test
  void anAttributeThatIsThereAlreadyIsNoCandidate() throws IOException {
    String body = "<p><date whem='1900' when='1900'>x</date></p>";
    assertThat(fixed(body)).isEqualTo(body);
  }

  @Test
  void whatHasTwoCandidatesIsLeft() throws IOException {
    // rs, ref and others are as near.
    String body = "<p><rf>x</rf></p>";
    assertThat(fixed(body)).isEqualTo(body);
  }

  @Test
  void aValueOfAClosedListIsMendedWhenOneLetterIsWrong() throws IOException {
    assertThat(fixed("<div org='unifrom' n = '1'><p/></div><div org='UNIFORM'><p/></div>"))
        .isEqualTo("<div org='uniform' n = '1'><p/></div><div org='uniform'><p/></div>");
    // Two letters are wrong; the list is open, since a number would do as well.
    String other = "<div org='unifro'><p><date cert='hihg'>x</date></p></div>";
    assertThat(fixed(other)).isEqualTo(other);
  }

  @Test
  void commentsAndCdataAreNoTags() throws IOException {
    String before = "<!-- <persname> --><p><![CDATA[<persname>]]> <persname>B</persname></p>";
    String after = "<!-- <persname> --><p><![CDATA[<persname>]]> <persName>B</persName></p>";
    assertThat(fixed(before)).isEqualTo(after);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-8", "<?xml version='1.0'?>", new byte[0]),
        Arguments.of(
            "UTF-8",
            "<?xml version='1.0' encoding='UTF-8'?>",
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
        Arguments.of(
            "UTF-16LE",
            "<?xml version='1.0' encoding='UTF-16'?>",
            new byte[] {(byte) 0xFF, (byte) 0xFE}),
        Arguments.of(
            "UTF-16BE",
            "<?xml version='1.0' encoding='UTF-16'?>",
            new byte[] {(byte) 0xFE, (byte) 0xFF}),
        Arguments.of("ISO-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?>", new byte[0]));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("encodings")
  void theEncodingAndTheLineEndsStay(String charset, String declaration, byte[] mark)
      throws IOException {
    String doctype = "<!DOCTYPE TEI [\n<!-- it's > -->\n<!ENTITY gruss \"Gr&#xFC;&#xDF;e\">\n]>\n";
    String body = "<p>Für &gruss; <persname>J\u00fcrgen</persname>, \u00e9</p>";
    String text =
        (declaration + "\n" + doctype + LETTER.replace("BODY", body)).replace("\n", "\r\n");
    byte[] before = bytes(mark, text, charset);
    byte[] after = bytes(mark, text.replace("persname", "persName"), charset);
    Path file = Files.write(folder.resolve("a.xml"), before);
    Run run = Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(Files.readAllBytes(file)).isEqualTo(after);
    assertThat(run.err()).contains("1 fix in 1 file; 0 findings left");
    assertThat(run.status()).isZero();
  }

  @Test
  void theChangeIsShownAsADiffAndTheRestAsFindings() throws IOException {
    write("<p>Dear <persname>B</persname></p>\n<p><xyz/></p>");
    Run run = Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(run.out())
        .contains(
            "--- a/a.xml\n+++ b/a.xml\n@@ ",
            "-  <text><body><p>Dear <persname>B</persname></p>\n",
            "+  <text><body><p>Dear <persName>B</persName></p>\n",
            "error[LP-RNG-001]: the schema has no element \"xyz\"")
        .doesNotContain("error[LP-RNG-002]");
    assertThat(run.err()).contains("1 fix in 1 file; 1 finding left");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    Path file = write("<p>Dear <persname>B</persname></p>");
    byte[] before = Files.readAllBytes(file);
    Run run = Run.in(folder, "validate", "--fix", "--dry-run", "a.xml");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(run.out()).contains("+  <text><body><p>Dear <persName>B</persName></p>");
    assertThat(run.err()).contains("1 fix possible in 1 file; 1 finding left");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aDiffStandsNotBetweenFindingsForPrograms() throws IOException {
    write("<p>Dear <persname>B</persname></p>");
    Run run = Run.in(folder, "validate", "--fix", "--format", "json", "a.xml");
    assertThat(run.out()).startsWith("{");
    assertThat(run.err()).contains("--- a/a.xml");
  }

  @Test
  void dryRunAloneIsWrongUsage() {
    Run run = Run.in(folder, "validate", "--dry-run");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--dry-run goes with --fix only");
  }

  @Test
  void aReadOnlyFileIsLeftWithAWord() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path file = write("<p>Dear <persname>B</persname></p>");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    byte[] before = Files.readAllBytes(file);
    Run run = Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(run.err())
        .contains("not fixed: a.xml:17:", "the file is read-only", "0 fixes in 0 files; 1 finding");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path file = write("<p>Dear <persname>B</persname></p>");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.xml"), file.getFileName());
    Run.in(folder, "validate", "--fix", "link.xml");
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).contains("<persName>B</persName>");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFileThatIsNotWellFormedIsLeftAlone() throws IOException {
    Path file = write("<p>Dear <persname>B</persname></p><p>");
    byte[] before = Files.readAllBytes(file);
    Run run = Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(run.err()).contains("not fixed: a.xml:17:", "the file is not well-formed");
  }

  @Test
  void whatComesFromAnEntityIsLeftWithAWord() throws IOException {
    String text =
        "<!DOCTYPE TEI [<!ENTITY b '<persname>B</persname>'>]>\n"
            + LETTER.replace("BODY", "<p>Dear &b;</p>");
    Path file = Files.writeString(folder.resolve("a.xml"), text);
    Run run = Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(run.err()).contains("not fixed: a.xml:", "it may come from an entity");
  }

  @Test
  void inAnEditionTheWholeIsCheckedAgain() throws IOException {
    Files.createDirectories(folder.resolve("tei"));
    Path file =
        Files.writeString(
            folder.resolve("tei/a.xml"),
            LETTER.replace(
                "BODY", "<opener><salute>A</salute></opener><p><persname>B</persname></p>"));
    Run run = Run.in(folder, "validate", "--fix");
    assertThat(Files.readString(file)).contains("<persName>B</persName>");
    assertThat(run.err()).contains("1 fix in 1 file; 0 findings left");
    assertThat(run.out()).contains("--- a/tei/a.xml");
  }

  private static byte[] bytes(byte[] mark, String text, String charset) {
    byte[] coded = text.getBytes(Charset.forName(charset));
    byte[] all = java.util.Arrays.copyOf(mark, mark.length + coded.length);
    System.arraycopy(coded, 0, all, mark.length, coded.length);
    return all;
  }

  private Path write(String body) throws IOException {
    return Files.writeString(
        folder.resolve("a.xml"), LETTER.replace("BODY", body), StandardCharsets.UTF_8);
  }

  /** The body of the letter after {@code --fix}; whatever else is in the file must be the same. */
  private String fixed(String body) throws IOException {
    Path file = write(body);
    Run.in(folder, "validate", "--fix", "a.xml");
    String after = Files.readString(file);
    int start = LETTER.indexOf("BODY");
    String rest = LETTER.substring(start + 4);
    assertThat(after).startsWith(LETTER.substring(0, start)).endsWith(rest);
    return after.substring(start, after.length() - rest.length());
  }
}
