package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.cli.Run;

/** The records for reference managers, read again by parsers of their formats. */
class CitationTest {
  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s" xml:lang="en">
       <teiHeader><fileDesc><titleStmt><title>%s</title>%s</titleStmt>
       <publicationStmt>%s</publicationStmt>
       <sourceDesc><p>Archive.</p></sourceDesc></fileDesc>%s</teiHeader>
       <text><body>%s</body></text>
      </TEI>
      """;

  /** The fields of a CSL item that this edition may have, of those that the CSL schema knows. */
  private static final Set<String> CSL =
      Set.of(
          "id",
          "type",
          "genre",
          "author",
          "recipient",
          "title",
          "container-title",
          "editor",
          "publisher",
          "publisher-place",
          "issued",
          "original-date",
          "language",
          "DOI",
          "URL");

  private static final Set<String> NAME =
      Set.of(
          "family",
          "given",
          "dropping-particle",
          "non-dropping-particle",
          "suffix",
          "comma-suffix",
          "static-ordering",
          "literal",
          "parse-names");

  private static final Set<String> DATE =
      Set.of("date-parts", "season", "circa", "literal", "raw", "edtf");

  /** By the id of a letter, how it is dated. */
  private static final Map<String, String> DATES =
      Map.of(
          "day", "<date when=\"1850-03-04\"/>",
          "month", "<date when=\"1850-03\"/>",
          "year", "<date when=\"1850\"/>",
          "ancient", "<date when=\"-0044-03-15\"/>",
          "span", "<date from=\"1850-03-04\" to=\"1850-03-06\"/>",
          "doubt", "<date when=\"1850-03-04\" cert=\"low\"/>",
          "words", "<date>Easter Monday</date>",
          "undated", "");

  @TempDir static Path folder;

  @BeforeAll
  static void build() throws IOException {
    write(
        "tei/edition.xml",
        TEI.formatted(
            "edition",
            "Letters {of} A\\B &amp; C, 100% #1_x ~ ^ \"q\"",
            "<editor>Weiß and Söhne</editor><editor>Levi, Anna</editor>",
            "<publisher>Press &lt;b&gt; / Co</publisher><date>2024</date>",
            "",
            "<p>x</p>"));
    write(
        "tei/letters/nasty.xml",
        TEI.formatted(
            "nasty",
            "T",
            "",
            "<p/>",
            """
            <profileDesc><correspDesc>
             <correspAction type="sent"><persName>de la Cruz, "Juan" }{</persName>
              <orgName>Smith, Jones and Sons</orgName><date when="1850-03-04"/></correspAction>
             <correspAction type="received"><persName>&#x200F;דוד&#x202E; לוי&lt;/script&gt;\
            </persName></correspAction></correspDesc></profileDesc>
            """,
            "<p>x</p>"));
    for (Map.Entry<String, String> date : DATES.entrySet()) {
      write(
          "tei/letters/" + date.getKey() + ".xml",
          TEI.formatted(
              date.getKey(),
              "T",
              "",
              "<p/>",
              "<profileDesc><correspDesc><correspAction type=\"sent\"><persName>Ann</persName>"
                  + date.getValue()
                  + "</correspAction></correspDesc></profileDesc>",
              "<p>x</p>"));
    }
    write("tei/letters/bare.xml", TEI.formatted("bare", "", "", "<p/>", "", "<p>x</p>"));
    write("letterpress.toml", "[site]\nurl = \"https://letters.example.org/mao\"\n");
    Run.in(folder, "build", "--only", "html", "--out", folder.resolve("site").toString());
  }

  @Test
  void bibtexIsReadAgain() throws Exception {
    BibTeXEntry entry = bibtex("nasty");
    assertThat(entry.getType().getValue()).isEqualTo("incollection");
    assertThat(field(entry, "author"))
        .isEqualTo(
            "de la Cruz, \"Juan\" \\textbraceright{}\\textbraceleft{} and"
                + " {Smith, Jones and Sons}");
    assertThat(field(entry, "booktitle"))
        .isEqualTo(
            "{Letters \\textbraceleft{}of\\textbraceright{} A\\textbackslash{}B \\& C, 100\\%"
                + " \\#1\\_x \\textasciitilde{} \\textasciicircum{} \"q\"}");
    assertThat(field(entry, "editor")).isEqualTo("{Weiß and Söhne} and Levi, Anna");
    assertThat(field(entry, "year")).isEqualTo("2024");
    assertThat(field(entry, "origdate")).isEqualTo("1850-03-04");
    assertThat(field(entry, "url")).isEqualTo("https://letters.example.org/mao/letters/nasty.html");
  }

  @Test
  void risIsReadAgain() throws Exception {
    Map<String, List<String>> record = ris("nasty");
    assertThat(record.get("TY")).containsExactly("CHAP");
    assertThat(record.get("AU"))
        .containsExactly("de la Cruz, \"Juan\" }{", "Smith, Jones and Sons");
    assertThat(record.get("T2")).containsExactly("Letters {of} A\\B & C, 100% #1_x ~ ^ \"q\"");
    assertThat(record.get("A2")).containsExactly("Weiß and Söhne", "Levi, Anna");
    assertThat(record.get("PB")).containsExactly("Press <b> / Co");
    assertThat(record.get("UR"))
        .containsExactly("https://letters.example.org/mao/letters/nasty.html");
  }

  @Test
  void cslJsonIsReadAgain() throws Exception {
    JsonNode item = csl("nasty");
    assertThat(item.get("type").asText()).isEqualTo("chapter");
    assertThat(item.get("author").get(0).get("family").asText()).isEqualTo("de la Cruz");
    assertThat(item.get("author").get(0).get("given").asText()).isEqualTo("\"Juan\" }{");
    assertThat(item.get("author").get(1).get("literal").asText())
        .isEqualTo("Smith, Jones and Sons");
    assertThat(item.get("recipient").get(0).get("literal").asText()).isEqualTo("דוד לוי</script>");
    assertThat(item.get("container-title").asText())
        .isEqualTo("Letters {of} A\\B & C, 100% #1_x ~ ^ \"q\"");
    assertThat(item.get("issued").get("date-parts").get(0).get(0).asInt()).isEqualTo(2024);
    assertThat(item.get("original-date").get("date-parts").toString()).isEqualTo("[[1850,3,4]]");
    assertThat(item.get("URL").asText())
        .isEqualTo("https://letters.example.org/mao/letters/nasty.html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day | {\"date-parts\":[[1850,3,4]]}",
        "month | {\"date-parts\":[[1850,3]]}",
        "year | {\"date-parts\":[[1850]]}",
        "ancient | {\"date-parts\":[[-44,3,15]]}",
        "span | {\"literal\":\"4 March 1850 to 6 March 1850\"}",
        "doubt | {\"date-parts\":[[1850,3,4]]}",
        "words | {\"literal\":\"Easter Monday\"}",
        "undated | null",
      })
  void cslJsonTellsADateInPartsOrInWords(String id, String date) throws IOException {
    assertThat(String.valueOf(csl(id).get("original-date"))).isEqualTo(date);
  }

  @Test
  void aLetterThatSaysNothingOfItselfIsCitedByItsEdition() throws Exception {
    assertThat(bibtex("bare").getFields().keySet())
        .extracting(Key::getValue)
        .contains("title", "booktitle", "editor", "url")
        .doesNotContain("author", "origdate");
    assertThat(ris("bare")).doesNotContainKey("AU");
    assertThat(csl("bare").has("author")).isFalse();
    assertThat(csl("bare").get("title").asText()).isEqualTo("bare");
  }

  @Test
  void thePageShowsWhatTheFilesSayAndWhereItBelongs() throws Exception {
    Document page = Jsoup.parse(Files.readString(folder.resolve("site/letters/nasty.html")));
    for (String format : List.of("bib", "ris", "json")) {
      String file = Files.readString(folder.resolve("site/citations/nasty." + format));
      assertThat(page.getElementById("lp-cite-" + format).wholeText().strip())
          .isEqualTo(file.replace("\r", "").strip());
      assertThat(page.select("a[download=nasty." + format + "]").attr("href"))
          .isEqualTo("../citations/nasty." + format);
    }
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://letters.example.org/mao/letters/nasty.html");
    assertThat(page.select("meta[name=citation_author]").eachAttr("content"))
        .containsExactly("de la Cruz, \"Juan\" }{", "Smith, Jones and Sons");
    assertThat(page.getElementById("lp-citation").text())
        .contains("4 March 1850. In: Letters {of} A\\B & C")
        .endsWith("Press <b> / Co, 2024. https://letters.example.org/mao/letters/nasty.html");
  }

  private static BibTeXEntry bibtex(String id) throws Exception {
    BibTeXDatabase database =
        new BibTeXParser()
            .parseFully(
                new StringReader(
                    Files.readString(folder.resolve("site/citations/" + id + ".bib"))));
    return database.resolveEntry(new Key(id));
  }

  private static String field(BibTeXEntry entry, String name) {
    return entry.getField(new Key(name)).toUserString();
  }

  /** What the schema of CSL's input data demands of an item, its names and its dates. */
  private static void assertIsCsl(JsonNode item) {
    assertThat(item.get("id").isTextual()).isTrue();
    assertThat(item.get("id").asText()).isNotEmpty();
    assertThat(item.get("type").asText()).isIn("chapter", "personal_communication");
    for (Map.Entry<String, JsonNode> field : item.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "author", "recipient", "editor" ->
            assertThat(value)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.fieldNames()).toIterable().isSubsetOf(NAME));
        case "issued", "original-date" -> {
          assertThat(value.fieldNames()).toIterable().isNotEmpty().isSubsetOf(DATE);
          // One date or the two ends of a span, each of year, month and day at most.
          if (value.has("date-parts")) {
            assertThat(value.get("date-parts")).hasSizeBetween(1, 2);
            assertThat(value.get("date-parts"))
                .allSatisfy(
                    date ->
                        assertThat(date).hasSizeBetween(1, 3).allMatch(JsonNode::isIntegralNumber));
          }
        }
        default -> assertThat(value.isTextual()).as(field.getKey()).isTrue();
      }
    }
    assertThat(item.fieldNames()).toIterable().isSubsetOf(CSL);
  }

  private static JsonNode csl(String id) throws IOException {
    JsonNode items =
        new ObjectMapper().readTree(folder.resolve("site/citations/" + id + ".json").toFile());
    assertThat(items).hasSize(1);
    assertIsCsl(items.get(0));
    return items.get(0);
  }

  /** The format's definition: two capitals or digits, two spaces, a hyphen, a space, the value. */
  private static Map<String, List<String>> ris(String id) throws IOException {
    String file = Files.readString(folder.resolve("site/citations/" + id + ".ris"));
    assertThat(file).startsWith("TY  - ").endsWith("\r\nER  - \r\n");
    Map<String, List<String>> record = new TreeMap<>();
    for (String line : file.split("\r\n")) {
      assertThat(line).matches("[A-Z][A-Z0-9]  - .*");
      record.computeIfAbsent(line.substring(0, 2), tag -> new ArrayList<>()).add(line.substring(6));
    }
    return record;
  }

  private static void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
