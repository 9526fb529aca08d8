package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;

/**
 * What every kind of page has to keep, whoever made it: one page of each kind is found by walking
 * the sites of our edition, of one that has every kind, and of one full of bad input in two
 * languages.
 */
class PagesTest extends InChromium {
  /** As many kilobytes of script as a letter's page may load. */
  private static final int MOST_SCRIPT = 60;

  /** As many steps of the keyboard as are looked at on one page. */
  private static final int MOST_STEPS = 40;

  private static final String LETTER = "own/letters/l1958-01-24.html";

  private static final Pattern KIND = Pattern.compile("<body class=\"lp-page lp-page-([^ \"]+)");

  /** What makes a page of a kind another one, by its name or by what stands in it. */
  private static final List<String> VARIANTS =
      List.of("lp-versions", "lp-sheets", "lp-sign-key", "lang=\"he\"", "lang=\"zh\"");

  private static final Pattern INITIAL = Pattern.compile("whole/persons-.*");

  /** The kinds that have to be there, so that none goes untried. */
  private static final List<String> EXPECTED =
      List.of(
          "index",
          "letter",
          "letter diplomatic lp-sign-key",
          "letter lp-versions",
          "letter lp-sheets",
          "letter lang=\"he\"",
          "letter lang=\"zh\"",
          "volume",
          "letters",
          "calendar",
          "calendar-year",
          "correspondents",
          "correspondent",
          "unknown-correspondents",
          "written-at",
          "place-of-writing",
          "persons",
          "persons initial",
          "places",
          "orgs",
          "events",
          "works",
          "entry",
          "entry further",
          "map",
          "network",
          "statistics",
          "search",
          "missing");

  /** Of the other sites what is another page there: our own letter, bad input, right to left. */
  private static final Map<String, Pattern> SITES =
      Map.of(
          "whole", Pattern.compile(".*"),
          "own", Pattern.compile("letter.*"),
          "bad", Pattern.compile("(index|letter .*|entry|persons|correspondents|network)"),
          "bad/ar", Pattern.compile("(index|letter|entry|calendar|statistics|search|network)"));

