package org.letterpress.corpora;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a built site as a reader meets them: words without tags, lists of notes, links.
 *
 * <p>It looks at finished files only and asks none of our code.
 *
 * @param folder the output folder
 */
public record PublishedSite(Path folder) {
  /** The folders of register pages. */
  private static final List<String> REGISTERS =
      List.of("persons", "places", "orgs", "events", "works", "objects", "terms");

  /** Where a letter's text begins, and what ends its text and notes. */
  private static final String READING = "<div class=\"lp-reading\"";

  private static final String RECORD = "id=\"lp-record\"";

  /** Elements of HTML that stand inside a word or line. */
  private static final Pattern INLINE =
      Pattern.compile(
          "</?(?:a|span|i|em|b|strong|abbr|time|bdi|bdo|cite|q|u|s|sup|sub|small|ins|del|mark|ruby"
              + "|rb|code|wbr|math|mi|mn|mo|mrow|msup|msub)\\b[^>]*>");

  private static final Pattern NOTE_CALL =
      Pattern.compile("(?s)<sup class=\"lp-note-call[^>]*>.*?</sup>");
  private static final Pattern SIGN_KEY =
      Pattern.compile("(?s)<section class=\"lp-sign-key\".*?</section>");
  private static final Pattern NOTE_ITEM = Pattern.compile("<li\\b[^>]*\\bclass=\"lp-note[\" ]");
  private static final Pattern APPARATUS_ITEM =
      Pattern.compile("<li\\b[^>]*\\bclass=\"[^\"]*\\blp-note-apparatus\\b");
  private static final Pattern NOTE_IN_PLACE =
      Pattern.compile("\\bclass=\"[^\"]*\\blp-note-inline\\b[^\"]*\"");
  private static final Pattern NOTE_SECTION =
      Pattern.compile("(?s)<section class=\"lp-notes lp-notes-(\\w+)\".*?</section>");
  private static final Pattern LINK =
      Pattern.compile("href=\"\\.\\./((?:" + String.join("|", REGISTERS) + ")/[^\"#]+)\\.html");

  private static final Pattern LETTER_LINK =
      Pattern.compile("href=\"(?:(?:\\.\\./)+letters/)?([^\"/#:]+)\\.html(#[^\"]*)?\"");

  /** The names of the letters' pages, without their ending. */
  public Set<String> letters() {
    return pages("letters");
  }

  private Set<String> pages(String within) {
    Set<String> pages = new TreeSet<>();
    if (Files.isDirectory(folder.resolve(within))) {
      try (Stream<Path> files = Files.list(folder.resolve(within))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".html"))
            .forEach(name -> pages.add(name.substring(0, name.length() - 5)));
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
    return pages;
  }

  /** The letters in the order of the first list in {@code letters.html}. */
  public List<String> order() {
    String rows = html("letters.html");
    List<String> order = new ArrayList<>();
    Matcher row =
        Pattern.compile("<tr id=\"letter-[^\"]*\".*?href=\"letters/([^\"]+)\\.html").matcher(rows);
    while (row.find()) {
      order.add(row.group(1));
    }
    return order;
  }

