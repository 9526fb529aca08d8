package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings call people as one speaks, alphabets file them under their surnames. */
class NameOrderTest {
  private static final String STELLA =
      "<persName><forename>Stella Mary</forename> <surname>Musulin</surname></persName>";

  private final Reading reading = new Reading();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<surname>Berg</surname>, <forename>Anna</forename> | Anna Berg | Berg, Anna",
        "<surname>Berg</surname>, <forename>A.</forename> <forename>B.</forename>"
            + " | A. B. Berg | Berg, A. B.",
        "<surname>Humboldt</surname>, <forename>Alexander</forename> <nameLink>von</nameLink>"
            + " | Alexander von Humboldt | Humboldt, Alexander",
        "<forename>Anna</forename> <surname>Berg</surname> | Anna Berg | Berg, Anna",
        "<surname>毛</surname><forename>泽东</forename> | 毛泽东 | 毛, 泽东",
        "<surname>Berg</surname>, <forename>Anna</forename>, <roleName>Baroness</roleName>"
            + " | Berg, Anna, Baroness | Berg, Anna",
        "<surname>Berg</surname>, <roleName>Mrs</roleName> <forename>Anna</forename>"
            + " | Berg, Mrs Anna | Berg, Anna",
        "<surname>Berg</surname>, <forename>Anna</forename> or <surname>Thal</surname>"
            + " | Berg, Anna or Thal | Berg, Anna or Thal",
        "Berg, Anna | Berg, Anna | Berg, Anna",
      })
  void markedPartsTellTheOrder(String words, String spoken, String sorted) {
    reading.letter("tei/letters/a.xml", Reading.correspondence(words, "Ben", "1850"), "<p>x</p>");
    IndexedLetter letter = reading.join().letters().get(0);
    assertThat(letter.heading()).isEqualTo(spoken + " to Ben");
    assertThat(letter.facts().senders()).extracting(Named::sortName).containsExactly(sorted);
  }

  @ParameterizedTest(name = "{0} beside {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Musulin, Stella | STELLA | Stella Musulin",
        "musulin, Stella | STELLA | Stella musulin",
        "Musulin, Stella Mary | STELLA | Stella Mary Musulin",
        "Musulin, Stella, Baroness | STELLA | Musulin, Stella, Baroness",
        "Stella, Baroness | STELLA | Stella, Baroness",
        "Stella M. | STELLA | Stella M.",
        "Mao, Zedong | <persName>Mao Zedong</persName><persName type='sort'>Mao, Zedong</persName>"
            + " | Mao Zedong",
        "Mao, Z. | <persName>Mao Zedong</persName><persName type='sort'>Mao, Zedong</persName>"
            + " | Mao, Z.",
        "Gogh, Vincent van | <persName>Vincent van Gogh</persName>"
            + "<persName type='sort'>Gogh, Vincent van</persName> | Vincent van Gogh",
        "Berg, Anna | <persName>Berg, Anna</persName> | Berg, Anna",
        "'' | <persName><surname>Berg</surname>, <forename>Anna</forename></persName> | Anna Berg",
      })
  void theRegisterTellsTheOrder(String words, String names, String spoken) {
    reading.register(
        "tei/registers/persons.xml",
        "<listPerson><person xml:id='p'>"
            + names.replace("STELLA", STELLA)
            + "</person></listPerson>");
    reading.letter(
        "tei/letters/a.xml",
        "<correspDesc><correspAction type='sent'><persName ref='#p'>"
            + words
            + "</persName></correspAction><correspAction type='received'><persName>Ben</persName>"
            + "</correspAction></correspDesc>",
        "<p>x</p>");
    assertThat(reading.join().letters().get(0).heading()).isEqualTo(spoken + " to Ben");
  }

  @Test
  void aPrefixLeadsToTheRegisterAsWell() {
    reading.register(
        "tei/registers/persons.xml",
        "<listPerson><person xml:id='p'>" + STELLA + "</person></listPerson>");
    reading.file(
        "tei/letters/a.xml",
        Reading.tei(
                Reading.correspondence("", "Ben", "1850")
                    .replace(
                        "<correspAction type='sent'>",
                        "<correspAction type='sent'><persName ref='pers:p'>Musulin, S.</persName>"),
                "<p>x</p>")
            .replace(
                "<profileDesc>",
                "<encodingDesc><listPrefixDef><prefixDef ident='pers' matchPattern='(.+)'"
                    + " replacementPattern='../registers/persons.xml#$1'/></listPrefixDef>"
                    + "</encodingDesc><profileDesc>"));
    assertThat(reading.join().letters().get(0).heading()).isEqualTo("S. Musulin to Ben");
  }
}
