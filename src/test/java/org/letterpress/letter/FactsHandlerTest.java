package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/** What one parse learns of a letter or a register. */
class FactsHandlerTest {
  private static final String KEY = "tei/letters/a.xml";

  private final Reading reading = new Reading();

  @Test
  void learnsWhoWroteToWhomWhenAndWhere() {
    LetterFacts letter =
        letter(
            """
            <correspDesc>
              <correspAction type="sent">
                <persName ref="#mao">Mao <hi>Zedong</hi></persName>
                <orgName key="party">The Party</orgName>
                <placeName ref="#beijing">Beijing</placeName>
                <date when="1958-01-24">24 January</date>
              </correspAction>
              <correspAction type="received">
                <persName ref="#kim"/>
                <settlement>Pyongyang</settlement>
                <date when="1958-01-30"/>
              </correspAction>
            </correspDesc>""",
            "<p>Text</p>");
    assertThat(letter.described()).isTrue();
    assertThat(letter.senders())
        .containsExactly(
            new Named(Kind.PERSON, "Mao Zedong", List.of("#mao")),
            new Named(Kind.ORG, "The Party", List.of("party")));
    assertThat(letter.addressees()).containsExactly(new Named(Kind.PERSON, "", List.of("#kim")));
    assertThat(letter.sentPlaces())
        .containsExactly(new Named(Kind.PLACE, "Beijing", List.of("#beijing")));
    assertThat(letter.receivedPlaces())
        .containsExactly(new Named(Kind.PLACE, "Pyongyang", List.of()));
    assertThat(letter.sent().from()).isEqualTo("1958-01-24");
    assertThat(letter.sent().text()).isEqualTo("24 January");
    assertThat(letter.received().from()).isEqualTo("1958-01-30");
  }

  @Test
  void passesOverOtherActionsAndEmptyNames() {
    LetterFacts letter =
        letter(
            "<correspDesc><correspAction type='forwarded'><persName>Carrier</persName>"
                + "<date when='1850'/></correspAction>"
                + "<correspAction type='sent'><persName/></correspAction></correspDesc>",
            "<p/>");
    assertThat(letter.senders()).isEmpty();
    assertThat(letter.addressees()).isEmpty();
    assertThat(letter.sent()).isNull();
  }

  @Test
  void countsANameWithinANameOnce() {
    LetterFacts letter =
        letter(
            "<correspDesc><correspAction type='sent'><persName>Ada of <placeName>Rome</placeName>"
                + "</persName></correspAction></correspDesc>",
            "<p/>");
    assertThat(letter.senders()).extracting(Named::name).containsExactly("Ada of Rome");
    assertThat(letter.sentPlaces()).isEmpty();
  }

  @Test
  void learnsTheRelationsToOtherLetters() {
    LetterFacts letter =
        letter(
            "<correspDesc><correspContext><ref type='prev' target='b.xml'>The one before</ref>"
                + "<ref type='reply'>A lost answer</ref></correspContext></correspDesc>",
            "<p/>");
    assertThat(letter.relations())
        .containsExactly(
            new Relation("prev", "", "b.xml", "The one before"),
            new Relation("reply", "", "", "A lost answer"));
    assertThat(letter.pointers()).extracting(Pointer::value).containsExactly("b.xml");
  }

  @Test
  void infersTheDateFromTheDatelineWhenTheHeaderHasNone() {
    LetterFacts letter =
        letter(
            "<creation><date when='1849'/></creation>",
            "<opener><dateline>Rome, <date when='1850-03-01'>1 March</date></dateline></opener>");
    assertThat(letter.described()).isFalse();
    assertThat(letter.sent().from()).isEqualTo("1850-03-01");
  }

  @Test
  void infersTheDateFromTheCreationWhenTheDatelineIsNotNormalised() {
    LetterFacts letter =
        letter(
            "<creation><date when='1849'/></creation>",
            "<opener><dateline><date>in spring</date></dateline></opener>");
    assertThat(letter.sent().from()).isEqualTo("1849");
  }

