package org.letterpress.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostic.Related;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;

/**
 * Each format against a golden text in {@code src/test/resources/report}. Run with {@code
 * -Dletterpress.update=true} to write the texts anew, and read the difference.
 */
class ReportFormatsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "report");
  private static final String FILE = "tei/letters/Brief an Müller, 1%.xml";
  private static final SourceText SOURCES =
      (file, line) ->
          file.equals(FILE) && line == 31
              ? Optional.of("  <p>Dear <persname ref=\"#mao\">Mao</persname>")
              : Optional.empty();

  private static final List<Diagnostic> FINDINGS =
      List.of(
          new Diagnostic(
              Code.RNG_ELEMENT,
              Severity.ERROR,
              "element \"persname\" is not allowed here",
              new Location(FILE, 31, 32, "/TEI[1]/text[1]/body[1]/p[1]/persname[1]"),
              List.of(),
              "did you mean \"persName\"? inside <p> the schema allows persName, placeName"),
          Diagnostic.of(Code.ID_ENTRY_TWICE, Location.of("tei/registers/p.xml", 9, 4), "mao")
              .relatedTo(List.of(new Related(Location.of("tei/registers/q.xml", 3, 2), "first"))),
          Diagnostic.of(Code.LETTER_NO_DATE, Location.of(FILE, 2, 0)),
          new Diagnostic(
              Code.XSLT_MESSAGE,
              Severity.NOTE,
              "100%\nof \u0007 & <it>",
              Location.NONE,
              List.of(),
              ""));

  @ParameterizedTest
  @EnumSource(Format.class)
  void eachFormatShowsTheSameFindings(Format format) throws IOException {
    String shown = show(format, FINDINGS);
    Path golden = GOLDEN.resolve("findings." + format + ".txt");
    if (Boolean.getBoolean("letterpress.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aTurkishOrArabicSystemChangesNothing(Format format) throws IOException {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(show(format, FINDINGS))
            .isEqualTo(Files.readString(GOLDEN.resolve("findings." + format + ".txt")));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void jsonAndSarifAreJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(show(Format.JSON, FINDINGS));
    assertThat(json.get("findings")).hasSize(4);
    assertThat(json.at("/counts/error").asInt()).isEqualTo(2);
    JsonNode sarif = new ObjectMapper().readTree(show(Format.SARIF, FINDINGS));
    JsonNode run = sarif.at("/runs/0");
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void sarifIsWhatItsSchemaWants() throws IOException {
    try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(faults(schema, SpecVersion.VersionFlag.V7, show(Format.SARIF, FINDINGS)))
          .isEmpty();
    }
  }

  @Test
  void jsonIsWhatOurSchemaWants() throws IOException {
    Path schema = Path.of("schema", "findings.schema.json");
    String shown = show(Format.JSON, FINDINGS);
    assertThat(faults(schema, shown)).isEmpty();
    assertThat(faults(schema, shown.replace("\"error\"", "\"fault\""))).isNotEmpty();
    assertThat(faults(schema, shown.replace("\"remedy\"", "\"help\""))).isNotEmpty();
  }

  private static Set<ValidationMessage> faults(Path schema, String json) throws IOException {
    try (InputStream stream = Files.newInputStream(schema)) {
      return faults(stream, SpecVersion.VersionFlag.V202012, json);
    }
  }

  private static Set<ValidationMessage> faults(
      InputStream schema, SpecVersion.VersionFlag version, String json) {
    return JsonSchemaFactory.getInstance(version)
        .getSchema(schema)
        .validate(json, InputFormat.JSON);
  }

  @Test
  void junitIsXmlWhateverAMessageHolds() throws Exception {
    SafeParser.newReader().parse(new InputSource(new StringReader(show(Format.JUNIT, FINDINGS))));
  }

  @Test
  void aRunWithoutFindingsSaysSoInItsWay() throws IOException {
    assertThat(show(Format.HUMAN, List.of())).isEmpty();
    assertThat(show(Format.GITHUB, List.of())).isEmpty();
    assertThat(show(Format.JSON, List.of())).contains("\"findings\" : [ ]");
    assertThat(show(Format.JUNIT, List.of())).contains("tests=\"1\" failures=\"0\"");
  }

  private static String show(Format format, List<Diagnostic> findings) throws IOException {
    StringBuilder out = new StringBuilder();
    Reporter.of(format, false).report(findings, SOURCES, out);
    return out.toString();
  }
}
