package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.cli.Run;

/**
 * Names and titles that turn the direction of what follows and never turn it back: the words beside
 * them stay as they are. What is turned inside a name is written with "q".
 */
class DirectionTest extends InChromium {
  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc>
      <titleStmt><title>%s</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc>%s</teiHeader><text xml:lang="en"><body>%s</body></text>
      </TEI>
      """;

  private static final String CORRESPONDENCE =
      """
      <profileDesc><correspDesc>
      <correspAction type="sent"><persName ref="#%s">%s</persName>
       <persName>Eve&#x202A;qqq</persName><placeName>Rome&#x202E;qqq</placeName>
       <date when="1850-03-0%d"/></correspAction>
      <correspAction type="received"><persName>Dora&#x2067;qqq</persName>
       <persName>Emil</persName></correspAction></correspDesc></profileDesc>
      """;

  /**
   * Gives the words of a line in which a letter stands before the one that comes earlier in the
   * text.
   */
  private static final String TURNED =
      """
      () => {
        const found = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const block = node => {
          let at = node.parentElement;
          while (/^(inline|contents)/.test(getComputedStyle(at).display)) at = at.parentElement;
          return at;
        };
        let before = null;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let i = 0; i < node.length; i++) {
            if (!/[A-Za-pr-z0-9]/.test(node.data[i])) continue;
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            if (!box.width) continue;
            const here = { left: box.left, bottom: box.bottom, block: block(node) };
            if (before && before.block === here.block && Math.abs(before.bottom - here.bottom) < 3
                && here.left < before.left) {
              found.push(here.block.textContent.trim());
            }
            before = here;
          }
        }
        return Array.from(new Set(found));
      }
      """;

  @BeforeAll
  static void start() throws IOException {
    source(
        "edition.xml", TEI.formatted("e", "Letters of friends&#x202E;qqq", "", "<p>Preface.</p>"));
    source(
        "registers/persons.xml",
        TEI.formatted(
            "persons",
            "Persons",
            "",
            """
            <listPerson><person xml:id="ann"><persName>Ann&#x202E;qqq</persName>
            <birth when="1815"/><death when="1852"/></person>
            <person xml:id="ben"><persName>Ben&#x202B;qqq</persName><birth when="1820"/></person>
            </listPerson>
            """));
    letter("one", "A word to Dora&#x202E;qqq", "ann", "Ann&#x202E;qqq", 1);
    letter("two", "Words&#x2068;qqq", "ben", "Ben&#x202B;qqq", 2);
    letter("three", "More", "ben", "", 3);
    Run.in(folder, "build", "--only", "html");
  }

  private static void letter(String id, String title, String ref, String sender, int day)
      throws IOException {
    source(
        "letters/" + id + ".xml",
        TEI.formatted(
            id,
            title,
            CORRESPONDENCE.formatted(ref, sender, day),
            "<p>He met <persName ref=\"#ann\">her</persName> in spring.</p>"));
  }

  @BeforeEach
  void openTab() {
    open(new Browser.NewContextOptions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letters/one.html",
        "letters/two.html",
        "letters/three.html",
        "index.html",
        "letters.html",
        "calendar/1850.html",
        "correspondents.html",
        "correspondents/ann.html",
        "written-at.html",
        "persons.html",
        "persons/ann.html",
        "network.html",
        "statistics.html",
        "search.html?q=spring",
        "search.html?q=Ann",
      })
  void theWordsOnAPageStayInTheirOrder(String path) {
    page.navigate(folder.resolve("site").toUri() + path);
    if (path.contains("?")) {
      page.locator(".lp-result").first().waitFor();
    }
    assertThat(page.locator("main h1, main .lp-result").count()).isPositive();
    assertThat(turned()).isEmpty();
  }

  @Test
  void panelsAndCardsLeaveTheWordsInTheirOrder() {
    page.navigate(folder.resolve("site/letters/one.html").toUri().toString());
    page.locator("[data-lp-tool=add]").click();
    page.locator(".lp-reading a[href*='ann.html']").first().hover();
    page.locator(".lp-popover-card").waitFor();
    assertThat(turned()).isEmpty();
    for (String tool : List.of("chapters", "shelf")) {
      page.locator("[data-lp-tool=" + tool + "]").click();
      page.locator("dialog[open] li").first().waitFor();
      assertThat(turned()).isEmpty();
      page.keyboard().press("Escape");
    }
  }

  /** The small letters that a face of Arabic claims to have would halve it. */
  @Test
  void onlyFacesWithSmallLettersAreDrawnByTheirHeight() {
    page.navigate(folder.resolve("site/letters/one.html").toUri().toString());
    page.evaluate(
        "() => document.querySelector('.lp-reading').insertAdjacentHTML('beforeend',"
            + " '<p dir=rtl lang=ar id=a>سلام <i dir=ltr id=b>Latin</i></p>"
            + "<p><bdi id=c>سلام</bdi> <bdi id=d>Latin</bdi></p>')");
    assertThat(
            page.evaluate(
                "() => ['a', 'b', 'c', 'd'].map(id => getComputedStyle("
                    + "document.getElementById(id)).fontSizeAdjust).join(' ')"))
        .isEqualTo("none 0.43 none 0.43");
  }

  /** The test can tell: a turned word among others is found. */
  @Test
  void aTurnedLineIsSeen() {
    page.setContent("<p>One\u202Eqqq two three</p>");
    assertThat(turned()).hasSize(1);
  }

  private List<?> turned() {
    return (List<?>) page.evaluate(TURNED);
  }
}
