package org.letterpress.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.letterpress.site.search.Passage.Part;
import org.letterpress.site.search.SmallIndex.Page;

class SearchIndexTest {
  private static Page letter(int number, String... paragraphs) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < paragraphs.length; i++) {
      passages.add(new Passage("p-" + i, Part.TEXT, paragraphs[i]));
    }
    return new Page(
        new FoundPage(
            FoundPage.Kind.LETTER,
            "letters/l" + number + ".html",
            "Letter " + number,
            "",
            Map.of()),
        words(passages.toArray(Passage[]::new)));
  }

  private static LetterWords words(Passage... passages) {
    return LetterWords.of(List.of(passages), new Tokens());
  }

  private static Map<String, byte[]> files(List<Page> letters) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      SmallIndex.write(letters, (path, key, bytes) -> files.put(path, bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return files;
  }

  private static IndexReader read(Page... letters) {
    return new IndexReader(files(List.of(letters)));
  }

  @Test
  void aWordLeadsToItsLetters() {
    IndexReader index = read(letter(0, "One Müller"), letter(1, "two"), letter(2, "one mueller"));
    assertThat(index.letters("one").keySet()).containsExactly(0, 2);
    assertThat(index.letters("mueller").keySet()).containsExactly(0, 2);
    assertThat(index.letters("muller").keySet()).containsExactly(0);
    assertThat(index.letters("three")).isEmpty();
  }

  @Test
  void phrasesStayInTheirParagraphs() {
    IndexReader index = read(letter(0, "dear old friend", "yours ever"));
    assertThat(index.phrase("dear", "old", "friend")).containsExactly(0);
    assertThat(index.phrase("old", "dear")).isEmpty();
    assertThat(index.phrase("friend", "yours")).isEmpty();
  }

  @Test
  void frequentWordsAreCutIntoBlocksThatReadTheSame() {
    List<Page> letters =
        IntStream.range(0, 5000)
            .mapToObj(i -> letter(i, "the " + (i % 3 == 0 ? "third the" : "other") + " letter" + i))
            .toList();
    IndexReader index = new IndexReader(files(letters));
    assertThat(index.words().get("the").list().table()).isPositive();
    assertThat(index.letters("the").keySet())
        .containsExactlyElementsOf(IntStream.range(0, 5000).boxed().toList());
    assertThat(index.letters("third")).hasSize(1667);
    assertThat(index.places("the").get(4998)).containsExactly(0, 2);
    assertThat(index.places("the").get(4999)).containsExactly(0);
    assertThat(index.phrase("third", "the", "letter4998")).containsExactly(4998);
    assertThat(index.phrase("other", "the")).isEmpty();
    assertThat(index.phrase("third", "the")).hasSize(1667);
    // Every word of every letter, through several files of the dictionary.
    for (int i = 0; i < 5000; i++) {
      assertThat(index.letters(Folding.forms("letter" + i).get(0)).keySet()).containsExactly(i);
    }
  }

  @Test
  void aLongLetterIsShownInPiecesAndFoundAsAWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append('w').append(i).append(' ');
    }
    Map<String, byte[]> files = files(List.of(letter(0, text.toString().strip())));
    IndexReader index = new IndexReader(files);
    for (int i = 1; i < 200_000; i += 97) {
      assertThat(index.phrase("w" + (i - 1), "w" + i)).containsExactly(0);
    }
    // No file makes a browser load the whole letter.
    assertThat(files.values()).allSatisfy(file -> assertThat(file.length).isLessThan(40_000));
    assertThat(files).containsKey("assets/search/text/0/0-0-199.js");
  }

  @Test
  void aWordInTheHeadingCountsForMore() {
    Page heading =
        new Page(
            new FoundPage(FoundPage.Kind.LETTER, "a.html", "", "", Map.of()),
            words(new Passage("h", Part.HEADING, "peace now")));
    IndexReader index = read(letter(0, "peace now"), heading);
    assertThat(index.letters("peace").get(1)).isGreaterThan(index.letters("peace").get(0));
  }

  @Test
  void nothingInALetterCanEndAScript() {
    Map<String, byte[]> files =
        files(List.of(letter(0, "</script><script>alert(1)</script> \u2028 \uD800 \"\\ <!--")));
    String text = new String(files.get("assets/search/text/0/0.js"), StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("<").doesNotContain("\u2028").contains("\\ud800");
    assertThat(text).contains("\\\"\\\\ \\u003c!--");
  }

  @Test
  void facetsStandInTheDictionaryWhereNoWordStands() {
    Page letter =
        new Page(
            new FoundPage(
                FoundPage.Kind.LETTER,
                "a.html",
                "",
                "",
                Map.of(
                    Facet.PERSON,
                    List.of(new Facet.Value("mao", "Mao \"Zedong\"")),
                    Facet.YEAR,
                    List.of(new Facet.Value("1958", "1958")))),
            words());
    Map<String, byte[]> files = files(List.of(letter(0), letter));
    IndexReader index = new IndexReader(files);
    assertThat(index.letters(SearchIndex.word(Facet.PERSON, "mao")).keySet()).containsExactly(1);
    assertThat(index.value("names/person/0")).isEqualTo("[[\"mao\",\"Mao \\\"Zedong\\\"\",1]]");
  }

  @Test
  void sameLettersGiveTheSameBytesAndOthersAnotherDigest() {
    Map<String, byte[]> one = files(List.of(letter(0, "one"), letter(1, "two")));
    Map<String, byte[]> again = files(List.of(letter(0, "one"), letter(1, "two")));
    Map<String, byte[]> other = files(List.of(letter(0, "one"), letter(1, "too")));
    assertThat(again.keySet()).isEqualTo(one.keySet());
    assertThat(again).allSatisfy((path, bytes) -> assertThat(bytes).isEqualTo(one.get(path)));
    assertThat(other.get("assets/search/index.js")).isNotEqualTo(one.get("assets/search/index.js"));
  }

  @Test
  void filesWithoutAWordOfTheLetterThatChangedStayAsTheyAre() {
    Random random = new Random(7);
    List<Page> letters = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      letters.add(letter(i, text(random, 100)));
    }
    Map<String, byte[]> before = files(letters);
    int changed = 0;
    for (int round = 0; round < 6; round++) {
      int at = random.nextInt(letters.size());
      // A word more, which moves all others.
      letters.set(at, letter(at, "more " + paragraph(letters.get(at))));
      Map<String, byte[]> after = files(letters);
      for (Map.Entry<String, byte[]> file : after.entrySet()) {
        changed += Arrays.equals(file.getValue(), before.get(file.getKey())) ? 0 : 1;
      }
      before = after;
    }
    // The places of each of some fifty words, the dictionary, the letter's text.
    assertThat(before.size()).isGreaterThan(400);
    assertThat(changed / 6).isBetween(30, 100);
  }

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      // The word of rank r is as frequent as 1/r.
      int rank = (int) Math.exp(random.nextDouble() * Math.log(50_000));
      text.append(Integer.toHexString(rank * 7919)).append(' ');
    }
    return text.toString().strip();
  }

  private static String paragraph(Page letter) {
    String piece = letter.words().pieces().get(0);
    return piece.substring(piece.lastIndexOf(",\"") + 2, piece.length() - 2);
  }

  @Test
  void aWordOfOneLetterMoreMovesNoOtherBlock() {
    Occurrences one = new Occurrences();
    Occurrences more = new Occurrences();
    for (int letter = 0; letter < 20_000; letter++) {
      if (letter % 7 < 3) {
        one.add(letter, 1, new int[0], new int[] {letter % 50});
      }
      if (letter % 7 < 3 || letter == 5001) {
        more.add(letter, 1, new int[0], new int[] {letter % 50});
      }
    }
    BlockList before = one.lists((letter, weight) -> weight).places();
    BlockList after = more.lists((letter, weight) -> weight).places();
    assertThat(before.parts()).hasSizeGreaterThan(70).hasSameSizeAs(after.parts());
    int differing = 0;
    for (int i = 0; i < before.parts().size(); i++) {
      differing += Arrays.equals(before.parts().get(i), after.parts().get(i)) ? 0 : 1;
    }
    // That of the letter, and the first, with which the table stands.
    assertThat(differing).isEqualTo(2);
  }

  @Test
  void filesOfTheDictionaryHaveNamesOfTheirOwn() {
    DictionaryFile.Names names = new DictionaryFile.Names();
    String name = names.of("word");
    assertThat(name).matches("[0-9a-f]{8}");
    assertThat(new DictionaryFile.Names().of("word")).isEqualTo(name);
    // As of a word whose sum is the same.
    assertThat(names.isNext("word", name)).isFalse();
    assertThat(names.of("word")).matches("[0-9a-f]{8}x");
    assertThat(names.of("other")).matches("[0-9a-f]{8}").isNotEqualTo(name);
  }

  @Test
  void anEditionWithoutLettersHasAnEmptyIndex() {
    Map<String, byte[]> files = files(List.of());
    assertThat(files.keySet()).isEqualTo(Set.of("assets/search/index.js"));
    assertThat(new IndexReader(files).value("index"))
        .contains("\"letters\":0")
        .contains("\"words\":\"\"");
  }
}
