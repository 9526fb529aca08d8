package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/** Which parts of a file are letters. */
class LettersInFilesTest {
  private static final String KEY = "tei/letters/volume.xml";
  private static final String HEADER =
      "<teiHeader><fileDesc><titleStmt><title>Volume</title></titleStmt></fileDesc></teiHeader>";

  private final Reading reading = new Reading();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letter",
        "Letter",
        "document",
        "lettre",
        "Brief",
        "lettera",
        "carta",
        "epistola",
        "epistle",
        "list",
        "dopis",
        "письмо"
      })
  void severalDivisionsCalledLettersAreLetters(String type) {
    FileFacts facts =
        reading.letter(
            KEY, "", division(type, "one", "<p>a</p>") + division(type, "two", "<p>b</p>"));
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("one", "two");
  }

  @Test
  void aSingleDivisionDoesNotPartALetterFromItsFile() {
    FileFacts facts =
        reading.letter(
            KEY, "", division("letter", "one", "<p>a <persName ref='#b'>B</persName></p>"));
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("volume");
    assertThat(facts.letters().get(0).mentions()).extracting(Mention::hit).containsExactly("B");
    assertThat(facts.outside()).isEmpty();
  }

  @Test
  void divisionsOfOtherTypesAreParts() {
    FileFacts facts =
        reading.letter(KEY, "", division("poem", "one", "<p/>") + division("poem", "two", "<p/>"));
    assertThat(facts.letters()).hasSize(1);
  }

  @Test
  void aLetterInsideALetterIsPartOfIt() {
    FileFacts facts =
        reading.letter(
            KEY,
            "",
            "<div1 type='letter' xml:id='one'><div2 type='letter'><p>enclosed</p></div2></div1>"
                + division("letter", "two", "<p>b</p>"));
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("one", "two");
    assertThat(facts.letters().get(0).hasText()).isTrue();
  }

  @Test
  void aLetterQuotedInALetterIsPartOfIt() {
    FileFacts facts =
        reading.letter(
            KEY,
            "",
            division(
                "letter",
                "one",
                "<floatingText><body>"
                    + division("letter", "x", "<p>q</p>")
                    + "</body></floatingText>"));
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("volume");
  }

  @Test
  void oneDescriptionMeansOneLetter() {
    FileFacts facts =
        reading.letter(
            KEY,
            Reading.correspondence("Ada", "Ben", "1850"),
            division("letter", "one", "<p>a</p>") + division("letter", "two", "<p>b</p>"));
    assertThat(facts.letters()).hasSize(1);
    assertThat(facts.letters().get(0).described()).isTrue();
  }

  @Test
  void pairsDescriptionsWithDivisionsInTheirOrder() {
    FileFacts facts =
        reading.letter(
            KEY,
            Reading.correspondence("Ada", "Ben", "1850")
                + Reading.correspondence("Ben", "Ada", "1851"),
            division("letter", "one", "<p>a</p>") + division("letter", "two", "<p>b</p>"));
    assertThat(facts.letters())
        .extracting(letter -> letter.senders().get(0).name(), letter -> letter.sent().from())
        .containsExactly(tuple("Ada", "1850"), tuple("Ben", "1851"));
  }

  @Test
  void pairsDescriptionsWithTheDivisionsTheyName() {
    FileFacts facts =
        reading.letter(
            KEY,
            "<correspDesc corresp='#two'><correspAction type='sent'><persName>Ben</persName>"
                + "</correspAction></correspDesc><correspDesc xml:id='cd'><correspAction"
                + " type='sent'><persName>Ada</persName></correspAction></correspDesc>"
                + "<correspDesc xml:id='cd2'><p>of no letter</p></correspDesc>",
            "<div type='letter' xml:id='one' decls='#x #cd'><p>a</p></div>"
                + division("letter", "two", "<p>b</p>"));
    assertThat(facts.letters())
        .extracting(LetterFacts::wantedId, letter -> letter.senders().get(0).name())
        .containsExactly(tuple("one", "Ada"), tuple("two", "Ben"));
  }

  @Test
  void textsOfAGroupAreLetters() {
    FileFacts facts =
        reading.file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
                + HEADER
                + "<text><front><p>Of old"
                + " friends</p></front><group><text xml:id='one'><body><head>One</head><p>a</p>"
                + "</body></text><group><text xml:id='two'><body><p>b</p></body></text></group>"
                + "</group></text></TEI>");
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("one", "two");
    assertThat(facts.letters().get(0).title()).isEqualTo("One");
    assertThat(facts.outside()).hasSize(1);
    assertThat(facts.outside().get(0).words()).isEqualTo(3);
    assertThat(facts.outside().get(0).line()).isEqualTo(1);
  }

  @Test
  void corporaMayHoldCorpora() {
    String letter = Reading.tei("", "<p>a</p>");
    FileFacts facts =
        reading.file(
            KEY,
            "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><profileDesc>"
                + Reading.correspondence("Ada", "Ben", "1850")
                + Reading.correspondence("Ben", "Ada", "1851")
                + "</profileDesc></teiHeader><teiCorpus><teiHeader/>"
                + letter
                + "</teiCorpus>"
                + letter
                + "</teiCorpus>");
    assertThat(facts.letters())
        .extracting(LetterFacts::described, item -> item.senders().get(0).name())
        .containsExactly(tuple(true, "Ada"), tuple(true, "Ben"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<text type='source' xml:lang='la'><body>X</body></text>"
            + "<text type='translation' xml:lang='en'><body>X</body></text>",
        "<group><text xml:lang='la'><body>X</body></text>"
            + "<text xml:lang='en'><body>X</body></text></group>",
        "<body><div type='diplomatic'>X</div><div type='normalized'>X</div></body>",
        "<body><div type='original'><div type='letter'>X</div></div>"
            + "<div type='translation'><div type='letter'>X</div></div></body>",
        "<body><div type='letter' xml:id='o'>X</div><div type='letter' corresp='#o'>X</div></body>",
        "<body><div type='letter' xml:lang='fr'>X</div><div type='letter' xml:lang='de'>X</div>"
            + "</body>"
      })
  void versionsOfOneLetterAreOneLetter(String text) {
    String said = "<opener/><p>To <persName ref='#b'>B</persName></p>";
    FileFacts facts =
        reading.file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
                + HEADER
                + "<text>"
                + text.replace("X", said)
                + "</text></TEI>");
    assertThat(facts.letters()).hasSize(1);
    LetterFacts letter = facts.letters().get(0);
    assertThat(letter.versions()).extracting(Version::number).containsExactly(1, 2);
    assertThat(letter.mentions()).extracting(Mention::version).containsExactly(1, 2);
  }

  @Test
  void lettersInTwoLanguagesAreNoVersionsWhenTheirDatesDiffer() {
    String body =
        "<div type='letter' xml:lang='fr'><dateline><date when='1850'/></dateline><p>a</p></div>"
            + "<div type='letter' xml:lang='de'><dateline><date when='1851'/></dateline><p>b</p>"
            + "</div>";
    assertThat(reading.letter(KEY, "", body).letters()).hasSize(2);
  }

  @Test
  void aVersionAmongManyLettersJoinsItsOriginal() {
    FileFacts facts =
        reading.letter(
            KEY,
            "",
            division("letter", "one", "<p>a <persName ref='#b'>B</persName></p>")
                + "<div type='letter' corresp='#one'><p>A <persName ref='#b'>B</persName></p></div>"
                + division("letter", "two", "<p>b</p>"));
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("one", "two");
    assertThat(facts.letters().get(0).mentions())
        .extracting(Mention::version)
        .containsExactly(1, 2);
    assertThat(facts.outside()).isEmpty();
  }

  @Test
  void partsOfOneTypeInOneLanguageAreNoVersions() {
    FileFacts facts =
        reading.letter(KEY, "", "<div type='page'><p>a</p></div><div type='page'><p>b</p></div>");
    assertThat(facts.letters().get(0).versions()).isEmpty();
  }

  @Test
  void countsTheWordsThatBelongToNoLetter() {
    FileFacts facts =
        reading.letter(
            KEY,
            "",
            "\n<div type='chapter'>\n<head>The <hi>fir</hi>st chap-<lb break='no'/>ter</head>"
                + division("letter", "one", "<p>a b c</p>")
                + division("letter", "two", "<p>d</p>")
                + "<p>Un fait — 12!</p></div>");
    assertThat(facts.letters()).hasSize(2);
    assertThat(facts.outside()).hasSize(1);
    assertThat(facts.outside().get(0).words()).isEqualTo(7);
    assertThat(facts.outside().get(0).line()).isEqualTo(3);
  }

  @Test
  void notesAtTheEndOfAVolumeBelongToTheirLetter() {
    FileFacts facts =
        reading.file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
                + HEADER
                + "<text><body>"
                + division("letter", "one", "<p>a<anchor xml:id='c'/></p>")
                + division("letter", "two", "<p>b<ptr target='#n'/></p>")
                + "</body><back><div><note target='#c'><p>On <persName ref='#x'>X</persName></p>"
                + "</note><note xml:id='n'>on <persName ref='#y'>Y</persName></note><p>End</p>"
                + "</div></back></text></TEI>");
    assertThat(facts.letters())
        .extracting(
            letter ->
                letter.mentions().stream()
                    .filter(mention -> mention.element().equals("persName"))
                    .map(Mention::hit)
                    .toList())
        .containsExactly(List.of("X"), List.of("Y"));
    assertThat(facts.outside().get(0).words()).isEqualTo(1);
  }

  @Test
  void aTranscriptionInTheSourceDocIsItsText() {
    FileFacts facts =
        reading.file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
                + HEADER
                + "<sourceDoc><surface><zone>"
                + "<line>Dear <persName ref='#b'>B</persName></line></zone></surface></sourceDoc>"
                + "</TEI>");
    assertThat(facts.letters()).hasSize(1);
    assertThat(facts.letters().get(0).hasText()).isTrue();
    assertThat(facts.letters().get(0).mentions()).extracting(Mention::hit).containsExactly("B");
  }

  @Test
  void aSourceDocBesideATextIsNotReadTwice() {
    FileFacts facts =
        reading.file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
                + HEADER
                + "<sourceDoc><surface><line>"
                + "<persName ref='#b'>B</persName></line></surface></sourceDoc><text><body><p>"
                + "<persName ref='#b'>Ben</persName></p></body></text></TEI>");
    assertThat(facts.letters().get(0).mentions()).extracting(Mention::hit).containsExactly("Ben");
  }

  @Test
  void aLetterWithoutTextIsALetterAndIsReported() {
    reading.letter(KEY, Reading.correspondence("Ada", "Ben", "1850"), "<p> </p>");
    assertThat(reading.join().letters()).hasSize(1);
    assertThat(reading.findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(Code.LETTER_NO_TEXT);
  }

  @Test
  void aHeaderAloneIsNoLetterUnlessItDescribesOne() {
    String start = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><profileDesc>";
    String end = "</profileDesc></teiHeader></TEI>";
    assertThat(reading.file("tei/a.xml", start + end).letters()).isEmpty();
    String described = start + Reading.correspondence("Ada", "Ben", "1850") + end;
    assertThat(reading.file("tei/b.xml", described).letters()).hasSize(1);
  }

  @Test
  void theListOfPersonsOfAVolumeIsARegister() {
    FileFacts facts =
        reading.letter(
            KEY,
            "",
            "<div type='section'><list><item><hi><persName xml:id='p1'>Doe, Ada</persName>,</hi>"
                + " a friend</item><item><term xml:id='t1'>CPI</term>, a committee</item></list>"
                + "</div>"
                + division("letter", "one", "<p><persName corresp='#p1'>Ada</persName></p>")
                + division("letter", "two", "<p>b</p>"));
    assertThat(facts.entries())
        .extracting(EntryFacts::kind, EntryFacts::id, EntryFacts::name, EntryFacts::scope)
        .containsExactly(
            tuple(Kind.PERSON, "p1", "Doe, Ada", EntryFacts.Scope.VOLUME),
            tuple(Kind.TERM, "t1", "CPI", EntryFacts.Scope.VOLUME));
    assertThat(facts.outside()).isEmpty();
    assertThat(reading.join().resolve(KEY, "#p1")).isInstanceOf(Target.ToEntry.class);
  }

  @Test
  void aListInALetterIsNone() {
    FileFacts facts =
        reading.letter(KEY, "", "<list><item><persName xml:id='p'>A</persName></item></list>");
    assertThat(facts.entries()).isEmpty();
    assertThat(facts.letters()).hasSize(1);
  }

  @Test
  void settingsNameTheDivisionsThatAreLetters() {
    Reading named = new Reading("entry");
    FileFacts facts = named.letter(KEY, "", division("entry", "one", "<p>a</p>"));
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("one");
  }

  private static String division(String type, String id, String content) {
    return "<div type='" + type + "' xml:id='" + id + "'>" + content + "</div>";
  }
}
