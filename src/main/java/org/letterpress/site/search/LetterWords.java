package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.site.search.Passage.Part;

/**
 * What a letter's page gives to the index, whatever other letters there are: its words with their
 * places, and its text in pieces. It can be kept as bytes.
 */
public final class LetterWords {
  /** Words of a piece: a letter that has more is shown in several. */
  static final int PIECE = 1000;

  /** Words of the piece before that a piece repeats when a passage had to be cut. */
  private static final int OVERLAP = 16;

  /** How much more a word counts for standing in the heading. */
  private static final int IN_HEADING = 3;

  private final List<String> words;
  private final byte[] occurrences;
  private final List<String> pieces;
  private final int length;

  /**
   * @param words each word once
   * @param occurrences for each word, its weight, how many bytes follow, and these: its pieces and
   *     places as {@link Occurrences} keeps them
   * @param pieces the text, piece by piece, as the files of the index hold it
   * @param length how many words the letter has
   */
  private LetterWords(List<String> words, byte[] occurrences, List<String> pieces, int length) {
    this.words = words;
    this.occurrences = occurrences;
    this.pieces = pieces;
    this.length = length;
  }

  /**
   * Reads the words of a page.
   *
   * @param passages what the page shows
   * @param tokens cuts texts into words; for one thread
   */
  public static LetterWords of(List<Passage> passages, Tokens tokens) {
    return new Reading(tokens).of(passages);
  }

  /** Takes a word and where it is. */
  @FunctionalInterface
  interface Words {
    /**
     * @param from where its pieces and places begin in the bytes
     * @param to where they end
     */
    void add(String word, int weight, byte[] bytes, int from, int to);
  }

  /** Gives all words. */
  void forEach(Words taker) {
    Numbers.Reader reader = Numbers.of(occurrences).reader();
    for (String word : words) {
      int weight = reader.next();
      int size = reader.next();
      taker.add(word, weight, occurrences, reader.at(), reader.at() + size);
      reader.skip(size);
    }
  }

  /** The text in pieces. */
  List<String> pieces() {
    return pieces;
  }

  /** How many words the letter has. */
  int length() {
    return length;
  }

  // ---- reading a page --------------------------------------------------------------------------

  /** One word, while its letter is read. */
  private static final class Found {
    private int weight;
    private int[] places = new int[2];
    private int count;
    private final List<Integer> pieces = new ArrayList<>(1);

    void add(int place, int piece, Part part) {
      if (pieces.isEmpty() || pieces.get(pieces.size() - 1) != piece) {
        pieces.add(piece);
      }
      // A word that two pieces share is counted once.
      if (count == 0 || places[count - 1] < place) {
        if (count == places.length) {
          places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = place;
        weight += part == Part.HEADING ? IN_HEADING : 1;
      }
    }

    /** Its pieces, none where the letter has but one, and its places. */
    Numbers numbers(boolean whole) {
      int[] standing = whole ? new int[0] : pieces.stream().mapToInt(Integer::intValue).toArray();
      Numbers numbers = new Numbers();
      Occurrences.write(numbers, standing, Arrays.copyOf(places, count));
      return numbers;
    }
  }

  /** The reading of one letter. */
  private static final class Reading {
    private final Tokens tokens;
    private final List<List<Passage>> pieces = new ArrayList<>();
    private final Map<String, Found> found = new HashMap<>();
    private List<Passage> open = new ArrayList<>();
    private int place;
    private int inPiece;

    Reading(Tokens tokens) {
      this.tokens = tokens;
      pieces.add(open);
    }

    LetterWords of(List<Passage> passages) {
      Passage before = null;
      for (Passage passage : passages) {
        List<Token> all = tokens.of(passage.text());
        if (inPiece > 0 && inPiece + Math.min(all.size(), PIECE) > PIECE) {
          begin();
          inPiece = 0;
        }
        if (before != null && !before.anchor().equals(passage.anchor())) {
          // No phrase runs from one paragraph into the next.
          place++;
        }
        before = passage;
        read(passage, all);
      }
      return result();
    }

    private void begin() {
      open = new ArrayList<>();
      pieces.add(open);
    }

    private void read(Passage passage, List<Token> all) {
      int cut = 0;
      for (int i = 0; i < all.size(); i++) {
        if (inPiece == PIECE) {
          open.add(part(passage, all, cut, i));
          begin();
          cut = Math.max(cut, i - OVERLAP);
          inPiece = i - cut;
          for (int again = cut; again < i; again++) {
            note(all.get(again), place - (i - again), passage);
          }
        }
        note(all.get(i), place++, passage);
        inPiece++;
      }
      open.add(part(passage, all, cut, all.size()));
    }

    private void note(Token token, int at, Passage passage) {
      for (String form : token.forms()) {
        found.computeIfAbsent(form, word -> new Found()).add(at, pieces.size() - 1, passage.part());
      }
    }

    private static Passage part(Passage passage, List<Token> all, int from, int to) {
      if (from == 0 && to == all.size()) {
        return passage;
      }
      int start = from == 0 ? 0 : all.get(from).start();
      int end = to == all.size() ? passage.text().length() : all.get(to).start();
      return new Passage(passage.anchor(), passage.part(), passage.text().substring(start, end));
    }

    private LetterWords result() {
      List<String> words = new ArrayList<>(found.keySet());
      Numbers occurrences = new Numbers(found.size() * 8);
      for (String word : words) {
        Found one = found.get(word);
        Numbers numbers = one.numbers(pieces.size() == 1);
        occurrences.add(one.weight).add(numbers.size());
        occurrences.addAll(numbers);
      }
      return new LetterWords(
          words,
          occurrences.toBytes(),
          pieces.stream().map(piece -> passages(piece)).toList(),
          place);
    }

    private static String passages(List<Passage> passages) {
      StringBuilder all = new StringBuilder("[");
      String before = "";
      for (Passage passage : passages) {
        // An anchor stands only where it is another than that of the passage before.
        String anchor = passage.anchor().equals(before) ? "" : passage.anchor();
        before = passage.anchor();
        all.append(all.length() == 1 ? "" : ",")
            .append(Shards.quoted(anchor))
            .append(',')
            .append(passage.part().ordinal())
            .append(',')
            .append(Shards.quoted(passage.text()));
      }
      return all.append(']').toString();
    }
  }
}
