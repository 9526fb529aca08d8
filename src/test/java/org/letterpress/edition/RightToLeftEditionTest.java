package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;
import org.letterpress.edition.PrintedLines.Line;
import org.letterpress.edition.PrintedLines.Place;

/** Hebrew letters in a German edition, and each language in a letter of the other, in print. */
class RightToLeftEditionTest {
  private static final String TEI =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"%s>
       <teiHeader><fileDesc><titleStmt><title>%s</title></titleStmt>
       <publicationStmt><publisher>Verlag</publisher></publicationStmt>
       <sourceDesc><p>Archiv.</p></sourceDesc></fileDesc></teiHeader>
       <text><body>%s</body></text>
      </TEI>
      """;

  private static final String HEBREW_LETTER =
      """
      <head>פתיחה (1899)</head>
      <opener><salute>ידידי,</salute></opener>
      <p>%s.</p>
      <p>בשנת 1901 הגיע Theodor Herzl (וינה) אלי<note xml:lang="he">הערה ראשונה.</note> סוף.</p>
      <p>מילה<note>Anmerkung deutsch.</note></p>
      <p xml:lang="de">%s.</p>
      <p>לפני <quote xml:lang="de">Wer kommt?</quote> אחרי</p>
      <list type="ordered"><item>פריט</item><item xml:lang="de">Punkt eins.</item></list>
      <table><row><cell>טור</cell><cell>שני</cell></row></table>
      <lg><l>חרוז<note>בשיר</note></l></lg>
      <closer><signed>חתימה</signed></closer>
      """;

  private static final String GERMAN_LETTER =
      """
      <p>Vor <foreign xml:lang="he">%s<note>In der Phrase.</note></foreign>, danach: Schluß.</p>
      <p xml:lang="he">%s.</p>
      <quote xml:lang="he"><p>ציטטה, 1902.<note xml:lang="he">הערת ציטטה; 1903.</note></p></quote>
      <table><row><cell>Zelle</cell><cell xml:lang="he">תא, 12.</cell></row></table>
      <p>Bei <persName ref="#levi">Levi</persName> in Jena.</p>
      <p>Er las <foreign xml:lang="he">שלום</foreign><note>Gruß.</note> laut.</p>
      """;

  private static final String REGISTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">
       <teiHeader><fileDesc><titleStmt><title>Personen</title></titleStmt>
       <publicationStmt><publisher>Verlag</publisher></publicationStmt>
       <sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
       <text><body><listPerson><person xml:id="levi"><persName>שמואל</persName>
        <birth when="1870"/><death when="1940"/></person></listPerson></body></text>
      </TEI>
      """;

  private static final List<String> WORDS = words('ש', 'ת');
  private static final List<String> OTHERS = words('צ', 'ק').subList(0, 36);
  private static final List<String> PHRASE = words('ר', 'פ').subList(0, 18);
  private static final List<String> GERMAN = latinWords();

  @TempDir static Path folder;

  private static Path site;
  private static Run build;

  @BeforeAll
  static void build() throws IOException {
    Path tei = Files.createDirectories(folder.resolve("edition/tei"));
    Path letters = Files.createDirectories(tei.resolve("letters"));
    Files.createDirectories(tei.resolve("registers"));
    Files.writeString(tei.resolve("registers/persons.xml"), REGISTER);
    Files.writeString(
        tei.resolve("edition.xml"), TEI.formatted("edition", " xml:lang='de'", "Briefe", "<p/>"));
    String hebrew = HEBREW_LETTER.formatted(String.join(" ", WORDS), String.join(" ", GERMAN));
    String german = GERMAN_LETTER.formatted(String.join(" ", PHRASE), String.join(" ", OTHERS));
    Files.writeString(
        letters.resolve("a.xml"), TEI.formatted("hebrew", " xml:lang='he'", "אגרת 7", hebrew));
    Files.writeString(
        letters.resolve("b.xml"), TEI.formatted("german", " xml:lang='de'", "Brief", german));
    Files.writeString(
        letters.resolve("c.xml"), TEI.formatted("unsaid", "", "Wer?", "<p>שלום, זקנה 1904.</p>"));
    site = folder.resolve("site");
    build = Run.in(folder, "build", "edition", "--out", site.toString());
  }

