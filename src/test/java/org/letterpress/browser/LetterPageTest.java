package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;

/** The built site, opened from disk in real Chromium. */
class LetterPageTest extends InChromium {
  private static final String LETTER = "letters/l1958-01-24.html";
  private static final Path HAZARDS = Path.of("src/test/resources/hazards");

  @BeforeAll
  static void start() {
    Run.in(
        Path.of("").toAbsolutePath(),
        "build",
        "--only",
        "html",
        "--out",
        folder.resolve("s").toString());
    for (String hazard : List.of("transcription", "parallel-texts", "letter-parts")) {
      Run.in(
          HAZARDS.resolve(hazard).toAbsolutePath(),
          "build",
          "--only",
          "html",
          "--out",
          folder.resolve("s-" + hazard).toString());
    }
  }

  @BeforeEach
  void openTab() {
    open(true);
  }

  @Test
  void aNoteIsReachedAndLeadsBack() {
    page.navigate(url(LETTER));
    page.locator("article a[href='#l1958-01-24-n2'], main a[href='#l1958-01-24-n2']")
        .first()
        .click();
    assertThat(page.url()).endsWith("#l1958-01-24-n2");
    assertThat(page.locator("#l1958-01-24-n2").textContent()).contains("Geneva Conference");
    page.locator("a[href='#l1958-01-24-n2-call']").first().click();
    assertThat(page.url()).endsWith("#l1958-01-24-n2-call");
    assertThat(page.locator("#l1958-01-24-n2-call").count()).isEqualTo(1);
  }

  @Test
  void wordsOfALineStandInIt() {
    page.navigate(url(LETTER));
    page.locator(".lp-reading .lp-choice").first().waitFor();
    assertThat(
            page.evaluate(
                "() => [...new Set([...document.querySelectorAll('.lp-reading p span')].map(e =>"
                    + " getComputedStyle(e).display))].join()"))
        .isEqualTo("inline");
  }

  @Test
  void aPersonIsReachedAndHerMentionsLeadBack() {
    page.navigate(url(LETTER));
    page.locator("main a[href*='persons/syngman-rhee.html']").first().click();
    assertThat(page.locator("h1").textContent()).contains("Syngman Rhee");
    page.locator("main a[href*='l1958-01-24.html#m-']").first().click();
    assertThat(page.url()).contains("l1958-01-24.html#m-");
    String anchor = page.url().substring(page.url().indexOf('#'));
    assertThat(page.locator(anchor).textContent()).contains("Rhee");
  }

  @Test
  void everythingCanBeReadWithoutScripts() {
    open(false);
    page.navigate(url(LETTER));
    assertThat(page.locator("main").textContent())
        .contains("Both letters of December 16", "Panmunjom", "Printed from originals");
    page.locator("a[href='#l1958-01-24-n1']").first().click();
    assertThat(page.locator("#l1958-01-24-n1").isVisible()).isTrue();
  }

