package org.letterpress.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What the pages of sites weigh, and what a search loads from disk, and how long it takes, until
 * its first result stands there.
 *
 * <p>A program for {@code src/bench/run.sh}, no test: it prints a row of a table for each site. Of
 * more than 300 letters it weighs 300.
 */
public final class SiteWeights {
  private static final int MOST_WEIGHED = 300;
  private static final int QUERIES = 12;

  /** Two words with nothing but a space between them. */
  private static final Pattern PAIR =
      Pattern.compile("(?<=[> ])(\\p{L}{2,}) (\\p{L}{2,})(?=[ ,.])");

  /** Writes down what is loaded until the first result stands there, and when that is. */
  private static final String WATCH =
      """
      window.lpLoaded = [];
      new MutationObserver(records => {
        for (const record of records) {
          for (const node of record.addedNodes) {
            if (window.lpFirst || node.nodeType !== 1) continue;
            if (node.src || node.rel === 'stylesheet') lpLoaded.push(node.src || node.href);
            if (document.querySelector('.lp-result')) {
              window.lpTime = performance.now();
              window.lpFirst = lpLoaded.slice();
            }
          }
        }
      }).observe(document, {childList: true, subtree: true});
      """;

  private SiteWeights() {}

  /**
   * Weighs.
   *
   * @param arguments folders of sites
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(
        "| letters | letter page, median | heaviest | its scripts | its style sheets | title page |"
            + " heaviest other page | first result, kB: median | most | ms: median | most |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    try (Chromium chromium = new Chromium()) {
      for (String site : arguments) {
        weigh(chromium, Path.of(site).toAbsolutePath());
      }
    }
  }

  private static void weigh(Chromium chromium, Path site) throws IOException {
    List<Path> letters = new ArrayList<>(pages(site.resolve("letters")));
    int count = letters.size();
    Collections.shuffle(letters, new Random(1));
    List<Path> some = letters.subList(0, Math.min(count, MOST_WEIGHED));
    List<Double> weights = some.stream().map(SiteWeights::compressed).sorted().toList();
    double lists = pages(site).stream().mapToDouble(SiteWeights::compressed).max().orElse(0);
    Path letter = some.get(0);
    List<Double> bytes = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (String query : queries(some)) {
      try (Tab tab = chromium.open()) {
        search(tab.page(), site, query, bytes, times);
      }
    }
    Collections.sort(bytes);
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %.0f | %.0f |%n",
        count,
        weights.get(weights.size() / 2),
        weights.get(weights.size() - 1),
        drawnIn(letter, "<script[^>]* src=\"([^\"]+)\""),
        drawnIn(letter, "<link rel=\"stylesheet\" href=\"([^\"]+)\""),
        compressed(site.resolve("index.html")),
        lists,
        bytes.get(bytes.size() / 2),
        bytes.get(bytes.size() - 1),
        times.get(times.size() / 2),
        times.get(times.size() - 1));
  }

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  /** Size of a file as a server sends it, in kB. */
  private static double compressed(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      Files.copy(file, zip);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return bytes.size() / 1e3;
  }

  private static double drawnIn(Path page, String pattern) throws IOException {
    double size = 0;
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(page));
    while (matcher.find()) {
      size += compressed(page.resolveSibling(matcher.group(1).replaceFirst("[?#].*", "")));
    }
    return size;
  }

  /** Words, phrases, and beginnings of words of letters, frequent ones and others. */
  private static List<String> queries(List<Path> letters) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    List<String> words = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (Path letter : letters) {
      String text = Files.readString(letter).replaceFirst("(?s)^.*?<div class=\"lp-text\"", "");
      Matcher matcher = PAIR.matcher(text.replaceFirst("(?s)<section.*", ""));
      while (matcher.find()) {
        pairs.add(matcher.group(1) + ' ' + matcher.group(2));
        for (String word : List.of(matcher.group(1), matcher.group(2))) {
          words.add(word);
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    List<String> frequent = new ArrayList<>(counts.keySet());
    frequent.sort((one, other) -> counts.get(other) - counts.get(one));
    Random random = new Random(3);
    List<String> queries = new ArrayList<>();
    for (int i = 0; queries.size() < QUERIES; i++) {
      String word = words.get(random.nextInt(words.size()));
      queries.add(
          switch (i % 4) {
            case 0 -> word;
            case 1 -> '"' + pairs.get(random.nextInt(pairs.size())) + '"';
            case 2 -> word.substring(0, 2) + '*';
            default -> frequent.get(i / 4) + ' ' + frequent.get(i / 4 + 1);
          });
    }
    return queries;
  }

  private static void search(
      Page page, Path site, String query, List<Double> bytes, List<Double> times)
      throws IOException {
    page.addInitScript(WATCH);
    Path search = site.resolve("search.html");
    page.navigate(
        search.toUri() + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    try {
      page.waitForFunction("() => window.lpFirst");
    } catch (TimeoutError none) {
      System.err.println("nothing found in " + site + " for " + query);
      return;
    }
    double size = Files.size(search);
    for (Object name : (List<?>) page.evaluate("() => window.lpFirst")) {
      size += Files.size(Path.of(URI.create(name.toString().replaceFirst("[?#].*", ""))));
    }
    bytes.add(size / 1e3);
    times.add(((Number) page.evaluate("() => window.lpTime")).doubleValue());
  }
}
