package org.letterpress.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arabic letters at their places in a word. */
class JoinedLettersTest {
  @Test
  void lettersJoinThoseBesideThem() {
    assertThat(joined("كتب")).isEqualTo("\uFEDB\uFE98\uFE90");
    assertThat(joined("دار")).as("none joins the next").isEqualTo("\uFEA9\uFE8D\uFEAD");
    assertThat(joined("پیش")).as("Persian").isEqualTo("\uFB58\uFBFF\uFEB6");
    assertThat(joined("ب")).isEqualTo("\uFE8F");
  }

  @Test
  void lamAndAlefAreOneSign() {
    assertThat(joined("لا")).isEqualTo("\uFEFB");
    assertThat(joined("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
  }

  @Test
  void marksJoinersAndOtherSignsStay() {
    assertThat(joined("كَتب")).isEqualTo("\uFEDB\u064E\uFE98\uFE90");
    assertThat(joined("ه\u0640")).isEqualTo("\uFEEB\u0640");
    assertThat(joined("(12) Wien")).isEqualTo("(12) Wien");
  }

  @Test
  void aFormThatTheFontLacksIsNotUsed() {
    assertThat(JoinedLetters.joined("كتب", sign -> sign != 0xFE98).toString())
        .isEqualTo("\uFEDBت\uFE90");
  }

  @Test
  void thePdfSaysWhichLettersTheFormsAre() {
    assertThat(
            LettersInPdf.restored(
                """
                2 beginbfchar
                <0001> <0041>
                <0002> <fefb>
                endbfchar
                2 beginbfrange
                <0003> <0004> <0061>
                <0005> <0006> <fe8f>
                endbfrange
                """))
        .isEqualTo(
            """
            2 beginbfchar
            <0001> <0041>
            <0002> <06440627>
            endbfchar
            2 beginbfrange
            <0003> <0004> <0061>
            <0005> <0006> [<0628><0628>]
            endbfrange
            """);
  }

  private static String joined(String word) {
    return JoinedLetters.joined(word, sign -> true).toString();
  }
}
