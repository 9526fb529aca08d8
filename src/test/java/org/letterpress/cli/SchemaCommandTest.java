package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemas from the network: what is fetched, kept, listed and used. The network is this machine.
 */
class SchemaCommandTest {
  private static final String RNG =
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>%s"
          + "<start><element name='letter'><ref name='p'/></element></start></grammar>";
  private static final String P =
      "<define name='p'><oneOrMore><element name='p'><text/></element></oneOrMore></define>";
  private static final String PART =
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>" + P + "</grammar>";
  private static final String GRAMMAR = RNG.formatted(P);
  private static final String INCLUDING = RNG.formatted("<include href='parts/p.rng'/>");
  private static final String SCHEMATRON =
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'><pattern>"
          + "<rule context='p'><assert id='says' test='normalize-space()'>It is empty.</assert>"
          + "</rule></pattern></schema>";

  @TempDir Path folder;

  private SchemaServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new SchemaServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSchemaThatWasNotFetchedIsOneWarningForAllItsFiles() throws IOException {
    String url = server.has("/g.rng", GRAMMAR).url("/g.rng");
    letters(url, "<letter><p>a</p></letter>", "<letter><p>b</p></letter>");
    Run run = run("validate", "letters");
    assertThat(run.out())
        .containsOnlyOnce("LP-SCHEMA-002")
        .contains(
            "the schema " + url + " that 2 files name is not used, since it lies in the network",
            "they are checked against letterpress's own letterpress.rng instead",
            "help: fetch it once: letterpress schema fetch " + url,
            "letters/0.xml:1");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aFetchedSchemaIsUsedWithoutTheNetwork() throws IOException {
    String url = server.has("/g.rng", GRAMMAR).url("/g.rng");
    assertThat(run("schema", "fetch", url).said()).contains(url + " (RELAX NG)");
    server.close();
    letters(url, "<letter><p>a</p></letter>", "<letter><q/></letter>");
    Run run = run("validate", "letters");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .doesNotContain("LP-SCHEMA", "letters/0.xml")
        .contains("element \"q\" is not allowed here", "letters/1.xml");
  }

  @Test
  void whatASchemaDrawsInIsFetchedWithIt() throws IOException {
    server.has("/s/g.rng", INCLUDING).has("/s/parts/p.rng", PART);
    String url = server.url("/s/g.rng");
    assertThat(run("schema", "fetch", url).status()).isZero();
    server.close();
    letters(url, "<letter><p>a</p></letter>");
    assertThat(run("validate", "letters").status()).isZero();
    Run list = run("schema", "list");
    assertThat(list.out().lines().toList())
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("\\d{4}-\\d\\d-\\d\\d  RELAX NG +\\d+ bytes  complete +" + url))
        .anySatisfy(line -> assertThat(line).contains("part of another"));
  }

  @Test
  void partsAreFoundWhereARedirectionLeads() throws IOException {
    server.redirects("/short", "/s/g.rng").has("/s/g.rng", INCLUDING).has("/s/parts/p.rng", PART);
    assertThat(run("schema", "fetch", server.url("/short")).status()).isZero();
    server.close();
    letters(server.url("/short"), "<letter><p>a</p></letter>");
    assertThat(run("validate", "letters").out()).doesNotContain("error", "LP-SCHEMA");
  }

