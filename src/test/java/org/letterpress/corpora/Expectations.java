package org.letterpress.corpora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.letterpress.cli.Run;

/**
 * What {@code expected.txt} beside a small edition says of its build, line by line.
 *
 * <p>A line is {@code KEYWORD [WHAT]: VALUE}; empty lines and lines that begin with {@code #} are
 * left out. White space in a phrase is one space, and {@code ||} divides several phrases.
 *
 * <pre>
 * pdf: yes                     make the PDFs, too, and look for phrases in them
 * as FILE: UTF-16LE BOM CRLF   give the file this form before it is built
 * exit: 0                      the exit status; "0 1" allows both
 * letters: a b                 exactly these letters have pages
 * pages: 2                     so many letters have pages
 * order: b a                   the list by date has them in this order
 * heading LETTER: words        the heading of its page
 * date LETTER: words           the date in its head
 * head-without LETTER: phrase  neither heading nor title of its page, nor the list of letters, has it
 * notes LETTER: commentary 2, textual 1     the notes in its lists, series by series
 * once LETTER: phrase          stands exactly once in page, plain text and, when made, PDF
 * html LETTER: phrase          the same for the page alone; likewise text, print
 * some LETTER: phrase          stands once or more in the page
 * never LETTER: phrase         stands in none of the three
 * in-order LETTER: one || two  the phrases follow each other in the page
 * markup LETTER: phrase        the markup of its text and notes has it; no-markup: has it not
 * link LETTER: persons/anna 2  so many links to the entry in its text and notes; one when not said
 * link-to LETTER: b#p1 2       so many links to the page of another letter, or a place on it
 * page FILE: phrase            a page of the site has the words; no-page FILE: has them not
 * file FILE: yes               a file is there, or is not: no
 * finding CODE: 2              so many findings of a code; "some" for one or more, "no" for none
 * says CODE: words             a finding of this code has these words in its message
 * silent CODE: words           no finding of this code has them
 * </pre>
 *
 * <p>LETTER is the name of its page, or {@code @word}: the one letter whose text has that word.
 */
final class Expectations {
  private static final Set<String> OF_A_LETTER =
      Set.of(
          "heading",
          "date",
          "head-without",
          "notes",
          "once",
          "html",
          "some",
          "text",
          "print",
          "never",
          "in-order",
          "markup",
          "no-markup",
          "link",
          "link-to");

  private record Line(int number, String keyword, String what, String value) {
    @Override
    public String toString() {
      return "expected.txt:"
          + number
          + "  "
          + keyword
          + (what.isEmpty() ? "" : " " + what)
          + ": "
          + value;
    }
  }

  private record Finding(String code, String message, String remedy) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private PublishedSite site;
  private Run run;
  private List<Finding> findings = List.of();
  private boolean printed;

