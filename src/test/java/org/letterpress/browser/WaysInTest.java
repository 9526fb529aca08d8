package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.cli.Run;

/** Lists, calendar, timeline, map, network and statistics, opened from disk. */
class WaysInTest extends InChromium {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc>
        <titleStmt><title>%1$s</title></titleStmt><publicationStmt><p>Test</p></publicationStmt>
        <sourceDesc><p>Manuscript</p></sourceDesc></fileDesc>
        <profileDesc><correspDesc>
          <correspAction type="sent"><persName ref="#%s"/><placeName ref="#%s"/>
            <date %s/></correspAction>
          <correspAction type="received"><persName ref="#%s"/></correspAction>
        </correspDesc></profileDesc></teiHeader>
        <text xml:lang="en"><body><p>Of <placeName ref="#oslo">Oslo</placeName>.</p></body></text>
      </TEI>
      """;

  private static final String REGISTERS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Registers</title></titleStmt><publicationStmt><p>Test</p></publicationStmt>
        <sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader><standOff>
        <listPerson>
          <person xml:id="ada"><persName>Ada</persName></person>
          <person xml:id="ben"><persName>Ben</persName></person>
          <person xml:id="cas"><persName>Cas</persName></person>
        </listPerson>
        <listPlace>
          <place xml:id="london"><placeName>London</placeName>
            <location><geo>51.5 -0.12</geo></location></place>
          <place xml:id="paris"><placeName>Paris</placeName>
            <location><geo>48.86 2.35</geo></location></place>
          <place xml:id="oslo"><placeName>Oslo</placeName>
            <location><geo>59.91 10.75</geo></location></place>
          <place xml:id="nowhere"><placeName>Nowhere</placeName></place>
        </listPlace></standOff></TEI>
      """;

  @BeforeAll
  static void start() throws IOException {
    source("registers/all.xml", REGISTERS);
    letter("one", "ada", "london", "when=\"1850-03-01\"", "ben");
    letter("two", "ben", "paris", "when=\"1850-03-01\"", "ada");
    letter("three", "ada", "london", "when=\"1851-07-09\"", "cas");
    letter("four", "ada", "nowhere", "when=\"1851\"", "ben");
    letter("five", "cas", "london", "", "ada");
    Run.in(folder, "build", "--only", "html");
  }

  private static void letter(String id, String from, String place, String date, String to)
      throws IOException {
    source("letters/" + id + ".xml", LETTER.formatted(id, from, place, date, to));
  }

  @BeforeEach
  void openTab() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  /** However narrow its place is, a date is parted before the year and not behind the day. */
  @ParameterizedTest
  @CsvSource({
    "letters.html, .lp-cell-date",
    "index.html, .lp-contents-date",
    "persons/ada.html, .lp-mentions li",
    "letters/one.html, .lp-letter-date time",
    "letters/one.html, .lp-neighbour-title",
  })
  void theDayStaysWithItsMonth(String path, String place) {
    page.navigate(url(path));
    page.evaluate(
        "place => document.querySelectorAll(place).forEach(at => {"
            + " at.style.display = 'block'; at.style.width = '4em'; at.style.padding = 0; })",
        place);
    assertThat(
            page.evaluate(
                "place => [...document.querySelectorAll(place)].map(at => {"
                    + " const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);"
                    + " for (let text = walker.nextNode(); text; text = walker.nextNode()) {"
                    + "  const day = /\\d+\\s(March|July)/.exec(text.data);"
                    + "  if (day) { const range = document.createRange();"
                    + "   range.setStart(text, day.index);"
                    + "   range.setEnd(text, day.index + day[0].length);"
                    + "   return range.getClientRects().length; } }"
                    + " return 0; }).filter(lines => lines > 0)",
                place))
        .asInstanceOf(LIST)
        .isNotEmpty()
        .allMatch(lines -> lines.equals(1));
  }