  @Test
  void prefersTheDateOfTheHeader() {
    LetterFacts letter =
        letter(
            Reading.correspondence("Ada", "Ben", "1851"),
            "<opener><dateline><date when='1850'/></dateline></opener>");
    assertThat(letter.sent().from()).isEqualTo("1851");
  }

  @Test
  void reportsAValueThatIsNotADateAtItsElement() {
    letter(
        "<correspDesc>\n<correspAction type='sent'><date when='soon'/></correspAction>"
            + "</correspDesc>",
        "<p/>");
    assertThat(reading.findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(Code.LETTER_BAD_DATE);
    Diagnostic finding = reading.findings.sorted().get(0);
    assertThat(finding.message()).contains("\"soon\"");
    assertThat(finding.location().line()).isEqualTo(2);
  }

  @Test
  void keepsTheWordsAroundAMention() {
    LetterFacts letter =
        letter(
            "",
            "<p>Before\n that <persName ref='#mao'>Chairman <hi>Mao</hi></persName> spoke.</p>");
    assertThat(letter.mentions()).hasSize(1);
    Mention mention = letter.mentions().get(0);
    assertThat(mention.element()).isEqualTo("persName");
    assertThat(mention.before()).isEqualTo("Before that ");
    assertThat(mention.hit()).isEqualTo("Chairman Mao");
    assertThat(mention.after()).isEqualTo(" spoke.");
    assertThat(mention.inNote()).isFalse();
  }

  @Test
  void learnsTheSameWithoutContextsButForTheWordsOfMentions() {
    Reading checking = new Reading().withoutContexts();
    String profile =
        "<correspDesc><correspAction type='sent'><persName ref='#a'>Ada</persName></correspAction>"
            + "</correspDesc>";
    String body =
        "<opener><dateline><date when='1840-01-02'>2 January</date></dateline></opener><p>To"
            + " <persName ref='#b'>Bab<lb break='no'/>bage</persName> and <rs ref='#c'>him</rs>"
            + "<note>not <placeName ref='#d'>there</placeName></note></p><p><gap/>end</p>";
    LetterFacts full = reading.letter(KEY, profile, body).letters().get(0);
    LetterFacts lean = checking.letter(KEY, profile, body).letters().get(0);
    assertThat(lean).usingRecursiveComparison().ignoringFields("mentions").isEqualTo(full);
    assertThat(lean.mentions().stream())
        .extracting(Mention::ordinal, Mention::element, Mention::inNote, Mention::version)
        .containsExactlyElementsOf(
            full.mentions().stream()
                .map(one -> tuple(one.ordinal(), one.element(), one.inNote(), one.version()))
                .toList());
    assertThat(full.mentions().get(0).hit()).isEqualTo("Babbage");
    assertThat(lean.mentions().get(0).before() + lean.mentions().get(0).hit()).isEmpty();
    assertThat(checking.findings.sorted()).isEqualTo(reading.findings.sorted());
  }

  @Test
  void endsTheContextOfAMentionAtItsParagraph() {
    LetterFacts letter =
        letter("", "<p>One.</p><p>Two <persName ref='#m'>Mao</persName> three.</p><p>Four.</p>");
    assertThat(letter.mentions().get(0).before()).isEqualTo("Two ");
    assertThat(letter.mentions().get(0).after()).isEqualTo(" three.");
  }

  @Test
  void shortensALongContextBetweenWords() {
    String words = "lorem ipsum ".repeat(20);
    LetterFacts letter =
        letter("", "<p>" + words + "<persName ref='#m'>Mao</persName> " + words + "</p>");
    Mention mention = letter.mentions().get(0);
    assertThat(mention.before()).startsWith("… ").endsWith("lorem ipsum ").hasSizeLessThan(80);
    assertThat(mention.before().substring(2).split(" ")).containsOnly("lorem", "ipsum");
    assertThat(mention.after()).startsWith(" lorem ipsum").endsWith("…").hasSizeLessThan(80);
    assertThat(mention.after().replace("…", "").strip().split(" ")).containsOnly("lorem", "ipsum");
  }

  @Test
  void keepsANoteOutOfTheContextAroundItsCall() {
    LetterFacts letter =
        letter(
            "",
            "<p>With <persName ref='#m'>Mao</persName><note>See <persName ref='#k'>Kim</persName>"
                + " there.</note> present.</p>");
    assertThat(letter.mentions()).extracting(Mention::hit).containsExactly("Mao", "Kim");
    assertThat(letter.mentions()).extracting(Mention::inNote).containsExactly(false, true);
    assertThat(letter.mentions().get(0).after()).isEqualTo(" present.");
    assertThat(letter.mentions().get(1).before()).isEqualTo("See ");
    assertThat(letter.mentions().get(1).after()).isEqualTo(" there.");
  }

  @Test
  void aGapIsToldInTheContext() {
    LetterFacts letter =
        letter(
            "", "<p><persName ref='#m'>Mao</persName> brought <gap reason='lost'/> and tea.</p>");
    assertThat(letter.mentions().get(0).after()).isEqualTo(" brought […] and tea.");
  }

  @Test
  void readsOneOfTwoReadingsIntoTheContext() {
    LetterFacts letter =
        letter(
            "",
            "<p><choice><sic>teh</sic><corr>the</corr></choice> <persName ref='#m'>Mao</persName>"
                + "<lb/>wrote for<lb break='no'/>ward</p>");
    assertThat(letter.mentions().get(0).before()).isEqualTo("the ");
    assertThat(letter.mentions().get(0).after()).isEqualTo(" wrote forward");
  }

  @Test
  void aNameWithoutAPointerIsNoMention() {
    assertThat(letter("", "<p><persName>Mao</persName></p>").mentions()).isEmpty();
  }

  @Test
  void learnsThePointersOfTheTextWithTheirPlace() {
    LetterFacts letter = letter("", "\n<p>See <ref target='#x  b.xml#y'>there</ref></p>");
    assertThat(letter.pointers()).hasSize(1);
    Pointer pointer = letter.pointers().get(0);
    assertThat(pointer.element()).isEqualTo("ref");
    assertThat(pointer.attribute()).isEqualTo("target");
    assertThat(pointer.value()).contains("#x").contains("b.xml#y");
    assertThat(pointer.line()).isEqualTo(2);
  }

  @Test
  void learnsTheEntriesOfARegister() {
    FileFacts facts =
        reading.register(
            "tei/registers/persons.xml",
            """
            <listPerson>
              <person xml:id="mao">
                <persName><surname>Mao</surname> <forename>Zedong</forename></persName>
                <persName>The Chairman</persName>
                <birth when="1893-12-26"/><death when="1976-09-09"/>
                <idno type="Wikidata">Q5816</idno>
              </person>
              <person><persName>Nobody</persName></person>
            </listPerson>
            <listPlace><place xml:id="rome"><placeName>Rome</placeName></place></listPlace>
            <listOrg><org xml:id="un"><orgName>United Nations</orgName></org></listOrg>
            <listEvent>
              <event xml:id="war" from="1950" to="1953"><label>War</label></event>
            </listEvent>
            <listBibl>
              <bibl xml:id="book"><author>Doe</author>, <title>Works</title></bibl>
            </listBibl>
            """);
    assertThat(facts.entries())
        .extracting(EntryFacts::kind, EntryFacts::id, EntryFacts::name, EntryFacts::dates)
        .containsExactly(
            tuple(Kind.PERSON, "mao", "Mao Zedong", "1893–1976"),
            tuple(Kind.PLACE, "rome", "Rome", ""),
            tuple(Kind.ORG, "un", "United Nations", ""),
            tuple(Kind.EVENT, "war", "War", "1950–1953"),
            tuple(Kind.WORK, "book", "Works", ""));
    EntryFacts mao = facts.entries().get(0);
    assertThat(mao.sortName()).isEqualTo("Mao, Zedong");
    assertThat(mao.identifiers()).extracting(Identifier::value).containsExactly("Q5816");
    assertThat(facts.letters()).isEmpty();
  }

  @Test
  void takesNoEntryFromTheSourceDescription() {
    FileFacts facts =
        reading.file(
            KEY,
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><sourceDesc><listBibl>"
                + "<bibl xml:id='b'><title>Source</title></bibl></listBibl></sourceDesc></fileDesc>"
                + "</teiHeader><text><body><p>x</p></body></text></TEI>");
    assertThat(facts.entries()).isEmpty();
    assertThat(facts.letters()).hasSize(1);
  }

  @Test
  void reportsAnIdThatOccursTwice() {
    letter("", "<p xml:id='x'/>\n<p xml:id='x'/>");
    assertThat(reading.findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(Code.ID_REPEATED);
    assertThat(reading.findings.sorted().get(0).location().line()).isEqualTo(2);
  }

  @Test
  void everyTeiElementOfACorpusIsALetterOfItsOwn() {
    FileFacts facts =
        reading.file(
            KEY,
            "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>"
                + Reading.tei(Reading.correspondence("A", "B", "1850"), "<p xml:id='p'/>")
                + Reading.tei(Reading.correspondence("B", "A", "1851"), "<p xml:id='q'/>")
                + "</teiCorpus>");
    assertThat(facts.letters()).extracting(LetterFacts::position).containsExactly(1, 2);
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("a-1", "a-2");
    assertThat(facts.ids().get("q").letter()).isEqualTo(1);
  }

  @Test
  void divisionsAreLettersWhenTheSettingsSaySo() {
    FileFacts facts =
        new Reading("letter")
            .letter(
                KEY,
                "",
                "<div type='letter' xml:id='one'><head>First <hi>letter</hi></head><p>x</p></div>"
                    + "<div type='essay'><head>No letter</head></div>"
                    + "<div type='letter'><head>Second</head></div>");
    assertThat(facts.letters())
        .extracting(LetterFacts::title)
        .containsExactly("First letter", "Second");
    assertThat(facts.letters()).extracting(LetterFacts::wantedId).containsExactly("one", "a-2");
  }

  @Test
  void takesTheNameOfALetterFromItsIdElseFromItsFile() {
    assertThat(letter("", "<p/>").wantedId()).isEqualTo("a");
    String named = Reading.tei("", "<p/>").replaceFirst("<TEI", "<TEI xml:id='l42.xml'");
    assertThat(reading.file(KEY, named).letters().get(0).wantedId()).isEqualTo("l42");
  }

  @Test
  void learnsTheHeadOfTheEdition() {
    FileFacts facts =
        reading.file(
            "tei/edition.xml",
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc>
            <titleStmt><title>Letters</title><title type="sub">A choice</title>
            <editor>Ada Doe</editor><editor>Ben Roe</editor></titleStmt>
            <publicationStmt><publisher>The Press</publisher><date>2026</date>
            <availability><licence target="https://example.org/by">CC BY</licence></availability>
            </publicationStmt></fileDesc></teiHeader><text><body><p/></body></text></TEI>""");
    assertThat(facts.letters()).isEmpty();
    assertThat(facts.edition())
        .isEqualTo(
            new EditionFacts(
                "Letters",
                "A choice",
                "de",
                List.of("Ada Doe", "Ben Roe"),
                "The Press",
                "2026",
                "CC BY",
                "https://example.org/by"));
  }

  private LetterFacts letter(String profile, String body) {
    return reading.letter(KEY, profile, body).letters().get(0);
  }
}
