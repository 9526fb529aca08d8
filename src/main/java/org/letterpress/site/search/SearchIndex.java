package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the index of an edition from its pages, one after the other, and writes it as files.
 *
 * <p>What the files hold is told in ADR 0013. Not safe for use by several threads.
 */
public final class SearchIndex {
  /** Pages whose first pieces share a file. */
  static final int PAGES_OF_A_TEXT_FILE = 4;

  /** Pages whose facets share a file. */
  static final int PAGES_OF_A_FACET_FILE = 512;

  private final IndexFiles files;
  private final Segments kept;
  private final Shards shards;
  private final List<Segment> segments = new ArrayList<>();
  private final SortedMap<String, Occurrences> facetWords = new TreeMap<>();
  private final Map<Facet, FacetTable> facets = new EnumMap<>(Facet.class);
  private final List<Waiting> waiting = new ArrayList<>();
  private int pages;
  private int letters;

  /** A page whose text still waits for those with which it shares a file. */
  private record Waiting(FoundPage page, Segment segment, int number) {
    Segment.Page facts() {
      return segment.pages().get(number);
    }
  }

  /**
   * @param kept where the segments come from
   */
  public SearchIndex(IndexFiles files, Segments kept) {
    this.files = files;
    this.kept = kept;
    this.shards = new Shards(files);
    for (Facet facet : Facet.values()) {
      facets.put(facet, new FacetTable(facet));
    }
  }

  /**
   * Adds the next pages: letters first, in the order of time.
   *
   * @param segment their words and texts; it has to stay open until the index is finished
   */
  public void add(Segment segment, List<FoundPage> found) throws IOException {
    segments.add(segment);
    for (int number = 0; number < found.size(); number++) {
      FoundPage page = found.get(number);
      for (Facet facet : Facet.values()) {
        facets.get(facet).add(values(page, facet));
      }
      text(new Waiting(page, segment, number));
      pages++;
      letters += page.kind() == FoundPage.Kind.LETTER ? 1 : 0;
    }
  }

  private static List<Facet.Value> values(FoundPage page, Facet facet) {
    String kind = page.kind().word();
    return facet == Facet.KIND
        ? List.of(new Facet.Value(kind, kind))
        : page.facets().getOrDefault(facet, List.of());
  }

  /** What stands in the dictionary for a value of a facet; no word of a text begins so. */
  static String word(Facet facet, String key) {
    return "=" + facet.word() + ":" + key;
  }

  /** True for what {@link #word} gives. */
  static boolean isFacet(String word) {
    return word.startsWith("=");
  }

  // ---- texts -----------------------------------------------------------------------------------

  private void text(Waiting page) throws IOException {
    waiting.add(page);
    if (waiting.size() == PAGES_OF_A_TEXT_FILE) {
      flushTexts(pages / PAGES_OF_A_TEXT_FILE);
    }
    int count = page.facts().pieces();
    for (int piece = 1; piece < count; piece++) {
      int which = piece;
      shards.addKept(
          folder("text", pages / PAGES_OF_A_TEXT_FILE) + "-" + pages + "-" + piece,
          () -> page.segment.pieces(page.number).get(which),
          List.of(page.facts().text()));
    }
  }

  private void flushTexts(int file) throws IOException {
    List<Waiting> some = List.copyOf(waiting);
    waiting.clear();
    List<String> parts = new ArrayList<>();
    for (Waiting one : some) {
      parts.add(one.page.href());
      parts.add(one.page.title());
      parts.add(one.page.date());
      parts.add(one.facts().text());
    }
    shards.addKept(folder("text", file), () -> texts(some), parts);
  }

  private static CharSequence texts(List<Waiting> some) throws IOException {
    StringBuilder texts = new StringBuilder();
    for (Waiting one : some) {
      texts
          .append(texts.length() == 0 ? "[" : ",\n")
          .append('[')
          .append(Shards.quoted(one.page.href()))
          .append(',')
          .append(Shards.quoted(one.page.title()))
          .append(',')
          .append(Shards.quoted(one.page.date()))
          .append(',')
          .append(one.segment.pieces(one.number).get(0))
          .append(']');
    }
    return texts.append(']');
  }

  /** No folder holds more than a thousand or so files. */
  static String folder(String name, int number) {
    return name + "/" + number / 1000 + "/" + number;
  }

  // ---- the end ---------------------------------------------------------------------------------

