package org.letterpress.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;

/** Reading {@code letterpress.toml}. */
class SettingsFileTest {
  @TempDir Path folder;

  private final Diagnostics findings = new Diagnostics();

  @Test
  void noFileMeansTheDefaults() {
    Settings settings = SettingsFile.read(folder.resolve("absent.toml"), "absent.toml", findings);
    assertThat(settings).isEqualTo(Settings.DEFAULT);
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws IOException {
    assertThat(read("")).isEqualTo(Settings.DEFAULT);
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void readsEverySetting() throws IOException {
    Settings settings =
        read(
            """
            language = "de-AT"
            languages = ["de", "fr"]
            sources = ["tei/letters", "tei/registers"]
            [letters]
            division = "letter"
            [notes]
            textual = ["variant"]
            authorial = ["own"]
            inline = []
            marks = "source"
            [site]
            style = "look/style.css"
            url = "https://letters.example.org/übersee"
            [print]
            page-size = "a5"
            line-numbers = "page"
            line-step = 10
            textual-notes = "lines"
            note-numbering = "page"
            index-ranges = "two-digits"
            indexes = ["places", "events"]
            concordance = true
            [silence]
            LP-LINK-001 = "the other volume is not out yet"
            """);
    assertThat(findings.sorted()).isEmpty();
    assertThat(settings.language()).isEqualTo("de-AT");
    assertThat(settings.languages()).containsExactly("de", "fr");
    assertThat(settings.sources()).containsExactly("tei/letters", "tei/registers");
    assertThat(settings.division()).isEqualTo("letter");
    assertThat(settings.site().style()).isEqualTo("look/style.css");
    assertThat(settings.notes())
        .isEqualTo(new NoteSettings(List.of("variant"), List.of("own"), List.of(), true));
    assertThat(settings.pageSize()).isEqualTo(PageSize.A5);
    assertThat(settings.layout())
        .isEqualTo(
            new LayoutSettings(
                "page", 10, "lines", "page", "two-digits", List.of("places", "events"), true));
    assertThat(settings.site().url()).isEqualTo("https://letters.example.org/%C3%BCbersee/");
    assertThat(settings.silenced())
        .containsOnlyKeys("LP-LINK-001")
        .containsValue("the other volume is not out yet");
  }

  @Test
  void silencedCodesHaveOneOrder() throws IOException {
    Settings settings =
        read(
            """
            [silence]
            LP-TEXT-005 = "a"
            LP-LINK-001 = "b"
            LP-REG-003 = "c"
            LP-LETTER-005 = "d"
            """);
    assertThat(settings.silenced().keySet())
        .containsExactly("LP-LETTER-005", "LP-LINK-001", "LP-REG-003", "LP-TEXT-005");
  }

  @Test
  void readsHowTheBookLooks() throws IOException {
    Settings settings =
        read(
            """
            [print]
            margins = ["15mm", "1.7cm", "12mm", "0.5in"]
            font = "Junicode"
            font-size = "10pt"
            letter-order = "source"
            letter-start = "page"
            source = "foot"
            plates = true
            draft = true
            """);
    assertThat(findings.sorted()).isEmpty();
    assertThat(settings.book())
        .isEqualTo(
            new BookSettings(
                List.of("15mm", "1.7cm", "12mm", "0.5in"),
                "Junicode",
                "10pt",
                "source",
                "page",
                "foot",
                true,
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "margins = ['15mm']",
        "margins = ['15mm', '15', '15mm', '15mm']",
        "font-size = 'large'",
        "letter-order = 'random'",
        "letter-start = 'odd'",
        "source = 'nowhere'",
        "plates = 'yes'",
        "draft = 1"
      })
  void aBookCannotLookJustAnyWay(String line) throws IOException {
    Settings settings = read("[print]\n" + line + "\n");
    assertThat(only().code()).isEqualTo(Code.CONF_VALUE);
    assertThat(settings.book()).isEqualTo(BookSettings.DEFAULT);
  }

  @Test
  void reportsASyntaxErrorAtItsPlace() throws IOException {
    Settings settings = read("language = \"de\"\nsources = [\"tei\"\n[print\n");
    assertThat(settings).isEqualTo(Settings.DEFAULT);
    assertThat(findings.sorted()).isNotEmpty();
    Diagnostic first = findings.sorted().get(0);
    assertThat(first.code()).isEqualTo(Code.CONF_SYNTAX);
    assertThat(first.location().file()).isEqualTo("letterpress.toml");
    assertThat(first.location().line()).isBetween(2, 3);
    assertThat(first.message()).doesNotContain("\n");
  }

  @Test
  void suggestsTheSettingThatWasMeant() throws IOException {
    read("langauge = \"de\"\n");
    Diagnostic finding = only();
    assertThat(finding.code()).isEqualTo(Code.CONF_UNKNOWN_KEY);
    assertThat(finding.message()).contains("\"langauge\"");
    assertThat(finding.remedy()).isEqualTo("did you mean \"language\"?");
    assertThat(finding.location().line()).isEqualTo(1);
  }

  @Test
  void suggestsASettingWithItsTable() throws IOException {
    read("\n[print]\npagesize = \"a4\"\n");
    Diagnostic finding = only();
    assertThat(finding.code()).isEqualTo(Code.CONF_UNKNOWN_KEY);
    assertThat(finding.message()).contains("\"print.pagesize\"");
    assertThat(finding.remedy()).contains("\"print.page-size\"");
    assertThat(finding.location().line()).isEqualTo(3);
  }

  @Test
  void listsTheSettingsWhenNoneIsNear() throws IOException {
    read("zzzzzz = 1\n");
    assertThat(only().remedy())
        .contains(
            "diplomatic, language, languages, letters, notes, print, reading, silence, site,"
                + " sources, views");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language = 1",
        "language = \"not a tag!\"",
        "sources = \"tei\"",
        "sources = [1]",
        "sources = [\"../other\"]",
        "sources = [\"/tmp\"]",
        "letters = 1",
        "letters.division = true",
        "notes.textual = \"variant\"",
        "notes.marks = \"none\"",
        "print.page-size = \"huge\"",
        "print.line-numbers = \"verse\"",
        "print.line-step = 0",
        "print.line-step = \"5\"",
        "print.textual-notes = true",
        "print.note-numbering = \"book\"",
        "print.index-ranges = \"none\"",
        "print.indexes = [\"letters\"]",
        "print.concordance = \"yes\"",
        "site.url = \"letters.example.org\"",
        "site.url = \"javascript:alert(1)\"",
        "site.url = \"https://example.org/?a=b\"",
        "site.url = \"https://example.org/ a\"",
        "silence = 1"
      })
  void keepsTheDefaultForAValueOfTheWrongKind(String line) throws IOException {
    assertThat(read(line + "\n")).isEqualTo(Settings.DEFAULT);
    assertThat(only().code()).isEqualTo(Code.CONF_VALUE);
    assertThat(only().location().line()).isEqualTo(1);
  }

  @Test
  void namesThePageSizesThatThereAre() throws IOException {
    read("[print]\npage-size = \"huge\"\n");
    assertThat(only().remedy()).contains("\"a4\"", "\"a5\"", "\"royal-octavo\"", "\"letter\"");
  }

  @ParameterizedTest
  @CsvSource({
    "LP-NONE-001, 'a reason', there is no such code",
    "LP-XML-001, 'a reason', 'it is an error, not a warning'",
    "LP-LINK-001, ' ', the reason is missing"
  })
  void silencesOnlyWarningsAndOnlyWithAReason(String code, String reason, String why)
      throws IOException {
    Settings settings = read("[silence]\n" + code + " = \"" + reason + "\"\n");
    assertThat(settings.silenced()).isEmpty();
    assertThat(only().code()).isEqualTo(Code.CONF_SILENCE);
    assertThat(only().message()).contains(code).contains(why);
    assertThat(only().location().line()).isEqualTo(2);
  }

  @Test
  void saysThatTheFileIsNotInUtf8() throws IOException {
    Path file = folder.resolve(SettingsFile.NAME);
    Files.write(file, "language = \"é\"".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(SettingsFile.read(file, SettingsFile.NAME, findings)).isEqualTo(Settings.DEFAULT);
    assertThat(only().code()).isEqualTo(Code.CONF_SYNTAX);
    assertThat(only().message()).contains("UTF-8");
  }

  @Test
  void twoMistakesGiveTwoFindings() throws IOException {
    read("language = 1\nsorces = [\"tei\"]\n");
    assertThat(findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(Code.CONF_VALUE, Code.CONF_UNKNOWN_KEY);
  }

  private Settings read(String toml) throws IOException {
    Path file = folder.resolve(SettingsFile.NAME);
    Files.writeString(file, toml);
    return SettingsFile.read(file, SettingsFile.NAME, findings);
  }

  private Diagnostic only() {
    List<Diagnostic> all = findings.sorted();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
