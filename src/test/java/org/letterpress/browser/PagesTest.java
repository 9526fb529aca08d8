package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/**
 * What every kind of page has to keep, whoever made it: one page of each kind is found by walking
 * the site of our edition and that of an edition full of bad input, in two languages.
 */
class PagesTest {
  /** As many kilobytes of script as a letter's page may load. */
  private static final int MOST_SCRIPT = 60;

  private static final Pattern KIND = Pattern.compile("<body class=\"lp-page lp-page-([^ \"]+)");

  @TempDir static Path folder;

  private static Chromium chromium;

  private BrowserContext context;
  private Page page;
  private final List<String> errors = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    chromium = new Chromium();
    Run.in(
        Path.of("").toAbsolutePath(),
        "build",
        "--only",
        "html",
        "--out",
        folder.resolve("own").toString());
    BadEdition.write(folder.resolve("edition"));
    Run.in(folder, "build", "edition", "--only", "html", "--out", "bad");
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  @AfterEach
  void close() {
    context.close();
  }

  static Stream<String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (String site : List.of("own", "bad", "bad/ar")) {
      try (Stream<Path> files = Files.walk(folder.resolve(site))) {
        for (Path file : files.filter(PagesTest::isPage).sorted().toList()) {
          Matcher kind = KIND.matcher(Files.readString(file));
          String path = folder.relativize(file).toString();
          if (kind.find() && (site.contains("/") || !path.startsWith("bad/ar"))) {
            boolean every = site.equals("bad") && kind.group(1).equals("letter");
            pages.putIfAbsent(site + " " + kind.group(1) + (every ? path : ""), path);
          }
        }
      }
    }
    return pages.values().stream().distinct();
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".html");
  }

  @Test
  void theNuCheckerAcceptsEveryKindOfPage() throws Exception {
    assumeTrue(NuChecker.isThere(), "the Nu checker is put into target/nu by Maven");
    try (NuChecker checker = new NuChecker()) {
      SoftAssertions kept = new SoftAssertions();
      for (String path : pages().toList()) {
        kept.assertThat(checker.errors(folder.resolve(path))).as(path).isEmpty();
      }
      kept.assertAll();
    }
  }

  @Test
  void nothingMovesForThoseWhoWantNoMotion() {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(url("own/letters/l1958-01-24.html"));
    page.click("[data-lp-tool=settings]");
    assertThat(
            (List<?>)
                page.evaluate(
                    "() => [...document.querySelectorAll('*')].filter(e => {"
                        + " const s = getComputedStyle(e);"
                        + " return parseFloat(s.animationDuration) > 0.01"
                        + " || parseFloat(s.transitionDuration) > 0.01"
                        + " || s.scrollBehavior === 'smooth' }).map(e => e.className)"))
        .isEmpty();
  }

  @Test
  void toolsAndFocusAreSeenInForcedColours() {
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    page.navigate(url("own/letters/l1958-01-24.html"));
    assertThat(unseenFocus(14)).isEmpty();
    assertThat(
            page.evaluate(
                "() => getComputedStyle(document.querySelector('.lp-tool-icon')).stroke"
                    + " !== getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(true);
  }

  @Test
  void theTextIsTheSameWithoutScripts() {
    String text = "() => document.querySelector('.lp-reading').textContent";
    page.navigate(url("own/letters/l1958-01-24.html"));
    Object with = page.evaluate(text);
    context.close();
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(url("own/letters/l1958-01-24.html"));
    assertThat(page.locator(".lp-reading").textContent()).isEqualTo(with);
    assertThat(page.locator(".lp-reading").isVisible()).isTrue();
  }

  @Test
  void theScriptsOfALettersPageAreLight() throws IOException {
    page.navigate(url("own/letters/l1958-01-24.html"));
    List<?> scripts =
        (List<?>) page.evaluate("() => [...document.scripts].map(s => s.src).filter(s => s)");
    assertThat(scripts).isNotEmpty();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object script : scripts) {
      try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
        zipped.write(Files.readAllBytes(Path.of(java.net.URI.create(script.toString()))));
      }
    }
    assertThat(bytes.size()).isLessThan(MOST_SCRIPT * 1000);
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

  /** What the keyboard reaches first and does not see that it does. */
  private List<String> unseenFocus(int steps) {
    List<String> unseen = new ArrayList<>();
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0) }");
    for (int i = 0; i < steps; i++) {
      page.keyboard().press("Tab");
      Object found =
          page.evaluate(
              "() => { const e = document.activeElement, s = getComputedStyle(e),"
                  + " b = e.getBoundingClientRect();"
                  + " if (e === document.body) return '';"
                  + " const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;"
                  + " const seen = b.width > 0 && b.bottom > 0 && b.top < innerHeight;"
                  + " return ring && seen ? '' : e.outerHTML.slice(0, 120) }");
      if (!found.toString().isEmpty()) {
        unseen.add(found.toString());
      }
    }
    return unseen;
  }

  private void open(Browser.NewContextOptions options) {
    context = chromium.browser().newContext(options);
    page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
  }

  private static String url(String path) {
    return folder.resolve(path).toUri().toString();
  }
}
