package org.letterpress.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.letterpress.cli.Run;
import org.letterpress.print.PdfConformance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * Published editions as books, read back from the PDF and compared with the TEI, without our code.
 *
 * <p>One of them is printed each time; {@code -Dletterpress.corpora=serafin,mitford,frus} names
 * others. Skipped where they do not lie beside the repository.
 */
class PrintedCorporaTest {
  private static final Path CORPORA = Path.of("../shared/corpora").toAbsolutePath().normalize();
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final List<String> NAMES =
      List.of(System.getProperty("letterpress.corpora", "serafin").split(","));

  /** "Jan z Czyżowa 38–39, 60 n. 2, 44". */
  private static final Pattern ENTRY =
      Pattern.compile("(.+?) +(\\d+(?:–\\d+)?(?: n\\.[^,]+)?(?:, ?\\d.*)?)");

  private static final Pattern PAGES = Pattern.compile("(\\d+)(?:–(\\d+))?");

  private record Printed(Path edition, Run run, PrintedPdf book, TeiCount count) {}

  private static final Map<String, Printed> PRINTED = new TreeMap<>();

  @TempDir static Path folder;

  @AfterAll
  static void close() throws IOException {
    for (Printed printed : PRINTED.values()) {
      printed.book().close();
    }
    PRINTED.clear();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void theFormatterForgetsNothingAndComesToAnEnd(String corpus) {
    assertThat(printed(corpus).run().said())
        .contains(" 0 lost")
        .doesNotContain("LP-PRINT-004", "LP-PRINT-009", "LP-PRINT-010");
  }

  /** Hyphens, page breaks within words, ligatures and small capitals included. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void everyLetterHandedToTheFormatterIsReadInThePdf(String corpus) throws IOException {
    Map<Integer, Integer> missing = FoLetters.of(folder.resolve(corpus + "-fo/edition.fo"));
    assertThat(missing.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(100_000);
    printed(corpus)
        .book()
        .letters()
        .forEach((letter, n) -> missing.merge(letter, -n, Integer::sum));
    missing.values().removeIf(count -> count <= 0);
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void isFitForArchivesAndForEverybody(String corpus) throws Exception {
    assertThat(PdfConformance.failures(Files.readAllBytes(pdf(corpus)))).isEmpty();
  }

  /** Of each note the longest run of words without mark-up is looked for. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void everyNoteOfALetterIsPrinted(String corpus) throws Exception {
    Printed printed = printed(corpus);
    StringBuilder text = new StringBuilder();
    printed.book().leaves().forEach(leaf -> text.append(leaf.text()));
    String all = letters(text.toString());
    List<String> missing = new ArrayList<>();
    int compared = 0;
    for (Document file : files(printed.edition())) {
      for (Element note : elements(file, "note")) {
        String words = longestText(note);
        if (isOfLetter(note) && !words.isEmpty()) {
          compared++;
          if (!all.contains(letters(words))) {
            missing.add(words);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(compared).isPositive();
  }

  /** True for a note that a letter's reading text shows. */
  private static boolean isOfLetter(Element note) {
    for (Node at = note; at instanceof Element around; at = at.getParentNode()) {
      switch (around.getLocalName()) {
        case "teiHeader", "del", "person", "place", "org", "fw" -> {
          return false;
        }
        default -> {}
      }
    }
    return !note.getAttribute("type").matches("foliation|folio|pagination");
  }

  private static String longestText(Element note) {
    String longest = "";
    NodeList inside = note.getChildNodes();
    for (int i = 0; i < inside.getLength(); i++) {
      Node child = inside.item(i);
      String text = child instanceof Text ? child.getTextContent().strip() : "";
      if (child instanceof Element paragraph && paragraph.getLocalName().equals("p")) {
        text = longestText(paragraph);
      }
      longest = text.length() > longest.length() ? text : longest;
    }
    return longest;
  }

  /**
   * Whoever is mentioned in a letter is there with a page of it; and who wrote and received none
   * with no page of another letter. Those who did may be told by their names alone.
   */
  @ParameterizedTest
  @FieldSource("NAMES")
  void theIndexNamesThePagesOfMentions(String corpus) throws Exception {
    Printed printed = printed(corpus);
    Map<String, Set<Integer>> index = new TreeMap<>();
    for (String block : printed.book().blocksAfter("Index of persons", "P")) {
      Matcher entry = ENTRY.matcher(block.replaceAll("[\\u00A0\\u2002]", " "));
      if (!block.contains(", see ") && entry.matches()) {
        index
            .computeIfAbsent(key(entry.group(1)), name -> new TreeSet<>())
            .addAll(pages(entry.group(2)));
      }
    }
    Assumptions.assumeFalse(index.isEmpty(), () -> corpus + " has no index of persons");
    Map<String, String> names = persons(printed.edition());
    // One register may give an id that another has given.
    Set<String> places = ids(printed.edition(), "place");
    Map<String, int[]> extents = extents(corpus);
    Map<String, Set<Integer>> possible = new HashMap<>();
    Set<String> correspondents = new TreeSet<>();
    List<String> missing = new ArrayList<>();
    for (TeiCount.Letter letter : printed.count().letters()) {
      int[] extent = extent(letter, extents);
      Set<String> inText = mentioned(printed, letter, true);
      for (String person : mentioned(printed, letter, false)) {
        // Two files may give the same id, and each means its own.
        String name = names.getOrDefault(letter.file() + "#" + person, names.get(person));
        if (name == null) {
          continue;
        }
        if (!inText.contains(person)) {
          correspondents.add(name);
        }
        Set<Integer> all = new TreeSet<>();
        for (int page = extent[0]; page <= extent[1]; page++) {
          all.add(page);
        }
        possible.computeIfAbsent(name, key -> new TreeSet<>()).addAll(all);
        all.retainAll(index.getOrDefault(name, Set.of()));
        if (all.isEmpty() && inText.contains(person) && !places.contains(person)) {
          missing.add(name + " in " + letter.id());
        }
      }
    }
    assertThat(missing).isEmpty();
    correspondents.addAll(namedByAuthority(printed.edition(), names));
    index.keySet().removeAll(correspondents);
    assertThat(index).isNotEmpty();
    index.forEach(
        (name, pages) ->
            assertThat(possible.getOrDefault(name, Set.of())).as(name).containsAll(pages));
  }

  /** Those who wrote or received a letter under the address of an authority file. */
  private static Set<String> namedByAuthority(Path edition, Map<String, String> names)
      throws Exception {
    Set<String> named = new TreeSet<>();
    for (Document file : files(edition)) {
      for (Element description : elements(file, "correspDesc")) {
        for (Element person : elements(description, "persName")) {
          String number =
              person.getAttribute("ref").replaceFirst("/$", "").replaceFirst("^.*/", "");
          if (names.containsKey(number)) {
            named.add(names.get(number));
          }
        }
      }
    }
    return named;
  }

  /** In the header stand those who wrote and received the letter, but also its editors. */
  private static Set<String> mentioned(
      Printed printed, TeiCount.Letter letter, boolean onlyInText) {
    return printed.count().mentions().stream()
        .filter(
            mention ->
                mention.file().equals(letter.file())
                    && mention.letter() == letter.position()
                    && mention.inReading()
                    && (mention.inText() || !onlyInText)
                    && mention.entry())
        .map(TeiCount.Mention::names)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> pages(String list) {
    Set<Integer> pages = new TreeSet<>();
    for (String part : list.split(",\\s*")) {
      Matcher range = PAGES.matcher(part);
      if (range.lookingAt()) {
        int last = Integer.parseInt(range.group(range.group(2) == null ? 1 : 2));
        for (int page = Integer.parseInt(range.group(1)); page <= last; page++) {
          pages.add(page);
        }
      }
    }
    return pages;
  }

  /** A letter is called by its id, its file, or both where letters of two files share an id. */
  private static int[] extent(TeiCount.Letter letter, Map<String, int[]> extents) {
    String file = letter.file().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
    return Stream.of(letter.id(), file + "-" + letter.id(), file)
        .filter(extents::containsKey)
        .map(extents::get)
        .findFirst()
        .orElseThrow(() -> new AssertionError(letter + " has no pages"));
  }

  /** The first and the last page of each letter. */
  private static Map<String, int[]> extents(String corpus) throws IOException {
    Map<String, int[]> extents = new HashMap<>();
    JsonNode pages =
        new ObjectMapper().readTree(pdf(corpus).resolveSibling("edition-pages.json").toFile());
    for (JsonNode letter : pages.path("letters")) {
      extents.put(
          letter.path("id").asText(),
          new int[] {letter.path("first").asInt(), letter.path("last").asInt()});
    }
    return extents;
  }

  /**
   * The first name of each person of the registers, and each name that a list gives an id: by the
   * id, and by file and id.
   */
  private static Map<String, String> persons(Path edition) throws Exception {
    Map<String, String> names = new HashMap<>();
    for (Document file : files(edition)) {
      Map<String, String> own = new HashMap<>();
      for (Element name : elements(file, "persName")) {
        if (name.hasAttributeNS(XML, "id")) {
          own.put(name.getAttributeNS(XML, "id"), key(name.getTextContent()));
        }
      }
      for (Element person : elements(file, "person")) {
        List<Element> all = elements(person, "persName");
        if (!all.isEmpty()) {
          String name = key(all.get(0).getTextContent());
          own.put(person.getAttributeNS(XML, "id"), name);
          // Letters may name somebody by the number in an authority file.
          elements(person, "idno")
              .forEach(no -> own.putIfAbsent(no.getTextContent().strip(), name));
        }
      }
      Path path = edition.relativize(Path.of(URI.create(file.getDocumentURI())));
      own.forEach((id, name) -> names.put(path.toString().replace('\\', '/') + "#" + id, name));
      names.putAll(own);
    }
    return names;
  }

  private static Set<String> ids(Path edition, String name) throws Exception {
    Set<String> ids = new TreeSet<>();
    for (Document file : files(edition)) {
      elements(file, name).forEach(element -> ids.add(element.getAttributeNS(XML, "id")));
    }
    return ids;
  }

  /** Its letters in the order of their codes: names are turned round for an index. */
  private static String key(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noHeadingStandsAloneAtTheFootOfItsPage(String corpus) {
    List<PrintedPdf.Leaf> leaves = printed(corpus).book().leaves();
    // The title page has nothing but its heading.
    int begin = 0;
    while (!leaves.get(begin).text().equals("Contents")) {
      begin++;
    }
    List<String> alone = new ArrayList<>();
    for (int i = begin; i + 1 < leaves.size(); i++) {
      PrintedPdf.Leaf heading = leaves.get(i);
      if (heading.isHeading() && leaves.get(i + 1).page() != heading.page()) {
        alone.add(heading.page() + ": " + heading.text());
      }
    }
    assertThat(alone).isEmpty();
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<Document> files(Path edition)
      throws IOException, ParserConfigurationException, SAXException {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> all = Files.walk(edition)) {
      for (Path file :
          all.filter(path -> path.toString().endsWith(".xml"))
              .filter(path -> !path.toString().matches(".*/(site|schema)/.*"))
              .sorted()
              .toList()) {
        documents.add(
            DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(file.toFile()));
      }
    }
    return documents;
  }

  private static List<Element> elements(Document file, String name) {
    return elements(file.getDocumentElement(), name);
  }

  private static List<Element> elements(Element around, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList found = around.getElementsByTagNameNS(TEI, name);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Path pdf(String corpus) {
    return printed(corpus).edition().resolve("site/edition.pdf");
  }

  private static Printed printed(String corpus) {
    Assumptions.assumeTrue(
        Files.isDirectory(CORPORA.resolve(corpus)),
        () -> "../shared/corpora/" + corpus + " is not there: nothing to print");
    return PRINTED.computeIfAbsent(corpus, PrintedCorporaTest::print);
  }

  private static Printed print(String corpus) {
    String before = System.setProperty("letterpress.fo", folder.resolve(corpus + "-fo").toString());
    try {
      Path edition = folder.resolve(corpus);
      EditionCopy.of(CORPORA.resolve(corpus), edition);
      TeiCount count = TeiCount.of(edition);
      Run run = Run.in(edition, "build", "--only", "pdf");
      assertThat(edition.resolve("site/edition.pdf")).as(run.toString()).exists();
      return new Printed(edition, run, new PrintedPdf(edition.resolve("site/edition.pdf")), count);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } finally {
      if (before == null) {
        System.clearProperty("letterpress.fo");
      } else {
        System.setProperty("letterpress.fo", before);
      }
    }
  }
}
