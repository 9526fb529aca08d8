package org.letterpress.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a reader of the preview waits after a save: from the moment the editor's file is in its
 * place to the frame in which Chromium shows the new page.
 *
 * <p>A program for {@code src/bench/serve.sh}, no test: it prints the median, the slowest tenth and
 * the worst of all saves, in milliseconds.
 */
public final class PreviewLatency {
  private static final Pattern PARAGRAPH = Pattern.compile("<p(?: [^>]*)?>(?=[^<]{20})");

  /** Notes when a word that was not there before stands in a frame. */
  private static final String WATCH =
      """
      word => new Promise(done => {
        const seen = () => document.body.textContent.includes(word);
        const told = () => requestAnimationFrame(
            () => done(performance.timeOrigin + performance.now()));
        const observer = new MutationObserver(() => {
          if (seen()) {
            observer.disconnect();
            told();
          }
        });
        observer.observe(document.body,
            {subtree: true, childList: true, characterData: true, attributes: true});
        if (seen()) {
          told();
        }
      })
      """;

  private PreviewLatency() {}

  /**
   * Measures.
   *
   * @param arguments address of the preview, folder of the letters, how many saves
   */
  public static void main(String[] arguments) throws Exception {
    String address = arguments[0];
    Path folder = Path.of(arguments[1]);
    int saves = Integer.parseInt(arguments[2]);
    // An edition that was measured before holds the words of that time.
    String run = "word" + Long.toString(System.currentTimeMillis(), 36);
    List<Double> times = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")))) {
      Page page = browser.newPage();
      page.setDefaultTimeout(300_000);
      List<Path> letters = letters(folder);
      Random random = new Random(7);
      // The first saves find the JVM cold, as the first minute of a day does; they are not counted.
      int warm = 20;
      Path letter = null;
      for (int i = -warm; i < saves; i++) {
        if (i == -warm || Math.floorMod(i, 10) == 0) {
          // As somebody who goes from letter to letter.
          letter = letters.get(random.nextInt(letters.size()));
        }
        String name = letter.getFileName().toString().replace(".xml", ".html");
        if (!page.url().endsWith(name)) {
          page.navigate(address + "letters/" + name);
          page.locator("#lp-preview .state.live").waitFor();
          page.waitForTimeout(500);
        }
        double time = save(page, letter, run + "no" + (i + warm) + "x");
        if (i >= 0) {
          times.add(time);
        }
        page.waitForTimeout(200 + random.nextInt(1000));
      }
    }
    times.sort(null);
    System.out.printf(
        java.util.Locale.ROOT,
        "%.0f %.0f %.0f%n",
        times.get((times.size() - 1) / 2),
        times.get((times.size() - 1) * 9 / 10),
        times.get(times.size() - 1));
  }

  private static List<Path> letters(Path folder) throws IOException {
    List<Path> letters = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        if (place(Files.readString(file)) >= 0) {
          letters.add(file);
        }
      }
    }
    return letters;
  }

  /** Where the first paragraph's words begin, or -1. */
  private static int place(String text) {
    Matcher paragraph = PARAGRAPH.matcher(text);
    int body = text.indexOf("<body");
    return body >= 0 && paragraph.find(body) ? paragraph.end() : -1;
  }

  /** Saves a letter with a new word in it. */
  private static double save(Page page, Path letter, String word) throws IOException {
    String text = Files.readString(letter);
    int place = place(text);
    String changed = text.substring(0, place) + word + " " + text.substring(place);
    var handle = page.evaluateHandle("word => ({shown: (" + WATCH + ")(word)})", word);
    Path beside = letter.resolveSibling("." + letter.getFileName() + ".new");
    Files.writeString(beside, changed);
    Files.move(beside, letter, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Instant saved = Instant.now();
    double shown = ((Number) handle.evaluate("each => each.shown")).doubleValue();
    return shown - (saved.getEpochSecond() * 1000.0 + saved.getNano() / 1e6);
  }
}
