package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.xml.sax.XMLReaderCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.xerces.parsers.SAXParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFolder;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What we say of five published editions stands where Jing, run plainly by its own driver, says
 * something: no place more, none less. The editions and TEI's grammar lie beside the repository;
 * where they are missing, these tests are skipped.
 *
 * <p>Jing points behind what it complains about. In text we point at its first word instead, so
 * there only white space and words may lie between the two places.
 */
class JingPlacesTest {
  private static final Path SHARED = Path.of("../shared").toAbsolutePath().normalize();
  private static final Path TEI_ALL = SHARED.resolve("tei/tei_all.rng");

  /** A place of a file; {@code text} when the complaint is about text. */
  private record Place(int line, int column, boolean text) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return line != other.line
          ? Integer.compare(line, other.line)
          : Integer.compare(column, other.column);
    }
  }

  private static Grammar ours;
  private static ValidationDriver jing;
  private static final List<Place> SAID = new ArrayList<>();

  @BeforeAll
  static void compile() throws IOException, SAXException {
    Assumptions.assumeTrue(
        Files.isRegularFile(TEI_ALL), () -> "../shared/tei/tei_all.rng is not there");
    Diagnostics findings = new Diagnostics();
    ours =
        Grammar.compile("tei_all.rng", () -> new InputSource(TEI_ALL.toUri().toString()), findings);
    assertThat(findings.sorted()).isEmpty();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Listener());
    XMLReaderCreator plain = SAXParser::new;
    properties.put(ValidateProperty.XML_READER_CREATOR, plain);
    jing = new ValidationDriver(properties.toPropertyMap());
    assertThat(jing.loadSchema(new InputSource(TEI_ALL.toUri().toString()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auden-musulin", "estournelles", "frus", "mitford", "serafin"})
  void errorsStandWhereJingSeesThem(String corpus) throws Exception {
    Path folder = SHARED.resolve("corpora").resolve(corpus);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "../shared/corpora/" + corpus + " is not there");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    TreeMap<String, String> differing = new TreeMap<>();
    for (Path file : files) {
      TreeSet<Place> theirs = theirs(file);
      TreeSet<Place> mine = mine(file);
      if (!agree(theirs, mine, Files.readString(file).lines().toList())) {
        TreeSet<Place> missing = new TreeSet<>(theirs);
        missing.removeAll(mine);
        mine.removeAll(theirs);
        differing.put(file.getFileName().toString(), "Jing: " + missing + ", we: " + mine);
      }
    }
    assertThat(differing).isEmpty();
  }

  private static TreeSet<Place> theirs(Path file) throws IOException, SAXException {
    SAID.clear();
    jing.validate(new InputSource(file.toUri().toString()));
    return new TreeSet<>(SAID);
  }

  private static TreeSet<Place> mine(Path file) {
    Diagnostics findings = new Diagnostics();
    List<Diagnostic> said = new ArrayList<>();
    GrammarCheck check = ours.check(file.toString(), () -> null, said::add);
    boolean whole =
        new SafeParser(file.getParent())
            .parse(
                new SourceFolder(file.getParent(), file.getParent()).file(file),
                List.of(check.handler(), new DefaultHandler()),
                findings);
    check.finish();
    assertThat(whole).as(file.toString()).isTrue();
    TreeSet<Place> places = new TreeSet<>();
    for (Diagnostic finding : said) {
      places.add(
          new Place(
              finding.location().line(),
              finding.location().column(),
              finding.code() == Code.RNG_TEXT));
    }
    return places;
  }

  private static boolean agree(TreeSet<Place> theirs, TreeSet<Place> mine, List<String> lines) {
    if (theirs.size() != mine.size()) {
      return false;
    }
    List<Place> sortedMine = List.copyOf(mine);
    int at = 0;
    for (Place there : theirs) {
      Place here = sortedMine.get(at++);
      if (here.line() == there.line() && here.column() == there.column()) {
        continue;
      }
      if (!here.text() || between(here, there, lines).contains("<")) {
        return false;
      }
    }
    return true;
  }

  /** The source from our place to Jing's. */
  private static String between(Place here, Place there, List<String> lines) {
    if (here.line() > there.line()) {
      return "<";
    }
    StringBuilder text = new StringBuilder();
    for (int line = here.line(); line <= there.line(); line++) {
      String whole = lines.get(line - 1);
      int from = line == here.line() ? here.column() - 1 : 0;
      int to = line == there.line() ? Math.min(there.column() - 1, whole.length()) : whole.length();
      text.append(whole, Math.min(from, to), to).append('\n');
    }
    return text.toString();
  }

  /**
   * Notes where Jing complains. When an element closes inside one that the grammar does not know,
   * Jing hands out its last message again, the same object, though nothing is wrong there.
   */
  private static final class Listener implements ErrorHandler {
    private String last;

    @Override
    public void warning(SAXParseException warning) {
      // Not an error.
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public void error(SAXParseException error) {
      if (error.getMessage() == last) {
        return;
      }
      last = error.getMessage();
      SAID.add(new Place(error.getLineNumber(), error.getColumnNumber(), false));
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }
}
