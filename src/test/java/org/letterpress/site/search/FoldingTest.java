package org.letterpress.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Straße, straſse",
    "STRASSE, straße",
    "café, Cafe\u0301",
    "vnd, und",
    "jahr, iahr",
    "Vniuerſitas, universitas",
    "œuvre, oeuvre",
    "ﬁn, fin",
    "ＡＢＣ１２, abc12",
    "Λόγος, λογοσ",
    "λόγος, ΛΟΓΟΣ",
    "Ёлка, елка",
    "миръ, мир",
    "вѣра, вера",
    "שָׁלוֹם, שלום",
    "מֶלֶךְ, מלכ",
    "كِتَاب, كتاب",
    "كتـــاب, كتاب",
    "أحمد, احمد",
    "١٩٥٨, 1958",
    "Wald\u00ADweg, waldweg",
    "ﷲ, الله",
    "Håkon, Hakon",
    "Łódź, lodz"
  })
  void spellingsOfAWordMeet(String one, String other) {
    assertThat(Folding.forms(one)).containsAnyElementsOf(Folding.forms(other));
  }

  @Test
  void anUmlautIsFoundInBothWaysOfWritingIt() {
    assertThat(Folding.forms("Müller")).containsExactly("muller", "mueller");
    assertThat(Folding.forms("Mu\u0308ller")).containsExactly("muller", "mueller");
    assertThat(Folding.forms("Mu\u0364ller")).containsExactly("muller", "mueller");
    assertThat(Folding.forms("Mueller")).containsExactly("mueller");
    assertThat(Folding.forms("Muller")).containsExactly("muller");
    assertThat(Folding.forms("Ångström")).containsExactly("angstrom", "aangstroem");
  }

  @Test
  void wordsThatOnlyLookAlikeStayApart() {
    assertThat(Folding.forms("poet")).doesNotContainAnyElementsOf(Folding.forms("pot"));
    assertThat(Folding.forms("due")).doesNotContainAnyElementsOf(Folding.forms("du"));
    assertThat(Folding.forms("हिन्दी")).isNotEqualTo(Folding.forms("हनद"));
  }

  @Test
  void nothingIsLeftOfMarksAlone() {
    assertThat(Folding.forms("\u0301")).isEmpty();
    assertThat(Folding.forms("\u00AD")).isEmpty();
    assertThat(Folding.forms("")).isEmpty();
  }

  @Test
  void aWordOfAThousandLettersIsFoundByItsBeginning() {
    assertThat(Folding.forms("x".repeat(1000))).isEqualTo(List.of("x".repeat(Folding.LONGEST)));
    String wide = "\uD835\uDD4F".repeat(100);
    assertThat(Folding.forms("a\uD800\uDF30" + "\uD800\uDF30".repeat(99)).get(0))
        .isEqualTo("a" + "\uD800\uDF30".repeat(31));
    assertThat(Folding.forms(wide)).isEqualTo(List.of("x".repeat(Folding.LONGEST)));
  }
}
