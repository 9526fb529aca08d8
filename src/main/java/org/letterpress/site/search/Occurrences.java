package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.List;
import org.letterpress.source.Checksum;

/** Where a word occurs: letter by letter, in each how often, in which pieces, at which places. */
final class Occurrences {
  /** Letters of a list that has but one block, and of a block of another at the most. */
  static final int BLOCK = 1024;

  /** The same for places, which take more room. */
  static final int PLACES_BLOCK = 128;

  private final Numbers raw = new Numbers();
  private int letters;
  private int last;

  /**
   * Adds a letter, which comes after all those before.
   *
   * @param weight how often the word occurs, more where that is in the heading
   * @param pieces the pieces of the letter in which it does, rising
   * @param places its places in the letter, rising; none for a value of a facet
   */
  void add(int letter, int weight, int[] pieces, int[] places) {
    raw.add(letter - last).add(weight);
    write(raw, pieces, places);
    last = letter;
    letters++;
  }

  /** The same with pieces and places as {@link #write} has written them. */
  void add(int letter, int weight, byte[] bytes, int from, int to) {
    raw.add(letter - last).add(weight).addBytes(bytes, from, to);
    last = letter;
    letters++;
  }

  /**
   * Adds what is known of the word in some letters that come after all those before.
   *
   * @param base number of the first of these letters; theirs are counted from it
   */
  void addAll(Segment.Word word, int base) {
    Numbers.Reader reader = Numbers.of(word.raw()).reader();
    // The others are told by their distance from the one before.
    raw.add((long) base + reader.next() - last);
    raw.addBytes(word.raw(), reader.at(), word.raw().length);
    last = base + word.last();
    letters += word.pages();
  }

  /** Writes the pieces and places of a word in a letter. */
  static void write(Numbers out, int[] pieces, int[] places) {
    out.add(pieces.length);
    rising(out, pieces);
    out.add(places.length);
    rising(out, places);
  }

  private static void rising(Numbers out, int[] numbers) {
    int before = 0;
    for (int number : numbers) {
      out.add(number - before);
      before = number;
    }
  }

  /** In how many letters it occurs. */
  int letters() {
    return letters;
  }

  /** What is known of it, under its name. */
  Segment.Word as(String word) {
    return new Segment.Word(word, letters, last, raw.toBytes());
  }

  /** The last of these. */
  int last() {
    return last;
  }

  /** A sum of all that is known. */
  String sum() {
    return new Checksum().add(raw.toBytes()).hex();
  }

  /** All of it as bytes. */
  Numbers raw() {
    return raw;
  }

  /** The letters one after the other. */
  Each each() {
    return new Each(raw);
  }

  /** The letters one after the other, of what {@link #raw} gave. */
  static Each each(byte[] raw) {
    return new Each(Numbers.of(raw));
  }

  /** Goes from letter to letter. */
  static final class Each {
    private final Numbers raw;
    private final Numbers.Reader reader;
    private int letter;
    private int weight;
    private int from;

    private Each(Numbers raw) {
      this.raw = raw;
      this.reader = raw.reader();
    }

    /** Goes to the next letter, if there is one. */
    boolean next() {
      if (!reader.hasNext()) {
        return false;
      }
      letter += reader.next();
      weight = reader.next();
      from = reader.at();
      for (int rows = 0; rows < 2; rows++) {
        for (int left = reader.next(); left > 0; left--) {
          reader.next();
        }
      }
      return true;
    }

    /** The letter where it is. */
    int letter() {
      return letter;
    }

    /** What is known of the word in this letter. */
    byte[] known() {
      Numbers known = new Numbers();
      return known.add(weight).addBytes(raw, from, reader.at()).toBytes();
    }

    /** Adds this letter under a number. */
    void addTo(Occurrences others, int number) {
      others.raw.add(number - others.last).add(weight).addBytes(raw, from, reader.at());
      others.last = number;
      others.letters++;
    }
  }

  /** Says how much a word counts in a letter: between 1 and 255. */
  @FunctionalInterface
  interface Impact {
    int of(int letter, int weight);
  }

  /**
   * The two lists of a word.
   *
   * @param list its letters
   * @param places its places in each letter
   */
  record Lists(BlockList list, BlockList places) {}

  Lists lists(Impact impact) {
    int[] all = letters > PLACES_BLOCK ? numbers() : new int[0];
    Blocks list = new Blocks(BLOCK, all);
    Blocks places = new Blocks(PLACES_BLOCK, all);
    Numbers.Reader reader = raw.reader();
    int letter = 0;
    while (reader.hasNext()) {
      letter += reader.next();
      int weight = reader.next();
      int pieces = reader.next();
      // A letter in one piece has nothing to tell of it.
      boolean whole = pieces == 0;
      int step = list.next(letter);
      list.numbers().add(step * 2L + (whole ? 0 : 1)).addByte(impact.of(letter, weight));
      if (!whole) {
        list.numbers().add(pieces);
        for (int i = 0; i < pieces; i++) {
          list.numbers().add(reader.next());
        }
      }
      int count = reader.next();
      if (count > 0) {
        // A step may open a new block.
        int placesStep = places.next(letter);
        places.numbers().add(placesStep).add(count);
        for (int i = 0; i < count; i++) {
          places.numbers().add(reader.next());
        }
      }
    }
    return new Lists(list.whole(), places.whole());
  }

  /** What one of the two lists says of each letter. */
  List<Posting> postings(Posting.Kind kind, Impact impact) {
    List<Posting> postings = new ArrayList<>();
    Numbers.Reader reader = raw.reader();
    int letter = 0;
    while (reader.hasNext()) {
      letter += reader.next();
      int weight = reader.next();
      Numbers list = new Numbers();
      list.addByte(impact.of(letter, weight));
      boolean odd = copy(reader, list) > 0;
      Numbers places = new Numbers();
      int count = copy(reader, places);
      if (kind == Posting.Kind.LIST) {
        postings.add(new Posting(letter, odd, list.toBytes(), 0, odd ? list.size() : 1));
      } else if (count > 0) {
        postings.add(new Posting(letter, false, places.toBytes(), 0, places.size()));
      }
    }
    return postings;
  }

  /** Copies a row of numbers with its length, which it gives. */
  private static int copy(Numbers.Reader reader, Numbers out) {
    int count = reader.next();
    out.add(count);
    for (int i = 0; i < count; i++) {
      out.add(reader.next());
    }
    return count;
  }

  /** The numbers of all letters. */
  private int[] numbers() {
    int[] numbers = new int[letters];
    Each each = each();
    for (int i = 0; each.next(); i++) {
      numbers[i] = each.letter();
    }
    return numbers;
  }
}
