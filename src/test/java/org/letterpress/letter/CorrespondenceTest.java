package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/** The forms of correspDesc, and what stands in for it. */
class CorrespondenceTest {
  private static final String KEY = "tei/letters/a.xml";

  private final Reading reading = new Reading();

  @Test
  void keepsEveryActionInItsOrder() {
    LetterFacts letter =
        described(
            """
            <correspAction type="sent"><persName>Ada</persName><persName>Ben</persName>
              <orgName>The Club</orgName><date when="1850-01-01"/><date when="1850-01-02"/>
              <placeName>Rome</placeName><settlement>Ostia</settlement></correspAction>
            <correspAction type="forwarded"><persName>Cy</persName><date>May</date>
              <note>by hand</note></correspAction>
            <correspAction type="signed"/>
            <correspAction type="redirected"><placeName>Pisa</placeName></correspAction>
            <correspAction type="received"><persName>Dee</persName></correspAction>""");
    assertThat(letter.actions())
        .extracting(Action::type)
        .containsExactly("sent", "forwarded", "redirected", "received");
    assertThat(letter.senders()).extracting(Named::name).containsExactly("Ada", "Ben", "The Club");
    assertThat(letter.addressees()).extracting(Named::name).containsExactly("Dee");
    assertThat(letter.sentPlaces()).extracting(Named::name).containsExactly("Rome", "Ostia");
    assertThat(letter.sent().from()).isEqualTo("1850-01-01");
    Action forwarded = letter.actions().get(1);
    assertThat(forwarded.parties()).extracting(Named::name).containsExactly("Cy");
    assertThat(forwarded.dates()).extracting(LetterDate::text).containsExactly("May");
    assertThat(forwarded.note()).isEqualTo("by hand");
    assertThat(letter.actions().get(0).dates()).hasSize(2);
  }

  @Test
  void aNameInsideANameLendsItsPointerAndKind() {
    LetterFacts letter =
        described(
            "<correspAction type='sent'><orgName><rs type='org' ref='#o'>Post <hi>Office</hi></rs>"
                + "</orgName><placeName><rs type='place' ref='#p'>Rome</rs></placeName>"
                + "</correspAction>");
    assertThat(letter.senders()).containsExactly(new Named(Kind.ORG, "Post Office", List.of("#o")));
    assertThat(letter.sentPlaces()).containsExactly(new Named(Kind.PLACE, "Rome", List.of("#p")));
    assertThat(letter.pointers()).extracting(Pointer::value).containsExactly("#o", "#p");
  }

  @ParameterizedTest
  @CsvSource({"type, addressee", "role, recipient", "role, Destinataire", "type, received"})
  void tellsTheSidesOfASingleActionApart(String attribute, String value) {
    LetterFacts letter =
        described(
            "<correspAction type='sent'><persName>Ada</persName><persName "
                + attribute
                + "='"
                + value
                + "'>Ben</persName></correspAction>");
    assertThat(letter.senders()).extracting(Named::name).containsExactly("Ada");
    assertThat(letter.addressees()).extracting(Named::name).containsExactly("Ben");
  }

  @Test
  void readsTheSidesAsTheyWereNamedBeforeCorrespAction() {
    LetterFacts letter =
        described(
            "<sender><persName ref='#a'>Ada</persName><placeName>Rome</placeName>"
                + "<date when='1850'/></sender><addressee ref='#b'>Ben</addressee>");
    assertThat(letter.senders()).containsExactly(new Named(Kind.PERSON, "Ada", List.of("#a")));
    assertThat(letter.addressees()).containsExactly(new Named(null, "Ben", List.of("#b")));
    assertThat(letter.sent().from()).isEqualTo("1850");
    assertThat(letter.sentPlaces()).extracting(Named::name).containsExactly("Rome");
  }

  @Test
  void keepsProse() {
    LetterFacts letter =
        described("<p>Sent by <persName>Ada</persName>.</p><note>Not <date>dated</date>.</note>");
    assertThat(letter.remarks()).containsExactly("Sent by Ada.", "Not dated.");
    assertThat(letter.senders()).isEmpty();
    assertThat(letter.sent()).isNull();
  }

  @Test
  void keepsTheReferencesOfTheContext() {
    LetterFacts letter =
        described(
            "<correspContext><ref type='withinCollection' subtype='next_letter'"
                + " target='#b.xml'><persName key='x'>Ada</persName> to Ben</ref><p>and <ptr"
                + " type='prev' target='c.xml'/></p></correspContext>");
    assertThat(letter.relations())
        .containsExactly(
            new Relation("withinCollection", "next_letter", "#b.xml", "Ada to Ben"),
            new Relation("prev", "", "c.xml", ""));
    assertThat(letter.remarks()).isEmpty();
  }

