package org.letterpress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.letterpress.cli.Run;

/**
 * Facsimiles as published editions encode them, in real Chromium. Their letters are not changed:
 * what the browser asks of an archive's host, a server on this machine answers; scans of files that
 * the corpora lack are drawn, one in three left out. Skipped where the corpora are not there.
 */
class CorpusFacsimileTest {
  private static final Path CORPORA = Path.of("../shared/corpora").toAbsolutePath().normalize();

  /** As many letters of each as are tried: the one with the most images. */
  private static final int LETTERS = 1;

  /** As many images of a letter as are turned on a wide and on a narrow screen. */
  private static final Map<Integer, Integer> TURNS = Map.of(1400, 6, 390, 2);

  private static final List<String> NAMES = List.of("auden-musulin", "estournelles", "mitford");

  /** What an image is named by in these corpora, whatever element it stands on. */
  private static final Pattern IMAGE =
      Pattern.compile("(?:facs|<graphic[^>]*? url)=\"([^\"#]*[^\"#/ ]/?)\"");

  private static final Pattern SERVICE =
      Pattern.compile("(https://.+?)/(info\\.json|[^/]+/[^/]+/0/default\\.jpg)");

  /** The edition says what the prefix means that its letters use. */
  private static final String DECLARATION =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Lettres</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
      <sourceDesc><p>x</p></sourceDesc></fileDesc><encodingDesc><listPrefixDef>
      <prefixDef ident="iiif" matchPattern="(.+)" replacementPattern="https://api.nakala.fr/iiif/$1"/>
      </listPrefixDef></encodingDesc></teiHeader><text><body><p>Lettres.</p></body></text></TEI>
      """;

  private record Built(Path site, Map<String, Integer> images) {}

  @TempDir static Path folder;

  private static final Map<String, Built> BUILT = new HashMap<>();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Chromium chromium;
  private static ImageServer server;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(CORPORA), "../shared/corpora is not there: nothing to show");
    chromium = new Chromium();
    server = new ImageServer(folder);
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void imagesOfALetterAreTurnedToAndShown(String corpus) {
    for (int width : TURNS.keySet()) {
      built(corpus)
          .images()
          .forEach(
              (letter, images) -> {
                try (Tab tab = open(width, 844)) {
                  List<String> asked = standIn(tab);
                  Page page = tab.page();
                  page.navigate(url(corpus, letter));
                  assertThat(asked).as(letter).isEmpty();
                  assertThat(page.locator(".lp-sheet")).hasCount(images);
                  page.locator(".lp-facs-opener").click();
                  // It may have opened behind pages that have no words.
                  while (page.locator(".lp-facs-previous[aria-disabled=false]").count() > 0) {
                    page.locator(".lp-facs-previous").click();
                  }
                  int last = Math.min(images, TURNS.get(width));
                  for (int image = 1; image <= last; image++) {
                    assertThat(page.locator(".lp-facs-position"))
                        .containsText(Pattern.compile("\\b" + image + " (of|sur) " + images + "$"));
                    assertShown(page, asked, letter, image);
                    if (image < last) {
                      page.locator(".lp-facs-next").click();
                    }
                  }
                  assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                      .as(letter)
                      .isEqualTo(width);
                  assertThat(tab.errors()).as(letter).isEmpty();
                }
              });
    }
  }

  /** Reading on, the reader sees the pages in their order, to the last one that has words. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void pagesFollowTheText(String corpus) {
    built(corpus)
        .images()
        .forEach(
            (letter, images) -> {
              try (Tab tab = open(1400, 844)) {
                standIn(tab);
                Page page = tab.page();
                page.navigate(url(corpus, letter));
                page.locator(".lp-facs-opener").click();
                page.waitForTimeout(300);
                List<Integer> seen = new ArrayList<>();
                int last = ((Number) page.evaluate("() => scrollMaxOfText()")).intValue();
                for (int y = 0; y <= last; y += 500) {
                  page.evaluate("y => scrollTo(0, y)", y);
                  page.waitForTimeout(40);
                  seen.add(position(page));
                }
                assertThat(seen).as(letter).isSorted();
                int worded =
                    Integer.parseInt(
                        page.locator(".lp-reading :not(.lp-blank-page) > [data-lp-sheets]")
                            .last()
                            .getAttribute("data-lp-sheets")
                            .split(" ")[0]);
                assertThat(seen.get(seen.size() - 1))
                    .as(letter)
                    .isBetween(Math.max(2, worded), images);
              }
            });
  }

  @Test
  void whatAnArchiveDoesNotGiveIsToldSoAndTheTextStays() {
    String letter = built("auden-musulin").images().keySet().iterator().next();
    try (Tab tab = open(1400, 844)) {
      tab.answer(
          url -> url.startsWith("https:"),
          route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
      Page page = tab.page();
      page.navigate(url("auden-musulin", letter));
      page.locator(".lp-facs-opener").click();
      assertThat(page.locator(".lp-facs-message")).hasText("The image could not be loaded.");
      page.locator(".lp-facs-next").click();
      assertThat(page.locator(".lp-facs-message")).hasText("The image could not be loaded.");
      assertThat(page.locator(".lp-reading")).isVisible();
      page.locator(".lp-facs-close").click();
      assertThat(page.locator(".lp-facs-pane")).isHidden();
    }
  }

  /**
   * A scan that is not there has no link anywhere; the others have theirs, with a small picture.
   */
  @Test
  void aFileThatIsMissingIsNotLinked() throws IOException {
    Built mitford = built("mitford");
    for (String letter : mitford.images().keySet()) {
      try (Tab tab = open(1400, 844)) {
        Page page = tab.page();
        page.navigate(url("mitford", letter));
        List<?> links =
            (List<?>)
                page.evaluate("() => [...document.querySelectorAll('.lp-facs')].map(a => a.href)");
        assertThat(links).as(letter).isNotEmpty();
        for (Object link : links) {
          assertThat(Path.of(URI.create(link.toString()))).as(letter).isRegularFile();
        }
        assertThat(page.locator(".lp-facs > img").first()).isVisible();
        assertThat(
                page.evaluate(
                    "() => [...document.querySelectorAll('.lp-facs > img, .lp-sheet img')]"
                        + ".every(i => { i.loading = 'eager'; return i.getAttribute('width') > 0 })"))
            .isEqualTo(true);
        page.waitForFunction(
            "() => [...document.querySelectorAll('.lp-sheet img')].every(i => i.naturalWidth > 0)");
        assertThat(tab.errors()).isEmpty();
      }
    }
  }

  private void assertShown(Page page, List<String> asked, String letter, int image) {
    String source =
        page.locator(".lp-sheet").nth(image - 1).getAttribute("data-lp-source").toString();
    if (source.startsWith("https:")) {
      page.waitForCondition(
          () ->
              asked.stream().anyMatch(url -> url.startsWith(source + "/") && url.endsWith(".jpg")));
    }
    assertThat(page.locator(".lp-facs-stage canvas, .lp-facs-stage img").first()).isVisible();
    assertThat(page.locator(".lp-facs-message")).isEmpty();
    assertThat(page.locator(".lp-sheet").nth(image - 1)).hasAttribute("aria-current", "true");
  }

  private static int position(Page page) {
    Matcher found =
        Pattern.compile("(\\d+) (?:of|sur) \\d+$")
            .matcher(page.locator(".lp-facs-position").textContent());
    assertThat(found.find()).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static Tab open(int width, int height) {
    Tab tab =
        chromium.open(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE));
    // How far a reader of the text scrolls: until the last lines are in the middle of the window.
    tab.context()
        .addInitScript(
            "window.scrollMaxOfText = () => Math.max(0, Math.round(scrollY + document"
                + ".querySelector('.lp-reading').getBoundingClientRect().bottom"
                + " - innerHeight * 0.4))");
    return tab;
  }

  private static String url(String corpus, String letter) {
    return built(corpus).site().resolve("letters").resolve(letter).toUri().toString();
  }

  /** Has the server of this machine answer for any host, and returns what is asked. */
  private static List<String> standIn(Tab tab) {
    List<String> asked = new CopyOnWriteArrayList<>();
    tab.answer(
        url -> url.startsWith("https:"),
        route -> {
          asked.add(route.request().url());
          answer(route);
        });
    return asked;
  }

  private static void answer(Route route) {
    Matcher request = SERVICE.matcher(route.request().url());
    Route.FulfillOptions answer = new Route.FulfillOptions();
    if (!request.matches()) {
      route.fulfill(answer.setStatus(404));
      return;
    }
    String here = server.address() + "iiif/v2/sheet";
    try {
      HttpResponse<byte[]> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(here + "/" + request.group(2))).build(),
              BodyHandlers.ofByteArray());
      byte[] body = response.body();
      if (request.group(2).equals("info.json")) {
        body = new String(body).replace(here, request.group(1)).getBytes();
      }
      route.fulfill(
          answer
              .setStatus(response.statusCode())
              .setHeaders(
                  Map.of(
                      "Access-Control-Allow-Origin",
                      "*",
                      "Content-Type",
                      response.headers().firstValue("Content-Type").orElse("")))
              .setBodyBytes(body));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Built built(String corpus) {
    return BUILT.computeIfAbsent(corpus, CorpusFacsimileTest::build);
  }

  /** The letter with the most images, as it comes, in an edition of its own. */
  private static Built build(String corpus) {
    try (Stream<Path> files = Files.list(CORPORA.resolve(corpus).resolve("letters"))) {
      Path edition = Files.createDirectories(folder.resolve(corpus));
      Files.createDirectories(edition.resolve("tei/letters"));
      Files.writeString(edition.resolve("tei/edition.xml"), DECLARATION);
      Map<String, Integer> images = new HashMap<>();
      for (Path file :
          files
              .sorted(
                  Comparator.comparing((Path file) -> -images(read(file)).size())
                      .thenComparing(Path::toString))
              .limit(LETTERS)
              .toList()) {
        Files.writeString(
            edition.resolve("tei/letters").resolve(file.getFileName().toString()), read(file));
        Set<String> named = images(read(file));
        if (named.iterator().next().matches(".*\\.(JPG|jpg)")) {
          named = draw(named, edition.resolve("tei/letters"));
        }
        images.put(file.getFileName().toString().replace(".xml", ".html"), named.size());
      }
      Run run = Run.in(edition, "build", "--only", "html");
      assertThat(run.said()).contains(", 0 lost");
      return new Built(edition.resolve("site"), images);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Set<String> draw(Set<String> names, Path into) throws IOException {
    Set<String> drawn = new TreeSet<>();
    int at = 0;
    for (String name : names) {
      if (at++ % 3 != 2) {
        ImageIO.write(ImageServer.draw(), "jpg", into.resolve(name).toFile());
        drawn.add(name);
      }
    }
    return drawn;
  }

  private static Set<String> images(String tei) {
    Set<String> named = new TreeSet<>();
    for (MatchResult image : IMAGE.matcher(tei).results().toList()) {
      for (String address : image.group(1).split(" ")) {
        named.add(address.replaceAll("/$", ""));
      }
    }
    return named;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