  @Test
  void aSchemaWithoutAPartOfItIsListedAsIncomplete() throws IOException {
    String url = server.has("/s/g.rng", INCLUDING).url("/s/g.rng");
    Run run = run("schema", "fetch", url);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("/s/parts/p.rng: the server answers with status 404");
    assertThat(run("schema", "list").out()).contains("incomplete");
    letters(url, "<letter><p>a</p></letter>");
    assertThat(run("validate", "letters").out())
        .contains(server.url("/s/parts/p.rng") + ", which it draws in, is not in the cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Sign in</body></html>",
        "\n<HTML lang='en'></HTML>",
        "<?xml version='1.0'?><!-- x --><html xmlns='http://www.w3.org/1999/xhtml'/>"
      })
  void aWebPageIsNotKept(String page) throws IOException {
    String url = server.has("/g.rng", page).url("/g.rng");
    Run run = run("schema", "fetch", url);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("LP-SCHEMA-004", "the server sends a web page (HTML), not a schema");
    assertThat(run("schema", "list").out()).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    server.close();
    Run run = run("schema", "fetch", server.url("/g.rng"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("the server cannot be reached");
  }

  @Test
  void aFailedFetchLeavesWhatWasThere() throws IOException {
    String url = server.has("/g.rng", GRAMMAR).url("/g.rng");
    run("schema", "fetch", url);
    server.has("/g.rng", "<html/>");
    assertThat(run("schema", "fetch", url).status()).isEqualTo(1);
    letters(url, "<letter><p>a</p></letter>");
    assertThat(run("validate", "letters").out()).doesNotContain("LP-SCHEMA");
  }

  @Test
  void fetchingAgainReplacesWhatChanged() throws IOException {
    String url = server.has("/g.rng", GRAMMAR).url("/g.rng");
    run("schema", "fetch", url);
    server.has("/g.rng", GRAMMAR.replace("name='p'><text", "name='q'><text"));
    run("schema", "fetch", url);
    letters(url, "<letter><q>a</q></letter>");
    assertThat(run("validate", "letters").out()).doesNotContain("error");
    assertThat(run("schema", "list").out().lines()).hasSize(1);
  }

  @Test
  void withoutAnAddressAllSchemasOfTheEditionAreFetched() throws IOException {
    server.has("/g.rng", GRAMMAR).has("/r.sch", SCHEMATRON);
    Path tei = Files.createDirectories(folder.resolve("tei"));
    Files.writeString(
        tei.resolve("a.xml"),
        model(server.url("/g.rng"), "http://relaxng.org/ns/structure/1.0")
            + model(server.url("/r.sch"), "http://purl.oclc.org/dsdl/schematron")
            + "<letter><p/></letter>");
    Run fetch = run("schema", "fetch");
    assertThat(fetch.out()).contains("/g.rng (RELAX NG)", "/r.sch (Schematron)");
    assertThat(server.asked()).containsExactlyInAnyOrder("/g.rng", "/r.sch");
    server.close();
    assertThat(run("validate", "tei/a.xml").out())
        .contains("It is empty [says]")
        .doesNotContain("LP-RNG", "LP-SCHEMA");
  }

  @Test
  void aSchemaInTheEditionMayDrawInOneFromTheNetwork() throws IOException {
    String url = server.has("/p.rng", PART).url("/p.rng");
    Files.writeString(folder.resolve("own.rng"), RNG.formatted("<include href='" + url + "'/>"));
    letters("../own.rng", "<letter><p>a</p></letter>");
    assertThat(run("validate", "letters").out())
        .contains("LP-SCHEMA-002", "help: fetch it once: letterpress schema fetch own.rng");
    assertThat(run("schema", "fetch", "own.rng").status()).isZero();
    server.close();
    assertThat(run("validate", "letters").said()).doesNotContain("LP-");
  }

  @Test
  void theNetworkMayBeAllowedForOneRun() throws IOException {
    String url = server.has("/s/g.rng", INCLUDING).has("/s/parts/p.rng", PART).url("/s/g.rng");
    letters(url, "<letter><p>a</p></letter>", "<letter/>");
    Run run = run("validate", "--allow-network", "letters");
    assertThat(run.out()).doesNotContain("LP-SCHEMA", "letters/0.xml").contains("letters/1.xml");
    assertThat(server.asked()).containsExactly("/s/g.rng", "/s/parts/p.rng");
    assertThat(run("schema", "list").out()).contains("RELAX NG ", "complete");
  }

  @Test
  void aSchemaFromTheNetworkDrawsInNoFiles() throws IOException {
    Path secret = Files.writeString(folder.resolve("part.rng"), PART);
    String url =
        server
            .has("/g.rng", RNG.formatted("<include href='" + secret.toUri() + "'/>"))
            .url("/g.rng");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Run run = Run.in(elsewhere, "schema", "fetch", url, "--cache", "../cache");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("it includes part.rng, which lies outside the edition");
  }

  @Test
  void aSchemaInTheEditionStandsForOneInTheNetworkThroughACatalog() throws IOException {
    Files.createDirectory(folder.resolve("schema"));
    Files.writeString(folder.resolve("schema/mine.rng"), INCLUDING);
    Files.writeString(folder.resolve("schema/p.rng"), PART);
    Files.writeString(
        folder.resolve("schema/catalog.xml"),
        "<!DOCTYPE catalog PUBLIC '-//OASIS//DTD Entity Resolution XML Catalog V1.0//EN'"
            + " 'http://www.oasis-open.org/committees/entity/release/1.0/catalog.dtd'>"
            + "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>"
            + "<uri name='http://schemas.invalid/g.rng' uri='mine.rng'/>"
            + "<uriSuffix uriSuffix='parts/p.rng' uri='p.rng'/></catalog>");
    letters("http://schemas.invalid/g.rng", "<letter><p>a</p></letter>", "<letter/>");
    Run run = run("validate", "letters");
    assertThat(run.out()).doesNotContain("LP-SCHEMA", "letters/0.xml").contains("letters/1.xml");
    run = run("validate", "letters", "--schema", "http://schemas.invalid/g.rng");
    assertThat(run.out()).doesNotContain("LP-SCHEMA", "letters/0.xml").contains("letters/1.xml");
  }

  @Test
  void aBrokenCatalogIsAFindingAndTheFilesAreChecked() throws IOException {
    Files.writeString(folder.resolve("catalog.xml"), "<catalog>\n<uri");
    letters("http://schemas.invalid/g.rng", "<letter/>");
    assertThat(run("validate", "letters").out())
        .contains("catalog.xml:2", "LP-XML-001", "LP-RNG-011");
  }

  @Test
  void theCacheHoldsNoHalfFiles() throws IOException {
    run("schema", "fetch", server.has("/g.rng", GRAMMAR).url("/g.rng"));
    try (Stream<Path> files = Files.list(folder.resolve("cache/schemas"))) {
      List<Path> all = files.toList();
      assertThat(all).singleElement().asString().endsWith(".schema");
      Files.writeString(all.get(0), "letterpress-schema: 1\nurl: x");
    }
    assertThat(run("schema", "list").status()).isZero();
    letters(server.url("/g.rng"), "<letter/>");
    assertThat(run("validate", "letters").out()).contains("LP-SCHEMA-002");
  }

  @Test
  void anEmptyCacheIsListedAsSuch() {
    Run run = run("schema", "list");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("0 schemas in ");
  }

  private Run run(String... arguments) {
    return Run.in(
        folder,
        Stream.concat(Stream.of(arguments), Stream.of("--cache", "cache")).toArray(String[]::new));
  }

  private void letters(String href, String... letters) throws IOException {
    Path place = Files.createDirectories(folder.resolve("letters"));
    for (int i = 0; i < letters.length; i++) {
      Files.writeString(
          place.resolve(i + ".xml"),
          model(href, "http://relaxng.org/ns/structure/1.0") + letters[i]);
    }
  }

  private static String model(String href, String language) {
    return "<?xml-model href=\"" + href + "\" schematypens=\"" + language + "\"?>\n";
  }
}