  private Expectations(List<String> text) {
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
          throw new IllegalArgumentException("expected.txt:" + (i + 1) + " has no colon: " + line);
        }
        String[] key = line.substring(0, colon).split(" ", 2);
        String what = key.length == 2 ? key[1].strip() : "";
        lines.add(new Line(i + 1, key[0], what, line.substring(colon + 2).strip()));
      }
    }
  }

  /**
   * Reads the expectations of an edition.
   *
   * @throws IOException when they cannot be read
   */
  static Expectations of(Path file) throws IOException {
    return new Expectations(Files.readAllLines(file));
  }

  /**
   * Builds the edition in a folder and compares.
   *
   * @return what is not as expected, each with its line; empty when all is
   * @throws IOException when files cannot be read or written
   */
  List<String> check(Path edition) throws IOException {
    for (Line line : lines) {
      if (line.keyword().equals("as")) {
        encode(edition.resolve(line.what()), line.value());
      }
    }
    printed = lines.stream().anyMatch(line -> line.keyword().equals("pdf"));
    String only = printed ? "html,text,pdf" : "html,text";
    run = Run.in(edition, "build", "--only", only, "--format", "json");
    site = new PublishedSite(edition.resolve("site"));
    findings = findings();
    if (run.err().contains("letterpress failed") || run.status() > 1) {
      failures.add("the build ended with status " + run.status() + ": " + run.err().strip());
    }
    for (Finding finding : findings) {
      if (finding.code().equals("LP-OUT-004")) {
        failures.add("a defect of ours: " + finding.message());
      }
      if (finding.code().startsWith("LP-AUDIT")) {
        failures.add("the audit: " + finding.message() + "; " + finding.remedy());
      }
    }
    for (Line line : lines) {
      check(line);
    }
    return failures;
  }

  private void check(Line line) throws IOException {
    String letter = line.what().startsWith("@") ? letterWith(line) : line.what();
    String value = line.value();
    if (OF_A_LETTER.contains(line.keyword()) && !site.letters().contains(letter)) {
      fail(line, "there is no such letter; there are " + site.letters());
      return;
    }
    switch (line.keyword()) {
      case "as", "pdf" -> {}
      case "exit" -> {
        if (!Arrays.asList(value.split(" ")).contains(String.valueOf(run.status()))) {
          fail(line, "the status is " + run.status() + byCode());
        }
      }
      case "letters" -> equal(line, words(value), new TreeSet<>(site.letters()).toString());
      case "pages" -> equal(line, value, String.valueOf(site.letters().size()));
      case "order" -> equal(line, List.of(value.split(" ")).toString(), site.order().toString());
      case "heading" -> equal(line, value, site.heading(letter));
      case "date" -> {
        // The place may stand before it.
        if (!site.date(letter).equals(value) && !site.date(letter).endsWith(", " + value)) {
          fail(line, "but it is: " + site.date(letter));
        }
      }
      case "head-without" -> headWithout(line, letter, value);
      case "notes" -> equal(line, value, notes(letter));
      case "once" -> {
        count(line, "page", 1, 1, value, site.reading(letter));
        count(line, "plain text", 1, 1, value, site.text(letter));
        if (printed) {
          print(line, 1, value, letter);
        }
      }
      case "html" -> count(line, "page", 1, 1, value, site.reading(letter));
      case "some" -> count(line, "page", 1, Integer.MAX_VALUE, value, site.reading(letter));
      case "text" -> count(line, "plain text", 1, 1, value, site.text(letter));
      case "print" -> print(line, 1, value, letter);
      case "never" -> {
        count(line, "page", 0, 0, value, site.reading(letter));
        count(line, "plain text", 0, 0, value, site.text(letter));
        if (printed) {
          print(line, 0, value, letter);
        }
      }
      case "in-order" -> inOrder(line, site.reading(letter));
      case "markup" -> {
        if (!site.readingHtml(letter).contains(value)) {
          fail(line, "the page has not this markup");
        }
      }
      case "no-markup" -> {
        if (site.readingHtml(letter).contains(value)) {
          fail(line, "the page has this markup");
        }
      }
      case "link" -> link(line, letter);
      case "link-to" -> linkTo(line, letter);
      case "page" -> count(line, letter, 1, Integer.MAX_VALUE, value, site.page(letter));
      case "no-page" -> count(line, letter, 0, 0, value, site.page(letter));
      case "file" -> equal(line, value, site.has(letter) ? "yes" : "no");
      case "finding" -> finding(line);
      case "says" -> {
        if (messages(letter).stream().noneMatch(message -> message.contains(value))) {
          fail(line, "its messages are " + messages(letter));
        }
      }
      case "silent" -> {
        if (messages(letter).stream().anyMatch(message -> message.contains(value))) {
          fail(line, "its messages are " + messages(letter));
        }
      }
      default -> fail(line, "no such keyword");
    }
  }

  private void headWithout(Line line, String letter, String value) {
    count(line, "heading", 0, 0, value, site.heading(letter));
    count(line, "title", 0, 0, value, site.title(letter));
    count(line, "letters.html", 0, 0, value, site.page("letters.html"));
    count(line, "index.html", 0, 0, value, site.page("index.html"));
  }

  private String notes(String letter) {
    List<String> found = new ArrayList<>();
    for (String series : site.series(letter)) {
      found.add(series + " " + site.notes(letter, series));
    }
    return found.isEmpty() ? "none" : String.join(", ", found);
  }

  private void count(Line line, String where, int least, int most, String phrases, String text) {
    for (String phrase : phrases.split(" *\\|\\| *")) {
      int found = PublishedSite.occurrences(PublishedSite.tidy(phrase), text);
      if (found < least || found > most) {
        fail(line, "\"" + phrase + "\" stands " + found + " times in its " + where);
      }
    }
  }

  private void print(Line line, int wanted, String phrases, String letter) throws IOException {
    String text = PublishedSite.squeezed(site.print(letter));
    for (String phrase : phrases.split(" *\\|\\| *")) {
      int found = PublishedSite.occurrences(PublishedSite.squeezed(phrase), text);
      if (found != wanted) {
        fail(line, "\"" + phrase + "\" stands " + found + " times in its PDF");
      }
    }
  }

  private void inOrder(Line line, String text) {
    int at = 0;
    for (String phrase : line.value().split(" *\\|\\| *")) {
      int found = text.indexOf(PublishedSite.tidy(phrase), at);
      if (found < 0) {
        fail(line, "\"" + phrase + "\" does not follow what stands before it");
        return;
      }
      at = found + 1;
    }
  }

  /** The letter that has a word; a name that no page has when none or several do. */
  private String letterWith(Line line) {
    String word = line.what().substring(1);
    List<String> with =
        site.letters().stream().filter(letter -> site.reading(letter).contains(word)).toList();
    if (with.size() != 1) {
      fail(line, "the letters with \"" + word + "\" are " + with);
    }
    return with.size() == 1 ? with.get(0) : line.what();
  }

  private void linkTo(Line line, String letter) {
    String[] parts = line.value().split(" ");
    int wanted = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
    String target = parts[0];
    if (target.startsWith("@")) {
      target = letterWith(new Line(line.number(), line.keyword(), target, line.value()));
    }
    List<String> links = site.linksToLetters(letter);
    long found = links.stream().filter(target::equals).count();
    if (found != wanted) {
      fail(line, found + " links; all of them: " + links);
    }
  }

  private void link(Line line, String letter) {
    String[] parts = line.value().split(" ");
    int wanted = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
    List<String> links = site.links(letter);
    long found = links.stream().filter(parts[0]::equals).count();
    if (found != wanted) {
      fail(line, found + " links; all of them: " + links);
    }
    if (found > 0 && !site.has(parts[0] + ".html")) {
      fail(line, "the page that it leads to is not there");
    }
  }

  private void finding(Line line) {
    int found = messages(line.what()).size();
    boolean right =
        switch (line.value()) {
          case "some" -> found > 0;
          case "no" -> found == 0;
          default -> found == Integer.parseInt(line.value());
        };
    if (!right) {
      fail(line, found + " such findings " + messages(line.what()) + byCode());
    }
  }

  private List<String> messages(String code) {
    return findings.stream()
        .filter(finding -> finding.code().equals(code))
        .map(Finding::message)
        .toList();
  }

  private String byCode() {
    Map<String, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
    return "; all findings: " + counts;
  }

  private List<Finding> findings() throws IOException {
    List<Finding> found = new ArrayList<>();
    if (run.out().strip().startsWith("{")) {
      for (JsonNode node : new ObjectMapper().readTree(run.out()).path("findings")) {
        found.add(
            new Finding(
                node.path("code").asText(),
                node.path("message").asText(),
                node.path("remedy").asText()));
      }
    }
    return found;
  }

  private void equal(Line line, String wanted, String found) {
    if (!PublishedSite.tidy(wanted).equals(found)) {
      fail(line, "but it is: " + found);
    }
  }

  private void fail(Line line, String what) {
    failures.add(line + "\n      " + what);
  }

  private static String words(String value) {
    return new TreeSet<>(List.of(value.split(" "))).toString();
  }

  /** Writes a file anew in another encoding, with a byte order mark or with CRLF. */
  private static void encode(Path file, String form) throws IOException {
    List<String> wanted = List.of(form.toUpperCase(Locale.ROOT).split(" "));
    String text = Files.readString(file);
    Charset charset = StandardCharsets.UTF_8;
    if (wanted.contains("UTF-16LE") || wanted.contains("UTF-16BE")) {
      charset = Charset.forName(wanted.contains("UTF-16LE") ? "UTF-16LE" : "UTF-16BE");
      text = text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"UTF-16\"");
    } else if (wanted.contains("ISO-8859-1")) {
      charset = StandardCharsets.ISO_8859_1;
      text = text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"ISO-8859-1\"");
    }
    if (wanted.contains("CRLF")) {
      text = text.replace("\n", "\r\n");
    }
    if (wanted.contains("CR")) {
      text = text.replace("\n", "\r");
    }
    Files.write(file, ((wanted.contains("BOM") ? "\uFEFF" : "") + text).getBytes(charset));
  }
}
