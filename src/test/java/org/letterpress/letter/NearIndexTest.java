package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.saxon.s9api.Processor;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.image.EditionImages;
import org.letterpress.transform.FactsTree;

/** After a change of one text the mended index says what joining all files anew would say. */
class NearIndexTest {
  private static final int LETTERS = 7;
  private static final int PERSONS = 5;

  private final Processor processor = new Processor(false);

  @Test
  void aChangedTextIsMendedAsIfAllWereJoined() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<FileFacts> files = edition(random);
      EditionIndex near = join(files);
      // Several changes, one after the other, as somebody types.
      for (int change = 0; change < 4; change++) {
        int which = 1 + random.nextInt(LETTERS);
        FileFacts now = letter(which, random);
        near = near.nearly(now);
        files.set(which, now);
        assertThat(said(near)).as("seed %d, change %d", seed, change).isEqualTo(said(join(files)));
      }
    }
  }

  @Test
  void aTextWithOtherHeadKeepsItsPlaceUntilAllIsJoined() {
    List<FileFacts> files = edition(new Random(1));
    EditionIndex index = join(files);
    Reading reading = new Reading();
    FileFacts late =
        reading.letter(key(1), Reading.correspondence("#p1", "#p2", "1999"), "<p>New words.</p>");
    EditionIndex near = index.nearly(late);
    assertThat(near.letters()).extracting(IndexedLetter::id).startsWith("l1");
    assertThat(near.letters().get(0).facts()).isSameAs(late.letters().get(0));
  }

  @Test
  void whatHasMoreLettersOrIsNewIsNotMended() {
    EditionIndex index = join(edition(new Random(1)));
    Reading reading = new Reading();
    FileFacts fresh =
        reading.letter("tei/letters/new.xml", Reading.correspondence("A", "B", "1850"), "<p>x</p>");
    assertThat(index.nearly(fresh)).isNull();
    FileFacts empty = reading.register(key(1), "");
    assertThat(index.nearly(empty)).isNull();
  }

  private static EditionIndex join(List<FileFacts> files) {
    return EditionIndex.join(files, "en", new Diagnostics());
  }

  /** The registers first, then the letters. */
  private static List<FileFacts> edition(Random random) {
    StringBuilder persons = new StringBuilder("<listPerson>");
    for (int n = 1; n <= PERSONS; n++) {
      persons.append("<person xml:id='p" + n + "'><persName>P" + n + "</persName></person>");
    }
    List<FileFacts> files = new ArrayList<>();
    files.add(new Reading().register("tei/persons.xml", persons + "</listPerson>"));
    for (int n = 1; n <= LETTERS; n++) {
      files.add(letter(n, random));
    }
    return files;
  }

  private static String key(int letter) {
    return "tei/letters/l" + letter + ".xml";
  }

  /** A letter whose head is always the same and whose text is not. */
  private static FileFacts letter(int number, Random random) {
    StringBuilder body = new StringBuilder();
    for (int n = random.nextInt(4); n >= 0; n--) {
      String anchor = random.nextBoolean() ? " xml:id='a" + n + "'" : "";
      body.append("<p" + anchor + ">words ");
      for (int m = random.nextInt(4); m > 0; m--) {
        switch (random.nextInt(4)) {
          case 0 ->
              body.append("<note>see <ref target='l" + one(random, LETTERS) + "'>it</ref></note>");
          case 1 -> body.append("<ref target='l" + one(random, LETTERS) + ".xml#a1'>there</ref>");
          case 2 -> body.append("<rs ref='#p" + one(random, PERSONS + 1) + "'>he</rs>");
          default -> body.append("<persName ref='#p" + one(random, PERSONS) + "'>P</persName>");
        }
      }
      body.append("</p>");
    }
    String head =
        Reading.correspondence("#p" + (1 + number % 2), "#p" + (2 + number % 2), "185" + number);
    return new Reading().letter(key(number), head, body.toString());
  }

  private static int one(Random random, int of) {
    return 1 + random.nextInt(of);
  }

  /** Everything that pages are made of. */
  private String said(EditionIndex index) {
    StringBuilder said = new StringBuilder();
    FactsTree facts = new FactsTree(index, "", processor, EditionImages.none());
    for (IndexedLetter letter : index.letters()) {
      said.append(facts.letterFacts(letter)).append('\n');
    }
    index
        .registers()
        .forEach(
            (kind, entries) -> {
              for (EntryFacts entry : entries) {
                said.append(entry.id()).append(' ').append(index.letterCount(entry));
                for (EditionIndex.Occurrence one : index.occurrences(entry)) {
                  said.append(" | " + one.letter().id() + " " + one.role() + " " + one.anchor());
                  said.append(one.mention() == null ? "" : one.mention().toString());
                  said.append(one.letter().facts() == facts(index, one) ? "" : " STALE");
                }
                said.append('\n');
              }
            });
    return said.toString();
  }

  private static LetterFacts facts(EditionIndex index, EditionIndex.Occurrence one) {
    return index.letters().get(one.letter().number() - 1).facts();
  }
}