  /** Words of which none is a part of another. */
  private static List<String> words(char first, char last) {
    List<String> words = new ArrayList<>();
    for (char second = 'א'; second <= 'ט'; second++) {
      for (char third = 'א'; third <= 'ו'; third++) {
        words.add("" + first + second + third + last);
      }
    }
    return words;
  }

  private static List<String> latinWords() {
    List<String> words = new ArrayList<>();
    for (char sign = 'a'; sign <= 'z'; sign++) {
      words.add("Wo" + sign + "rtx");
    }
    return words;
  }

  @Test
  void nothingIsLost() {
    assertThat(build.said()).contains(", 0 lost").doesNotContain("LP-AUDIT", "LP-PRINT");
  }

  @Test
  void aHebrewParagraphRunsFromTheRightDownItsLines() throws IOException {
    for (String file : List.of("letters/hebrew.pdf", "edition.pdf")) {
      paragraphFromTheRight(PrintedLines.of(site.resolve(file)), WORDS);
    }
    for (String file : List.of("letters/german.pdf", "edition.pdf")) {
      paragraphFromTheRight(PrintedLines.of(site.resolve(file)), OTHERS);
    }
  }

  private static void paragraphFromTheRight(PrintedLines seen, List<String> words) {
    List<Place> places = words.stream().map(seen::of).toList();
    Line first = seen.line(places.get(0).line());
    Line last = seen.line(places.get(places.size() - 1).line());
    Line second = seen.line(places.get(0).line() + 1);
    assertThat(places.get(places.size() - 1).line() - places.get(0).line()).isGreaterThan(1);
    for (int i = 1; i < places.size(); i++) {
      Place before = places.get(i - 1);
      Place word = places.get(i);
      if (word.line() == before.line()) {
        assertThat(word.right()).as(words.get(i)).isLessThan(before.left());
      } else {
        assertThat(word.line()).as(words.get(i)).isEqualTo(before.line() + 1);
        assertThat(word.right()).as(words.get(i)).isCloseTo(second.right(), within());
        if (word.line() < places.get(places.size() - 1).line()) {
          assertThat(seen.line(word.line()).left()).isCloseTo(first.left(), within());
        }
      }
    }
    assertThat(last.seen()).as("the full stop").startsWith(".");
    assertThat(last.left()).isGreaterThan(first.left() + 5);
  }

  private static Offset<Float> within() {
    return Offset.offset(1f);
  }