  private static ImageServer server;
  private static final Map<String, String> PAGES = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    server = new ImageServer(folder);
    Path here = Path.of("").toAbsolutePath();
    Run.in(here, "build", "--only", "html", "--out", folder.resolve("own").toString());
    WholeEdition.write(folder.resolve("whole-edition"));
    Run.in(folder, "build", "whole-edition", "--only", "html", "--out", "whole");
    BadEdition.write(folder.resolve("bad-edition"));
    Run.in(folder, "build", "bad-edition", "--only", "html", "--out", "bad");
    for (Map.Entry<String, Pattern> site : SITES.entrySet()) {
      try (Stream<Path> files = Files.walk(folder.resolve(site.getKey()))) {
        for (Path file : files.filter(PagesTest::isPage).sorted().toList()) {
          String path = folder.relativize(file).toString();
          String kind = kind(site.getKey(), path, Files.readString(file));
          if (site.getValue().matcher(kind).matches()
              && path.startsWith("bad/ar") == site.getKey().equals("bad/ar")) {
            PAGES.putIfAbsent(site.getKey() + " " + kind, path);
          }
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void openTab() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  /**
   * What goes wrong on a page is judged with that page; images that are not there are asked for.
   */
  @AfterEach
  @Override
  void closeTab() {
    if (tab != null) {
      tab.errors().clear();
    }
    super.closeTab();
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".html");
  }

  private static String kind(String site, String path, String html) {
    Matcher name = KIND.matcher(html);
    if (!name.find()) {
      return "unknown";
    }
    List<String> kind = new ArrayList<>(List.of(name.group(1)));
    if (path.contains("/diplomatic/")) {
      kind.add("diplomatic");
    } else if (html.contains("class=\"lp-part-previous")) {
      kind.add("further");
    } else if (INITIAL.matcher(path).matches()) {
      kind.add("initial");
    }
    if (kind.get(0).equals("letter")) {
      VARIANTS.stream().filter(html::contains).forEach(kind::add);
      // Each bad letter is bad in its own way.
      if (site.equals("bad")) {
        kind.add(path);
      }
    }
    return String.join(" ", kind);
  }

  private static Collection<String> pages() {
    return PAGES.values();
  }

  @Test
  void everyKindOfPageIsTried() {
    assertThat(PAGES.keySet()).containsAll(EXPECTED.stream().map("whole "::concat).toList());
  }

  @Test
  void theNuCheckerAcceptsEveryKindOfPage() throws Exception {
    assumeTrue(NuChecker.isThere(), "the Nu checker is put into target/nu by Maven");
    SoftAssertions kept = new SoftAssertions();
    try (NuChecker checker = new NuChecker()) {
      for (String path : pages()) {
        kept.assertThat(checker.errors(folder.resolve(path))).as(path).isEmpty();
      }
    }
    kept.assertAll();
  }

  @Test
  void axeFindsNoBarrierInAnyTheme() {
    SoftAssertions kept = new SoftAssertions();
    for (String path : pages()) {
      // From a server: axe asks for the style sheet, which a page on disk may not.
      page.navigate(server.address() + "site/" + path);
      for (String theme : List.of("light", "sepia", "dark")) {
        page.evaluate("theme => document.documentElement.dataset.lpTheme = theme", theme);
        // In this mode no further tab is opened for each result.
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        if (!theme.equals("light")) {
          // Nothing but colours depends on the theme.
          axe.withRules(List.of("color-contrast"));
        }
        kept.assertThat(axe.analyze().getViolations().stream().map(PagesTest::told))
            .as(theme + " " + path)
            .isEmpty();
      }
    }
    kept.assertThat(tab.errors()).isEmpty();
    kept.assertAll();
  }

  private static String told(Rule rule) {
    return rule.getId() + " " + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
  }

  /** A narrow screen, and a wide one of a browser that is set to letters of twice the size. */
  @ParameterizedTest
  @CsvSource({"320, 16", "1280, 32"})
  void nothingIsCutOffOrHasToBeScrolledSideways(int width, int letters) {
    page.setViewportSize(width, 800);
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", letters);
    JsonObject wanted = new JsonObject();
    wanted.add("fontSizes", sizes);
    tab.context().newCDPSession(page).send("Page.setFontSizes", wanted);
    SoftAssertions kept = new SoftAssertions();
    for (String path : pages()) {
      page.navigate(url(path));
      kept.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
          .as(path)
          .isEqualTo(width);
      kept.assertThat(
              (List<?>)
                  page.evaluate(
                      "() => [...document.querySelectorAll('body *')].filter(e => {"
                          + " const s = getComputedStyle(e), b = e.getBoundingClientRect();"
                          + " return s.visibility === 'visible' && b.width > 2 && b.height > 2"
                          + " && /hidden|clip/.test(s.overflowX + s.overflowY)"
                          + " && e.textContent.trim() && s.clipPath === 'none'"
                          + " && (e.scrollWidth > e.clientWidth + 1"
                          + " || e.scrollHeight > e.clientHeight + 1)"
                          + " }).map(e => e.outerHTML.slice(0, 100))"))
          .as(path)
          .isEmpty();
    }
    kept.assertAll();
  }

  @Test
  void noPageComplainsOrAsksAnotherHost() {
    SoftAssertions kept = new SoftAssertions();
    for (String path : pages()) {
      page.navigate(url(path));
      kept.assertThat(tab.errors()).as(path).isEmpty();
      kept.assertThat(tab.requestsOfHosts()).as(path).isEmpty();
      tab.errors().clear();
    }
    kept.assertThat(tab.requests()).hasSizeGreaterThan(PAGES.size());
    kept.assertAll();
  }

  @Test
  void theKeyboardSeesWhereItIs() {
    SoftAssertions kept = new SoftAssertions();
    for (String path : pages()) {
      page.navigate(url(path));
      kept.assertThat(unseenFocus()).as(path).isEmpty();
    }
    kept.assertAll();
  }

  @Test
  void nothingMovesForThoseWhoWantNoMotion() {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    SoftAssertions kept = new SoftAssertions();
    for (String path : pages()) {
      page.navigate(url(path));
      if (page.locator("[data-lp-tool=settings]").isVisible()) {
        page.click("[data-lp-tool=settings]");
      }
      kept.assertThat(
              (List<?>)
                  page.evaluate(
                      "() => [...document.querySelectorAll('*')].filter(e => {"
                          + " const s = getComputedStyle(e);"
                          + " return parseFloat(s.animationDuration) > 0.01"
                          + " || parseFloat(s.transitionDuration) > 0.01"
                          + " || s.scrollBehavior === 'smooth' }).map(e => e.className)"))
          .as(path)
          .isEmpty();
    }
    kept.assertAll();
  }

  @Test
  void toolsAndFocusAreSeenInForcedColours() {
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    SoftAssertions kept = new SoftAssertions();
    for (String path :
        List.of(LETTER, "whole/network.html", "whole/map.html", "whole/search.html")) {
      page.navigate(url(path));
      kept.assertThat(unseenFocus()).as(path).isEmpty();
      kept.assertThat(
              page.evaluate(
                  "() => getComputedStyle(document.querySelector('.lp-tool-icon')).stroke"
                      + " !== getComputedStyle(document.body).backgroundColor"))
          .as(path)
          .isEqualTo(true);
    }
    kept.assertAll();
  }

  @Test
  void theTextIsTheSameWithoutScripts() {
    String text =
        "() => (document.querySelector('.lp-reading') || document.querySelector('main'))"
            + ".textContent.replace(/\\s+/g, ' ')";
    try (Tab plain = chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      SoftAssertions kept = new SoftAssertions();
      for (Map.Entry<String, String> kind : PAGES.entrySet()) {
        page.navigate(url(kind.getValue()));
        plain.page().navigate(url(kind.getValue()));
        // The search is the one page that is nothing but script, and says so.
        if (!kind.getKey().endsWith(" search")) {
          kept.assertThat(plain.page().evaluate(text))
              .as(kind.getKey())
              .isEqualTo(page.evaluate(text));
        }
        kept.assertThat(plain.page().locator("main").isVisible()).as(kind.getKey()).isTrue();
      }
      kept.assertAll();
    }
  }

  @Test
  void theScriptsOfALettersPageAreLight() throws IOException {
    page.navigate(url(LETTER));
    List<?> scripts =
        (List<?>) page.evaluate("() => [...document.scripts].map(s => s.src).filter(s => s)");
    assertThat(scripts).isNotEmpty();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object script : scripts) {
      try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
        zipped.write(Files.readAllBytes(Path.of(URI.create(script.toString()))));
      }
    }
    assertThat(bytes.size()).isLessThan(MOST_SCRIPT * 1000);
  }

