package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.SettingsFile;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** {@code letterpress new} starts an edition that is clean, in editors too. */
class NewTest {
  private static final Pattern XML_MODEL = Pattern.compile("<\\?xml-model href=\"([^\"]+)\"");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "zh"})
  void theNewEditionHasNoFindings(String language) {
    assertThat(Run.in(folder, "new", "mine", "--language", language).status()).isZero();
    Run check = Run.in(folder, "validate", "mine");
    assertThat(check.out()).isEmpty();
    assertThat(check.err()).contains("4 files checked");
    assertThat(check.status()).isZero();
    Run build = Run.in(folder, "build", "mine", "--only", "html,text,tei");
    assertThat(build.out()).isEmpty();
    assertThat(build.status()).isZero();
    assertThat(folder.resolve("mine/site/letters/l0001.html")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "de, Eine Briefedition in TEI",
    "fr, Une édition de lettres en TEI",
    "zh, 一部以 TEI 编码"
  })
  void itsReadmeSpeaksTheEditionsLanguage(String language, String words) throws IOException {
    Run.in(folder, "new", "mine", "--language", language);
    assertThat(Files.readString(folder.resolve("mine/README.md")))
        .contains(words)
        .doesNotContain("null", "@{", "\\");
  }

  @Test
  void theNewEditionIsPrinted() {
    Run.in(folder, "new", "mine");
    Run build = Run.in(folder, "build", "mine");
    assertThat(build.out()).isEmpty();
    assertThat(folder.resolve("mine/site/edition.pdf")).exists();
  }

  @Test
  void theTitleIsDataEverywhere() throws IOException {
    String title = "\"Dear\" <b>Anna</b> & Co. *1850* שלום ]]>";
    assertThat(Run.in(folder, "new", "mine", "--title", title).status()).isZero();
    Run check = Run.in(folder, "validate", "mine");
    assertThat(check.said()).contains("4 files checked").doesNotContain("error");
    Run.in(folder, "build", "mine", "--only", "html");
    assertThat(Files.readString(folder.resolve("mine/site/index.html")))
        .contains("&lt;b&gt;Anna&lt;/b&gt; &amp; Co. *1850* שלום");
    assertThat(Files.readString(folder.resolve("mine/README.md")))
        .startsWith("# \"Dear\" \\<b\\>Anna\\</b\\> \\& Co. \\*1850\\* שלום \\]\\]\\>\n");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path readme = folder.resolve("mine/README.md");
    Files.createDirectories(readme.getParent());
    Files.writeString(readme, "my own");
    Run run = Run.in(folder, "new", "mine");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("in mine there is already README.md", "nothing was written");
    assertThat(readme).hasContent("my own");
    assertThat(readme.getParent()).isDirectoryNotContaining("glob:**/tei");
  }

  @Test
  void aFolderWithOtherThingsIsTaken() throws IOException {
    Files.createDirectories(folder.resolve("mine/images"));
    assertThat(Run.in(folder, "new", "mine").status()).isZero();
    Files.writeString(folder.resolve("file"), "");
    Run run = Run.in(folder, "new", "file");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("file is a file");
  }

  @Test
  void wrongWordsAreWrongUsage() {
    assertThat(Run.in(folder, "new").status()).isEqualTo(2);
    Run run = Run.in(folder, "new", "mine", "--language", "la");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--language takes one of en, de, fr, zh");
    assertThat(Run.in(folder, "new", "mine", "--title", "a\u0007b").status()).isEqualTo(2);
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  @Test
  void theFilesNameTheirSchemasByWaysThatExist() throws IOException {
    Run.in(folder, "new", "mine");
    try (Stream<Path> files = Files.walk(folder.resolve("mine/tei"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".xml")).toList();
      assertThat(sources).hasSize(4);
      for (Path source : sources) {
        List<String> models =
            XML_MODEL
                .matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(models).hasSize(2);
        assertThat(models)
            .allSatisfy(model -> assertThat(source.getParent().resolve(model)).exists());
      }
    }
  }

  @Test
  void theCatalogAndTheEditorsLeadToTheSchemas() throws Exception {
    Run.in(folder, "new", "mine");
    Path edition = folder.resolve("mine");
    Path catalog = edition.resolve("schema/catalog.xml");
    var reader = SafeParser.newReader();
    reader.setContentHandler(
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, Attributes found) {
            if (found.getValue("uri") != null) {
              assertThat(
                      Path.of(
                          URI.create(catalog.toUri().toString()).resolve(found.getValue("uri"))))
                  .exists();
            }
          }
        });
    reader.parse(new InputSource(Files.newInputStream(catalog)));
    reader.parse(new InputSource(Files.newInputStream(edition.resolve("letterpress.xpr"))));
    assertThat(Files.readString(edition.resolve("letterpress.xpr")))
        .contains("${pdu}/schema/catalog.xml", "validation.scenarios");
    JsonNode settings = json(edition.resolve(".vscode/settings.json"));
    assertThat(edition.resolve(settings.at("/xml.catalogs/0").asText())).isEqualTo(catalog);
    assertThat(edition.resolve(settings.at("/xml.fileAssociations/0/systemId").asText())).exists();
    assertThat(json(edition.resolve(".vscode/extensions.json")).at("/recommendations/0").asText())
        .isEqualTo("redhat.vscode-xml");
  }

  @Test
  void theSettingsNameEveryKeyOfTheGuideAndHoldWhenTheyAreUsed() throws IOException {
    Run.in(folder, "new", "mine");
    Path file = folder.resolve("mine/letterpress.toml");
    String text = Files.readString(file);
    assertThat(text.lines().filter(line -> !line.isBlank()))
        .allSatisfy(line -> assertThat(line).startsWith("# "));
    // A line that looks like a setting is used; the others are explanations.
    StringBuilder used = new StringBuilder();
    text.lines()
        .map(line -> line.replaceFirst("^# ", ""))
        .filter(line -> line.matches("\\[[a-z]+\\]|[a-z\"][A-Za-z0-9\"-]* = .*"))
        .forEach(line -> used.append(line).append('\n'));
    Files.writeString(file, used);
    Diagnostics mistakes = new Diagnostics();
    SettingsFile.read(file, "letterpress.toml", mistakes);
    assertThat(mistakes.sorted()).isEmpty();
    List<String> keys =
        Files.readAllLines(Path.of("src/docs/guide/settings.md")).stream()
            .filter(line -> line.startsWith("## "))
            .flatMap(line -> Stream.of(line.substring(3).split(", ")))
            .map(key -> key.substring(key.indexOf('.') + 1))
            .toList();
    assertThat(keys).isNotEmpty();
    assertThat(keys)
        .allSatisfy(
            key -> assertThat(used).containsPattern("(?m)^(" + key + " = |\\[" + key + "\\])"));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
