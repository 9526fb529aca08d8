package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;
import org.letterpress.site.search.Folding;
import org.letterpress.site.search.FoundPage;
import org.letterpress.site.search.LetterWords;
import org.letterpress.site.search.Passage;
import org.letterpress.site.search.SmallIndex;
import org.letterpress.site.search.Tokens;

/** The search page, opened from disk in real Chromium. */
class SearchPageTest extends InChromium {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc>
        <titleStmt><title>%s</title></titleStmt><publicationStmt><p/></publicationStmt>
        <sourceDesc><p>Archive</p></sourceDesc></fileDesc>
        <profileDesc><correspDesc>
          <correspAction type="sent"><persName ref="#%s">%2$s</persName>
            <placeName>%s</placeName><date when="%s"/></correspAction>
          <correspAction type="received"><persName>Empfänger</persName></correspAction>
        </correspDesc></profileDesc></teiHeader>
        <text xml:lang="%s"><body>%s</body></text></TEI>
      """;

  private static final String PERSONS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Persons</title></titleStmt><publicationStmt><p/></publicationStmt>
        <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><listPerson>
        <person xml:id="anna"><persName>Anna &lt;b&gt; "A." Amsel</persName></person>
        <person xml:id="bert"><persName>Bert Buchfink</persName>
          <note>Uhrmacher in Ulm.</note></person>
        </listPerson></body></text></TEI>
      """;

