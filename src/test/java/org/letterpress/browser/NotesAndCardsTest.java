package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.letterpress.cli.Run;

/** Notes, cards on persons and copied links, with mouse, keyboard and finger, opened from disk. */
class NotesAndCardsTest extends InChromium {
  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s" xml:lang="en">
       <teiHeader><fileDesc><titleStmt><title>%s</title></titleStmt>
       <publicationStmt><p/></publicationStmt><sourceDesc>%s</sourceDesc></fileDesc></teiHeader>
       <text><body>%s</body></text>
      </TEI>
      """;

  private static final String LETTER =
      """
      <head>In the country<note>Called from a heading.</note></head>
      <p xml:id="first">He met <persName ref="#ada">Ada</persName> and
       <persName ref="#nobody">Nobody</persName> again<note>Written
       by <persName ref="#ada">her</persName><note>A note on a note.</note> in spring.</note>.</p>
      <table><row><cell>Cell<note>Called from a table.</note></cell></row></table>
      <p><ref target="javascript:document.title='taken'">run</ref>
       <persName ref="javascript:alert(1)">X</persName> <pb n="2"/>and so on.</p>
      """;

  @BeforeAll
  static void start() throws IOException {
    write("tei/letters/letter.xml", TEI.formatted("letter", "T", "<p/>", LETTER));
    write(
        "tei/letters/many.xml",
        TEI.formatted(
            "many",
            "Many",
            "<p/>",
            IntStream.rangeClosed(1, 2000)
                .mapToObj(n -> "<p>Line " + n + "<note>Note number " + n + ".</note></p>")
                .collect(Collectors.joining())));
    write(
        "tei/letters/some.xml",
        TEI.formatted(
            "some",
            "Some",
            "<p/>",
            IntStream.rangeClosed(1, 20)
                .mapToObj(
                    n ->
                        "<p>%s<note>Note number %d%s.</note> and on<note>Another.</note>.</p>"
                            .formatted(
                                "Words in a line ".repeat(30), n, " of some length".repeat(3)))
                .collect(Collectors.joining())));
    write(
        "tei/registers/persons.xml",
        TEI.formatted(
            "persons",
            "Persons",
            "<p/>",
            """
            <listPerson><person xml:id="ada"><persName>Ada "Augusta" &lt;b&gt;King&lt;/b&gt;\
            &#x202E;</persName><birth when="1815"/><death when="1852"/>
            <idno type="GND">119232022</idno>
            <idno type="URI">javascript:alert(1)</idno></person></listPerson>
            """));
    Run.in(folder, "build", "--only", "html", "--out", folder.resolve("s").toString());
  }

  @Test
  void aNoteShowsOnHoverStaysUnderThePointerAndGoesWithEscape() {
    open("letter", new Browser.NewContextOptions().setViewportSize(700, 700));
    Locator call = page.locator(".lp-p .lp-note-call a").first();
    call.hover();
    Locator note = page.locator(".lp-popover");
    assertThat(note.textContent()).contains("Written", "A note on a note.");
    assertThat(call.getAttribute("aria-describedby")).isEqualTo(note.getAttribute("id"));
    note.hover();
    page.waitForTimeout(400);
    assertThat(note.isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(note.count()).isZero();
    assertThat(call.getAttribute("aria-describedby")).isNull();
  }

  @Test
  void aNoteShowsOnFocusAndEnterLeadsToTheListAndBack() {
    open("letter", new Browser.NewContextOptions().setViewportSize(700, 700));
    tabTo("#note-2-call");
    assertThat(page.locator(".lp-popover").textContent()).contains("Written");
    page.keyboard().press("Enter");
    assertThat(page.url()).endsWith("#note-2");
    page.waitForTimeout(400);
    assertThat(page.locator(".lp-popover").count()).isZero();
    page.locator("#note-2 > .lp-note-mark").focus();
    page.keyboard().press("Enter");
    assertThat(page.url()).endsWith("#note-2-call");
  }

  @Test
  void notesOfHeadingsAndTablesOpenByTapAndTheSecondTapLeadsToTheList() {
    open("letter", touch());
    for (String id : List.of("note-1", "note-4")) {
      Locator call = page.locator("#" + id + "-call");
      call.tap();
      assertThat(page.locator(".lp-popover").textContent()).contains("Called from a ");
      call.tap();
      assertThat(page.url()).endsWith("#" + id);
      assertThat(page.locator(".lp-popover").count()).isZero();
    }
  }

  @Test
  void aCardSaysWhoSomebodyIsOnHoverAndOnFocus() {
    open("letter", new Browser.NewContextOptions().setViewportSize(700, 700));
    Locator name = page.locator("#first .lp-entity a").first();
    name.hover();
    Locator card = page.locator(".lp-popover-card");
    card.waitFor();
    assertThat(card.textContent())
        .contains("Ada \"Augusta\" <b>King</b>", "Person · 1815–1852 · 1 letter", "GND");
    assertThat(card.locator("b").count()).isZero();
    assertThat(hrefs(card)).noneMatch(href -> href.toLowerCase().startsWith("javascript"));
    assertThat(card.locator("a.lp-external").getAttribute("href"))
        .isEqualTo("https://d-nb.info/gnd/119232022");
    page.keyboard().press("Escape");
    assertThat(card.count()).isZero();
    page.mouse().move(1, 1);
    tabTo("#first .lp-entity a");
    assertThat(card.isVisible()).isTrue();
    page.keyboard().press("Enter");
    page.waitForURL("**/persons/ada.html");
  }

  @Test
  void aCardOpensByTapAndTheSecondTapLeadsToTheRegister() {
    open("letter", touch());
    Locator name = page.locator("#first .lp-entity a").first();
    name.tap();
    assertThat(page.locator(".lp-popover-card").isVisible()).isTrue();
    assertThat(page.url()).endsWith("letter.html");
    name.tap();
    page.waitForURL("**/persons/ada.html");
  }

  @Test
  void withoutScriptNamesAreLinksAndNotesAreAList() {
    open("letter", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.locator("#note-2-call").click();
    assertThat(page.locator("#note-2").isVisible()).isTrue();
    assertThat(page.locator(".lp-copy").first().isVisible()).isFalse();
    assertThat(page.locator("#lp-citation").isVisible()).isTrue();
    page.locator("#first .lp-entity a").first().click();
    assertThat(page.url()).endsWith("persons/ada.html");
  }

  @Test
  void nothingInALetterRuns() {
    open("letter", new Browser.NewContextOptions());
    assertThat(hrefs(page.locator("body"))).noneMatch(href -> href.contains("javascript:"));
    page.getByText("run").first().click();
    assertThat(page.title()).isNotEqualTo("taken");
  }

  @Test
  void theLinkOfAParagraphANoteAndAPageAreCopied() {
    open("letter", new Browser.NewContextOptions().setViewportSize(900, 700));
    for (String id : List.of("first", "note-3", "pb-1")) {
      page.evaluate(
          "() => { navigator.clipboard.writeText = t => { window.copied = t;"
              + " return Promise.resolve(); }; }");
      Locator link = page.locator("#" + id + " > .lp-anchor");
      link.focus();
      page.keyboard().press("Enter");
      assertThat(page.url()).endsWith("#" + id);
      assertThat(page.evaluate("() => window.copied").toString())
          .startsWith("file:")
          .endsWith("/letters/letter.html#" + id);
      // The same words a second time come after a moment of silence.
      page.waitForCondition(() -> page.locator("#lp-status").textContent().equals("Link copied"));
    }
  }

  @Test
  void theCitationIsCopied() {
    open("letter", new Browser.NewContextOptions().setViewportSize(900, 700));
    page.evaluate(
        "() => { navigator.clipboard.writeText = t => { window.copied = t;"
            + " return Promise.resolve(); }; }");
    page.locator(".lp-cite summary").first().click();
    page.locator("button[data-lp-copies=lp-cite-bib]").click();
    assertThat(page.evaluate("() => window.copied").toString()).startsWith("@misc{letter,");
  }

  @Test
  void notesStandBesideTheirLinesAndDoNotOverlap() {
    open("some", new Browser.NewContextOptions().setViewportSize(1600, 900));
    assertThat(page.locator("html.lp-margin-notes").count()).isEqualTo(1);
    assertThat(
            page.evaluate(
                "() => { let end = -1e9, wrong = 0, count = 0;"
                    + " document.querySelectorAll('.lp-notes-commentary .lp-note').forEach(n => {"
                    + " const b = n.getBoundingClientRect(); count++;"
                    + " if (b.top < end - 1) wrong++; end = b.bottom; });"
                    + " return count + ' ' + wrong; }"))
        .isEqualTo("40 0");
  }

  @Test
  void twoThousandNotesAreTooManyForTheMargin() {
    open("many", new Browser.NewContextOptions().setViewportSize(1600, 900));
    assertThat(page.locator("html.lp-margin-notes").count()).isEqualTo(0);
    assertThat(page.locator(".lp-notes-commentary .lp-note").count()).isEqualTo(2000);
    page.locator("#note-1000-call").hover();
    assertThat(page.locator(".lp-popover").textContent()).contains("Note number 1000.");
  }

  @Test
  void axeFindsNoBarrierInAnOpenNoteAndCard() {
    open("letter", new Browser.NewContextOptions().setViewportSize(700, 700));
    for (String owner : List.of("#note-2-call", "#first .lp-entity a")) {
      tabTo(owner);
      assertThat(page.locator(".lp-popover").isVisible()).isTrue();
      assertThat(
              new AxeBuilder(page)
                  .analyze().getViolations().stream()
                      .map(rule -> rule.getId() + ": " + rule.getHelp()))
          .isEmpty();
      tab.errors().clear();
      page.keyboard().press("Escape");
    }
  }

  /** Focus as the keyboard gives it: from the element before. */
  private void tabTo(String selector) {
    page.evaluate(
        "s => { const all = [...document.querySelectorAll('a[href], button, summary, [tabindex]')];"
            + " all[all.indexOf(document.querySelector(s)) - 1].focus(); }",
        selector);
    page.keyboard().press("Tab");
  }

  private static List<String> hrefs(Locator within) {
    return within.locator("a[href]").all().stream().map(a -> a.getAttribute("href")).toList();
  }

  private static Browser.NewContextOptions touch() {
    return new Browser.NewContextOptions().setViewportSize(390, 800).setHasTouch(true);
  }

  private void open(String letter, Browser.NewContextOptions options) {
    open(options);
    page.navigate(folder.resolve("s/letters/" + letter + ".html").toUri().toString());
  }

  private static void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
