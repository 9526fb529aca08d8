package org.letterpress.edition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/**
 * A book whose index, references and apparatus name pages and lines: what they say is compared with
 * what is read on the pages.
 */
class PrintedBookTest {
  /** Names that occur nowhere else, so that a page can be asked for them. */
  private static final List<String> NAMES =
      List.of(
          "Quillby", "Ravensmoor", "Sutterlin", "Thornfield", "Umberleigh", "Vexford", "Wychwood");

  private static final String REGISTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="register"><teiHeader><fileDesc><titleStmt>
       <title>Names</title></titleStmt><publicationStmt><publisher>Us</publisher></publicationStmt>
       <sourceDesc><p>Made</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
       <person xml:id="ann"><persName><forename>Ann</forename> <surname>Ashford</surname></persName>
       </person><person xml:id="bell"><persName><forename>Bernard</forename> <surname>Bell</surname>
       </persName><persName type="pseudonym">Tortoise</persName></person>
       %s</listPerson></standOff>
      </TEI>
      """;

  @TempDir static Path folder;

  private static Path site;
  private static List<String> pages;

  /** Pages of the letters by their numbers: without what stands before and behind them. */
  private static final Map<Integer, String> LETTERS = new TreeMap<>();

  private static String index;

  @BeforeAll
  static void build() throws IOException {
    Path letters = Files.createDirectories(folder.resolve("edition/tei/letters"));
    StringBuilder people = new StringBuilder();
    for (String name : NAMES) {
      people.append("<person xml:id='").append(name).append("'><persName>").append(name);
      people.append("</persName></person>");
    }
    Files.writeString(folder.resolve("edition/tei/names.xml"), REGISTER.formatted(people));
    for (int i = 1; i <= 6; i++) {
      Files.writeString(letters.resolve("l" + i + ".xml"), letter(i));
    }
    Files.writeString(
        folder.resolve("edition/letterpress.toml"),
        "[print]\nline-numbers = \"letter\"\ntextual-notes = \"lines\"\n"
            + "index-ranges = \"two-digits\"\npage-size = \"a5\"\n");
    site = folder.resolve("site");
    Run build = Run.in(folder, "build", "edition", "--only", "pdf,html", "--out", site.toString());
    assertThat(build.said()).contains("6 letters,", " 0 lost").doesNotContain("LP-PRINT");
    pages = pages(site.resolve("edition.pdf"));
    int first = firstPage("Ann Ashford to Bernard Bell\\s+Bath, 2 January 1871");
    int end = firstPage("Registers\\s+Persons");
    for (int page = first; page < end; page++) {
      LETTERS.put(page - first + 1, pages.get(page));
    }
    index = String.join(" ", pages.subList(firstPage("Index\\s+Index of persons"), pages.size()));
  }

  /** Long letters, with names at changing places in text and notes. */
  private static String letter(int number) {
    StringBuilder body = new StringBuilder();
    for (int p = 0; p < 7; p++) {
      body.append("<p xml:id='l").append(number).append("p").append(p).append("'>");
      body.append("The office was in great difficulty, and the officers slept. ".repeat(4 + p));
      String name = NAMES.get((number * 5 + p * p * 3 + p) % NAMES.size());
      String element = "<persName ref='#" + name + "'>" + name + "</persName>";
      body.append(p % 3 == 1 ? "Word<note>About " + element + ".</note> " : element + " came. ");
      if (p == 3) {
        body.append("He <app><lem>received</lem><rdg>had</rdg></app> it. Some")
            .append("body<note type='textual'>above the line</note> knew. ");
        body.append("<index><term>flood</term><index><term>of water</term></index></index>");
      }
      if (p == 5 && number > 1) {
        body.append("My <ref target='l1.xml#l1p0'>first letter</ref> and <ptr target='l2.xml'/>")
            .append(" and <ptr target='l1.xml#remark'/> and")
            .append(" <ref target='https://example.org/'>elsewhere</ref>.");
      }
      body.append("The rain fell on the river. ".repeat(6)).append("</p>");
    }
    String text = body.toString();
    if (number == 1) {
      text = text.replaceFirst("<note>", "<note xml:id='remark'>");
    }
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l%d" xml:lang="en"><teiHeader><fileDesc>
     <titleStmt><title>Letter</title></titleStmt><publicationStmt><publisher>Us</publisher>
     </publicationStmt><sourceDesc><p>A leaf</p></sourceDesc></fileDesc><profileDesc><correspDesc>
     <correspAction type="sent"><persName ref="#ann">Ann Ashford</persName>
     <placeName>Bath</placeName><date when="187%d-01-02"/></correspAction>
     <correspAction type="received"><persName ref="#bell">Bernard Bell</persName></correspAction>
     </correspDesc></profileDesc></teiHeader><text><body>%s</body></text></TEI>
    """
        .formatted(number, number, text);
  }

  private static List<String> pages(Path pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[\\u00A0\\u2002]", " "));
      }
    }
    return pages;
  }

  private static int firstPage(String pattern) {
    for (int page = 0; page < pages.size(); page++) {
      if (Pattern.compile(pattern).matcher(pages.get(page)).find()) {
        return page;
      }
    }
    throw new AssertionError(pattern + " is on no page");
  }

  @Test
  void theIndexNamesEveryPageOnWhichANameIsRead() {
    for (String name : NAMES) {
      TreeSet<Integer> read = new TreeSet<>();
      LETTERS.forEach(
          (page, text) -> {
            if (text.lines().map(PrintedBookTest::unbroken).collect(joining()).contains(name)) {
              read.add(page);
            }
          });
      assertThat(read).as("pages with " + name).hasSizeGreaterThan(2);
      assertThat(indexed(name)).as(name).isEqualTo(read);
    }
  }

  /**
   * A line without its number and hyphen, so that divided words are whole when lines are joined.
   */
  private static String unbroken(String line) {
    return line.strip().replaceFirst("\\s+\\d+$", "").replaceFirst("-$", "");
  }

  @Test
  void aPageWithANameInANoteOnlyNamesTheNote() {
    for (String name : NAMES) {
      Matcher notes = Pattern.compile("(\\d+) n\\. (\\d+)").matcher(line(name));
      while (notes.find()) {
        String page = LETTERS.get(Integer.valueOf(notes.group(1)));
        assertThat(page).containsPattern(notes.group(2) + "\\s*About " + name);
        assertThat(page).doesNotContain(name + " came");
      }
    }
    assertThat(index).containsPattern("\\d n\\. \\d");
  }

  @Test
  void correspondentsHaveTheirLettersAndOtherNamesLeadToThem() {
    assertThat(line("Ashford, Ann")).isEqualTo("1–" + LETTERS.size());
    assertThat(index).containsPattern("Tortoise, see\\s+Bell, Bernard");
    assertThat(index.replaceAll("\\s+", " ")).containsPattern("flood of water \\d+(, \\d+){5}");
  }

  @Test
  void referencesNameThePageOfWhatTheyPointTo() {
    String text = String.join(" ", LETTERS.values()).replaceAll("\\s+", " ");
    int second = pageWith("2 January 1872");
    int remark = pageWith("About (?=\\w+)");
    assertThat(text)
        .contains("first letter (p. 1) and see letter 2 on page " + second)
        .contains(" and see note 1 on page " + remark + " and elsewhere.");
  }

  @Test
  void theApparatusNamesTheLineInWhichItsLemmaIsRead() throws IOException {
    Pattern entry = Pattern.compile("(\\d+)(?:–(\\d+))?\\s(received\\]|Somebody\\]) ?(\\w+)");
    int entries = 0;
    for (String page : LETTERS.values()) {
      Matcher keyed = entry.matcher(page);
      while (keyed.find()) {
        entries++;
        String lemma = keyed.group(3).replaceAll("\\W+$", "");
        int line = Integer.parseInt(keyed.group(1));
        assertThat(lineNumbers(lemma))
            .as("%s in line %s%n%s", lemma, line, page)
            .anyMatch(number -> number == line);
      }
    }
    assertThat(entries).isEqualTo(12);
  }

  /** "5 received] had 5 Somebody] above the line", and both ways lead from text to entry. */
  @Test
  void theEntriesOfAPageRunOnInOneParagraph() throws IOException {
    String entries = "\\d+(–\\d+)? received\\] had (\\d+)(–\\d+)? Some(body|-)";
    long together =
        LETTERS.values().stream()
            .filter(page -> Pattern.compile(entries).matcher(page).find())
            .count();
    assertThat(together).isPositive();
    try (PDDocument document = Loader.loadPDF(site.resolve("edition.pdf").toFile())) {
      Map<String, Integer> links = new TreeMap<>();
      for (PDPage page : document.getPages()) {
        for (PDAnnotation link : page.getAnnotations()) {
          links.merge(link.getContents().replaceAll("[\\d–]+", "#"), 1, Integer::sum);
        }
      }
      assertThat(links).containsEntry("Note #", 18).containsEntry("Line #", 12);
    }
  }

  /**
   * The numbers of the lines that have a word, counted from the heading of each letter: an
   * independent count over the text of the pages.
   */
  private static List<Integer> lineNumbers(String word) {
    List<Integer> numbers = new ArrayList<>();
    int count = 0;
    String before = "";
    for (String page : LETTERS.values()) {
      for (String line : page.lines().map(String::strip).toList()) {
        if (line.matches(".*\\d \\w+ 187\\d")) {
          count = 0;
        } else if (line.matches("\\d+ ?(About|received\\]|Somebody\\]).*")) {
          break;
        } else if (line.matches(".*(office|rain|river|slept|fell|great|the|and|was|came|knew).*")) {
          count++;
          String joined = before + unbroken(line);
          if (line.contains(word)) {
            numbers.add(count);
          } else if (joined.contains(word)) {
            // Divided: both lines have a part of it.
            numbers.add(count - 1);
            numbers.add(count);
          }
          before = unbroken(line);
        }
      }
    }
    return numbers;
  }

  @Test
  void everyFifthLineHasItsNumber() {
    String first = LETTERS.get(1);
    assertThat(first.lines().filter(line -> line.matches(".* 5") || line.matches("5 .*")))
        .hasSize(1);
    assertThat(first).containsPattern("(?m) 10$").doesNotContainPattern("(?m) [1-46-9]$");
  }

  @Test
  void theSiteSaysWhereALetterStandsInPrint() throws IOException {
    int second = pageWith("2 January 1872");
    int third = pageWith("2 January 1873");
    String pages = second == third - 1 ? "" + second : second + "–" + (third - 1);
    assertThat(Files.readString(site.resolve("letters/l2.html")).replaceAll("<[^>]+>", " "))
        .containsPattern("In print\\s+p\\. " + pages + "\\s");
    String json = Files.readString(site.resolve("edition-pages.json")).replace("\\/", "/");
    assertThat(json)
        .contains("\"page\":\"" + second + "\"", "\"href\":\"letters/l2.html\"")
        .containsPattern("\"id\":\"l2\".*\"first\":\"" + second + "\"");
  }

  @Test
  void notesAreCountedOnEachPageAndStandBySeries() throws IOException {
    Files.writeString(
        folder.resolve("edition/letterpress.toml"),
        "[print]\nnote-numbering = \"page\"\npage-size = \"a5\"\n");
    Path other = folder.resolve("by-page");
    Run build = Run.in(folder, "build", "edition", "--only", "pdf", "--out", other.toString());
    assertThat(build.said()).contains(" 0 lost").doesNotContain("LP-PRINT");
    int notes = 0;
    int both = 0;
    for (String page : pages(other.resolve("edition.pdf"))) {
      Matcher commentary = Pattern.compile("(?m)^(\\d+) ?About \\w+").matcher(page);
      for (int n = 1; commentary.find(); n++) {
        notes++;
        assertThat(commentary.group(1)).as(page).isEqualTo(String.valueOf(n));
        int textual = page.indexOf("above the line");
        if (textual >= 0) {
          both++;
          assertThat(textual).as(page).isLessThan(commentary.start());
        }
      }
    }
    assertThat(notes).isEqualTo(12);
    assertThat(both).isPositive();
  }

  private static int pageWith(String pattern) {
    return LETTERS.entrySet().stream()
        .filter(page -> Pattern.compile(pattern).matcher(page.getValue()).find())
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** What stands behind a name in the index. */
  private static String line(String name) {
    Matcher line =
        Pattern.compile(Pattern.quote(name) + "((?:[\\s,–]+\\d+(?:\\sn\\.\\s\\d+)?)+)")
            .matcher(index);
    assertThat(line.find()).as(name + " in " + index).isTrue();
    return line.group(1).strip().replaceAll("\\s+", " ");
  }

  /** The pages that the index gives for a name, ranges written out. */
  private static TreeSet<Integer> indexed(String name) {
    TreeSet<Integer> pages = new TreeSet<>();
    for (String part : line(name).split(", ")) {
      String[] ends = part.replaceFirst(" n\\..*", "").split("–");
      int from = Integer.parseInt(ends[0]);
      int to = from;
      if (ends.length > 1) {
        String full = ends[0];
        to =
            Integer.parseInt(
                full.length() > ends[1].length()
                    ? full.substring(0, full.length() - ends[1].length()) + ends[1]
                    : ends[1]);
      }
      for (int page = from; page <= to; page++) {
        pages.add(page);
      }
    }
    return pages;
  }
}
