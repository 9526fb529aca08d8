package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/**
 * Pages in several languages of the interface, one of them the edition's own and from the right.
 */
class LanguagesTest {
  private static final List<String> TAGS = List.of("en", "de", "zh", "ar");

  private static final String ARABIC =
      """
      <lp:locale xmlns:lp="urn:letterpress:prepared">
        <lp:label key="language-name">العربية</lp:label>
        <lp:label key="letters">الرسائل</lp:label>
        <lp:label key="reader-chapters">الفصول &amp; &lt;/script></lp:label>
        <lp:label key="letter-count">{1} رسالة</lp:label>
        <lp:label key="letter-count-two">رسالتان</lp:label>
      </lp:locale>
      """;

  private static final String GERMAN =
      """
      <lp:locale xmlns:lp="urn:letterpress:prepared">
        <lp:label key="letters">Sendschreiben</lp:label>
      </lp:locale>
      """;

  @TempDir static Path folder;

  private static Run run;
  private static Path site;

  @BeforeAll
  static void build() throws IOException {
    write("letterpress.toml", "languages = [\"en\", \"de\", \"zh\", \"ar\", \"de\", \"xx\"]");
    write("xslt/locale/ar.xml", ARABIC);
    write("xslt/locale/de.xml", GERMAN);
    write(
        "tei/persons.xml",
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>R</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
        <sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><listPerson>
        <person xml:id="a"><persName>Łoś</persName></person>
        <person xml:id="b"><persName>Lund</persName></person>
        <person xml:id="c"><persName>Äbte</persName></person>
        <person xml:id="d"><persName>Zorn</persName></person>
        </listPerson></body></text></TEI>
        """);
    write("tei/l1.xml", letter("l1", "1901-02-03"));
    write("tei/l2.xml", letter("l2", "1902-03-04"));
    run = Run.in(folder, "build", "edition", "--only", "html", "--out", "site");
    site = folder.resolve("site");
  }

  @Test
  void eachPageStandsInEachLanguageAndNamesTheOthers() throws IOException {
    for (String path : List.of("index.html", "letters.html", "letters/l1.html", "persons.html")) {
      for (String tag : TAGS) {
        Path file = page(tag, path);
        Document page = Jsoup.parse(file);
        Element html = page.selectFirst("html");
        assertThat(html.attr("lang")).as(file.toString()).isEqualTo(tag);
        assertThat(html.attr("dir")).isEqualTo(tag.equals("ar") ? "rtl" : "");
        List<Path> alternates = new ArrayList<>();
        for (Element link : page.select("link[hreflang]")) {
          alternates.add(file.getParent().resolve(link.attr("href")).normalize());
        }
        assertThat(alternates)
            .containsExactlyElementsOf(TAGS.stream().map(other -> page(other, path)).toList());
        assertThat(page.select(".lp-languages a").eachText())
            .containsExactly("English", "Deutsch", "中文", "العربية");
        assertThat(page.select(".lp-languages [aria-current]").attr("hreflang")).isEqualTo(tag);
      }
    }
  }

  @Test
  void noAddressOnAnyPageLeadsToNothing() throws IOException {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        for (Element element : Jsoup.parse(file).select("[href], [src], [action], [data-index]")) {
          for (String name : List.of("href", "src", "action", "data-index")) {
            String address = element.attr(name).replaceFirst("[#?].*$", "");
            // Only pages were asked for.
            boolean made = !address.matches(".*\\.(pdf|txt|xml)|[a-z]+:.*|");
            Path target = file.getParent().resolve(URI.create(made ? address : ".").getPath());
            if (!Files.exists(target)) {
              broken.add(site.relativize(file) + ": " + address);
            }
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theEditionsWordsWinAndTheRestIsSaidByLetterpress() throws IOException {
    assertThat(Jsoup.parse(page("de", "letters.html")).select(".lp-site-nav a").eachText())
        .contains("Sendschreiben")
        .doesNotContain("Briefe");
    assertThat(Jsoup.parse(page("de", "persons.html")).selectFirst("h1").text())
        .isEqualTo("Personen");
    assertThat(Jsoup.parse(page("ar", "persons.html")).selectFirst("h1").text())
        .isEqualTo("Persons");
  }

  @Test
  void datesAreThoseOfTheLanguage() throws IOException {
    assertThat(date("en")).isEqualTo("3 February 1901");
    assertThat(date("de")).isEqualTo("3. Februar 1901");
    assertThat(date("zh")).isEqualTo("1901年2月3日");
    assertThat(date("ar")).contains("فبراير");
  }

  @Test
  void numbersTakeTheFormOfTheLanguage() throws IOException {
    // Łoś stands in both letters.
    assertThat(Jsoup.parse(page("en", "persons.html")).select("[title='2 letters']")).hasSize(1);
    assertThat(Jsoup.parse(page("ar", "persons.html")).select("[title=رسالتان]")).hasSize(1);
  }

  @Test
  void namesStandInTheAlphabetOfTheLanguage() throws IOException {
    assertThat(Jsoup.parse(page("de", "persons.html")).select(".lp-entry-name").eachText())
        .containsExactly("Äbte", "Łoś", "Lund", "Zorn");
  }

  @Test
  void wordsOfTheInterfaceCannotEndAScript() throws IOException {
    assertThat(Files.readString(page("ar", "assets/js/words.js")))
        .contains("\\u0026 \\u003c/script\\u003e")
        .doesNotContain("</script");
  }

  @Test
  void aLanguageThatNobodySpeaksIsAFinding() {
    assertThat(run.said()).containsOnlyOnce("does not take \"xx\"").contains("xslt/locale/xx.xml");
    assertThat(site.resolve("xx")).doesNotExist();
  }

  @Test
  void aFileOfWordsThatIsBrokenIsAFindingWithItsLine() throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("tei"));
    Files.writeString(other.resolve("tei/l1.xml"), letter("l1", "1901-02-03"));
    Files.createDirectories(other.resolve("xslt/locale"));
    Files.writeString(
        other.resolve("xslt/locale/en.xml"), "<lp:locale xmlns:lp='x'>\n<lp:label>A & B");
    Run broken = Run.in(folder, "validate", "other");
    assertThat(broken.said()).contains("LP-LOCALE-001").contains("xslt/locale/en.xml:2:");
    assertThat(broken.status()).isEqualTo(1);
  }

  private static String date(String tag) throws IOException {
    return Jsoup.parse(page(tag, "letters/l1.html"))
        .selectFirst(".lp-letter-date")
        .text()
        .replace('\u00A0', ' ');
  }

  private static Path page(String tag, String path) {
    return site.resolve(tag.equals("en") ? path : tag + "/" + path);
  }

  private static void write(String path, String text) throws IOException {
    Path file = folder.resolve("edition").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String letter(String id, String date) {
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s" xml:lang="en"><teiHeader>
    <fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
    <sourceDesc><p>x</p></sourceDesc></fileDesc><profileDesc><correspDesc>
    <correspAction type="sent"><persName ref="#a">Łoś</persName><date when="%s"/></correspAction>
    </correspDesc></profileDesc></teiHeader>
    <text><body><p>Word<note>A note.</note>.</p></body></text></TEI>
    """
        .formatted(id, date);
  }
}
