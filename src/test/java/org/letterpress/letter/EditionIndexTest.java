package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/** How the facts of all files are joined. */
class EditionIndexTest {
  private static final String A = "tei/letters/a.xml";
  private static final String B = "tei/letters/b.xml";
  private static final String C = "tei/letters/c.xml";
  private static final String PERSONS = "tei/registers/persons.xml";
  private static final String MAO =
      "<listPerson><person xml:id='mao'><persName>Mao Zedong</persName>"
          + "<idno type='Wikidata'>Q5816</idno></person></listPerson>";

  private final Reading reading = new Reading();

  @Test
  void ordersLettersByTimeAndThenByFile() {
    reading.letter(C, Reading.correspondence("Ada", "Ben", "1850"), "<p>x</p>");
    reading.letter(B, Reading.correspondence("Ada", "Ben", ""), "<p>x</p>");
    reading.letter(A, Reading.correspondence("Ada", "Ben", "1850"), "<p>x</p>");
    reading.letter("tei/letters/d.xml", Reading.correspondence("Ada", "Ben", "1849"), "<p>x</p>");
    List<IndexedLetter> letters = reading.join().letters();
    assertThat(letters).extracting(IndexedLetter::id).containsExactly("d", "a", "c", "b");
    assertThat(letters).extracting(IndexedLetter::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void knowsNeighboursUpToTheUndatedLettersAtTheEnd() {
    reading.letter(A, Reading.correspondence("Ada", "Ben", ""), "<p>x</p>");
    reading.letter(B, Reading.correspondence("Ada", "Ben", "1850"), "<p>x</p>");
    reading.letter(C, Reading.correspondence("Ada", "Ben", ""), "<p>x</p>");
    EditionIndex index = reading.join();
    IndexedLetter first = index.letters().get(0);
    assertThat(first.id()).isEqualTo("b");
    assertThat(index.neighbour(first, -1)).isNull();
    assertThat(index.neighbour(first, 1).id()).isEqualTo("a");
    assertThat(index.neighbour(first, 2).id()).isEqualTo("c");
    assertThat(index.neighbour(index.letters().get(2), 1)).isNull();
    assertThat(codes()).filteredOn(Code.LETTER_NO_DATE::equals).hasSize(2);
  }

  @Test
  void aCorrespondenceIsThatOfTwoPartiesWhoeverWrites() {
    reading.register(PERSONS, MAO);
    reading.letter(A, Reading.correspondence("#mao", "Kim", "1850"), "<p>x</p>");
    reading.letter(B, Reading.correspondence("#mao", "Other", "1851"), "<p>x</p>");
    reading.letter(C, Reading.correspondence("Kim", "#mao", "1852"), "<p>x</p>");
    EditionIndex index = reading.join();
    IndexedLetter first = index.letters().get(0);
    assertThat(index.neighbour(first, 1).id()).isEqualTo("b");
    assertThat(index.neighbourInCorrespondence(first, 1).id()).isEqualTo("c");
    assertThat(index.neighbourInCorrespondence(first, -1)).isNull();
    assertThat(index.neighbourInCorrespondence(index.letters().get(1), 1)).isNull();
  }

  @Test
  void lettersOfWhichASideIsUnknownAreNoCorrespondence() {
    reading.letter(A, Reading.correspondence("Ada", "", "1850"), "<p>x</p>");
    reading.letter(B, Reading.correspondence("Ada", "", "1851"), "<p>x</p>");
    reading.letter(C, Reading.correspondence("", "", ""), "<p>x</p>");
    EditionIndex index = reading.join();
    assertThat(index.neighbour(index.letters().get(0), 1).id()).isEqualTo("b");
    for (IndexedLetter letter : index.letters()) {
      assertThat(index.neighbourInCorrespondence(letter, 1)).isNull();
    }
  }

  @Test
  void headsALetterWithItsCorrespondents() {
    reading.register(PERSONS, MAO);
    reading.letter(A, Reading.correspondence("#mao", "Kim", "1850"), "<p>x</p>");
    assertThat(reading.join().letters().get(0).heading()).isEqualTo("Mao Zedong to Kim");
  }

  @Test
  void headsALetterWithItsTitleWhenACorrespondentIsUnknown() {
    reading.letter(A, Reading.correspondence("Ada", "", "1850"), "<p>x</p>");
    assertThat(reading.join().letters().get(0).heading()).isEqualTo("A letter");
    assertThat(codes()).containsExactly(Code.LETTER_NO_ADDRESSEE);
  }

  @Test
  void saysThatAFactWasInferred() {
    reading.letter(A, "<creation><date when='1850'/></creation>", "<p>x</p>");
    reading.join();
    assertThat(codes()).containsExactly(Code.LETTER_INFERRED);
    assertThat(reading.findings.sorted().get(0).message()).contains("title and date");
  }

  @Test
  void followsAnIdInTheSameFile() {
    reading.letter(A, "", "<p xml:id='p1'>x</p>");
    EditionIndex index = reading.join();
    assertThat(index.resolve(A, "#p1"))
        .isEqualTo(new Target.ToLetter(index.letters().get(0), "p1"));
  }

  @Test
  void followsAnIdIntoTheRegisterOfAnotherFile() {
    reading.letter(A, "", "<p>x</p>");
    reading.register(PERSONS, MAO);
    assertEntry("#mao");
  }

  @Test
  void followsAFileWithAnId() {
    reading.letter(A, "", "<p>x</p>");
    reading.letter(B, "", "<p xml:id='p1'>x</p>");
    reading.register(PERSONS, MAO);
    assertEntry("../registers/persons.xml#mao");
    Target target = reading.join().resolve(A, "b.xml#p1");
    assertThat(target).isInstanceOf(Target.ToLetter.class);
    assertThat(((Target.ToLetter) target).letter().id()).isEqualTo("b");
    assertThat(((Target.ToLetter) target).fragment()).isEqualTo("p1");
  }

  @Test
  void followsAFileToItsOnlyLetter() {
    reading.letter(A, "", "<p>x</p>");
    reading.letter(B, "", "<p>x</p>");
    Target target = reading.join().resolve(A, "b.xml");
    assertThat(target).isInstanceOf(Target.ToLetter.class);
    assertThat(((Target.ToLetter) target).letter().id()).isEqualTo("b");
    assertThat(((Target.ToLetter) target).fragment()).isEmpty();
  }

  @Test
  void expandsAPrefixThatTheHeaderDeclares() {
    String prefix =
        "<listPrefixDef><prefixDef ident='pers' matchPattern='(.+)'"
            + " replacementPattern='../registers/persons.xml#$1'/></listPrefixDef>";
    reading.letter(A, prefix, "<p>x</p>");
    reading.register(PERSONS, MAO);
    assertEntry("pers:mao");
    assertThat(reading.join().resolve(A, "pers:nobody")).isEqualTo(new Target.Nothing());
  }

  @Test
  void survivesPrefixesThatLeadToEachOther() {
    String prefix =
        "<listPrefixDef><prefixDef ident='x' matchPattern='(.+)' replacementPattern='y:$1'/>"
            + "<prefixDef ident='y' matchPattern='(.+)' replacementPattern='x:$1'/></listPrefixDef>";
    reading.letter(A, prefix, "<p>x</p>");
    assertThat(reading.join().resolve(A, "x:nobody")).isEqualTo(new Target.Nothing());
  }

  @Test
  void survivesAPrefixWhosePatternIsBroken() {
    String prefix =
        "<listPrefixDef><prefixDef ident='x' matchPattern='(' replacementPattern='#$1'/>"
            + "<prefixDef ident='y' matchPattern='.+' replacementPattern='#$7'/></listPrefixDef>";
    reading.letter(A, prefix, "<p>x</p>");
    assertThat(reading.join().resolve(A, "x:nobody")).isEqualTo(new Target.Nothing());
    assertThat(reading.join().resolve(A, "y:nobody")).isEqualTo(new Target.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.wikidata.org/entity/Q5816",
        "http://www.wikidata.org/entity/Q5816",
        "https://wikidata.org/entity/Q5816/"
      })
  void recognisesTheAddressOfAnIdno(String address) {
    reading.letter(A, "", "<p>x</p>");
    reading.register(PERSONS, MAO);
    assertEntry(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "http://example.org/#x", "mailto:a@example.org"})
  void leadsToTheWeb(String address) {
    reading.letter(A, "", "<p>x</p>");
    assertThat(reading.join().resolve(A, address)).isEqualTo(new Target.ToWeb(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd"
      })
  void refusesAnUnsafeAddress(String address) {
    reading.letter(A, "", "<p><ref target='" + address + "'>x</ref></p>");
    assertThat(reading.join().resolve(A, address)).isEqualTo(new Target.Unsafe(address));
  }

  @Test
  void knowsTheEntryThatWasMeant() {
    reading.register(PERSONS, MAO);
    EditionIndex index = reading.join();
    assertThat(index.nearest("maoo")).isEqualTo("mao");
    assertThat(index.nearest("somebody")).isNull();
  }

  @Test
  void gathersWhereAnEntryOccursAndAsWhat() {
    FileFacts register = reading.register(PERSONS, MAO);
    reading.letter(
        A,
        Reading.correspondence("#mao", "Kim", "1850"),
        "<p><persName ref='#mao'>I</persName><note><persName ref='#mao'>Mao</persName></note></p>");
    reading.letter(B, Reading.correspondence("Kim", "#mao", "1851"), "<p>x</p>");
    EditionIndex index = reading.join();
    List<EditionIndex.Occurrence> occurrences = index.occurrences(register.entries().get(0));
    assertThat(occurrences)
        .extracting(EditionIndex.Occurrence::role)
        .containsExactly("sender", "mention", "note", "addressee");
    assertThat(occurrences)
        .extracting(EditionIndex.Occurrence::anchor)
        .containsExactly("", "m-1", "m-2", "");
    assertThat(occurrences.get(1).mention().hit()).isEqualTo("I");
    assertThat(index.anchor(occurrences.get(1).letter(), occurrences.get(1).mention().ordinal()))
        .isEqualTo("m-1");
  }

  @Test
  void sortsARegisterByItsAlphabet() {
    reading.register(
        PERSONS,
        "<listPerson><person xml:id='z'><persName>Zoe</persName></person>"
            + "<person xml:id='e'><persName>Émile</persName></person>"
            + "<person xml:id='f'><persName>anna</persName></person>"
            + "<person xml:id='g'><persName>Fritz</persName></person></listPerson>");
    assertThat(reading.join().registers().get(Kind.PERSON))
        .extracting(EntryFacts::name)
        .containsExactly("anna", "Émile", "Fritz", "Zoe");
  }

  @Test
  void twoLettersNeverShareAPage() {
    letterInFolder("one");
    letterInFolder("two");
    EditionIndex index = reading.join();
    assertThat(codes()).containsExactly(Code.OUT_COLLISION);
    Diagnostic finding = reading.findings.sorted().get(0);
    assertThat(finding.location().file()).isEqualTo("tei/two/a.xml");
    assertThat(finding.message()).contains("letters/a.html").contains("tei/one/a.xml");
    assertThat(finding.related()).hasSize(1);
    assertThat(index.letters()).extracting(IndexedLetter::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void namesThatDifferOnlyInCaseCollideToo() {
    reading.letter(A, Reading.correspondence("Ada", "Ben", "1850"), "<p>x</p>");
    reading.letter("tei/letters/A.xml", Reading.correspondence("Ada", "Ben", "1851"), "<p>x</p>");
    EditionIndex index = reading.join();
    assertThat(codes()).containsExactly(Code.OUT_COLLISION);
    assertThat(index.letters().stream().map(letter -> letter.id().toLowerCase()))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void reportsAnEntryThatExistsTwiceAndKeepsTheFirst() {
    reading.register(PERSONS, MAO);
    reading.register(
        "tei/registers/more.xml",
        "<listPerson><person xml:id='mao'><persName>Another</persName></person></listPerson>");
    EditionIndex index = reading.join();
    assertThat(codes()).containsExactly(Code.ID_ENTRY_TWICE);
    Diagnostic finding = reading.findings.sorted().get(0);
    assertThat(finding.location().file()).isEqualTo("tei/registers/more.xml");
    assertThat(finding.related().get(0).location().file()).isEqualTo(PERSONS);
    assertThat(index.registers().get(Kind.PERSON))
        .extracting(EntryFacts::name)
        .containsExactly("Mao Zedong");
  }

  @Test
  void namesLettersAfterFileAndIdWhereTwoFilesShareAnId() {
    reading.file("tei/v1.xml", volume("d1", "d2"));
    reading.file("tei/v2.xml", volume("d1", "d3"));
    reading.file("tei/v3.xml", volume("e1", "e2"));
    EditionIndex index = reading.join();
    assertThat(index.letters())
        .extracting(IndexedLetter::id)
        .containsExactly("v1-d1", "v1-d2", "v2-d1", "v2-d3", "e1", "e2");
    assertThat(codes()).doesNotContain(Code.OUT_COLLISION);
    assertThat(((Target.ToLetter) index.resolve("tei/v2.xml", "#d1")).letter().id())
        .isEqualTo("v2-d1");
    assertThat(((Target.ToLetter) index.resolve("tei/v3.xml", "v2#d1")).letter().id())
        .isEqualTo("v2-d1");
    assertThat(((Target.ToLetter) index.resolve("tei/v3.xml", "v1.xml#d2")).letter().id())
        .isEqualTo("v1-d2");
  }

  @Test
  void aPointerIntoAFileThatIsNotHereLeadsToNoLetterOfOurs() {
    reading.letter(A, "", "<p xml:id='d1'>x</p>");
    reading.register(PERSONS, MAO);
    EditionIndex index = reading.join();
    assertThat(index.resolve(A, "elsewhere.xml#d1")).isEqualTo(new Target.Nothing());
    assertThat(index.resolve(A, "elsewhere.xml#mao")).isInstanceOf(Target.ToEntry.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#l1.xml", "#l1", "l1.xml", "l1", "a.xml", "a", "./a.xml"})
  void findsALetterByAnyOfItsNames(String pointer) {
    reading.file(A, Reading.tei("", "<p>x</p>").replaceFirst("<TEI", "<TEI xml:id='l1.xml'"));
    reading.letter(B, "", "<p>y</p>");
    Target target = reading.join().resolve(B, pointer);
    assertThat(target).isInstanceOf(Target.ToLetter.class);
    assertThat(((Target.ToLetter) target).letter().id()).isEqualTo("l1");
  }

  @Test
  void aPrefixOfAnyHeaderHoldsWhereTheFileDeclaresNone() {
    String prefix = "<prefixDef ident='p' matchPattern='(.+)' replacementPattern='#$1'/>";
    reading.letter(B, prefix, "<p>x</p>");
    reading.letter(
        C, "<prefixDef ident='p' matchPattern='x(.+)' replacementPattern='#$1'/>", "<p/>");
    reading.letter(A, "", "<p>x</p>");
    reading.register(PERSONS, MAO);
    assertEntry("p:mao");
    assertEntry("p:xmao");
    assertThat(reading.join().resolve(C, "p:mao")).isInstanceOf(Target.ToEntry.class);
  }

  @Test
  void aPrefixMayStandForTheAddressWhereTheEditionIsPublished() {
    String prefix =
        "<prefixDef ident='acme' matchPattern='(.+)'"
            + " replacementPattern='https://example.org/edition/$1'/>";
    reading.letter(A, prefix, "<p>x</p>");
    reading.register(PERSONS, MAO);
    assertEntry("acme:persons.xml#mao");
    assertThat(reading.join().resolve(A, "acme:about"))
        .isEqualTo(new Target.ToWeb("https://example.org/edition/about"));
    assertThat(reading.join().resolve(A, "https://example.org/persons.xml#mao"))
        .isInstanceOf(Target.ToWeb.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mao", "Mao Zedong", "MAO  Zedong", "Q5816", "#mao", "The Chairman"})
  void findsAnEntryByTheKeyOfAName(String key) {
    reading.letter(A, "", "<p>x</p>");
    reading.register(
        PERSONS, MAO.replace("<idno", "<persName type='alt'>The Chairman</persName><idno"));
    EditionIndex index = reading.join();
    LetterFacts letter = index.letters().get(0).facts();
    assertThat(index.entry(letter, Kind.PERSON, List.of(key))).extracting("id").isEqualTo("mao");
    if (key.indexOf(' ') > 0) {
      assertThat(index.entry(letter, Kind.PLACE, List.of(key))).isNull();
    }
  }

  @Test
  void aNameThatTwoEntriesHaveLeadsToNeither() {
    reading.letter(A, "", "<p>x</p>");
    reading.register(
        PERSONS,
        "<listPerson><person xml:id='a'><persName>Ann Lee</persName></person>"
            + "<person xml:id='b'><persName>Ann Lee</persName></person></listPerson>");
    EditionIndex index = reading.join();
    assertThat(index.entry(index.letters().get(0).facts(), Kind.PERSON, List.of("Ann Lee")))
        .isNull();
  }

  @Test
  void entriesOfDifferentRegistersMayShareAnId() {
    reading.letter(
        A,
        Reading.correspondence("Ada", "Ben", "1850"),
        "<p><persName key='x1'>A</persName> <placeName key='x1'>P</placeName></p>");
    reading.register(
        PERSONS, "<listPerson><person xml:id='x1'><persName>Ann</persName></person></listPerson>");
    reading.register(
        "tei/registers/places.xml",
        "<listPlace><place xml:id='x1'><placeName>Pisa</placeName></place></listPlace>");
    EditionIndex index = reading.join();
    assertThat(codes()).isEmpty();
    assertThat(index.registers().values().stream().flatMap(List::stream))
        .extracting(index::href, index::letterCount)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("persons/x1.html", 1),
            org.assertj.core.api.Assertions.tuple("places/x1.html", 1));
  }

  @Test
  void countsEveryValueOfAMentionAndLinksToTheFirst() {
    reading.letter(A, "", "<p><rs ref='#nobody #mao #kim'>both</rs></p>");
    FileFacts register =
        reading.register(
            PERSONS,
            MAO.replace(
                "</listPerson>",
                "<person xml:id='kim'><persName>Kim</persName></person>" + "</listPerson>"));
    EditionIndex index = reading.join();
    assertThat(register.entries()).extracting(index::letterCount).containsExactly(1, 1);
    LetterFacts letter = index.letters().get(0).facts();
    assertThat(index.entry(letter, null, List.of("#nobody #mao #kim")).id()).isEqualTo("mao");
  }

  @Test
  void aGlossMentionsWhatItsTargetNames() {
    FileFacts register =
        reading.register(PERSONS, "<listNym><nym xml:id='cpi'><form>CPI</form></nym></listNym>");
    reading.letter(A, "", "<p><gloss target='#cpi'>the committee</gloss></p>");
    EditionIndex index = reading.join();
    assertThat(index.occurrences(register.entries().get(0)))
        .extracting(occurrence -> occurrence.mention().hit())
        .containsExactly("the committee");
  }

  @Test
  void aMentionThatATranslationRepeatsCountsOnce() {
    FileFacts register = reading.register(PERSONS, MAO);
    reading.letter(
        A,
        "",
        "<div type='original'><p><persName ref='#mao'>M</persName> <persName ref='#mao'>m</persName>"
            + "</p></div><div type='translation'><p><persName ref='#mao'>Mao</persName></p></div>");
    EditionIndex index = reading.join();
    assertThat(index.occurrences(register.entries().get(0)))
        .extracting(occurrence -> occurrence.mention().hit())
        .containsExactly("M", "m");
  }

  @Test
  void aMentionInATranslationOnlyCounts() {
    FileFacts register = reading.register(PERSONS, MAO);
    reading.letter(
        A,
        "",
        "<div type='original'><p>he</p></div><div type='translation'><p><persName ref='#mao'>Mao"
            + "</persName></p></div>");
    assertThat(reading.join().letterCount(register.entries().get(0))).isEqualTo(1);
  }

  @Test
  void mergesWhatTwoVolumesListUnderOneIdWhenTheNamesAgree() {
    reading.file("tei/v1.xml", listing("p1", "Doe, Ada"));
    reading.file("tei/v2.xml", listing("p1", "Doe, Ada"));
    reading.file("tei/v3.xml", listing("p1", "Roe, Ben"));
    EditionIndex index = reading.join();
    assertThat(index.registers().get(Kind.PERSON))
        .extracting(index::id)
        .containsExactly("p1", "v3-p1");
    assertThat(((Target.ToEntry) index.resolve("tei/v3.xml", "#p1")).entry().name())
        .isEqualTo("Roe, Ben");
    assertThat(codes()).doesNotContain(Code.ID_ENTRY_TWICE);
  }

  private static String volume(String... ids) {
    StringBuilder body = new StringBuilder();
    for (String id : ids) {
      body.append("<div type='letter' xml:id='" + id + "'><p>x</p></div>");
    }
    return Reading.tei("", body.toString());
  }

  private static String listing(String id, String name) {
    return Reading.tei(
        "",
        "<div><list><item><persName xml:id='"
            + id
            + "'>"
            + name
            + "</persName></item></list></div>"
            + "<div type='letter'><p>x</p></div><div type='letter'><p>y</p></div>");
  }

  @Test
  void anEmptyEditionHasNoLettersAndNoFindings() {
    EditionIndex index = reading.join();
    assertThat(index.letters()).isEmpty();
    assertThat(index.registers()).isEmpty();
    assertThat(codes()).isEmpty();
  }

  private void letterInFolder(String folder) {
    String when = folder.equals("one") ? "1850" : "1851";
    reading.letter(
        "tei/" + folder + "/a.xml", Reading.correspondence("Ada", "Ben", when), "<p>x</p>");
  }

  private void assertEntry(String pointer) {
    Target target = reading.join().resolve(A, pointer);
    assertThat(target).isInstanceOf(Target.ToEntry.class);
    assertThat(((Target.ToEntry) target).entry().id()).isEqualTo("mao");
  }

  private List<Code> codes() {
    return reading.findings.sorted().stream().map(Diagnostic::code).toList();
  }
}