  @Test
  void numbersNamesBracketsAndCallsStandInOrder() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("letters/hebrew.pdf"));
    assertThat(seen.seen())
        .contains(
            "."
                + reversed("סוף")
                + "1"
                + reversed("אלי")
                + "("
                + reversed("וינה")
                + ")TheodorHerzl")
        .contains("(1899)" + reversed("פתיחה"));
    List<Float> places =
        List.of("בשנת", "1901", "הגיע", "Herzl", "וינה", "אלי", "סוף").stream()
            .map(word -> seen.of(word).left())
            .toList();
    assertThat(places).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    assertThat(seen.of("Theodor").left()).isLessThan(seen.of("Herzl").left());
  }

  private static String reversed(String words) {
    return new StringBuilder(words).reverse().toString();
  }

  @Test
  void theCallOfANoteStandsBehindThePhraseInTheDirectionOfTheLine() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("letters/german.pdf"));
    Line line = seen.line(seen.of("laut").line());
    assertThat(line.seen()).matches("Erlas" + reversed("שלום") + "\\d+laut\\.");
  }

  @Test
  void notesAreAtTheFootOnceInTheirOwnDirection() throws IOException {
    for (String file : List.of("letters/hebrew.pdf", "edition.pdf")) {
      PrintedLines seen = PrintedLines.of(site.resolve(file));
      float right = seen.of(WORDS.get(0)).right();
      float left = seen.line(seen.of(WORDS.get(0)).line()).left();
      Line hebrew = seen.line(seen.of("ראשונה").line());
      assertThat(hebrew.seen()).isEqualTo("." + reversed("הערהראשונה") + "1");
      assertThat(hebrew.right()).isCloseTo(right, within());
      Line german = seen.line(seen.of("Anmerkung").line());
      assertThat(german.seen()).isEqualTo("2Anmerkungdeutsch.");
      assertThat(german.left()).isCloseTo(left, within());
      assertThat(seen.line(seen.of("בשיר").line()).right()).isCloseTo(right, within());
      assertThat(seen.of("בשיר").line()).isGreaterThan(seen.of("חתימה").line());
    }
    PrintedLines seen = PrintedLines.of(site.resolve("letters/german.pdf"));
    assertThat(seen.line(seen.of("1903").line()).seen()).startsWith(".1903");
    assertThat(seen.seen()).as("a note that does not say its language").contains("1InderPhrase.");
  }

  @Test
  void germanRunsFromTheLeftInAHebrewLetter() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("letters/hebrew.pdf"));
    Place first = seen.of(GERMAN.get(0));
    for (int i = 1; i < GERMAN.size(); i++) {
      Place before = seen.of(GERMAN.get(i - 1));
      Place word = seen.of(GERMAN.get(i));
      if (word.line() == before.line()) {
        assertThat(word.left()).isGreaterThan(before.right());
      }
    }
    Place last = seen.of(GERMAN.get(GERMAN.size() - 1));
    assertThat(last.line()).isGreaterThan(first.line());
    assertThat(seen.line(last.line()).seen()).endsWith(".");
    assertThat(seen.line(last.line()).left())
        .isCloseTo(seen.line(seen.of(WORDS.get(0)).line()).left(), within());
    assertThat(seen.seen()).contains(reversed("אחרי") + "”Werkommt?“" + reversed("לפני"));
  }

  @Test
  void listsTablesAndSignaturesAreMirrored() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("letters/hebrew.pdf"));
    float right = seen.of(WORDS.get(0)).right();
    float left = seen.line(seen.of(WORDS.get(0)).line()).left();
    Line item = seen.line(seen.of("פריט").line());
    assertThat(item.seen()).isEqualTo(reversed("1.פריט"));
    assertThat(item.right()).isCloseTo(right, within());
    Line german = seen.line(seen.of("Punkt").line());
    assertThat(german.seen()).isEqualTo("Punkteins." + reversed("2."));
    assertThat(german.left()).isCloseTo(left, within());
    assertThat(german.right()).isCloseTo(right, within());
    assertThat(seen.of("טור").left()).isGreaterThan(seen.of("שני").right() + 50);
    assertThat(seen.of("חרוז").right()).isLessThan(right - 10).isGreaterThan(right - 40);
    assertThat(seen.of("חתימה").left()).as("the close").isCloseTo(left, within());
    assertThat(seen.of("ידידי").right()).isCloseTo(right, within());
    assertThat(seen.line(seen.of("Archiv").line()).seen()).isEqualTo("Quelle:Archiv.");
  }

  @Test
  void aHebrewPhraseIsBrokenInItsOwnOrder() throws IOException {
    for (String file : List.of("letters/german.pdf", "edition.pdf")) {
      PrintedLines seen = PrintedLines.of(site.resolve(file));
      List<Place> places = PHRASE.stream().map(seen::of).toList();
      int begin = places.get(0).line();
      assertThat(places.get(places.size() - 1).line()).isEqualTo(begin + 1);
      for (int i = 1; i < places.size(); i++) {
        if (places.get(i).line() == places.get(i - 1).line()) {
          assertThat(places.get(i).right()).isLessThan(places.get(i - 1).left());
        }
      }
      assertThat(seen.line(begin).seen()).startsWith("Vor");
      assertThat(seen.line(begin + 1).seen()).endsWith(",danach:Schluß.").startsWith("1");
    }
  }

  @Test
  void aCellHasItsOwnDirection() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("letters/german.pdf"));
    assertThat(seen.seen()).contains("Zelle.12," + reversed("תא"));
    assertThat(seen.of("תא").right()).isGreaterThan(seen.of(OTHERS.get(0)).right() - 10);
  }

  @Test
  void aLetterThatDoesNotSayItsLanguageIsSetByItsLetters() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("letters/unsaid.pdf"));
    assertThat(seen.seen()).contains(".1904" + reversed("שלום,זקנה"));
    assertThat(Files.readString(site.resolve("letters/unsaid.html"))).contains("dir=\"rtl\"");
  }

  @Test
  void namesAndHeadingsKeepTogetherBeforeTheirPages() throws IOException {
    PrintedLines seen = PrintedLines.of(site.resolve("edition.pdf"));
    assertThat(seen.seen()).contains("\n17" + reversed("אגרת") + "1\n");
    assertThat(seen.seen()).containsPattern("\n" + reversed("שמואל") + "\\(1870–1940\\)");
    assertThat(seen.seen()).containsPattern("\n" + reversed("שמואל") + "\\d+(\n|$)");
    assertThat(PrintedLines.of(site.resolve("letters/hebrew.pdf")).seen())
        .contains("7" + reversed("אגרת"));
    Line contents =
        seen.line(List.of(seen.seen().split("\n")).indexOf("17" + reversed("אגרת") + "1"));
    assertThat(contents.right())
        .as("the page number")
        .isCloseTo(seen.of("ידידי").right(), within());
  }

  @Test
  void aHebrewBookRunsFromTheRightAndIsBoundThere(@TempDir Path other) throws IOException {
    Path letters = Files.createDirectories(other.resolve("book/tei/letters"));
    Files.writeString(
        letters.resolveSibling("edition.xml"),
        TEI.formatted("edition", " xml:lang='he'", "ספר", "<p/>"));
    String words = "<p>" + String.join(" ", WORDS.subList(0, 30)) + ".</p>";
    Files.writeString(
        letters.resolve("a.xml"), TEI.formatted("a", " xml:lang='he'", "אגרת", words));
    Path out = other.resolve("out");
    assertThat(Run.in(other, "build", "book", "--out", out.toString()).said()).contains(", 0 lost");
    PrintedLines seen = PrintedLines.of(out.resolve("edition.pdf"));
    Line contents =
        seen.line(List.of(seen.seen().split("\n")).indexOf("1" + reversed("אגרת") + "1"));
    Place first = seen.of(WORDS.get(0));
    Line text = seen.line(first.line());
    assertThat(contents.left()).as("the page number").isCloseTo(text.left(), within());
    assertThat(contents.right()).as("the number of the letter").isCloseTo(text.right(), within());
    float width = 156 / 25.4f * 72;
    assertThat(text.left()).as("outer margin").isGreaterThan(width - text.right() + 5);
  }

  @Test
  void thePagesOfTheSiteHaveTheSameDirections() throws IOException {
    String hebrew = Files.readString(site.resolve("letters/hebrew.html"));
    assertThat(hebrew)
        .containsPattern("<li [^>]*dir=\"ltr\"[^>]*>(?s:.){0,300}Anmerkung deutsch")
        .containsPattern("<p [^>]*lang=\"de\" dir=\"ltr\"");
    assertThat(Files.readString(site.resolve("letters/german.html")))
        .containsPattern("<blockquote [^>]*dir=\"rtl\"");
  }
}
