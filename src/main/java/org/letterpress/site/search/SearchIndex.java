package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.site.search.Passage.Part;

/**
 * Makes the index of an edition from its letters, one after the other, and writes it as files.
 *
 * <p>What the files hold is told in ADR 0013. Not safe for use by several threads.
 */
public final class SearchIndex {
  /** Letters whose first pieces share a file. */
  static final int LETTERS_OF_A_TEXT_FILE = 4;

  /** Letters whose facets share a file. */
  static final int LETTERS_OF_A_FACET_FILE = 512;

  /** Words of a piece: a letter that has more is shown in several. */
  static final int PIECE = 1000;

  /** Words of the piece before that a piece repeats when a passage had to be cut. */
  private static final int OVERLAP = 16;

  /** How much more a word counts for standing in the heading. */
  private static final int IN_HEADING = 3;

  private final Shards shards;
  private final Tokens tokens = new Tokens();
  private final Map<String, Occurrences> words = new HashMap<>();
  private final Map<Facet, FacetTable> facets = new EnumMap<>(Facet.class);
  private final Numbers lengths = new Numbers();
  private final StringBuilder texts = new StringBuilder();
  private long wordCount;
  private int letters;

  public SearchIndex(IndexFiles files) {
    this.shards = new Shards(files);
    for (Facet facet : Facet.values()) {
      facets.put(facet, new FacetTable(facet));
    }
  }

  /** Adds the next letter in the order of time. */
  public void add(FoundLetter letter) throws IOException {
    List<List<Passage>> pieces = new ArrayList<>();
    Map<String, Found> found = new HashMap<>();
    int place = 0;
    int inPiece = 0;
    List<Passage> open = new ArrayList<>();
    pieces.add(open);
    Passage before = null;
    for (Passage passage : letter.passages()) {
      List<Token> all = tokens.of(passage.text());
      if (inPiece > 0 && inPiece + Math.min(all.size(), PIECE) > PIECE) {
        open = new ArrayList<>();
        pieces.add(open);
        inPiece = 0;
      }
      if (before != null && !before.anchor().equals(passage.anchor())) {
        // No phrase runs from one paragraph into the next.
        place++;
      }
      before = passage;
      int cut = 0;
      for (int i = 0; i < all.size(); i++) {
        if (inPiece == PIECE) {
          open.add(part(passage, all, cut, i));
          open = new ArrayList<>();
          pieces.add(open);
          cut = Math.max(cut, i - OVERLAP);
          inPiece = i - cut;
          for (int again = cut; again < i; again++) {
            note(found, all.get(again), place - (i - again), pieces.size() - 1, passage);
          }
        }
        note(found, all.get(i), place++, pieces.size() - 1, passage);
        inPiece++;
      }
      open.add(part(passage, all, cut, all.size()));
    }
    boolean whole = pieces.size() == 1;
    found.forEach(
        (word, at) ->
            words
                .computeIfAbsent(word, one -> new Occurrences())
                .add(letters, at.weight, whole ? new int[0] : at.pieces(), at.places()));
    for (Facet facet : Facet.values()) {
      List<Facet.Value> values = letter.facets().getOrDefault(facet, List.of());
      facets.get(facet).add(values);
      for (Facet.Value value : values) {
        words
            .computeIfAbsent(word(facet, value.key()), one -> new Occurrences())
            .add(letters, 1, new int[0], new int[0]);
      }
    }
    text(letter, pieces);
    lengths.add(place);
    wordCount += place;
    letters++;
  }

  /** What stands in the dictionary for a value of a facet; no word of a text begins so. */
  static String word(Facet facet, String key) {
    return "=" + facet.word() + ":" + key;
  }

