package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** Manifests of facsimiles keep the rules of IIIF's Presentation API 3. */
class ManifestTest {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one">
        <teiHeader>
          <fileDesc>
            <titleStmt><title>Ada to "Ben"</title></titleStmt>
            <publicationStmt><p>Test</p></publicationStmt>
            <sourceDesc><p>Manuscript</p></sourceDesc>
          </fileDesc>
          <profileDesc><correspDesc>
            <correspAction type="sent"><persName>Ada &amp; "Eve"</persName>
              <date when="1850-03-04"/></correspAction>
            <correspAction type="received"><persName>Ben</persName></correspAction>
          </correspDesc></profileDesc>
        </teiHeader>
        <facsimile>
          <surface xml:id="s1" n="1r" ulx="100" uly="100" lrx="1300" lry="1700">
            <graphic url="images/a%%20b.png"/>
            <zone xml:id="z1" ulx="300" uly="200" lrx="900" lry="300"/>
            <zone xml:id="z2" points="300,400 900,410 900,500 300,490"/>
          </surface>
          <surface xml:id="s2" %s>
            <graphic url="https://example.org/iiif/2/x/info.json"/>
          </surface>
        </facsimile>
        <text xml:lang="en"><body>
          <pb facs="#s1"/>
          <p><lb facs="#z1"/>Dear <choice><abbr>B.</abbr><expan>Ben</expan></choice>,
            <lb facs="#z2"/>how <del>is</del> are you
            <pb facs="#s2"/>today?</p>
        </body></text>
      </TEI>
      """;

  @TempDir Path folder;

  @Test
  void eachSheetIsACanvasAndEachZoneAnAnnotation() throws IOException {
    build("ulx=\"0\" uly=\"0\" lrx=\"800\" lry=\"600\"", true);
    JsonNode manifest = new ObjectMapper().readTree(manifestFile().toFile());
    assertValid(manifest);
    assertThat(manifest.at("/id").asText())
        .isEqualTo("https://letters.example.org/manifests/one.json");
    JsonNode first = manifest.at("/items/0");
    assertThat(first.at("/label/none/0").asText()).isEqualTo("1r");
    assertThat(first.at("/width").asInt()).isEqualTo(1200);
    assertThat(first.at("/height").asInt()).isEqualTo(1600);
    String image = first.at("/items/0/items/0/body/id").asText();
    assertThat(image).startsWith("https://letters.example.org/images/");
    assertThat(folder.resolve("site").resolve(image.substring(28))).exists();
    JsonNode words = first.at("/annotations/0/items");
    assertThat(words.at("/0/body/value").asText()).isEqualTo("Dear Ben,");
    assertThat(words.at("/0/target").asText()).endsWith("/1#xywh=200,100,600,100");
    assertThat(words.at("/1/body/value").asText()).isEqualTo("how are you");
    assertThat(words.at("/1/target").asText()).endsWith("/1#xywh=200,300,600,100");
    JsonNode service = manifest.at("/items/1/items/0/items/0/body/service/0");
    assertThat(service.at("/@id").asText()).isEqualTo("https://example.org/iiif/2/x");
    assertThat(Files.readString(folder.resolve("site/letters/one.html")))
        .contains("../manifests/one.json");
  }

  @Test
  void withoutTheSitesAddressThereIsNone() throws IOException {
    build("ulx=\"0\" uly=\"0\" lrx=\"800\" lry=\"600\"", false);
    assertThat(manifestFile()).doesNotExist();
    assertThat(Files.readString(folder.resolve("site/letters/one.html")))
        .doesNotContain("manifests/");
  }

  @Test
  void aSheetOfUnknownSizeAllowsNone() throws IOException {
    build("", true);
    assertThat(manifestFile()).doesNotExist();
    assertThat(Files.readString(folder.resolve("site/letters/one.html")))
        .contains("lp-facsimile")
        .doesNotContain("manifests/");
  }

  private Path manifestFile() {
    return folder.resolve("site/manifests/one.json");
  }

  private void build(String size, boolean address) throws IOException {
    Files.createDirectories(folder.resolve("tei/letters"));
    Files.createDirectories(folder.resolve("images"));
    Files.writeString(folder.resolve("tei/letters/one.xml"), LETTER.formatted(size));
    if (address) {
      Files.writeString(
          folder.resolve("letterpress.toml"), "[site]\nurl = \"https://letters.example.org/\"\n");
    }
    ImageIO.write(
        new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("images/a b.png").toFile());
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.said()).contains(", 0 lost").doesNotContain("LP-FACS");
  }

  // ---- the rules of the API, as its specification states them --------------------------------

  private static void assertValid(JsonNode manifest) {
    Set<String> ids = new HashSet<>();
    assertThat(manifest.fieldNames().next()).isEqualTo("@context");
    assertThat(manifest.at("/@context").asText())
        .isEqualTo("http://iiif.io/api/presentation/3/context.json");
    assertResource(manifest, "Manifest", ids);
    assertLanguageMap(manifest.get("label"));
    manifest
        .get("metadata")
        .forEach(
            fact -> {
              assertLanguageMap(fact.get("label"));
              assertLanguageMap(fact.get("value"));
            });
    manifest.get("homepage").forEach(page -> assertLanguageMap(page.get("label")));
    assertThat(manifest.get("items")).isNotEmpty();
    manifest.get("items").forEach(canvas -> assertCanvas(canvas, ids));
  }

  private static void assertCanvas(JsonNode canvas, Set<String> ids) {
    assertResource(canvas, "Canvas", ids);
    assertThat(canvas.at("/id").asText()).doesNotContain("#");
    assertLanguageMap(canvas.get("label"));
    for (String side : new String[] {"width", "height"}) {
      assertThat(canvas.get(side).isIntegralNumber()).isTrue();
      assertThat(canvas.get(side).asInt()).isPositive();
    }
    for (JsonNode page : canvas.get("items")) {
      assertResource(page, "AnnotationPage", ids);
      for (JsonNode painting : page.get("items")) {
        assertResource(painting, "Annotation", ids);
        assertThat(painting.at("/motivation").asText()).isEqualTo("painting");
        assertThat(painting.at("/target")).isEqualTo(canvas.get("id"));
        assertThat(painting.at("/body/type").asText()).isEqualTo("Image");
        assertThat(painting.at("/body/id").asText()).matches("https?://\\S+");
      }
    }
    for (JsonNode page : canvas.path("annotations")) {
      assertResource(page, "AnnotationPage", ids);
      for (JsonNode annotation : page.get("items")) {
        assertResource(annotation, "Annotation", ids);
        assertThat(annotation.at("/motivation").asText()).isNotEqualTo("painting");
        assertThat(annotation.at("/body/type").asText()).isEqualTo("TextualBody");
        assertThat(annotation.at("/target").asText()).startsWith(canvas.get("id").asText());
      }
    }
  }

  private static void assertResource(JsonNode resource, String type, Set<String> ids) {
    assertThat(resource.at("/type").asText()).isEqualTo(type);
    assertThat(resource.at("/id").asText()).matches("https?://[^\\s\"<>]+");
    assertThat(ids.add(resource.at("/id").asText())).isTrue();
  }

  private static void assertLanguageMap(JsonNode map) {
    assertThat(map.isObject()).isTrue();
    assertThat(map).isNotEmpty();
    map.properties()
        .forEach(
            entry -> {
              assertThat(entry.getKey()).matches("none|[A-Za-z]{2,3}(-[A-Za-z0-9]+)*");
              assertThat(entry.getValue().isArray()).isTrue();
              assertThat(entry.getValue()).isNotEmpty().allMatch(JsonNode::isTextual);
            });
  }
}
