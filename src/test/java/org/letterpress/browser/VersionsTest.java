package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.letterpress.cli.Run;

/** An original and its translation on one page. */
class VersionsTest extends InChromium {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="pair">
       <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
       <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
       <text><body>
        <div type="original" xml:lang="la"><p xml:id="a1">%s</p><p xml:id="a2">Finis.</p></div>
        <div type="translation" xml:lang="en"><p xml:id="b1">Short.</p><p xml:id="b2">The end.</p>
        </div></body></text>
      </TEI>
      """;

  @BeforeAll
  static void start() throws IOException {
    Path file = folder.resolve("tei/letters/pair.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, LETTER.formatted("Lorem ipsum dolor sit amet. ".repeat(40)));
    Run.in(folder, "build", "--only", "html", "--out", folder.resolve("s").toString());
  }

  @Test
  void paragraphsThatBelongTogetherBeginOnOneLine() {
    try (BrowserContext context = context(1400, true)) {
      Page page = open(context, "");
      assertThat(top(page, "a1")).isEqualTo(top(page, "b1"));
      assertThat(words(page, "a2")).isEqualTo(words(page, "b2"));
      assertThat(page.locator(".lp-version-switch").isVisible()).isFalse();
    }
  }

  @Test
  void onTheTelephoneTheReaderChoosesAndTheNextPageKnows() {
    try (BrowserContext context = context(390, true)) {
      Page page = open(context, "");
      assertThat(page.locator("#a1").isVisible()).isTrue();
      assertThat(page.locator("#b1").isVisible()).isTrue();
      page.getByText("Translation").first().click();
      assertThat(page.locator("button[aria-pressed=true]").first().textContent())
          .isEqualTo("Translation");
      assertThat(page.locator("#a1").isVisible()).isFalse();
      Page next = open(context, "");
      assertThat(next.locator("#a1").isVisible()).isFalse();
      assertThat(new AxeBuilder(next).analyze().getViolations()).isEmpty();
      Page linked = open(context, "#a2");
      assertThat(linked.locator("#a2").isVisible()).isTrue();
      next.setViewportSize(1400, 900);
      assertThat(next.locator("#a1").isVisible()).isTrue();
    }
  }

  @Test
  void withoutScriptsAllVersionsAreThere() {
    try (BrowserContext context = context(390, false)) {
      Page page = open(context, "");
      assertThat(page.locator("#a1").isVisible()).isTrue();
      assertThat(page.locator("#b1").isVisible()).isTrue();
      assertThat(page.locator(".lp-version-switch").isVisible()).isFalse();
    }
  }

  private static BrowserContext context(int width, boolean scripts) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts));
  }

  private static Page open(BrowserContext context, String fragment) {
    Page page = context.newPage();
    page.navigate(folder.resolve("s/letters/pair.html").toUri() + fragment);
    return page;
  }

  private static int top(Page page, String id) {
    return number(
        page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", id));
  }

  /** Where the words of a paragraph begin. */
  private static int words(Page page, String id) {
    return number(
        page.evaluate(
            "id => { const r = document.createRange();"
                + " r.selectNodeContents(document.getElementById(id).lastChild);"
                + " return r.getBoundingClientRect().top; }",
            id));
  }

  private static int number(Object value) {
    return (int) Math.round(((Number) value).doubleValue());
  }
}
