package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entries of registers, whatever form a register has. */
class EntryReaderTest {
  private final Reading reading = new Reading();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<persName type='variant'>B</persName><persName type='main'>A</persName> | A | A",
        "<persName>B</persName><persName full='yes'>A</persName> | A | A",
        "<persName>A</persName><persName type='sort'>Z, A</persName> | A | Z, A",
        "<persName type='birth'>B</persName><persName>A</persName> | A | A",
        "<persName>A<note>no</note></persName><persName>B</persName> | A | A",
        "<persName><forename>Ada</forename> <surname>Doe</surname></persName> | Ada Doe | Doe, Ada",
        "<persName><surname>Doe</surname>, <forename>Ada</forename></persName> | Ada Doe | Doe, Ada",
        "<note>See <persName>B</persName></note><persName>A</persName> | A | A"
      })
  void choosesTheNameToShow(String names, String shown, String sorted) {
    assertThat(register("<listPerson><person xml:id='a'>" + names + "</person></listPerson>"))
        .extracting(EntryFacts::name, EntryFacts::sortName)
        .containsExactly(tuple(shown, sorted));
  }

  @Test
  void keepsEveryName() {
    EntryFacts entry =
        register(
                "<listPerson><person xml:id='a'><persName>Ada</persName><persName type='alt'>Addy"
                    + "</persName></person></listPerson>")
            .get(0);
    assertThat(entry.names()).containsExactly("Ada", "Addy");
  }

  @Test
  void readsEveryKindOfListAndListsInLists() {
    assertThat(
            register(
                "<listPerson><listPerson><person xml:id='p'><persName>P</persName></person>"
                    + "</listPerson></listPerson><listObject><object xml:id='o'><objectName>O"
                    + "</objectName></object></listObject><listNym><nym xml:id='n'><form>N</form>"
                    + "</nym></listNym><listPlace><place xml:id='c'><placeName>C</placeName>"
                    + "<place xml:id='d'><placeName>D</placeName></place></place></listPlace>"))
        .extracting(EntryFacts::kind, EntryFacts::id, EntryFacts::name)
        .containsExactly(
            tuple(Kind.PERSON, "p", "P"),
            tuple(Kind.OBJECT, "o", "O"),
            tuple(Kind.TERM, "n", "N"),
            tuple(Kind.PLACE, "d", "D"),
            tuple(Kind.PLACE, "c", "C"));
  }

  @Test
  void readsRegistersOfTheHeader() {
    FileFacts facts =
        reading.letter(
            "tei/letters/a.xml",
            "<particDesc><listPerson><person xml:id='p'><persName>P</persName></person>"
                + "</listPerson></particDesc><settingDesc><listPlace><place xml:id='q'>"
                + "<placeName>Q</placeName></place></listPlace></settingDesc>"
                + Reading.correspondence("P", "Q", "1850"),
            "<p>x</p>");
    assertThat(facts.entries()).extracting(EntryFacts::id).containsExactly("p", "q");
    assertThat(facts.letters()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<person key='Ada 1'><persName>A</persName></person> | Ada-1",
        "<person><persName>A</persName><idno type='GND'>123</idno></person> | 123",
        "<person><persName>A</persName><idno>../x/y</idno></person> | x-y"
      })
  void anEntryWithoutAnIdIsKnownByItsKeyOrNumber(String entry, String id) {
    assertThat(register("<listPerson>" + entry + "</listPerson>"))
        .extracting(EntryFacts::id)
        .containsExactly(id);
  }

  @Test
  void whatNothingCanReferToIsNoEntry() {
    assertThat(
            register(
                "<listPerson><person><persName>A</persName></person><person sameAs='#b'>"
                    + "<persName>B</persName><idno>1</idno></person></listPerson>"))
        .isEmpty();
  }

  @Test
  void takesAuthoritiesFromPointersToo() {
    assertThat(
            register(
                    "<listPerson><person xml:id='a'><persName>A</persName><ptr type='wikidata'"
                        + " target='https://www.wikidata.org/wiki/Q1'/></person></listPerson>")
                .get(0)
                .identifiers())
        .containsExactly(new Identifier("Wikidata", "Q1", "https://www.wikidata.org/wiki/Q1"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://sws.geonames.org/2761369/, http://www.geonames.org/2761369",
    "https://www.wikidata.org/wiki/Q1, http://wikidata.org/entity/Q1",
    "https://viaf.org/viaf/15798950/, http://www.viaf.org/viaf/15798950",
    "https://www.geonames.org/1/rome.html, https://geonames.org/1",
    "https://example.org/a/, http://example.org/a"
  })
  void addressesOfOneThingCompareEqual(String one, String other) {
    assertThat(Identifier.comparable(one)).isEqualTo(Identifier.comparable(other));
  }

  @Test
  void yearsBeforeOursAreMarked() {
    assertThat(
            register(
                    "<listPerson><person xml:id='a'><persName>A</persName><birth when='-0384'/>"
                        + "<death when='-0322'/></person></listPerson>")
                .get(0)
                .dates())
        .isEqualTo("−384–−322");
  }

  private java.util.List<EntryFacts> register(String lists) {
    return reading.register("tei/registers/r.xml", lists).entries();
  }
}