  @Test
  void infersFromTitleAuthorAndDateline() {
    LetterFacts letter =
        undescribed(
            "<title>Letter to <persName ref='#b'>Ben<note>A friend.</note></persName>, 1850</title>"
                + "<author ref='#a'>Ada</author>",
            "<opener><dateline><placeName>Rome</placeName>, <date when='1850'>1850</date></dateline>"
                + "<salute>Dear <persName ref='#c'>Cy</persName></salute></opener><p>x</p>");
    assertThat(letter.title()).isEqualTo("Letter to Ben, 1850");
    assertThat(letter.senders())
        .containsExactly(new Named(Kind.PERSON, "Ada", List.of("#a")).asInferred());
    assertThat(letter.addressees())
        .containsExactly(new Named(Kind.PERSON, "Ben", List.of("#b")).asInferred());
    assertThat(letter.sentPlaces()).extracting(Named::inferred).containsExactly(true);
    assertThat(letter.sent().inferred()).isTrue();
    assertThat(letter.actions()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Letter from (Ada) to (Ben) | Ada | Ben",
        "Ada's note: Brief von (Ada) an (Ben) | Ada | Ben",
        "(Ada) à (Ben) et (Cy) | Ada | Ben Cy",
        "Memorandum From the Deputy to the Secretary ((Ada)) to President (Ben) | Ada | Ben",
        "Memorandum from the aide to the king on the case of (Ada) | '' | ''",
        "Telegram to the office: visit of (Ada) | '' | ''",
        "A talk between (Ada) and (Ben) | '' | ''"
      })
  void concludesFromATitleOnlyWhatItLeavesNoDoubtOf(String title, String from, String to) {
    String marked = title.replace("(", "<persName>").replace(")", "</persName>");
    marked =
        marked
            .replace("<persName><persName>", "(<persName>")
            .replace("</persName></persName>", "</persName>)");
    LetterFacts letter = undescribed("<title>" + marked + "</title>", "<p>x</p>");
    assertThat(names(letter.senders())).isEqualTo(from);
    assertThat(names(letter.addressees())).isEqualTo(to);
  }

  @Test
  void infersTheSenderFromTheFirstSignature() {
    LetterFacts letter =
        undescribed(
            "<title>T</title>",
            "<p>x</p><floatingText><body><signed><persName>Zed</persName></signed></body>"
                + "</floatingText><closer><signed corresp='#a'><hi>Ada</hi></signed>"
                + "<signed><persName ref='#b'>Ben</persName></signed></closer>"
                + "<div><closer><signed><persName>Cy</persName></signed></closer></div>");
    assertThat(letter.senders()).extracting(Named::name).containsExactly("Ada", "Ben");
  }

  @Test
  void infersTheAddresseeFromTheAddressBeforeTheSalute() {
    LetterFacts letter =
        undescribed(
            "<title>T</title>",
            "<opener><salute>Dear <persName>Friend</persName></salute></opener><closer><address>"
                + "<addrLine>To <persName>Ben</persName></addrLine></address></closer>");
    assertThat(letter.addressees()).extracting(Named::name).containsExactly("Ben");
  }

  @Test
  void infersNothingWhereACorrespDescSaysWhoTookPart() {
    LetterFacts letter =
        reading
            .letter(
                KEY,
                "<correspDesc><correspAction type='sent'><persName>Ada</persName></correspAction>"
                    + "</correspDesc>",
                "<salute>Dear <persName>Ben</persName></salute><p>x</p>")
            .letters()
            .get(0);
    assertThat(letter.addressees()).isEmpty();
  }

  @Test
  void saysWhatWasInferred() {
    undescribed(
        "<title>T</title><author>Ada</author>", "<dateline><date when='1850'/></dateline><p>x</p>");
    IndexedLetter letter = reading.join().letters().get(0);
    assertThat(letter.date()).isEqualTo("[1850]");
    assertThat(reading.findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(Code.LETTER_INFERRED);
    assertThat(reading.findings.sorted().get(0).message())
        .contains("its title, sender and date were");
  }

  @Test
  void prefersTheTitleOfTheLetterToThatOfItsSeries() {
    assertThat(
            undescribed(
                    "<title level='s'>Series</title><title type='sub'>Sub</title>"
                        + "<title level='a'>Letter 1</title><title level='a'>Lettre 1</title>",
                    "<p>x</p>")
                .title())
        .isEqualTo("Letter 1");
  }

  @Test
  void titlesAndNamesAreReadWithoutNotesAndRejectedReadings() {
    assertThat(
            undescribed(
                    "<title><choice><orig>Leter</orig><reg>Letter</reg></choice><note>n<hi>o</hi>"
                        + "</note> to <app><lem>Ben</lem><rdg>Bob</rdg></app> <del>not</del>"
                        + "<choice><abbr>Esq.</abbr><expan>Esquire</expan></choice><app><rdg>,"
                        + " first</rdg><rdg>, second</rdg></app></title>",
                    "<p>x</p>")
                .title())
        .isEqualTo("Letter to Ben Esquire, first");
  }

  @Test
  void aNameThatALineDividesStaysWhole() {
    LetterFacts letter =
        undescribed(
            "<title>T</title>",
            "<p>Of <persName ref='#b'>Beet-\n <lb break='no'/>\n hoven<note>x</note></persName>,"
                + " <persName ref='#c'>Mozart<pb break='no'/><fw>7</fw>eum</persName> and"
                + " <persName ref='#d'>Bach<lb/>mann</persName></p>");
    assertThat(letter.mentions())
        .extracting(Mention::hit)
        .containsExactly("Beethoven", "Mozarteum", "Bach mann");
  }

  private static String names(List<Named> named) {
    return String.join(" ", named.stream().map(Named::name).toList());
  }

  private LetterFacts described(String correspondence) {
    return reading
        .letter(KEY, "<correspDesc>" + correspondence + "</correspDesc>", "<p>x</p>")
        .letters()
        .get(0);
  }

  private LetterFacts undescribed(String titleStmt, String body) {
    return reading
        .file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
                + titleStmt
                + "</titleStmt></fileDesc></teiHeader><text><body>"
                + body
                + "</body></text></TEI>")
        .letters()
        .get(0);
  }
}