  /** Notes stand beside their lines or below the text, never beside other lines. */
  @Test
  void aLetterWithTwoThousandNotesIsWholeAndUsable() {
    page.setViewportSize(1600, 900);
    page.navigate(url("bad/letters/notes.html"));
    assertThat(page.locator(".lp-note-list > .lp-note").count()).isGreaterThanOrEqualTo(2000);
    assertThat(page.locator("html.lp-margin-notes").count()).isZero();
    page.locator(".lp-note-call").nth(1500).click();
    assertThat(page.locator(".lp-popover").isVisible()).isTrue();
    assertThat(page.locator(".lp-popover").textContent()).contains("A note on this word");
    page.navigate(url(LETTER));
    page.waitForSelector("html.lp-margin-notes");
  }

  @Test
  void listsShowTheBeginningOfATitleWithoutEnd() {
    for (String path : List.of("bad/index.html", "bad/letters.html")) {
      page.navigate(url(path));
      assertThat(
              (List<?>)
                  page.evaluate(
                      "() => [...document.querySelectorAll('main li, main td')]"
                          + ".map(e => e.textContent.length).filter(n => n > 1200)"))
          .as(path)
          .isEmpty();
      assertThat(page.locator("main").textContent()).contains("A title without end. A …");
    }
    page.navigate(url("bad/letters/titled.html"));
    assertThat(page.locator(".lp-record").textContent())
        .contains("A title without end. ".repeat(99));
  }

