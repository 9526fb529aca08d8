package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.letterpress.cli.Run;

/** The book's reader: keys, panel of chapters, settings, shelf, the way back; from disk. */
class ReaderTest extends InChromium {
  private static final String HOSTILE =
      "&lt;img src=x onerror=alert(1)&gt; \"O'Neill\" \u200F\u05D0";

  @BeforeAll
  static void start() throws IOException {
    for (int number = 1; number <= 4; number++) {
      Path file = folder.resolve("edition/tei/letters/l" + number + ".xml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, letter(number));
    }
    Run.in(folder, "build", "edition", "--only", "html", "--out", folder.resolve("s").toString());
  }

  @BeforeEach
  void openTab() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 700));
  }

  @Test
  void arrowKeysLeadToTheNeighbours() {
    page.navigate(url("letters/l2.html"));
    page.keyboard().press("ArrowRight");
    page.waitForURL("**/l3.html");
    page.keyboard().press("ArrowLeft");
    page.waitForURL("**/l2.html");
    page.keyboard().press("ArrowLeft");
    page.waitForURL("**/l1.html");
    page.keyboard().press("ArrowLeft");
    assertThat(page.url()).endsWith("l1.html");
  }

  @Test
  void arrowKeysBelongToFieldsWidgetsAndTheBrowserFirst() {
    page.navigate(url("letters/l2.html"));
    page.evaluate(
        "() => { const main = document.querySelector('main');"
            + "for (const html of ['<input id=a>', '<textarea id=b></textarea>',"
            + " '<select id=c><option>1<option>2</select>', '<input type=range id=d>',"
            + " '<div id=e contenteditable>x</div>', '<div id=f role=slider tabindex=0>x</div>',"
            + " '<div id=g tabindex=0 style=\"overflow:auto;width:5em\">"
            + "<div style=\"width:90em\">x</div></div>'])"
            + " main.insertAdjacentHTML('beforeend', html); }");
    for (String id : "abcdefg".split("")) {
      page.focus("#" + id);
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowLeft");
    }
    page.evaluate("() => document.activeElement.blur()");
    for (String modifier : List.of("Control", "Shift", "Meta")) {
      page.keyboard().press(modifier + "+ArrowRight");
    }
    page.evaluate(
        "() => window.altered = document.body.dispatchEvent(new KeyboardEvent('keydown',"
            + " {key: 'ArrowRight', altKey: true, bubbles: true, cancelable: true}))");
    assertThat(page.evaluate("() => window.altered")).isEqualTo(true);
    assertThat(page.url()).endsWith("l2.html");
  }

  @Test
  void theSpaceBarScrolls() {
    page.navigate(url("letters/l2.html"));
    page.keyboard().press("Space");
    page.waitForFunction("() => window.scrollY > 200");
  }

  @Test
  void thePanelOfChaptersIsOpenedReadAndLeftByTheKeyboard() {
    page.navigate(url("letters/l2.html"));
    page.focus("[data-lp-tool=chapters]");
    page.keyboard().press("Enter");
    Locator letters = page.locator("dialog[open] .lp-chapters a");
    letters.first().waitFor();
    assertThat(letters.count()).isEqualTo(4);
    assertThat(page.locator("dialog[open] [aria-current=page]").textContent()).contains("Letter 2");
    assertThat(page.evaluate("() => document.activeElement.getAttribute('aria-current')"))
        .isEqualTo("page");
    // Inside a panel the arrows do not turn pages.
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]").count()).isZero();
    assertThat(page.evaluate("() => document.activeElement.dataset.lpTool")).isEqualTo("chapters");
    assertThat(page.url()).endsWith("l2.html");
    page.keyboard().press("Space");
    letters.nth(2).click();
    page.waitForURL("**/l3.html");
  }

  @Test
  void wordsOfTheSourceNeverBecomeMarkup() {
    page.navigate(url("letters/l4.html"));
    page.click("[data-lp-tool=add]");
    page.click("[data-lp-tool=shelf]");
    assertThat(page.locator("dialog[open] .lp-shelf a").textContent())
        .contains("<img src=x onerror=alert(1)>");
    page.keyboard().press("Escape");
    page.click("[data-lp-tool=chapters]");
    page.locator("dialog[open] .lp-chapters a").first().waitFor();
    assertThat(page.locator("dialog[open] .lp-chapters").textContent())
        .contains("<img src=x onerror=alert(1)> \"O'Neill\"");
    assertThat(page.locator("img").count()).isZero();
  }

  @Test
  void settingsChangeThePageAndAreKept() {
    page.navigate(url("letters/l1.html"));
    double size = size();
    Object width = width();
    page.click("[data-lp-tool=settings]");
    page.click("dialog[open] [data-lp-step=size-more]");
    page.click("dialog[open] [data-lp-step=measure-less]");
    page.click("dialog[open] [data-lp-step=leading-more]");
    page.check("dialog[open] input[value=dark]");
    page.check("dialog[open] input[value=second]");
    assertThat(size()).isGreaterThan(size);
    assertThat(background()).isEqualTo("rgb(23, 21, 18)");
    page.navigate(url("letters/l2.html"));
    assertThat(size()).isGreaterThan(size);
    assertThat(width()).isNotEqualTo(width);
    assertThat(background()).isEqualTo("rgb(23, 21, 18)");
    assertThat(page.evaluate("() => getComputedStyle(document.body).fontFamily").toString())
        .contains("Source Serif");
    page.click("[data-lp-tool=settings]");
    page.click("dialog[open] .lp-reset button");
    assertThat(size()).isEqualTo(size);
    assertThat(page.locator("dialog[open] input[value=auto]").isChecked()).isTrue();
    assertThat(background()).isEqualTo("rgb(252, 250, 245)");
  }

  @Test
  void theSystemDecidesUntilTheReaderDoes() {
    open(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
    page.navigate(url("letters/l1.html"));
    assertThat(background()).isEqualTo("rgb(23, 21, 18)");
    page.click("[data-lp-tool=settings]");
    page.check("dialog[open] input[value=light]");
    assertThat(background()).isEqualTo("rgb(252, 250, 245)");
  }

  @Test
  void whatTheStorageHoldsIsNotTrusted() {
    page.navigate(url("letters/l1.html"));
    page.evaluate(
        "() => { localStorage.setItem('letterpress.wishes', JSON.stringify({size: 99, theme:"
            + " 'x\"y', face: 'sans', leading: 'calc(1)'})); for (const key of ['shelf:' + new"
            + " URL('../', location).pathname]) localStorage.setItem('letterpress.' + key,"
            + " JSON.stringify([ {path: 'javascript:alert(1)//.html', title: 'a'}, {path:"
            + " '../../x.html', title: 'b'}, {path: 'letters/l3.html', title: 'c'}, 7])); }");
    page.reload();
    assertThat(page.evaluate("() => document.documentElement.getAttribute('style')")).isNull();
    assertThat(page.locator("html[data-lp-theme]").count()).isZero();
    assertThat(page.locator("html[data-lp-face=sans]").count()).isEqualTo(1);
    page.click("[data-lp-tool=shelf]");
    assertThat(page.locator("dialog[open] .lp-shelf a").allTextContents()).containsExactly("c");
  }

  @Test
  void theShelfKeepsLettersWithThePlaceWhereReadingStopped() throws IOException {
    page.navigate(url("letters/l2.html"));
    page.click("[data-lp-tool=add]");
    assertThat(page.getAttribute("[data-lp-tool=add]", "aria-pressed")).isEqualTo("true");
    page.evaluate("() => document.querySelectorAll('.lp-reading p')[9].scrollIntoView()");
    page.navigate(url("letters/l3.html"));
    assertThat(page.getAttribute("[data-lp-tool=add]", "aria-pressed")).isEqualTo("false");
    page.click("[data-lp-tool=shelf]");
    Locator line = page.locator("dialog[open] .lp-shelf a");
    assertThat(line.count()).isEqualTo(1);
    assertThat(line.textContent()).contains("Letter 2").contains("Paragraph");
    Download download =
        page.waitForDownload(() -> page.click("dialog[open] .lp-panel-body > p button"));
    assertThat(Files.readString(download.path()))
        .contains("- [Letter 2")
        .containsPattern("letters/l2\\.html#\\S+>\\)");
    line.click();
    page.waitForURL("**/l2.html#*");
    page.waitForFunction("() => window.scrollY > 200");
    page.click("[data-lp-tool=shelf]");
    page.click("dialog[open] .lp-shelf-remove");
    assertThat(page.locator("dialog[open] .lp-shelf").count()).isZero();
  }

  @Test
  void returnLeadsToWhereOneEnteredTheRunOfLetters() {
    page.navigate(url("letters.html"));
    page.click("main a[href*='l1.html']");
    page.waitForURL("**/l1.html");
    page.keyboard().press("ArrowRight");
    page.waitForURL("**/l2.html");
    page.click(".lp-neighbours a[rel=next]");
    page.waitForURL("**/l3.html");
    page.click("[data-lp-tool=return]");
    page.waitForURL("**/letters.html");
    page.goBack();
    page.waitForURL("**/l3.html");
    assertThat(page.getAttribute("[data-lp-tool=return]", "href")).endsWith("letters.html");
    page.click("[data-lp-tool=book]");
    page.waitForURL("**/index.html");
  }

  /** Storage of every kind is refused by the browser, or is full. */
  enum Storage {
    OFF(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])"
            + " Object.defineProperty(window, name,"
            + " {get() { throw new DOMException('off', 'SecurityError'); }});"
            + " Object.defineProperty(document, 'cookie',"
            + " {get() { throw new DOMException('off', 'SecurityError'); }});"),
    FULL(
        "Storage.prototype.setItem = function () {"
            + " throw new DOMException('full', 'QuotaExceededError'); };"
            + " IDBFactory.prototype.open = function () {"
            + " throw new DOMException('full', 'QuotaExceededError'); };");

    private final String script;

    Storage(String script) {
      this.script = script;
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutStorageEverythingWorksUntilThePageIsLeftAndTheReaderIsTold(Storage storage) {
    // Too narrow for notes in the margin.
    open(new Browser.NewContextOptions().setViewportSize(900, 700));
    tab.context().addInitScript(storage.script);
    page.navigate(url("letters/l2.html"));
    page.click("[data-lp-tool=add]");
    assertSaid("keeps nothing");
    assertThat(page.getAttribute("[data-lp-tool=add]", "aria-pressed")).isEqualTo("true");
    page.click("[data-lp-tool=settings]");
    page.check("dialog[open] input[value=sepia]");
    assertThat(background()).isEqualTo("rgb(243, 231, 208)");
    assertThat(page.locator("#lp-settings-kept").textContent()).contains("keeps nothing");
    page.keyboard().press("Escape");
    page.click("[data-lp-tool=shelf]");
    assertThat(page.locator("dialog[open] .lp-shelf a").count()).isEqualTo(1);
    assertThat(page.locator("dialog[open] .lp-panel-note").first().textContent())
        .contains("keeps nothing");
    page.click("dialog[open] .lp-shelf-remove");
    assertThat(page.locator("dialog[open] .lp-shelf").count()).isZero();
    page.keyboard().press("Escape");
    assertThat(page.getAttribute("[data-lp-tool=add]", "aria-pressed")).isEqualTo("false");
    page.locator(".lp-note-call a").first().hover();
    page.locator(".lp-popover-note").waitFor();
    page.keyboard().press("Escape");
    page.keyboard().press("ArrowRight");
    page.waitForURL("**/l3.html");
    page.navigate(url("search.html") + "?q=Paragraph");
    page.locator(".lp-result").first().waitFor();
    assertThat(page.locator(".lp-result").count()).isEqualTo(4);
  }

  @Test
  void whatAFullStorageDoesNotTakeCountsMoreThanWhatItHolds() {
    page.navigate(url("letters/l1.html"));
    page.click("[data-lp-tool=add]");
    assertSaid("shelf");
    page.click("[data-lp-tool=settings]");
    page.check("dialog[open] input[value=dark]");
    tab.context().addInitScript(Storage.FULL.script);
    page.navigate(url("letters/l2.html"));
    assertThat(background()).isEqualTo("rgb(23, 21, 18)");
    page.click("[data-lp-tool=add]");
    assertThat(page.getAttribute("[data-lp-tool=add]", "aria-pressed")).isEqualTo("true");
    page.click("[data-lp-tool=shelf]");
    assertThat(page.locator("dialog[open] .lp-shelf a").allTextContents())
        .containsExactly("Letter 2, 1 January 1902", "Letter 1, 1 January 1901");
    page.locator("dialog[open] .lp-shelf-remove").last().click();
    assertThat(page.locator("dialog[open] .lp-shelf a").allTextContents())
        .containsExactly("Letter 2, 1 January 1902");
    page.reload();
    page.click("[data-lp-tool=shelf]");
    assertThat(page.locator("dialog[open] .lp-shelf a").allTextContents())
        .containsExactly("Letter 1, 1 January 1901");
  }

  @Test
  void anAddressThatIsCutInASignLeadsToThePage() {
    page.navigate(url("letters/l1.html") + "?mark=words#%E0%A4%A");
    page.locator("mark.lp-hit").first().waitFor();
  }

  /** What is told is seen as well as heard. */
  private void assertSaid(String words) {
    Locator status = page.locator("#lp-status.lp-status-shown");
    status.waitFor();
    assertThat(status.textContent()).contains(words);
    assertThat(status.evaluate("status => getComputedStyle(status).opacity")).isEqualTo("1");
  }

  @Test
  void withoutScriptsTheToolsAreLinks() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(url("letters/l2.html"));
    assertThat(page.locator(".lp-tools button:visible").count()).isZero();
    assertThat(page.locator(".lp-tools a:visible").count()).isEqualTo(2);
    page.click("[data-lp-tool=chapters]");
    assertThat(page.url()).endsWith("index.html#lp-contents");
    assertThat(page.locator("#lp-contents a[href*='letters/']").count()).isEqualTo(4);
  }

  private double size() {
    return ((Number) page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)"))
        .doubleValue();
  }

  private Object width() {
    return page.evaluate("() => document.querySelector('main').offsetWidth");
  }

  private Object background() {
    return page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }

  private static String url(String path) {
    return folder.resolve("s").resolve(path).toUri().toString();
  }

  private static String letter(int number) {
    StringBuilder paragraphs = new StringBuilder();
    for (int i = 1; i <= 30; i++) {
      paragraphs.append("<p>Paragraph ").append(i).append(". ").append("Many words. ".repeat(30));
      paragraphs.append("</p>\n");
    }
    if (number == 2) {
      paragraphs.append("<p>A last one<note>With a note.</note>.</p>");
    }
    String title = number == 4 ? HOSTILE : "Letter " + number;
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l%d" xml:lang="en">
      <teiHeader>
        <fileDesc>
          <titleStmt><title>%s</title></titleStmt>
          <publicationStmt><p>Test</p></publicationStmt>
          <sourceDesc><p>Test</p></sourceDesc>
        </fileDesc>
        <profileDesc>
          <correspDesc>
            <correspAction type="sent"><date when="190%d-01-01"/></correspAction>
          </correspDesc>
        </profileDesc>
      </teiHeader>
      <text><body>
      %s</body></text>
    </TEI>
    """
        .formatted(number, title, number, paragraphs);
  }
}
