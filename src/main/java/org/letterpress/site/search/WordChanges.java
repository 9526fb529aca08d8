package org.letterpress.site.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words that do not occur as they did in the index that was made last. */
final class WordChanges {
  /** Pages that may have changed; where there are more, it is quicker to merge all segments. */
  private static final int MOST_PAGES = 100;

  private final SortedMap<String, Change> words = new TreeMap<>();

  /** Pages of another length than before, as it enters the lists. */
  private final Set<Integer> resized = new HashSet<>();

  private int pages;

  /** What changed of a word. */
  static final class Change {
    private final Set<Integer> pages = new HashSet<>();
    private Occurrences now = new Occurrences();
    private boolean whole;
    private boolean moved;
    private int more;

    /** True when all is known of the word, not only what changed. */
    boolean isWhole() {
      return whole;
    }

    /** The pages of which something else is known than before. */
    Set<Integer> pages() {
      return pages;
    }

    /** What is known of the word in these pages now. */
    Occurrences now() {
      return now;
    }

    /** True when there are pages in which it stands only now, or stands no more. */
    boolean isMoved() {
      return moved;
    }

    /** In how many pages more it stands. */
    int more() {
      return more;
    }

    private void move(int by) {
      moved = true;
      more += by;
    }
  }

  /** By word, in their order. */
  SortedMap<String, Change> words() {
    return words;
  }

  /**
   * Compares a segment with the one that it replaced; in the order of their pages.
   *
   * @param base number of its first page
   * @throws LastIndex.Unusable when they are not of as many pages, or many have changed
   */
  void add(Segment before, Segment now, int base) throws IOException {
    if (before.pages().size() != now.pages().size()) {
      throw new LastIndex.Unusable("a page came or went");
    }
    Set<Integer> changed = new HashSet<>();
    boolean isResized = false;
    for (int i = 0; i < now.pages().size(); i++) {
      Segment.Page old = before.pages().get(i);
      Segment.Page page = now.pages().get(i);
      if (!old.fingerprint().equals(page.fingerprint())) {
        changed.add(i);
        if (SearchIndex.coarse(old.length()) != SearchIndex.coarse(page.length())) {
          resized.add(base + i);
          isResized = true;
        }
      }
    }
    pages += changed.size();
    if (pages > MOST_PAGES) {
      throw new LastIndex.Unusable("many pages have changed");
    }
    compare(before.words(), now.words(), base, changed, isResized);
  }

  private void compare(
      Segment.Words before, Segment.Words now, int base, Set<Integer> changed, boolean isResized)
      throws IOException {
    Segment.Word old = before.next();
    Segment.Word word = now.next();
    while (old != null || word != null) {
      int order = old == null ? 1 : word == null ? -1 : old.word().compareTo(word.word());
      boolean same = order == 0 && Arrays.equals(old.raw(), word.raw());
      if (!same || isResized) {
        compare(order <= 0 ? old : null, order >= 0 ? word : null, base, changed);
      }
      if (order <= 0) {
        old = before.next();
      }
      if (order >= 0) {
        word = now.next();
      }
    }
  }

  private void compare(Segment.Word old, Segment.Word word, int base, Set<Integer> changed) {
    Map<Integer, byte[]> known = new HashMap<>();
    if (old != null) {
      Occurrences.Each each = Occurrences.each(old.raw());
      while (each.next()) {
        if (changed.contains(each.letter())) {
          known.put(each.letter(), each.known());
        }
      }
    }
    if (word != null) {
      Occurrences.Each each = Occurrences.each(word.raw());
      while (each.next()) {
        if (changed.contains(each.letter())) {
          compare(word.word(), known.remove(each.letter()), each, base + each.letter());
        }
      }
    }
    for (int gone : known.keySet()) {
      Change change = change(old.word());
      change.pages.add(base + gone);
      change.move(-1);
    }
  }

  /**
   * @param before what was known of the word in a page, or null
   * @param now what is known of it there
   */
  private void compare(String word, byte[] before, Occurrences.Each now, int page) {
    if (!Arrays.equals(before, now.known()) || resized.contains(page)) {
      Change change = change(word);
      change.pages.add(page);
      now.addTo(change.now, page);
      if (before == null) {
        change.move(1);
      }
    }
  }

  private Change change(String word) {
    return words.computeIfAbsent(word, one -> new Change());
  }

  /**
   * Compares values of facets, of which all is known, with the last ones; behind all segments.
   *
   * @param facets where each stands, by the word of the dictionary
   */
  void addFacets(LastIndex last, SortedMap<String, Occurrences> facets) throws IOException {
    Map<String, String> sums = new HashMap<>();
    for (DictionaryFile file : last.dictionary()) {
      for (Entry entry : file.entries()) {
        if (SearchIndex.isFacet(entry.word())) {
          if (sums.size() == last.facets().size()) {
            throw new LastIndex.Unusable("values of facets are not known");
          }
          sums.put(entry.word(), last.facets().get(sums.size()));
        }
      }
    }
    facets.forEach(
        (word, occurrences) -> {
          if (!occurrences.sum().equals(sums.remove(word)) || isResized(occurrences)) {
            whole(word, occurrences);
          }
        });
    sums.keySet().forEach(gone -> whole(gone, new Occurrences()));
  }

  private void whole(String word, Occurrences now) {
    Change change = change(word);
    change.whole = true;
    change.now = now;
  }

  private boolean isResized(Occurrences occurrences) {
    if (!resized.isEmpty()) {
      Occurrences.Each each = occurrences.each();
      while (each.next()) {
        if (resized.contains(each.letter())) {
          return true;
        }
      }
    }
    return false;
  }
}
