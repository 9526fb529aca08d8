package org.letterpress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;
import org.letterpress.site.FacsimileViewer;

/** The facsimile beside the text, in real Chromium, with a server standing in for an archive's. */
class FacsimileTest extends InChromium {
  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s">
        <teiHeader>
          <fileDesc>
            <titleStmt><title>Ada to Ben</title></titleStmt>
            <publicationStmt><p>Test</p></publicationStmt>
            <sourceDesc><p>Manuscript</p></sourceDesc>
          </fileDesc>
          <profileDesc><correspDesc>
            <correspAction type="sent"><persName>Ada</persName><date when="1850-03-0%s"/></correspAction>
            <correspAction type="received"><persName>Ben</persName></correspAction>
          </correspDesc></profileDesc>
        </teiHeader>
        %s
        <text xml:lang="en"><body>%s</body></text>
      </TEI>
      """;

  private static final String ZONES =
      """
      <zone xml:id="z1" ulx="150" uly="120" lrx="950" lry="230"/>
      <zone xml:id="z2" points="150,320 950,320 950,430 150,430 140,400"/>
      """;

  private static final String FILLING =
      IntStream.rangeClosed(1, 14)
          .mapToObj(i -> "<p>" + "Words that take some room on the page. ".repeat(8) + "</p>")
          .collect(Collectors.joining());

  private static ImageServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new ImageServer(folder.resolve("site"));
    Files.createDirectories(folder.resolve("tei/letters"));
    Files.createDirectories(folder.resolve("images"));
    for (int image = 1; image <= 6; image++) {
      ImageIO.write(ImageServer.draw(), "png", folder.resolve("images/" + image + ".png").toFile());
    }
    letter(
        "plain",
        1,
        "<surface xml:id=\"s1\" n=\"1r\"><graphic url=\"images/1.png\"/>" + ZONES + "</surface>",
        "<pb n=\"1r\" facs=\"#s1\"/><p><lb facs=\"#z1\"/>Dear Ben, <lb/>how are you.</p>"
            + "<p facs=\"#z2\">The river is high again.</p>"
            + FILLING
            + "<pb n=\"1v\" facs=\"images/2.png\"/><p>Yours ever</p>"
            + FILLING);
    String base = server.address() + "iiif/";
    letter(
        "remote",
        2,
        surface("s1", base + "v2/a/", "1")
            + surface("s2", base + "v3/b/info.json", "2")
            + surface("s3", base + "static/c/", "3"),
        "<pb n=\"1\" facs=\"#s1\"/><p>One.</p><pb n=\"2\" facs=\"#s2\"/><p>Two.</p>"
            + "<pb n=\"3\" facs=\"#s3\"/><p>Three.</p>");
    letter("gone", 3, surface("s1", base + "nowhere/", "1"), "<pb facs=\"#s1\"/><p>One.</p>");
    letter("closed", 5, surface("s1", base + "closed/d/", "1"), "<pb facs=\"#s1\"/><p>One.</p>");
    letter(
        "blanks",
        6,
        "",
        blank(1)
            + blank(2)
            + "<p>Two.</p>"
            + FILLING
            + FILLING
            + blank(3)
            + "<p>Three.</p>"
            + blank(4)
            + blank(5)
            + blank(6));
    letter(
        "sheet",
        4,
        "",
        "<p>Before <ref target=\"https://example.org/\">a <pb facs=\"images/1.png\"/>link</ref></p>");
    Run run = Run.in(folder, "build", "--only", "html");
    assertThat(run.said()).contains(", 0 lost").doesNotContain("LP-FACS", "error[");
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  private static String blank(int page) {
    return "<pb n=\"%s\" facs=\"images/%s.png\"/>".formatted(page, page);
  }

  private static String surface(String id, String url, String n) {
    return "<surface xml:id=\"%s\" n=\"%s\"><graphic url=\"%s\"/></surface>".formatted(id, n, url);
  }

  private static void letter(String id, int day, String facsimile, String body) throws IOException {
    Files.writeString(
        folder.resolve("tei/letters/" + id + ".xml"),
        TEI.formatted(
            id, day, facsimile.isEmpty() ? "" : "<facsimile>" + facsimile + "</facsimile>", body));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** How the reader comes to the site. */
  enum From {
    DISK,
    WEB;

    String url(String letter) {
      return this == DISK
          ? folder.resolve("site/letters/" + letter + ".html").toUri().toString()
          : server.address() + "site/letters/" + letter + ".html";
    }
  }

  @Test
  void withoutScriptsEachPageLeadsToItsImage() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(From.DISK.url("plain"));
    assertThat(page.locator(".lp-reading .lp-facs")).hasCount(2);
    assertThat(page.locator(".lp-sheets img")).hasCount(2);
    page.locator(".lp-facs-opener").click();
    assertThat(page.url()).endsWith("#lp-facsimile");
    page.locator(".lp-sheets a").nth(1).click();
    assertThat(page.url()).endsWith("images/2.png");
    page.navigate(From.DISK.url("remote"));
    assertThat(page.locator(".lp-facs").first().getAttribute("href"))
        .isEqualTo(server.address() + "iiif/v2/a/full/max/0/default.jpg");
    assertThat(tab.requestsOfHosts()).isEmpty();
  }

  @Test
  void noLinkStandsInALink() {
    open(null);
    page.navigate(From.DISK.url("sheet"));
    assertThat(page.locator(".lp-reading a a")).hasCount(0);
    assertThat(page.locator(".lp-reading .lp-facs")).hasCount(0);
    assertThat(page.locator(".lp-sheets a")).hasCount(1);
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void plainFilesAreShownBesideTheText(From from) {
    open(null);
    page.navigate(from.url("plain"));
    assertThat(page.locator(".lp-facs-pane")).hasCount(0);
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-facs-position")).hasText("p. 1r, 1 of 2");
    assertThat(page.locator(".lp-facs-stage canvas, .lp-facs-stage img").first()).isVisible();
    assertThat(page.locator(".lp-zone")).hasCount(2);
    assertThat(page.locator(".lp-facs-message")).isEmpty();
    assertThat(box(".lp-facs-pane").x)
        .isGreaterThan(box(".lp-reading").x + box(".lp-reading").width);
  }

  @Test
  void scrollingTurnsTheImageAndTurningScrollsTheText() {
    open(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(From.DISK.url("plain"));
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-facs-position")).containsText("1 of 2");
    page.waitForTimeout(400);
    page.locator("[data-lp-sheets='2']").evaluate("e => e.scrollIntoView()");
    assertThat(page.locator(".lp-facs-position")).hasText("p. 1v, 2 of 2");
    assertThat(page.locator(".lp-facs-next")).hasAttribute("aria-disabled", "true");
    page.locator(".lp-facs-previous").click();
    assertThat(page.locator(".lp-facs-position")).containsText("1 of 2");
    page.waitForFunction(
        "() => Math.abs(document.querySelector(\"[data-lp-sheets='1']\").getBoundingClientRect().top)"
            + " < innerHeight / 2");
    page.waitForTimeout(400);
    assertThat(page.locator(".lp-facs-position")).containsText("1 of 2");
  }

  @Test
  void wordsAndTheirZoneLightUpTogether() {
    open(null);
    page.navigate(From.DISK.url("plain"));
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-zone")).hasCount(2);
    page.getByText("The river is high").hover();
    assertThat(page.locator(".lp-zone.lp-lit")).hasAttribute("data-lp-zone", "z2");
    Locator first = page.locator(".lp-zone[data-lp-zone=z1]");
    assertThat(first).hasAttribute("aria-label", "Dear Ben, how are you.");
    first.hover();
    waitUntilLit("Dear Ben, how are you.");
    first.focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".lp-zone[data-lp-zone=z2]")).isFocused();
    waitUntilLit("The river is high again.");
    assertThat(page.url()).endsWith("plain.html");
  }

  /** A zone lies where its line does: 150 of 1200 from the left, 120 of 1600 from above. */
  @Test
  void aZoneLiesOnItsLine() {
    open(null);
    page.navigate(From.DISK.url("plain"));
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-zone")).hasCount(2);
    page.waitForTimeout(900);
    com.microsoft.playwright.options.BoundingBox one = box(".lp-zone[data-lp-zone=z1]");
    com.microsoft.playwright.options.BoundingBox two = box(".lp-zone[data-lp-zone=z2]");
    double scale = one.width / 800;
    assertThat(one.height).isCloseTo(110 * scale, org.assertj.core.data.Offset.offset(2.0));
    assertThat(two.y - one.y).isCloseTo(200 * scale, org.assertj.core.data.Offset.offset(2.0));
    assertThat(one.x - two.x).isCloseTo(10 * scale, org.assertj.core.data.Offset.offset(2.0));
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void anotherHostIsAskedOnlyWhenTheReaderOpensTheFacsimile(From from) {
    assumeTrue(hasSeadragon(), "made without OpenSeadragon: run bin/npm-libraries");
    open(null);
    server.asked().clear();
    page.navigate(from.url("remote"));
    page.waitForTimeout(300);
    assertThat(server.asked()).isEmpty();
    assertThat(page.locator(".lp-facs-opener")).hasText("Facsimile from localhost");
    page.locator(".lp-facs-opener").click();
    List<String> services = List.of("/iiif/v2/a/", "/iiif/v3/b/", "/iiif/static/c/");
    for (int i = 0; i < services.size(); i++) {
      String service = services.get(i);
      assertThat(page.locator(".lp-facs-position")).containsText((i + 1) + " of 3");
      page.waitForCondition(
          () ->
              server.asked().contains(service + "info.json")
                  && server.asked().stream()
                      .anyMatch(path -> path.startsWith(service) && path.endsWith(".jpg")));
      page.waitForTimeout(300);
      assertThat(page.locator(".lp-facs-message")).isEmpty();
      assertThat(page.locator(".lp-facs-from")).hasText("Image from localhost");
      if (i < 2) {
        page.locator(".lp-facs-next").click();
      }
    }
  }

  @Test
  void anImageThatDoesNotComeIsToldSo() {
    assumeTrue(hasSeadragon(), "made without OpenSeadragon: run bin/npm-libraries");
    open(null);
    page.navigate(From.DISK.url("gone"));
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-facs-message")).hasText("The image could not be loaded.");
    assertThat(tab.errors()).isNotEmpty().allMatch(error -> error.contains("404"));
    tab.errors().clear();
  }

  /** A server may keep its description from pages of other hosts; images are free. */
  @Test
  void aServiceThatCannotBeDescribedStillShowsItsImage() {
    assumeTrue(hasSeadragon(), "made without OpenSeadragon: run bin/npm-libraries");
    open(null);
    page.navigate(From.DISK.url("closed"));
    page.locator(".lp-facs-opener").click();
    Locator image = page.locator(".lp-facs-plain img");
    assertThat(image).isVisible();
    page.waitForFunction("() => document.querySelector('.lp-facs-plain img').naturalWidth > 0");
    assertThat(image.getAttribute("src"))
        .isEqualTo(server.address() + "iiif/closed/d/full/max/0/default.jpg");
    assertThat(page.locator(".lp-facs-message")).isEmpty();
    page.locator(".lp-facs-in").click();
    page.waitForFunction(
        "() => document.querySelector('.lp-facs-plain').offsetWidth"
            + " > document.querySelector('.lp-facs-stage').offsetWidth");
    page.locator(".lp-facs-close").click();
    assertThat(page.locator(".lp-facs-pane")).isHidden();
    assertThat(tab.errors())
        .isNotEmpty()
        .allMatch(error -> error.contains("/closed/d/info.json") || error.contains("ERR_FAILED"));
    tab.errors().clear();
  }

  /** Pages 1, 4, 5 and 6 have no words, so their numbers cannot all stand at one place. */
  @ParameterizedTest
  @ValueSource(ints = {320, 1400})
  void pagesWithoutWordsStandOneAfterTheOther(int width) {
    open(new Browser.NewContextOptions().setViewportSize(width, 900));
    page.navigate(From.DISK.url("blanks"));
    assertThat(
            page.locator(".lp-reading .lp-blank-page > .lp-pb")
                .evaluateAll("all => all.map(e => e.dataset.lpPage).join()"))
        .isEqualTo("1,4,5,6");
    List<?> overlaps =
        (List<?>)
            page.evaluate(
                "() => { const boxes = [...document.querySelectorAll('.lp-pb .lp-anchor, .lp-facs')]"
                    + ".map(e => [e, e.getBoundingClientRect()]).filter(b => b[1].width > 0);"
                    + " return boxes.flatMap(([e, a], i) => boxes.slice(i + 1)"
                    + ".filter(([f, b]) => a.left < b.right - 1 && b.left < a.right - 1"
                    + " && a.top < b.bottom - 1 && b.top < a.bottom - 1)"
                    + ".map(([f]) => e.outerHTML + f.outerHTML)) }");
    assertThat(overlaps).isEmpty();
  }

  /** At the end of the text the reader turns pages that begin at the same place. */
  @Test
  void pagesWithoutWordsAreTurnedAndStay() {
    open(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(From.DISK.url("blanks"));
    page.locator(".lp-facs-opener").click();
    // The first page is blank, the text that is seen stands on the second.
    assertThat(page.locator(".lp-facs-position")).containsText("2 of 6");
    page.locator("[data-lp-sheets='5']").evaluate("e => e.scrollIntoView({block: 'start'})");
    assertThat(page.locator(".lp-facs-position")).containsText("4 of 6");
    for (int at = 5; at <= 6; at++) {
      page.locator(".lp-facs-next").click();
      page.waitForTimeout(400);
      page.evaluate("scrollBy(0, 4)");
      page.waitForTimeout(200);
      assertThat(page.locator(".lp-facs-position")).containsText(at + " of 6");
    }
  }

  /** A sheet that no page names has a number only, which is said once. */
  @Test
  void aSheetWithoutANameIsToldByItsNumber() {
    open(null);
    page.navigate(From.DISK.url("sheet"));
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-facs-position")).hasText("Image 1 of 1");
  }

  @Test
  void theKeyboardOpensUsesAndClosesIt() {
    open(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(From.DISK.url("plain"));
    page.locator(".lp-facs-opener").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".lp-facs-pane")).isFocused();
    assertThat(page.locator(".lp-facs-opener")).hasAttribute("aria-expanded", "true");
    page.keyboard().press("PageDown");
    assertThat(page.locator(".lp-facs-position")).containsText("2 of 2");
    page.keyboard().press("Tab");
    page.keyboard().press("ArrowRight");
    assertThat(page.url()).endsWith("plain.html");
    page.keyboard().press("Escape");
    assertThat(page.locator(".lp-facs-pane")).isHidden();
    assertThat(page.locator(".lp-facs-opener")).isFocused();
    assertThat(page.locator(".lp-facs-opener")).hasAttribute("aria-expanded", "false");
    page.locator("[data-lp-sheets='2'] + .lp-facs").click();
    assertThat(page.locator(".lp-facs-position")).containsText("2 of 2");
    page.locator(".lp-facs-close").click();
    assertThat(page.locator("[data-lp-sheets='2'] + .lp-facs")).isFocused();
  }

  @Test
  void onAPhoneTheTextStaysAboveIt() {
    open(new Browser.NewContextOptions().setViewportSize(320, 640));
    page.navigate(From.DISK.url("plain"));
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-zone").first()).isVisible();
    assertThat(box(".lp-facs-pane").y).isGreaterThan(280);
    assertThat(box(".lp-facs-pane").y + box(".lp-facs-pane").height).isEqualTo(640);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    assertThat(box("footer").y).isLessThan(box(".lp-facs-pane").y);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void axeFindsNothing(String scheme) {
    open(new Browser.NewContextOptions().setColorScheme(ColorScheme.valueOf(scheme)));
    // axe asks for the style sheet, which pages on disk may not.
    page.navigate(From.WEB.url("plain"));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.locator(".lp-facs-opener").click();
    assertThat(page.locator(".lp-zone")).hasCount(2);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private static boolean hasSeadragon() {
    try {
      return FacsimileViewer.files().containsKey("assets/js/openseadragon.js");
    } catch (IOException missing) {
      return false;
    }
  }

  private void waitUntilLit(String words) {
    page.waitForFunction(
        "words => [...(CSS.highlights.get('lp-zone') || [])].map(r =>"
            + " r.toString().replace(/\\s+/g, ' ').trim()).join('|') === words",
        words);
  }

  private com.microsoft.playwright.options.BoundingBox box(String selector) {
    return page.locator(selector).first().boundingBox();
  }

  @Override
  void open(Browser.NewContextOptions options) {
    Browser.NewContextOptions wanted = options == null ? new Browser.NewContextOptions() : options;
    if (wanted.viewportSize == null) {
      wanted.setViewportSize(1400, 900);
    }
    super.open(wanted);
  }
}