  @Test
  void anImageThatIsNotThereLeavesItsDescription() {
    page.navigate(url("bad/letters/images.html"));
    assertThat(page.locator("main img, .lp-facs-opener").count()).isZero();
    assertThat(page.locator(".lp-reading").textContent()).contains("Before  behind.", "A tree");
    assertThat(tab.errors()).isEmpty();
  }

  /** Scripts that never come keep no page from being drawn. */
  @Test
  void noPageWaitsForAScript() {
    SoftAssertions kept = new SoftAssertions();
    for (String path : pages()) {
      try (Tab waiting = chromium.open()) {
        waiting.context().route("**/*.js", route -> {});
        waiting
            .page()
            .navigate(
                server.address() + "site/" + path,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        // Fails after the patience of a tab where the page waits.
        waiting
            .page()
            .waitForFunction(
                "() => performance.getEntriesByName('first-contentful-paint').length === 1");
        kept.assertThat(waiting.page().locator("main").isVisible()).as(path).isTrue();
        kept.assertThat(
                (List<?>)
                    waiting
                        .page()
                        .evaluate(
                            "() => [...document.querySelectorAll('script')].filter(s =>"
                                + " !s.async && !s.defer && !/json/.test(s.type))"
                                + ".map(s => s.outerHTML)"))
            .as(path)
            .isEmpty();
      }
    }
    kept.assertAll();
  }

  /** Where the lines of a letter stand does not depend on scripts, and they do not move. */
  @ParameterizedTest
  @ValueSource(ints = {390, 1280, 1600})
  void aLetterIsLaidOutWithoutScripts(int width) {
    String lines =
        "() => [...document.querySelectorAll('h1, .lp-reading p, .lp-reading .lp-note-call')]"
            + ".map(e => { const b = e.getBoundingClientRect(); return"
            + " [b.left, b.top + scrollY, b.width, b.height].map(Math.round).join() })";
    Browser.NewContextOptions size = new Browser.NewContextOptions().setViewportSize(width, 900);
    try (Tab with = chromium.open(size);
        Tab without = chromium.open(size.setJavaScriptEnabled(false))) {
      for (String path :
          List.of(LETTER, "whole/letters/hebrew.html", "whole/letters/sheets.html")) {
        without.page().navigate(server.address() + "site/" + path);
        with.page().navigate(server.address() + "site/" + path);
        with.page().evaluate("() => document.fonts.ready.then(() => 0)");
        without.page().waitForTimeout(300);
        with.page().waitForTimeout(300);
        assertThat((List<?>) without.page().evaluate(lines)).as(path).isNotEmpty();
        assertThat(with.page().evaluate(lines)).as(path).isEqualTo(without.page().evaluate(lines));
      }
    }
  }

  @Test
  void nothingInALetterRunsAsCode() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("bad"))) {
      for (Path file : files.filter(PagesTest::isPage).toList()) {
        page.navigate(file.toUri().toString());
        assertThat(
                (List<?>)
                    page.evaluate(
                        "() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]"
                            + ".filter(a => /^on/.test(a.name)"
                            + " || /^\\s*(javascript|vbscript|data:text)/i.test(a.value))"
                            + ".map(a => a.name + '=' + a.value))"))
            .as(file.toString())
            .isEmpty();
        assertThat(page.evaluate("() => window.hacked")).isNull();
      }
    }
  }

  /** What the keyboard reaches and does not see that it does. */
  private List<String> unseenFocus() {
    List<String> unseen = new ArrayList<>();
    for (int i = 0; i < MOST_STEPS; i++) {
      page.keyboard().press("Tab");
      String found =
          page.evaluate(
                  "() => { const e = document.activeElement, s = getComputedStyle(e),"
                      + " b = e.getBoundingClientRect();"
                      + " if (e === document.body) return 'end';"
                      + " const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;"
                      + " const seen = b.width > 0 && b.bottom > 0 && b.top < innerHeight;"
                      + " return ring && seen ? '' : e.outerHTML.slice(0, 120) }")
              .toString();
      if (found.equals("end")) {
        return unseen;
      }
      if (!found.isEmpty()) {
        unseen.add(found);
      }
    }
    return unseen;
  }

  private static String url(String path) {
    return folder.resolve(path).toUri().toString();
  }
}