  @Test
  void noLinkOfAnyPageLeadsToNothing() throws Exception {
    Path site = folder.resolve("s");
    List<String> broken = new ArrayList<>();
    try (var files = Files.walk(site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        page.navigate(file.toUri().toString());
        Object hrefs =
            page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)");
        for (Object href : (List<?>) hrefs) {
          String address = href.toString();
          String bare = address.replaceFirst("[?#].*$", "");
          boolean made = !bare.endsWith(".pdf") && !bare.endsWith(".xml") && !bare.endsWith(".txt");
          if (bare.startsWith("file:") && made) {
            Path target = Path.of(java.net.URI.create(bare));
            String id = address.contains("#") ? address.substring(address.indexOf('#') + 1) : "";
            if (!Files.exists(target)) {
              broken.add(file.getFileName() + " -> " + address);
            } else if (!id.isEmpty() && !Files.readString(target).contains("id=\"" + id + "\"")) {
              broken.add(file.getFileName() + " -> " + address);
            }
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1280})
  void noPageIsWiderThanItsWindow(int width) {
    page.setViewportSize(width, 800);
    for (String path :
        List.of(
            LETTER,
            "index.html",
            "persons.html",
            "letters.html",
            "../s-transcription/diplomatic/hand.html",
            "../s-parallel-texts/letters/paar.html",
            "../s-letter-parts/letters/teile.html")) {
      page.navigate(url(path));
      Object overflow =
          page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
      assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LETTER,
        "index.html",
        "letters.html",
        "persons.html",
        "persons/mao-zedong.html",
        "../s-transcription/letters/hand.html",
        "../s-transcription/diplomatic/hand.html",
        "../s-parallel-texts/letters/paar.html",
        "../s-letter-parts/letters/teile.html"
      })
  void axeFindsNoBarrier(String path) {
    page.navigate(url(path));
    assertThat(tab.errors()).isEmpty();
    AxeResults results = new AxeBuilder(page).analyze();
    // Fetching style sheets once more is what axe does by itself; from disk it may not.
    tab.errors().clear();
    assertThat(results.getViolations().stream().map(rule -> rule.getId() + ": " + rule.getHelp()))
        .isEmpty();
  }

  @Test
  void theKeyExplainsTheSignsThatStandInTheText() {
    page.navigate(url("../s-transcription/diplomatic/hand.html"));
    assertThat(page.locator(".lp-sign-key dd").allTextContents())
        .containsExactly(
            "deleted",
            "added",
            "supplied by the editors",
            "uncertain reading",
            "one of several possible readings",
            "gap in the text",
            "superfluous",
            "damaged",
            "read otherwise in the reading text",
            "change of hand",
            "a page begins");
    page.navigate(url("../s-transcription/letters/hand.html"));
    assertThat(page.locator(".lp-sign-key dd").allTextContents())
        .contains("uncertain reading", "change of hand")
        .doesNotContain("deleted", "added", "superfluous");
    page.navigate(url("../s-letter-parts/letters/teile.html"));
    assertThat(page.locator(".lp-sign-key").count()).isZero();
  }

  @Test
  void theDiplomaticTextShowsWhatIsDeletedAndAdded() {
    page.navigate(url("../s-transcription/diplomatic/hand.html"));
    assertThat(
            page.evaluate(
                "() => getComputedStyle(document.querySelector('.lp-reading del'))"
                    + ".textDecorationLine"))
        .isEqualTo("line-through");
    assertThat(
            page.evaluate(
                "() => getComputedStyle(document.querySelector('.lp-reading ins'), '::before')"
                    + ".content"))
        .isEqualTo("\"‹\"");
    assertThat(
            page.evaluate(
                "() => getComputedStyle(document.querySelector('.lp-reading')).textAlign"))
        .isEqualTo("start");
  }

  @Test
  void versionsStandSideBySideWhereThereIsRoomAndBelowEachOtherElsewhere() {
    String tops =
        "() => [...document.querySelectorAll('.lp-version')]"
            + ".map(v => Math.round(v.getBoundingClientRect().top))";
    page.setViewportSize(1280, 800);
    page.navigate(url("../s-parallel-texts/letters/paar.html"));
    List<?> wide = (List<?>) page.evaluate(tops);
    assertThat(wide).hasSize(2);
    assertThat(wide.get(0)).isEqualTo(wide.get(1));
    page.setViewportSize(390, 800);
    List<?> narrow = (List<?>) page.evaluate(tops);
    assertThat(narrow.get(0)).isNotEqualTo(narrow.get(1));
  }

  @Test
  void noPageLoadsAnythingFromAnotherHost() {
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(url(LETTER));
    page.navigate(url("index.html"));
    assertThat(requests).isNotEmpty().allMatch(address -> address.startsWith("file:"));
  }

  private void open(boolean scripts) {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
  }

  private static String url(String path) {
    return folder.resolve("s").resolve(path).normalize().toUri().toString();
  }
}
