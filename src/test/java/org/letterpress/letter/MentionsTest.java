package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private static final String PASSAGE =
      "Dear Ada, yesterday we met Ben, who sends his love to you and to Chloë, and 信 from Dan. ";

  private record Said(
      int ordinal,
      String element,
      boolean inNote,
      int version,
      String before,
      String hit,
      String after) {}

  @Test
  void giveBackWhatWasPutIn() {
    Random random = new Random(5);
    for (int run = 0; run < 200; run++) {
      List<Said> said = said(random);
      Mentions mentions = packed(said);
      assertThat(mentions.size()).isEqualTo(said.size());
      assertThat(mentions.stream().map(MentionsTest::said)).isEqualTo(said);
      for (int i = 0; i < said.size(); i++) {
        assertThat(said(mentions.get(i))).isEqualTo(said.get(i));
      }
      Mentions again = Mentions.of(mentions.bytes());
      assertThat(again).isEqualTo(mentions).hasSameHashCodeAs(mentions);
      assertThat(again.stream().map(MentionsTest::said)).isEqualTo(said);
    }
  }

  @Test
  void wordsAroundNeighboursStandOnce() {
    List<Said> said = new ArrayList<>();
    for (int from = 0; from < 40; from += 10) {
      String before = (from == 0 ? "" : "…") + PASSAGE.substring(from, from + 10);
      String after = PASSAGE.substring(from + 14, from + 24) + "…";
      said.add(
          new Said(from, "rs", false, 1, before, PASSAGE.substring(from + 10, from + 14), after));
    }
    assertThat(packed(said).bytes().length).isLessThan(2 + 54 + said.size() * 10);
  }

  @Test
  void aNoteBetweenTwoOfOnePassageDoesNotPartThem() {
    Said first = new Said(1, "rs", false, 1, PASSAGE.substring(0, 30), "Ben", "");
    Said note = new Said(2, "rs", true, 1, "Nothing like it is said ", "there", ".");
    int alone = packed(List.of(first, note)).bytes().length;
    Said second = new Said(3, "rs", false, 1, PASSAGE.substring(5, 30), "Ben", "");
    assertThat(packed(List.of(first, note, second)).bytes().length).isLessThan(alone + 12);
  }

  @Test
  void differWhereAnythingDiffers() {
    Said one = new Said(3, "persName", false, 1, "a ", "b", " c");
    Mentions mentions = packed(List.of(one));
    assertThat(packed(List.of(one))).isEqualTo(mentions);
    for (Said other :
        List.of(
            new Said(4, "persName", false, 1, "a ", "b", " c"),
            new Said(3, "orgName", false, 1, "a ", "b", " c"),
            new Said(3, "persName", true, 1, "a ", "b", " c"),
            new Said(3, "persName", false, 2, "a ", "b", " c"),
            new Said(3, "persName", false, 1, "…a ", "b", " c"),
            new Said(3, "persName", false, 1, "a ", "b ", "c"),
            new Said(3, "persName", false, 1, "a ", "b", " c…"))) {
      assertThat(packed(List.of(other))).isNotEqualTo(mentions);
    }
    assertThat(packed(List.of())).isEqualTo(Mentions.NONE).isNotEqualTo(mentions);
  }

  @Test
  void endWhereTheyEnd() {
    Mentions one = packed(List.of(new Said(3, "rs", false, 1, "", "b", "")));
    assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> one.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Mentions.NONE).isEmpty();
  }

  private static List<Said> said(Random random) {
    List<Said> said = new ArrayList<>();
    int ordinal = 0;
    int at = 0;
    String text = PASSAGE.repeat(8);
    for (int count = random.nextInt(12); count > 0; count--) {
      ordinal += 1 + random.nextInt(300);
      at += random.nextInt(40);
      int hit = at + 5 + random.nextInt(60);
      int after = hit + random.nextInt(8);
      int end = after + random.nextInt(70);
      said.add(
          new Said(
              ordinal,
              random.nextInt(4) == 0 ? "strange-" + random.nextInt(3) : "persName",
              random.nextBoolean(),
              1 + random.nextInt(2),
              (random.nextBoolean() ? "…" : "") + text.substring(at, hit),
              text.substring(hit, after),
              text.substring(after, end) + (random.nextBoolean() ? "…" : "")));
    }
    return said;
  }

  private static Mentions packed(List<Said> said) {
    Mentions.Packer packer = new Mentions.Packer();
    said.forEach(
        one ->
            packer.add(
                one.ordinal, one.element, one.inNote, one.version, one.before, one.hit, one.after));
    return packer.mentions();
  }

  private static Said said(Mention mention) {
    return new Said(
        mention.ordinal(),
        mention.element(),
        mention.inNote(),
        mention.version(),
        mention.before(),
        mention.hit(),
        mention.after());
  }
}
