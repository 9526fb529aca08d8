package org.letterpress.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Kind;
import org.letterpress.letter.Moment;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/** The edition in numbers. */
final class Statistics {
  static final String PATH = "statistics.html";

  /** Rows of a table of the most frequent. */
  private static final int MOST = 15;

  /** Lengths at which a new class of letters begins, in words. */
  private static final int[] LENGTHS = {1, 50, 100, 200, 400, 800, 1600, 3200};

  private final EditionIndex index;
  private final Parties parties;

  Statistics(EditionIndex index, Parties parties) {
    this.index = index;
    this.parties = parties;
  }

  /** True when there is more than one letter to count. */
  boolean exists() {
    return index.letters().size() > 1;
  }

  void addPages(List<SitePage> pages) {
    if (exists()) {
      pages.add(SitePage.of(PATH, this::page));
    }
  }

  private void page(TreeWriter out) throws SAXException {
    out.start("page", "kind", "statistics", "href", PATH);
    numbers(out);
    Timeline.of(index.letters(), index.wording(), index.parts()::href, index.parts().all())
        .write(out);
    correspondents(out);
    languages(out);
    lengths(out);
    for (Kind kind : List.of(Kind.PERSON, Kind.PLACE, Kind.ORG, Kind.EVENT, Kind.WORK)) {
      mentioned(out, kind);
    }
    out.end();
  }

  private void numbers(TreeWriter out) throws SAXException {
    List<IndexedLetter> letters = index.letters();
    out.start("numbers");
    number(out, "letters", letters.size());
    number(out, "correspondents", parties.correspondents.size());
    number(out, "places-of-writing", parties.places.size());
    index
        .registers()
        .forEach(
            (kind, entries) -> {
              try {
                number(out, kind.folder(), entries.size());
              } catch (SAXException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
    int[] words = letters.stream().mapToInt(letter -> letter.facts().words()).sorted().toArray();
    number(out, "words-of-letters", Arrays.stream(words).asLongStream().sum());
    number(out, "average-length", words[words.length / 2]);
    IndexedLetter longest = letters.get(0);
    long undated = 0;
    IndexedLetter first = null;
    IndexedLetter last = null;
    for (IndexedLetter letter : letters) {
      longest = letter.facts().words() > longest.facts().words() ? letter : longest;
      if (Moment.of(letter).iso().isEmpty()) {
        undated++;
      } else {
        first = first == null ? letter : first;
        last = letter;
      }
    }
    letter(out, "longest-letter", longest);
    letter(out, "first-letter", first);
    letter(out, "last-letter", last);
    if (undated > 0) {
      number(out, "undated-letters", undated);
    }
    out.end();
  }

  private static void number(TreeWriter out, String key, long value) throws SAXException {
    if (value > 0) {
      out.start("number", "key", key, "value", String.valueOf(value)).end();
    }
  }

  private void letter(TreeWriter out, String key, IndexedLetter letter) throws SAXException {
    if (letter != null) {
      out.start(
              "number",
              "key",
              key,
              "href",
              letter.href(),
              "title",
              letter.title(index.wording()),
              "words",
              key.equals("longest-letter") ? String.valueOf(letter.facts().words()) : "")
          .end();
    }
  }

  private void correspondents(TreeWriter out) throws SAXException {
    List<Party> all =
        parties.correspondents.stream()
            .sorted(
                Comparator.<Party>comparingInt(party -> party.letters.size())
                    .reversed()
                    .thenComparing(party -> party.rank))
            .limit(MOST)
            .toList();
    if (!all.isEmpty()) {
      out.start("ranking", "key", "most-correspondents", "unit", "letters");
      for (Party party : all) {
        row(
            out,
            party.name,
            PartyPages.correspondent(party),
            party.letters.size(),
            all.get(0).letters.size());
      }
      out.end();
    }
  }

  private void languages(TreeWriter out) throws SAXException {
    Map<String, Integer> counts = new TreeMap<>();
    for (IndexedLetter letter : index.letters()) {
      String tag = letter.facts().language();
      counts.merge(tag.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    if (counts.size() < 2) {
      return;
    }
    List<Map.Entry<String, Integer>> sorted = sorted(counts);
    out.start("ranking", "key", "by-language", "unit", "letters");
    for (Map.Entry<String, Integer> language : sorted) {
      String tag = language.getKey();
      Locale locale = index.wording().locale();
      String name = tag.isEmpty() ? "" : Locale.forLanguageTag(tag).getDisplayName(locale);
      row(out, name, "", language.getValue(), sorted.get(0).getValue());
    }
    out.end();
  }

  private static List<Map.Entry<String, Integer>> sorted(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private void lengths(TreeWriter out) throws SAXException {
    int[] counts = new int[LENGTHS.length];
    for (IndexedLetter letter : index.letters()) {
      int at = Arrays.binarySearch(LENGTHS, Math.max(1, letter.facts().words()));
      counts[at < 0 ? -at - 2 : at]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    int last = LENGTHS.length - 1;
    while (last > 0 && counts[last] == 0) {
      last--;
    }
    int first = 0;
    while (first < last && counts[first] == 0) {
      first++;
    }
    out.start("ranking", "key", "by-length", "unit", "letters");
    for (int i = first; i <= last; i++) {
      out.start(
              "row",
              "from",
              String.valueOf(LENGTHS[i]),
              "to",
              i == LENGTHS.length - 1 ? "" : String.valueOf(LENGTHS[i + 1] - 1),
              "count",
              String.valueOf(counts[i]),
              "share",
              share(counts[i], most))
          .end();
    }
    out.end();
  }

  private void mentioned(TreeWriter out, Kind kind) throws SAXException {
    List<Mentioned> all = new ArrayList<>();
    for (EntryFacts entry : index.registers().getOrDefault(kind, List.of())) {
      int letters = index.counts(entry).mentioning();
      if (letters > 0) {
        all.add(new Mentioned(entry, letters));
      }
    }
    all.sort(
        Comparator.comparingInt(Mentioned::letters)
            .reversed()
            .thenComparing(one -> index.id(one.entry)));
    if (!all.isEmpty()) {
      out.start("ranking", "key", "most-" + kind.folder(), "unit", "mentioning-letters");
      for (Mentioned one : all.subList(0, Math.min(MOST, all.size()))) {
        EntryFacts entry = one.entry;
        row(out, entry.name(), index.href(entry), one.letters, all.get(0).letters);
      }
      out.end();
    }
  }

  private record Mentioned(EntryFacts entry, int letters) {}

  private static void row(TreeWriter out, String name, String href, int count, int most)
      throws SAXException {
    out.start(
            "row",
            "name",
            name,
            "href",
            href,
            "count",
            String.valueOf(count),
            "share",
            share(count, most))
        .end();
  }

  /** The length of a bar in hundredths. */
  private static String share(int count, int most) {
    return Frame.n(100.0 * count / Math.max(1, most));
  }
}