  /** What can be reached from the picture can be reached from the table, under the same name. */
  @ParameterizedTest
  @CsvSource({
    "letters.html, .lp-timeline, .lp-picture-table",
    "statistics.html, .lp-timeline, .lp-picture-table",
    "map.html, .lp-map, .lp-figures",
    "network.html, .lp-network, .lp-figures"
  })
  void thePictureHasItsTable(String path, String picture, String table) {
    page.navigate(url(path));
    List<?> drawn = links(picture + " svg a", "a.querySelector('title').textContent");
    assertThat(drawn).isNotEmpty();
    assertThat(links(table + " a", "a.textContent.trim() + ':'"))
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(drawn).anyMatch(mark -> mark.toString().startsWith(link.toString())))
        .hasSameSizeAs(drawn);
  }

  /** Address and name of links, each once, a page's own part of the address cut off. */
  private List<?> links(String selector, String name) {
    return (List<?>)
        page.evaluate(
            "selector => [...new Set([...document.querySelectorAll(selector)].map(a => {"
                + " const href = a.href.baseVal === undefined ? a.href"
                + " : new URL(a.href.baseVal, location).href;"
                + " return href + ' ' + "
                + name
                + " }))].sort()",
            selector);
  }

  @Test
  void aMarkOfTheMapTellsItsLettersAndLeadsToItsPlace() {
    page.navigate(url("map.html"));
    assertThat(marks(".lp-map"))
        .containsExactlyInAnyOrder(
            "London: 3 letters written", "Paris: 1 letter written", "Oslo: mentioned in 5 letters");
    assertThat(page.locator(".lp-mark-mentioned").count()).isEqualTo(1);
    assertThat(page.locator("main").textContent()).contains("1 place has no usable coordinates");
    page.locator(".lp-map svg a:has(.lp-mark-written)").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/places/london.html");
    assertThat(page.locator("h1").textContent()).isEqualTo("London");
    assertThat(page.locator("main a[href$='letters/one.html']").count()).isEqualTo(1);
  }

  /** London lies west and north of Paris, and Oslo north of both. */
  @Test
  void theMapIsTheRightWayUp() {
    page.navigate(url("map.html"));
    double[] london = at("London");
    double[] paris = at("Paris");
    double[] oslo = at("Oslo");
    assertThat(london[0]).isLessThan(paris[0]);
    assertThat(london[1]).isLessThan(paris[1]);
    assertThat(oslo[0]).isGreaterThan(paris[0]);
    assertThat(oslo[1]).isLessThan(london[1]);
  }

  private double[] at(String name) {
    Locator mark = page.locator(".lp-map svg a", new Page.LocatorOptions().setHasText(name + ":"));
    Locator circle = mark.locator("circle").first();
    return new double[] {
      Double.parseDouble(circle.getAttribute("cx")), Double.parseDouble(circle.getAttribute("cy"))
    };
  }

  @Test
  void theNetworkCountsLettersInBothDirections() {
    page.navigate(url("network.html"));
    assertThat(marks(".lp-network"))
        .containsExactlyInAnyOrder("Ada: 5 letters", "Ben: 3 letters", "Cas: 2 letters");
    assertThat(page.locator(".lp-edge").count()).isEqualTo(2);
    assertThat(page.locator(".lp-figures tbody tr").allInnerTexts())
        .containsExactly("Ada\tBen\t2\t1", "Ada\tCas\t1\t1");
    page.locator(".lp-network svg a").first().click();
    assertThat(page.url()).contains("/correspondents/");
  }

  @Test
  void theTimelineLeadsToTheLettersOfItsTime() {
    page.navigate(url("letters.html"));
    assertThat(marks(".lp-timeline")).contains("1850: 2 letters", "1851: 2 letters");
    page.locator(".lp-picture-table summary").click();
    page.locator(".lp-picture-table a").first().click();
    assertThat(page.url()).endsWith("#y-1850");
    assertThat(page.locator("tbody:has([id='y-1850']) td a").count()).isEqualTo(2);
  }

  @Test
  void aDayOfTheCalendarLeadsToItsLetters() {
    page.navigate(url("calendar.html"));
    page.locator("a[title='March 1850: 2 letters']").click();
    assertThat(page.url()).endsWith("calendar/1850.html#month-3");
    page.locator("#month-3 a").click();
    assertThat(page.url()).endsWith("letters.html#letter-one");
    assertThat(page.locator("#letter-one + #letter-two").count()).isEqualTo(1);
    page.navigate(url("calendar/1851.html"));
    page.locator("#month-7 a").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("Ada to Cas");
    page.navigate(url("calendar/1851.html"));
    page.locator(".lp-without-day a").click();
    assertThat(page.url()).contains("letters.html#");
  }

  @Test
  void theLetterSaysWhereItStandsInEditionAndCorrespondence() {
    page.navigate(url("letters/two.html"));
    assertThat(page.locator(".lp-breadcrumbs li").allInnerTexts()).endsWith("1850", "Letter 2");
    assertThat(page.locator(".lp-neighbours-correspondence").innerText().toLowerCase())
        .contains("2 of 3 within this correspondence");
    page.locator(".lp-breadcrumbs a").last().click();
    assertThat(page.url()).endsWith("letters.html#y-1850");
    page.navigate(url("letters/five.html"));
    assertThat(page.locator(".lp-breadcrumbs li").allInnerTexts()).contains("Undated letters");
  }

  @Test
  void everyWayIsThereWithoutScripts() {
    try (Tab plain = chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      plain.page().navigate(url("index.html"));
      for (String way :
          List.of("calendar", "correspondents", "written-at", "map", "network", "statistics")) {
        assertThat(plain.page().locator("main a[href='" + way + ".html']").count())
            .as(way)
            .isEqualTo(1);
        assertThat(folder.resolve("site/" + way + ".html")).exists();
      }
      plain.page().navigate(url("map.html"));
      assertThat(plain.page().locator(".lp-map svg").isVisible()).isTrue();
      assertThat(plain.page().locator(".lp-figures").isVisible()).isTrue();
    }
  }

  /** What the marks of a picture say. */
  private List<String> marks(String picture) {
    return page.locator(picture + " svg a title").allTextContents();
  }

  private static String url(String path) {
    return folder.resolve("site").resolve(path).toUri().toString();
  }
}
