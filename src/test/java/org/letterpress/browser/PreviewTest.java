package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Main;
import org.letterpress.cli.Run;

/** The live preview, as an editor sees it: a page in Chromium that follows its file. */
class PreviewTest {
  private static final int PATIENCE = 120_000;

  private static Chromium chromium;

  @TempDir Path folder;

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private Tab tab;
  private Page page;
  private Thread server;
  private String address;
  private Path edition;
  private Path letter;
  private String good;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @BeforeEach
  void serve() throws Exception {
    Run.in(folder, "new", "mine", "--quiet");
    edition = folder.resolve("mine");
    letter = edition.resolve("tei/letters/l0001.xml");
    String paragraphs =
        IntStream.rangeClosed(1, 80)
            .mapToObj(n -> "<p xml:id=\"par" + n + "\">Paragraph " + n + " of a long letter.</p>\n")
            .collect(Collectors.joining());
    good = Files.readString(letter).replaceFirst("<closer>", paragraphs + "<closer>");
    Files.writeString(letter, good);
    server = new Thread(null, this::run, "preview-test", 512L << 20);
    server.start();
    address = said.poll(PATIENCE, TimeUnit.MILLISECONDS).strip();
    tab = chromium.open();
    page = tab.page();
  }

  /** The server in this process; its first line is its address. */
  private void run() {
    Writer out =
        new StringWriter() {
          @Override
          public void write(String text) {
            if (text.startsWith("http")) {
              said.add(text);
            }
          }

          @Override
          public void write(String text, int start, int length) {
            write(text.substring(start, start + length));
          }
        };
    Main.run(
        folder,
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter()),
        "serve",
        "mine",
        "--port",
        "0");
  }

  @AfterEach
  void stop() throws InterruptedException {
    tab.close();
    server.interrupt();
    server.join(PATIENCE);
    assertThat(server.isAlive()).isFalse();
    // A page that is not there is part of what is tried.
    assertThat(tab.errors()).allMatch(error -> error.contains("404"));
    assertThat(edition.resolve("site")).doesNotExist();
  }

  /** Saves as most editors do: written beside, then moved over. */
  private void save(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(".new-" + file.getFileName());
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void open(String path) {
    page.navigate(address + path);
    page.locator("#lp-preview .state.live").waitFor();
  }

  private void awaitText(String text) {
    page.locator("main").getByText(text).first().waitFor();
  }

  private Locator panel(String selector) {
    return page.locator("#lp-preview " + selector);
  }

  @Test
  void aSavedLetterChangesInPlaceAndStaysWhereItWas() throws Exception {
    open("letters/l0001.html");
    page.evaluate(
        "() => { window.mine = 'still here'; document.getElementById('par40')"
            + ".scrollIntoView(); }");
    double before = page.locator("#par40").boundingBox().y;
    save(
        letter,
        good.replace("Paragraph 40 of", "The fortieth paragraph of")
            .replace("<p xml:id=\"par5\">", "<p>A new one.</p>\n<p xml:id=\"par5\">"));
    awaitText("The fortieth paragraph of");
    awaitText("A new one.");
    assertThat(page.evaluate("() => window.mine")).isEqualTo("still here");
    assertThat(page.locator("#par40").boundingBox().y)
        .isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));
  }

  @Test
  void whatScriptsHaveAddedStays() throws Exception {
    open("letters/l0001.html");
    page.evaluate(
        "() => { var p = document.getElementById('par3'); p.classList.add('mine');"
            + " p.append(document.createElement('hr')); }");
    save(letter, good.replace("Paragraph 3 of", "The third of"));
    awaitText("The third of");
    assertThat(page.locator("#par3.mine hr").count()).isEqualTo(1);
  }

  @Test
  void aBrokenFileKeepsTheLastGoodPageWithTheErrorOnTop() throws Exception {
    open("letters/l0001.html");
    awaitText("Paragraph 7 of");
    save(letter, good.replace("Paragraph 7 of a long letter.</p>", "Seven"));
    panel(".banner:not([hidden])").waitFor();
    assertThat(panel(".banner").textContent()).contains("well-formed", "l0001.xml:");
    assertThat(panel(".banner a").first().getAttribute("href"))
        .startsWith("vscode://file/")
        .contains("l0001.xml:");
    awaitText("Paragraph 7 of");
    page.reload();
    awaitText("Paragraph 7 of");
    panel(".banner:not([hidden])").waitFor();
    save(letter, good.replace("Paragraph 7 of", "The seventh of"));
    awaitText("The seventh of");
    panel(".banner[hidden]")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  @Test
  void aFindingStandsInThePageAndInThePanel() throws Exception {
    open("letters/l0001.html");
    String wrong = good.replace("Paragraph 9 of", "<persname>Nine</persname> of");
    int line = (int) wrong.substring(0, wrong.indexOf("<persname>")).lines().count();
    save(letter, wrong);
    panel(".mark.error").first().waitFor();
    assertThat(page.locator("[data-lp-finding=error]").textContent()).contains("Nine");
    panel("button:has-text('Findings')").click();
    assertThat(panel(".findings li.error").first().textContent())
        .contains("element \"persname\"", "l0001.xml:" + line + ":", "LP-RNG-");
    assertThat(panel(".findings .place").first().getAttribute("href"))
        .contains("l0001.xml:" + line + ":");
    save(letter, good);
    page.waitForCondition(() -> panel(".mark").count() == 0);
    page.waitForCondition(() -> panel(".findings li.error").count() == 0);
  }

  @Test
  void theSourceStandsBesideTheTextAndFollowsIt() throws Exception {
    page.setViewportSize(1400, 900);
    open("letters/l0001.html");
    panel("button:has-text('Source')").click();
    panel(".lines li").first().waitFor();
    int line = (int) good.substring(0, good.indexOf("\"par60\"")).lines().count();
    page.evaluate("() => document.getElementById('par60').scrollIntoView({block: 'start'})");
    page.waitForCondition(() -> near(currentLine(), line));
    page.locator("#par62").click();
    page.waitForCondition(() -> currentLine() == line + 2);
    panel(".lines li").nth(line - 40).click();
    assertThat(page.locator("#par20").boundingBox().y).isBetween(0.0, 900.0);
  }

  private int currentLine() {
    Object index =
        panel(".lines")
            .evaluate(
                "list => Array.prototype.findIndex.call(list.children,"
                    + " li => li.hasAttribute('data-current'))");
    return ((Number) index).intValue() + 1;
  }

  private static boolean near(int line, int wanted) {
    return Math.abs(line - wanted) <= 2;
  }

  @Test
  void aDeletedLetterIsSaidAndANewOneAppears() throws Exception {
    open("letters/l0001.html");
    Files.delete(letter);
    panel(".banner:not([hidden])").waitFor();
    page.waitForCondition(() -> panel(".banner").textContent().contains("exists no more"));
    page.navigate(address + "letters/l0002.html");
    assertThat(page.locator("h1").textContent()).isNotEmpty();
    Files.writeString(letter.resolveSibling("l0002.xml"), good.replace("l0001", "l0002"));
    awaitText("Paragraph 1 of");
    open("index.html");
    page.locator("main a[href='letters/l0002.html']").first().waitFor();
  }

  @Test
  void thePdfIsMadeWhenItIsAskedFor() {
    open("letters/l0001.html");
    byte[] pdf = tab.context().request().get(address + "letters/l0001.pdf").body();
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  @Test
  void thePanelIsAccessible() throws Exception {
    open("letters/l0001.html");
    save(letter, good.replace("Paragraph 2 of", "<persname>Two</persname> of"));
    panel(".mark.error").first().waitFor();
    panel("button:has-text('Findings')").click();
    panel("button:has-text('Source')").click();
    panel(".lines li").first().waitFor();
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}