  private static final String EDITION =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Letters of birds</title></titleStmt><publicationStmt><p/></publicationStmt>
        <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="preface">
        <head>Preface</head><p>The nightingale is missing.</p></div></body></text></TEI>
      """;

  @BeforeAll
  static void start() throws IOException {
    Path tei = folder.resolve("edition/tei");
    Files.createDirectories(tei.resolve("letters"));
    Files.createDirectories(tei.resolve("registers"));
    Files.writeString(tei.resolve("registers/persons.xml"), PERSONS);
    letter(
        "german",
        "Anna",
        "anna",
        "Weimar",
        "1790-05-01",
        "de",
        "<p>Liebſter Herr Müller, vnd das Iahr iſt lang: die Straße nach"
            + " <persName ref='#bert'>Bert</persName> führt durch den <del>Sumpf</del> <add>Wald</add>.<note>Ein Kommentar"
            + " zur Heerſtraße.</note></p><p>Der Wald ſteht ſchwarz; œuvre, ﬁn, café.</p>");
    letter("chinese", "Bert", "bert", "北京", "1958-01-24", "zh", "<p>毛泽东致金日成：东方红，太阳升。</p>");
    letter(
        "scripts",
        "Anna",
        "anna",
        "Wien",
        "1912-03-04",
        "en",
        "<p>שָׁלוֹם Λόγος миръ كِتَاب हिन्दी.</p><p>I hope you &lt;script&gt;alert(1)&lt;/script&gt; are"
            + " well.</p><p>"
            + "x".repeat(1000)
            + "</p>");
    for (int i = 0; i < 45; i++) {
      letter(
          "short" + i,
          i % 2 == 0 ? "Anna" : "Bert",
          i % 2 == 0 ? "anna" : "bert",
          i % 3 == 0 ? "Wien" : "Prag",
          1800 + i + "-01-01",
          "de",
          "<p>Nachricht Nummer " + i + (i == 7 ? ", Nachricht, Nachricht" : "") + " von mir.</p>");
    }
    Files.writeString(tei.resolve("edition.xml"), EDITION);
    build("edition", "site");
    Files.createDirectories(folder.resolve("empty/tei/letters"));
    build("empty", "empty-site");
  }

  private static void letter(
      String id, String name, String ref, String place, String day, String language, String text)
      throws IOException {
    Files.writeString(
        folder.resolve("edition/tei/letters/" + id + ".xml"),
        LETTER.formatted(id, name, ref, place, day, language, text));
  }

  private static void build(String edition, String site) {
    Run.in(folder.resolve(edition), "build", "--only", "html", "--out", folder.resolve(site) + "");
  }

  @BeforeEach
  void openTab() {
    open(new Browser.NewContextOptions());
  }

  private static String url(String path) {
    String file = path.replaceFirst("[?#].*", "");
    return folder.resolve(file).toUri() + path.substring(file.length());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void search(String query) {
    page.navigate(url("site/search.html?q=" + encoded(query)));
    settled();
  }

  private void settled() {
    page.waitForFunction(
        "() => !document.querySelector('#lp-search[aria-busy]')"
            + " && document.querySelector('.lp-facet, .lp-search-problem, #lp-search-status:not(:empty)')");
  }

  /** The names of the letters that were found, without those of which there are many. */
  private List<String> found() {
    return page.locator(".lp-result-title a").all().stream()
        .map(link -> link.getAttribute("href"))
        .map(href -> href.replaceFirst("letters/([^.]*)\\.html.*", "$1"))
        .toList();
  }

  private String status() {
    return page.locator("#lp-search-status").textContent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "liebster|german|Liebſter",
        "MULLER|german|Müller",
        "Mueller|german|Müller",
        "müller|german|Müller",
        "und jahr|german|vnd",
        "strasse|german|Straße",
        "heerstrasse|german|Heerſtraße",
        "oeuvre|german|œuvre",
        "fin|german|ﬁn",
        "cafe|german|café",
        "\"Wald steht schwarz\"|german|Wald ſteht ſchwarz",
        "heer*|german|Heerſtraße",
        "金日成|chinese|金日成",
        "东|chinese|东",
        "\"毛泽东 致\"|chinese|毛泽东致",
        "שלום|scripts|שָׁלוֹם",
        "λογος|scripts|Λόγος",
        "мир|scripts|миръ",
        "كتاب|scripts|كِتَاب",
        "हिन्दी|scripts|हिन्दी"
      })
  void wordsAreFoundInAllTheirSpellings(String query, String letter, String marked) {
    search(query);
    assertThat(found()).containsExactly(letter);
    assertThat(page.locator(".lp-result mark").allTextContents()).contains(marked);
  }

  @Test
  void aPhraseNeedsItsWordsOneAfterTheOther() {
    search("\"schwarz steht\"");
    assertThat(found()).isEmpty();
    assertThat(status()).isEqualTo("No page has all this.");
    search("schwarz steht");
    assertThat(found()).containsExactly("german");
    search("日毛");
    assertThat(found()).isEmpty();
  }

  @Test
  void aWordOfTheDiplomaticViewAloneLeadsThere() {
    page.navigate(url("site/search.html?q=sumpf"));
    settled();
    assertThat(status()).isEqualTo("1 letter");
    assertThat(page.locator(".lp-snippet-part").textContent()).isEqualTo("Diplomatic text");
    page.locator(".lp-snippet a").click();
    page.waitForURL("**/diplomatic/german.html?*");
    assertThat(page.locator(".lp-reading del mark, .lp-reading mark del").textContent())
        .isEqualTo("Sumpf");
  }

  @ParameterizedTest
  @CsvSource({
    "uhrmacher, Bert Buchfink, Person, persons/bert.html",
    "nightingale, Letters of birds, Text of the edition, index.html"
  })
  void registersAndOtherTextsAreFound(String query, String title, String what, String href) {
    page.navigate(url("site/search.html?q=" + query));
    settled();
    assertThat(status()).isEqualTo("1 result");
    assertThat(page.locator(".lp-result-title").textContent()).isEqualTo(title);
    assertThat(page.locator(".lp-result-date").textContent()).isEqualTo(what);
    page.locator(".lp-result-title a").click();
    page.waitForURL("**/" + href + "?*");
    assertThat(page.locator("main mark").first().textContent()).isEqualToIgnoringCase(query);
  }

  @Test
  void lettersAndRegistersAreToldApart() {
    page.navigate(url("site/search.html?q=bert"));
    settled();
    assertThat(status()).endsWith("results");
    page.locator(".lp-facet-of-kind a", new Page.LocatorOptions().setHasText("Registers")).click();
    page.waitForCondition(() -> status().equals("1 result"));
    assertThat(page.url()).contains("kind=entry");
  }

  @Test
  void whatIsExcludedIsNotFound() {
    search("nachricht -nummer");
    assertThat(found()).isEmpty();
    search("nachricht -\"nummer 3\" sort");
    assertThat(found()).isEmpty();
    search("nummer -\"nummer 7\"");
    assertThat(status()).isEqualTo("44 letters");
  }

  @Test
  void whatSaysMoreOfAWordComesFirstUnlessTheDateDecides() {
    search("nachricht");
    assertThat(status()).isEqualTo("45 letters");
    assertThat(found().get(0)).isEqualTo("short7");
    page.locator(".lp-search-sorting a").nth(1).click();
    settled();
    page.waitForCondition(() -> found().get(0).equals("short0"));
    assertThat(page.url()).endsWith("?q=nachricht&sort=date");
    assertThat(page.locator(".lp-search-sorting a[aria-current]").textContent())
        .isEqualTo("by date");
  }

  @Test
  void moreLettersAreShownOnDemandAndTheAddressSaysSo() {
    search("nachricht");
    assertThat(found()).hasSize(20);
    page.locator(".lp-search-more").click();
    page.waitForCondition(() -> found().size() == 40);
    assertThat(page.url()).contains("n=40");
    assertThat(page.evaluate("() => document.activeElement.closest('.lp-result') !== null"))
        .isEqualTo(true);
    page.reload();
    settled();
    assertThat(found()).hasSize(40);
  }

  @Test
  void facetsNarrowWithTheirCountsAndTheWayBack() {
    search("nachricht");
    assertThat(facet("correspondent"))
        .containsExactly("Empfänger 45", "Anna <b> \"A.\" Amsel 23", "Bert Buchfink 22");
    assertThat(facet("place")).containsExactly("Prag 30", "Wien 15");
    choose("place", "Wien");
    page.waitForCondition(() -> status().equals("15 letters"));
    assertThat(page.url()).endsWith("?q=nachricht&place=Wien");
    // A letter is written at one place: another choice widens, so its count stays.
    assertThat(facet("place")).containsExactly("Prag 30", "Wien 15");
    choose("correspondent", "Bert");
    page.waitForCondition(() -> status().equals("7 letters"));
    assertThat(page.url()).contains("correspondent=bert");
    assertThat(facet("correspondent")).containsExactly("Empfänger 7", "Bert Buchfink 7");
    choose("place", "Prag");
    page.waitForCondition(() -> status().equals("22 letters"));
    page.goBack();
    page.waitForCondition(() -> status().equals("7 letters"));
    page.goBack();
    page.waitForCondition(() -> status().equals("15 letters"));
    page.goForward();
    page.waitForCondition(() -> status().equals("7 letters"));
    choose("correspondent", "Bert");
    page.waitForCondition(() -> status().equals("15 letters"));
    assertThat(page.url()).doesNotContain("correspondent");
  }

  @Test
  void withoutAQueryTheFacetsOfTheWholeEditionAreThere() {
    page.navigate(url("site/search.html"));
    settled();
    assertThat(facet("person")).containsExactly("Bert Buchfink 1");
    assertThat(facet("language")).containsExactly("German 46", "English 1", "Chinese 1");
    assertThat(facet("year")).hasSize(48).startsWith("1790 1").endsWith("1958 1");
    choose("person", "Bert");
    page.waitForCondition(() -> found().equals(List.of("german")));
    assertThat(page.locator(".lp-snippet").textContent()).startsWith("Liebſter Herr Müller");
  }

  private List<String> facet(String facet) {
    return page.locator(".lp-facet-of-" + facet + " .lp-facet-value").allTextContents();
  }

  private void choose(String facet, String name) {
    page.locator(".lp-facet-of-" + facet + " .lp-facet-value")
        .filter(new Locator.FilterOptions().setHasText(name))
        .click();
  }

  @Test
  void aHitLeadsToItsPlaceAndIsMarkedThere() {
    search("heerstrasse");
    assertThat(page.locator(".lp-snippet-part").textContent()).isEqualTo("Note");
    page.locator(".lp-snippet a").click();
    assertThat(page.url()).contains("letters/german.html?mark=").contains("#");
    assertThat(page.locator(":target mark.lp-hit").textContent()).isEqualTo("Heerſtraße");
    page.goBack();
    settled();
    assertThat(page.locator("#lp-search-words").inputValue()).isEqualTo("heerstrasse");
    search("\"wald steht\"");
    page.locator(".lp-result-title a").click();
    assertThat(page.locator("mark.lp-hit").textContent()).isEqualTo("Wald ſteht");
    assertThat(page.locator("mark.lp-hit").boundingBox().y).isBetween(0.0, 800.0);
  }

  @Test
  void theFieldInTheHeaderLeadsHere() {
    page.navigate(url("site/letters/german.html"));
    page.locator(".lp-site-search input").fill("金日成");
    page.locator(".lp-site-search input").press("Enter");
    page.waitForURL(address -> address.contains("search.html?q="));
    settled();
    assertThat(found()).containsExactly("chinese");
  }

  @Test
  void everythingIsReachedWithTheKeyboard() {
    page.navigate(url("site/search.html"));
    page.locator("#lp-search-words").focus();
    page.keyboard().type("nachricht");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> status().equals("45 letters"));
    settled();
    page.locator(".lp-facet-of-place .lp-facet-value").first().focus();
    page.keyboard().press("Enter");
    page.waitForCondition(() -> status().equals("30 letters"));
    page.waitForCondition(
        () ->
            page.evaluate("() => document.activeElement.textContent")
                .toString()
                .startsWith("Prag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\" ' \\ / .* [a-z]+ (?: $& {1}",
        "— … * - \"\"",
        "😀 🇨🇳",
        "-",
        "\"",
        "-\"",
        "*",
        "=year:1790",
        "%00 %zz"
      })
  void noQueryBreaksThePage(String query) {
    page.navigate(url("site/search.html"));
    settled();
    page.locator("#lp-search-words").fill(query);
    page.locator("#lp-search-words").press("Enter");
    page.waitForFunction("() => document.getElementById('lp-search-status').textContent !== ''");
    settled();
    assertThat(page.locator("#lp-search script").count()).isZero();
    assertThat(page.locator(".lp-search-problem").count()).isZero();
  }

  @Test
  void wordsThatLookLikeMarkupAreFoundAndShownAsText() {
    search("script alert");
    assertThat(found()).containsExactly("scripts");
    assertThat(page.locator(".lp-snippet").first().textContent())
        .contains("<script>alert(1)</script>");
  }

  @Test
  void aQueryOfTenThousandSignsIsAnsweredForItsBeginning() {
    page.navigate(url("site/search.html"));
    settled();
    page.locator("#lp-search-words").fill("nachricht ".repeat(1000));
    page.locator("#lp-search-words").press("Enter");
    page.waitForCondition(() -> status().startsWith("45 letters"));
    assertThat(status()).contains("Only the beginning");
  }

  @Test
  void aWordOfAThousandLettersIsFound() {
    search("x".repeat(1000));
    assertThat(found()).containsExactly("scripts");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path words = folder.resolve("site/assets/search/words");
    Path away = folder.resolve("words-away");
    Files.move(words, away);
    try {
      search("nachricht");
      assertThat(status()).contains("could not be loaded").contains("assets/search/words/");
      assertThat(page.locator(".lp-search-problem").count()).isEqualTo(1);
      assertThat(tab.errors()).allMatch(error -> error.contains("ERR_FILE_NOT_FOUND"));
      tab.errors().clear();
    } finally {
      Files.move(away, words);
    }
    // The file is there again: the same page finds it.
    page.locator("#lp-search-words").press("Enter");
    page.waitForCondition(() -> status().equals("45 letters"));
  }

  @Test
  void anEditionWithoutLettersSaysSo() {
    page.navigate(url("empty-site/search.html?q=anything"));
    page.waitForCondition(() -> status().equals("No page has all this."));
    page.navigate(url("empty-site/search.html"));
    page.waitForCondition(() -> status().equals("This edition has no letters yet."));
  }

  @Test
  void withoutScriptsThePageLeadsToTheLists() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(url("site/search.html?q=nachricht"));
    assertThat(page.locator("noscript a, .lp-search-lists a").count()).isPositive();
    page.locator("main a[href='letters.html']").first().click();
    assertThat(page.locator("h1").textContent()).isEqualTo("Letters");
  }

  @Test
  void withoutStorageItIsTheSame() {
    page.addInitScript(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])"
            + " Object.defineProperty(window, name,"
            + " { get() { throw new DOMException('off', 'SecurityError'); } });");
    search("nachricht");
    assertThat(status()).isEqualTo("45 letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNoBarrier(String scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(ColorScheme.valueOf(scheme.toUpperCase())));
    search("wald");
    settled();
    AxeResults results = new AxeBuilder(page).analyze();
    // Fetching style sheets once more is what axe does by itself; from disk it may not.
    tab.errors().clear();
    assertThat(results.getViolations().stream().map(rule -> rule.getId() + ": " + rule.getHelp()))
        .isEmpty();
  }

  @Test
  void theNarrowestScreenIsWideEnough() {
    page.setViewportSize(320, 800);
    search("nachricht");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
        .isEqualTo(0);
    page.locator(".lp-search-to-facets a").click();
    assertThat(page.locator(".lp-facet-title").first().boundingBox().y).isLessThan(800);
  }

  @Test
  void thePageFoldsAndCutsWordsAsTheIndexDoes() throws IOException {
    List<String> words = new ArrayList<>();
    for (int sign = 'a'; sign <= 0x323AF; sign++) {
      // Ideographs and syllables are many and alike.
      boolean many =
          (sign > 0x4E80 && sign < 0x9F80)
              || (sign > 0xAC80 && sign < 0xD700)
              || (sign > 0x17000 && sign < 0x18D00)
              || sign > 0x20080;
      if (Character.isLetterOrDigit(sign) && !many) {
        words.add(Character.toString(sign));
        words.add("u" + Character.toString(sign) + "e\u0301");
      }
    }
    for (int mark = 0x300; mark < 0x370; mark++) {
      words.add("Ga" + (char) mark + "U" + (char) mark + "\u0301o\u0301" + (char) mark);
    }
    words.add("x".repeat(200));
    words.add("a" + "\uD800\uDF30".repeat(100));
    page.navigate(url("site/search.html"));
    Object forms = page.evaluate("words => words.map(letterpress.search.forms)", words);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!Folding.forms(words.get(i)).equals(((List<?>) forms).get(i))) {
        differing.add(
            words.get(i) + ": " + Folding.forms(words.get(i)) + " " + ((List<?>) forms).get(i));
      }
    }
    assertThat(differing).isEmpty();
    List<String> texts =
        new ArrayList<>(
            List.of(
                "毛泽东，1958年。か\u3099く東 京 abc中文def น้ำใจ\u0301x",
                "Wald\u00ADweg “Don't” l’amour 1½ 𝔄b 𠀀𠀁",
                "שָׁלוֹם, كِتَابٌ · हिन्दी"));
    Random random = new Random(5);
    int[] signs = {'a', 'ü', ' ', '-', 0x301, 0x4E00, 0x4E8C, 0xAD, 0xE01, 0xE31, 0x3099, '1'};
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.appendCodePoint(signs[random.nextInt(signs.length)]);
      }
      texts.add(text.toString());
    }
    Object cut =
        page.evaluate(
            "texts => texts.map(text => JSON.stringify(letterpress.search.tokens(text)"
                + ".map(token => [token.start, token.end, token.forms])))",
            texts);
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < texts.size(); i++) {
      List<List<Object>> ours =
          new Tokens()
              .of(texts.get(i)).stream()
                  .map(token -> List.<Object>of(token.start(), token.end(), token.forms()))
                  .toList();
      assertThat(((List<?>) cut).get(i)).as(texts.get(i)).isEqualTo(json.writeValueAsString(ours));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the of and to in", "\"of the\"", "t* s*", "w1235", "\"the of\" -\"of the\" w*"})
  void ofTenThousandLettersAFirstResultComesWithLessThanThreeHundredKilobytes(String query)
      throws IOException {
    Path site = large();
    // What is loaded is written down until the first result stands there, and not until we see it.
    page.addInitScript(
        "window.lpLoaded = []; new MutationObserver(records => {"
            + " for (const record of records) for (const node of record.addedNodes) {"
            + "  if (window.lpFirst || node.nodeType !== 1) continue;"
            + "  if (node.src || node.rel === 'stylesheet') lpLoaded.push(node.src || node.href);"
            + "  if (document.querySelector('.lp-result')) window.lpFirst = lpLoaded.slice(); }"
            + "}).observe(document, { childList: true, subtree: true });");
    page.navigate(
        site.resolve("search.html").toUri() + "?q=" + encoded(query),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForFunction("() => window.lpFirst");
    long bytes = Files.size(site.resolve("search.html"));
    int shards = 0;
    for (Object name : (List<?>) page.evaluate("() => window.lpFirst")) {
      String address = name.toString().replaceFirst("[?#].*", "");
      bytes += Files.size(Path.of(URI.create(address)));
      shards += address.contains("/assets/search/") ? 1 : 0;
    }
    // The index above, the dictionary, a list, a text at least.
    assertThat(shards).isGreaterThanOrEqualTo(4);
    assertThat(bytes).as(query).isLessThan(300_000);
  }

  private static Path large;

  /** A search page above the index of ten thousand letters, whose words are as frequent as ours. */
  private static synchronized Path large() throws IOException {
    if (large != null) {
      return large;
    }
    large = folder.resolve("large");
    Path site = folder.resolve("site");
    try (var files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = site.relativize(file).toString();
        boolean wanted = path.equals("search.html") || !path.endsWith(".html");
        if (wanted && !path.startsWith("assets/search")) {
          copy(file, large.resolve(path));
        }
      }
    }
    List<SmallIndex.Page> pages = new ArrayList<>();
    Tokens tokens = new Tokens();
    Random random = new Random(10_000);
    String[] frequent = "the of and to in that was his it with".split(" ");
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 0; n < 300; n++) {
        // Zipf: the word of rank r is as frequent as 1/r.
        int rank = (int) Math.exp(random.nextDouble() * Math.log(200_000));
        text.append(
                rank <= frequent.length ? frequent[rank - 1] : "tsw".charAt(rank % 3) + "" + rank)
            .append(n % 40 == 39 ? ". " : " ");
      }
      pages.add(
          new SmallIndex.Page(
              new FoundPage(
                  FoundPage.Kind.LETTER,
                  "letters/l" + i + ".html",
                  "Letter " + i,
                  "1 January 1900",
                  Map.of()),
              LetterWords.of(
                  List.of(new Passage("p-1", Passage.Part.TEXT, text.toString().strip())),
                  tokens)));
    }
    SmallIndex.write(
        pages,
        (path, key, bytes) -> {
          Files.createDirectories(large.resolve(path).getParent());
          Files.write(large.resolve(path), bytes);
        });
    return large;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
