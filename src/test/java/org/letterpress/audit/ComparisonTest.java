package org.letterpress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void equalTextsDoNotDifferWhateverTheirWhiteSpace() {
    Difference difference =
        Comparison.of(words("Dear  friend,\n how are"), words("Dear friend, how are "));
    assertThat(difference.isNone()).isTrue();
  }

  @Test
  void aMissingWordIsLostAtItsPlace() {
    Difference difference = Comparison.of(words("one two three four"), words("one two four"));
    assertThat(difference.surplus()).isEmpty();
    assertThat(difference.lost()).hasSize(1);
    assertThat(difference.lost().get(0).words()).containsExactly("three");
    assertThat(difference.lost().get(0).place().sign()).isEqualTo("onetwo".length());
  }

  @Test
  void aWordThatStandsTwiceIsSurplus() {
    Difference difference = Comparison.of(words("one two three"), words("one two two three"));
    assertThat(difference.lost()).isEmpty();
    assertThat(difference.surplus())
        .extracting(Difference.Surplus::words)
        .containsExactly(List.of("two"));
  }

  @Test
  void aLossIsNotHiddenByAnAdditionOfOtherWords() {
    Difference difference = Comparison.of(words("a b c d"), words("a x c d"));
    assertThat(difference.lostWords()).isEqualTo(1);
    assertThat(difference.surplus()).hasSize(1);
  }

  @Test
  void aPassageThatMovedIsNoDifference() {
    Difference difference =
        Comparison.of(
            words("caption below the picture. And then"),
            words("And then caption below the picture."));
    assertThat(difference.isNone()).isTrue();
  }

  @Test
  void notesAreFoundWhereverTheyStand() {
    Words source = words("The text");
    note(source, "first note");
    note(source, "second note");
    Words output = words("The text");
    note(output, "second note");
    note(output, "first note");
    assertThat(Comparison.of(source, output).isNone()).isTrue();
  }

  @Test
  void aNoteThatStandsInTheLineIsFoundThere() {
    Words source = words("The text goes on");
    note(source, "a remark");
    assertThat(Comparison.of(source, words("The text a remark goes on")).isNone()).isTrue();
  }

  @Test
  void aNoteThatIsMissingIsLost() {
    Words source = words("The text");
    note(source, "a remark");
    assertThat(Comparison.of(source, words("The text")).lostWords()).isEqualTo(2);
  }

  @Test
  void ofTwoEqualNotesOneIsNotEnough() {
    Words source = words("The text");
    note(source, "sic");
    note(source, "sic");
    Words output = words("The text");
    note(output, "sic");
    assertThat(Comparison.of(source, output).lostWords()).isEqualTo(1);
  }

  @Test
  void wordsThatRunTogetherAreSeen() {
    Difference difference = Comparison.of(words("Dear Sir"), words("DearSir"));
    assertThat(difference.lost()).isEmpty();
    assertThat(difference.glued()).hasSize(1);
    assertThat(difference.glued().get(0).sign()).isEqualTo(4);
  }

  @Test
  void wordsThatRunTogetherAreSeenBesideALoss() {
    Difference difference = Comparison.of(words("Dear Sir and friend"), words("DearSir and"));
    assertThat(difference.glued()).hasSize(1);
    assertThat(difference.lostWords()).isEqualTo(1);
  }

  @Test
  void aWordThatAnOutputPartsIsNotLostBesideAnAddition() {
    Difference difference =
        Comparison.of(
            words("aux séductions d'une destinée, et à recommencer, au rang de tous"),
            words("aux séduc tions d'une destinée, - 13 - et à recom mencer, au rang de tous"));
    assertThat(difference.lost()).isEmpty();
    assertThat(difference.surplus()).hasSize(1);
  }

  @Test
  void aWordThatIsPartedBesideItsOwnBeginningIsNotLost() {
    Words source = words("how involved in debts");
    note(source, "a remark");
    Difference difference = Comparison.of(source, words("how in volved in debts a remark"));
    assertThat(difference.isNone()).isTrue();
  }

  @Test
  void anotherWordOfTheSameSignsIsALoss() {
    Difference difference = Comparison.of(words("Be silent now"), words("Be listen now"));
    assertThat(difference.lostWords()).isEqualTo(1);
  }

  @Test
  void wordsOfTheSameSignsFarFromEachOtherAreALoss() {
    Difference difference =
        Comparison.of(
            words("an art of one two three four five six end"),
            words("an of one two three four five six rat end"));
    assertThat(difference.lostWords()).isEqualTo(1);
  }

  @Test
  void aBreakInsideAWordPartsNothing() {
    Words source = new Words();
    source.append("Wood ", null);
    source.join();
    source.append("\n  stock", null);
    assertThat(source.text().signs()).isEqualTo("Woodstock");
    assertThat(Comparison.of(source, words("Woodstock")).isNone()).isTrue();
    assertThat(source.count()).isEqualTo(1);
  }

  @Test
  void chineseIsComparedSignBySign() {
    Difference difference = Comparison.of(words("毛泽东同志"), words("毛泽同志"));
    assertThat(difference.lost()).hasSize(1);
    assertThat(difference.lost().get(0).words()).containsExactly("东");
    assertThat(words("毛泽东").count()).isEqualTo(3);
  }

  @Test
  void whatNobodySeesDoesNotCount() {
    assertThat(Comparison.of(words("ab\u00ADcd \u2067שלום\u2069"), words("abcd שלום")).isNone())
        .isTrue();
  }

  @Test
  void aLongTextWithoutAnythingInCommonIsStillCounted() {
    StringBuilder long1 = new StringBuilder();
    StringBuilder long2 = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      long1.append("a").append(i).append(' ');
      long2.append("b").append(i).append(' ');
    }
    Difference difference = Comparison.of(words(long1.toString()), words(long2.toString()));
    assertThat(difference.lostWords()).isEqualTo(10_000);
  }

  private static Words words(String text) {
    Words words = new Words();
    words.append(text, null);
    return words;
  }

  private static void note(Words words, String text) {
    words.startNote();
    words.append(text, null);
    words.endNote();
  }
}