  /** Writes everything that waits for the last letter. */
  public void finish() throws IOException {
    if (!waiting.isEmpty()) {
      flushTexts((pages - 1) / PAGES_OF_A_TEXT_FILE);
    }
    facets.values().forEach(table -> table.addTo(facetWords));
    List<DictionaryFile> words = words();
    facets();
    StringBuilder index = new StringBuilder();
    index
        .append("{\"digest\":")
        .append(Shards.quoted(shards.digest()))
        .append(",\"letters\":")
        .append(letters)
        .append(",\"pages\":")
        .append(pages)
        .append(",\"facets\":{");
    for (Facet facet : Facet.values()) {
      index
          .append(facet.ordinal() == 0 ? "" : ",")
          .append(Shards.quoted(facet.word()))
          .append(':')
          .append(facets.get(facet).size());
    }
    index
        .append("},\"words\":")
        .append(Shards.quoted(joined("\n", words, DictionaryFile::first)))
        .append(",\"names\":")
        .append(Shards.quoted(joined(" ", words, DictionaryFile::name)))
        .append('}');
    shards.addMain("index", index);
  }

  private static String joined(
      String between, List<DictionaryFile> files, Function<DictionaryFile, String> what) {
    return files.stream().map(what).collect(Collectors.joining(between));
  }

  /** Writes the dictionary and the lists: those that changed, where the last index is known. */
  private List<DictionaryFile> words() throws IOException {
    int[] lengths =
        segments.stream()
            .flatMap(segment -> segment.pages().stream())
            .mapToInt(Segment.Page::length)
            .toArray();
    long wordCount = Arrays.stream(lengths).asLongStream().sum();
    long average = coarse(Math.max(1, Math.round(wordCount / (double) Math.max(1, pages))));
    Occurrences.Impact impact = impact(lengths, average);
    LastIndex last = kept.lastIndex();
    List<DictionaryFile> words = null;
    if (last != null) {
      try {
        words = updated(last, average, impact);
      } catch (LastIndex.Unusable all) {
        // It is made of all words below.
      }
    }
    if (words == null) {
      words = merged(impact);
    }
    kept.keep(
        new LastIndex(
            average,
            segments.stream().map(Segment::identity).toList(),
            facetWords.values().stream().map(Occurrences::sum).toList(),
            words));
    return words;
  }

  private List<DictionaryFile> updated(LastIndex last, long average, Occurrences.Impact impact)
      throws IOException {
    if (last.average() != average || last.segments().size() != segments.size()) {
      throw new LastIndex.Unusable("it was made of other pages");
    }
    WordChanges changes = new WordChanges();
    int base = 0;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      String known = last.segments().get(i);
      if (!segment.identity().equals(known)) {
        Segment before = segment.before();
        if (before == null || !before.identity().equals(known)) {
          throw new LastIndex.Unusable("it was made of other pages");
        }
        changes.add(before, segment, base);
      }
      base += segment.pages().size();
    }
    changes.addFacets(last, facetWords);
    Shards changed = new Shards(files);
    List<DictionaryFile> words = new IndexUpdate(last, changed, impact).make(changes.words());
    shards.add(changed);
    return words;
  }

  private List<DictionaryFile> merged(Occurrences.Impact impact) throws IOException {
    Shards all = new Shards(files);
    Dictionary dictionary = new Dictionary(all);
    try (Merge merge = new Merge(segments, facetWords)) {
      for (List<Merge.Merged> some = merge.next(); !some.isEmpty(); some = merge.next()) {
        for (Merge.Merged each : some) {
          Occurrences where = each.occurrences();
          dictionary.add(each.word(), where.letters(), where.lists(impact));
        }
      }
    }
    List<DictionaryFile> words = dictionary.finish();
    shards.add(all);
    return words;
  }

  /** How much a word says of a page, beside pages of an average length. */
  private static Occurrences.Impact impact(int[] lengths, double average) {
    double[] relative = Arrays.stream(lengths).mapToDouble(one -> coarse(one) / average).toArray();
    return (page, weight) -> impact(weight, relative[page]);
  }

  /**
   * A length in two significant digits: a word more in one page does not change what all words say
   * of all pages, and seldom what others say of this one.
   */
  static long coarse(long length) {
    long unit = 1;
    while (length / unit >= 100) {
      unit *= 10;
    }
    return (length + unit / 2) / unit * unit;
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
    for (int page = 0; page < pages; page++) {
      for (FacetTable table : facets.values()) {
        int[] row = table.row(page);
        rows.add(row.length);
        int before = 0;
        for (int value : row) {
          rows.add(value - before);
          before = value;
        }
      }
      if ((page + 1) % PAGES_OF_A_FACET_FILE == 0 || page + 1 == pages) {
        shards.add("facets/" + page / PAGES_OF_A_FACET_FILE, Shards.base64(rows.toBytes()));
        rows = new Numbers();
      }
    }
  }
}