  /** How many letters were added. */
  public int letters() {
    return letters;
  }

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
          places = java.util.Arrays.copyOf(places, count * 2);
        }
        places[count++] = place;
        weight += part == Part.HEADING ? IN_HEADING : 1;
      }
    }

    int[] pieces() {
      return pieces.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] places() {
      return java.util.Arrays.copyOf(places, count);
    }
  }

  private static void note(
      Map<String, Found> found, Token token, int place, int piece, Passage passage) {
    for (String form : token.forms()) {
      found.computeIfAbsent(form, word -> new Found()).add(place, piece, passage.part());
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

  // ---- texts -----------------------------------------------------------------------------------

  private void text(FoundLetter letter, List<List<Passage>> pieces) throws IOException {
    texts
        .append(texts.length() == 0 ? "[" : ",\n")
        .append('[')
        .append(Shards.quoted(letter.href()))
        .append(',')
        .append(Shards.quoted(letter.title()))
        .append(',')
        .append(Shards.quoted(letter.date()))
        .append(',')
        .append(passages(pieces.get(0)))
        .append(']');
    if ((letters + 1) % LETTERS_OF_A_TEXT_FILE == 0) {
      flushTexts(letters / LETTERS_OF_A_TEXT_FILE);
    }
    for (int piece = 1; piece < pieces.size(); piece++) {
      shards.add(
          folder("text", letters / LETTERS_OF_A_TEXT_FILE) + "-" + letters + "-" + piece,
          passages(pieces.get(piece)));
    }
  }

  private void flushTexts(int file) throws IOException {
    shards.add(folder("text", file), texts.append(']'));
    texts.setLength(0);
  }

  /** No folder holds more than a thousand or so files. */
  static String folder(String name, int number) {
    return name + "/" + number / 1000 + "/" + number;
  }

  private static CharSequence passages(List<Passage> passages) {
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
    return all.append(']');
  }

  // ---- the end ---------------------------------------------------------------------------------

  /** Writes everything that waits for the last letter. */
  public void finish() throws IOException {
    if (texts.length() > 0) {
      flushTexts((letters - 1) / LETTERS_OF_A_TEXT_FILE);
    }
    List<String> firsts = words();
    facets();
    StringBuilder index = new StringBuilder();
    index
        .append("{\"digest\":")
        .append(Shards.quoted(shards.digest()))
        .append(",\"letters\":")
        .append(letters)
        .append(",\"facets\":{");
    for (Facet facet : Facet.values()) {
      index
          .append(facet.ordinal() == 0 ? "" : ",")
          .append(Shards.quoted(facet.word()))
          .append(':')
          .append(facets.get(facet).size());
    }
    index.append("},\"words\":").append(Shards.quoted(String.join("\n", firsts))).append('}');
    shards.add("index", index);
  }

  private List<String> words() throws IOException {
    int[] length = new int[letters];
    Numbers.Reader reader = lengths.reader();
    for (int letter = 0; letter < letters; letter++) {
      length[letter] = reader.next();
    }
    double average = Math.max(1.0, wordCount / (double) Math.max(1, letters));
    List<String> sorted = new ArrayList<>(words.keySet());
    Collections.sort(sorted);
    LongRow lists = new LongRow("lists", shards);
    LongRow places = new LongRow("places", shards);
    Dictionary dictionary = new Dictionary(shards);
    for (String word : sorted) {
      Occurrences occurrences = words.remove(word);
      Occurrences.Lists written =
          occurrences.lists((letter, weight) -> impact(weight, length[letter] / average));
      dictionary.add(word, occurrences.letters(), written);
      lists.add(written.list());
      places.add(written.places());
    }
    lists.finish();
    places.finish();
    return dictionary.finish();
  }

  /**
   * How much a word says of a letter: BM25 without the rarity of the word, which the page knows.
   */
  private static int impact(int weight, double relativeLength) {
    double saturation = weight * 2.2 / (weight + 1.2 * (0.5 + 0.5 * relativeLength));
    return Math.max(1, (int) Math.round(saturation * 100));
  }

  private void facets() throws IOException {
    for (FacetTable table : facets.values()) {
      table.write(shards);
    }
    Numbers rows = new Numbers();
    for (int letter = 0; letter < letters; letter++) {
      for (FacetTable table : facets.values()) {
        int[] row = table.row(letter);
        rows.add(row.length);
        int before = 0;
        for (int value : row) {
          rows.add(value - before);
          before = value;
        }
      }
      if ((letter + 1) % LETTERS_OF_A_FACET_FILE == 0 || letter + 1 == letters) {
        shards.add("facets/" + letter / LETTERS_OF_A_FACET_FILE, Shards.base64(rows.toBytes()));
        rows = new Numbers();
      }
    }
  }
}