  /** Whether a file is there. */
  public boolean has(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  /** The markup of a page; empty when there is no such page. */
  public String html(String file) {
    return has(file) ? read(folder.resolve(file)) : "";
  }

  /** The words of a whole page, from its head to its foot. */
  public String page(String file) {
    return words(html(file));
  }

  /** The markup of a letter's text and notes. */
  public String readingHtml(String letter) {
    String html = html("letters/" + letter + ".html");
    int start = html.indexOf(READING);
    if (start < 0) {
      return "";
    }
    int end = html.indexOf(RECORD, start);
    if (end < 0) {
      end = html.indexOf("</article>", start);
    }
    // The key to the signs stands between text and notes and belongs to neither.
    return SIGN_KEY
        .matcher(html.substring(start, end < 0 ? html.length() : html.lastIndexOf('<', end)))
        .replaceAll("");
  }

  /** The words of a letter's text and notes, without the marks that call notes. */
  public String reading(String letter) {
    return words(readingHtml(letter));
  }

  /** The heading of a letter's page. */
  public String heading(String letter) {
    return words(first("(?s)<h1\\b[^>]*>(.*?)</h1>", html("letters/" + letter + ".html")));
  }

  /** The title of a letter's page, which browsers show in the tab. */
  public String title(String letter) {
    return words(first("(?s)<title>(.*?)</title>", html("letters/" + letter + ".html")));
  }

  /** The date in a letter's head. */
  public String date(String letter) {
    return words(
        first("(?s)<p class=\"lp-letter-date\">(.*?)</p>", html("letters/" + letter + ".html")));
  }

  /**
   * How many notes the lists of a letter hold in a series, {@code commentary} or {@code textual}.
   */
  public int notes(String letter, String series) {
    Matcher section = NOTE_SECTION.matcher(html("letters/" + letter + ".html"));
    int notes = 0;
    while (section.find()) {
      if (section.group(1).equals(series)) {
        notes += count(NOTE_ITEM, section.group());
      }
    }
    return notes;
  }

  /** How many of the notes in a letter's lists are entries of the apparatus. */
  public int apparatusEntries(String letter) {
    return count(APPARATUS_ITEM, html("letters/" + letter + ".html"));
  }

  /** How many notes stand where they were written, in a letter's text or in another note. */
  public int notesInPlace(String letter) {
    return inPlace(readingHtml(letter), "\\blp-series-(?!folio\\b)");
  }

  /** How many remarks stand in register entries that a letter's text shows. */
  public int remarksInEntries(String letter) {
    return inPlace(readingHtml(letter), "^(?!.*\\blp-series-)");
  }

  /** How many numbers of sheets a page shows that are encoded as notes. */
  public int sheetNumbers(String file) {
    return inPlace(html(file), "\\blp-series-folio\\b");
  }

  /** Notes without a list, by what their classes hold. */
  private static int inPlace(String html, String classes) {
    Pattern wanted = Pattern.compile(classes);
    return (int)
        NOTE_IN_PLACE
            .matcher(html)
            .results()
            .filter(found -> wanted.matcher(found.group()).find())
            .count();
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }

  /** The series of notes that a letter has. */
  public Set<String> series(String letter) {
    Set<String> series = new TreeSet<>();
    Matcher section = NOTE_SECTION.matcher(html("letters/" + letter + ".html"));
    while (section.find()) {
      series.add(section.group(1));
    }
    return series;
  }

  /** The register entries that a letter's text and notes link to, such as {@code persons/anna}. */
  public List<String> links(String letter) {
    return LINK.matcher(readingHtml(letter)).results().map(found -> found.group(1)).toList();
  }

  /** For each register entry the letters that its page leads to. */
  public Map<String, Set<String>> lettersByEntry() {
    Map<String, Set<String>> letters = new TreeMap<>();
    for (String kind : REGISTERS) {
      for (String entry : pages(kind)) {
        Set<String> of = letters.computeIfAbsent(entry, key -> new TreeSet<>());
        StringBuilder all = new StringBuilder(html(kind + "/" + entry + ".html"));
        // What is mentioned very often has further pages.
        pages(kind + "/" + entry)
            .forEach(n -> all.append(html(kind + "/" + entry + "/" + n + ".html")));
        Matcher link = LETTER_LINK.matcher(all);
        while (link.find()) {
          of.add(link.group(1));
        }
      }
    }
    return letters;
  }

  /** The letters, or places in them as {@code b#p1}, that a letter's text and notes link to. */
  public List<String> linksToLetters(String letter) {
    return LETTER_LINK
        .matcher(readingHtml(letter))
        .results()
        .map(found -> found.group(1) + (found.group(2) == null ? "" : found.group(2)))
        .toList();
  }

  /** The words of a letter in plain text, without the marks that call notes. */
  public String text(String letter) {
    Path file = folder.resolve("letters/" + letter + ".txt");
    return Files.exists(file)
        ? tidy(read(file).replaceAll("\\[(?:\\d+|[a-z]{1,2})\\](?!\\s*[\\u2026])", ""))
        : "";
  }

  /**
   * The words of a letter's PDF as {@code pdftotext} reads them.
   *
   * @throws IOException when pdftotext cannot be started or fails
   */
  public String print(String letter) throws IOException {
    Path file = folder.resolve("letters/" + letter + ".pdf");
    if (!Files.exists(file)) {
      return "";
    }
    Process process =
        new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), "-")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text;
    try (InputStream out = process.getInputStream()) {
      text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    return tidy(text);
  }

  /** Text without what lines and pages do to it: for comparing with a PDF. */
  public static String squeezed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\u2010-]+", "");
  }

  /** How often a phrase stands in a text. */
  public static int occurrences(String phrase, String text) {
    int count = 0;
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      count++;
    }
    return count;
  }

  /** White space as one space, no soft hyphens, composed letters. */
  static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\u00AD", "")
        .replaceAll("[\\s\\u00A0\\u2000-\\u200B\\u202F]+", " ")
        .strip();
  }

  private static String words(String html) {
    String text = html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ");
    text = NOTE_CALL.matcher(text).replaceAll("");
    text = text.replaceAll("(?s)<rp>.*?</rp>", "").replaceAll("</?rt\\b[^>]*>", " ");
    text = INLINE.matcher(text).replaceAll("").replaceAll("(?s)<[^>]*>", " ");
    return tidy(unescape(text));
  }

  private static String unescape(String text) {
    Matcher reference = Pattern.compile("&(#x?[0-9a-fA-F]+|\\w+);").matcher(text);
    return reference.replaceAll(
        found -> {
          String name = found.group(1);
          String value =
              switch (name) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                case "nbsp" -> " ";
                case "shy" -> "";
                default ->
                    name.startsWith("#x")
                        ? Character.toString(Integer.parseInt(name.substring(2), 16))
                        : name.startsWith("#")
                            ? Character.toString(Integer.parseInt(name.substring(1)))
                            : found.group();
              };
          return Matcher.quoteReplacement(value);
        });
  }

  private static String first(String pattern, String text) {
    Matcher match = Pattern.compile(pattern).matcher(text);
    return match.find() ? match.group(1) : "";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
