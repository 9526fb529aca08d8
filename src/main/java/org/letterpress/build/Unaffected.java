package org.letterpress.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.letterpress.letter.Action;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Named;
import org.letterpress.site.SitePage;

/**
 * What of the last build is still right without a look at all that it depends on, because nothing
 * has changed since but the texts of a few letters. Where that is not certain, nothing is.
 */
final class Unaffected {
  /** Nothing is known to be still right. */
  static final Unaffected NOTHING = new Unaffected(null, null, null);

  /** More changes are no writer's work, and looking at everything is not much more then. */
  private static final int MOST_CHANGED = 50;

  private final Set<LetterFacts> affected;
  private final Set<EntryFacts> mentioned;
  private final Set<EntryFacts> counted;

  /**
   * @param affected letters whose pages change
   * @param mentioned entries that are or were mentioned in these
   * @param counted those of them that occur, or are mentioned, in more letters than before or in
   *     fewer
   */
  private Unaffected(
      Set<LetterFacts> affected, Set<EntryFacts> mentioned, Set<EntryFacts> counted) {
    this.affected = affected;
    this.mentioned = mentioned;
    this.counted = counted;
  }

  /**
   * Compares an edition with what the last build was made of.
   *
   * @param last what it was made of
   * @param basis fingerprint of all that is no source, as it is now
   * @param files the sources as they are now
   * @param index the same, joined
   * @param cache knows what the sources said when the last build was made
   */
  static Unaffected since(
      Manifest.Origin last,
      String basis,
      Map<String, ReadFile> files,
      EditionIndex index,
      FactsCache cache) {
    if (!last.basis().equals(basis) || !last.sources().keySet().equals(files.keySet())) {
      return NOTHING;
    }
    List<ReadFile> changed = new ArrayList<>();
    files.forEach(
        (key, file) -> {
          if (!file.digest().equals(last.sources().get(key))) {
            changed.add(file);
          }
        });
    if (changed.size() > MOST_CHANGED) {
      return NOTHING;
    }
    Set<LetterFacts> affected = identity();
    Set<EntryFacts> mentioned = identity();
    Set<EntryFacts> counted = identity();
    for (ReadFile file : changed) {
      FactsCache.Remembered old = cache.find(file.file(), last.sources().get(file.file().key()));
      FileFacts now = file.facts();
      if (old == null || !isTextOnly(old.facts(), now)) {
        return NOTHING;
      }
      for (int at = 0; at < now.letters().size(); at++) {
        affected.add(now.letters().get(at));
        LetterFacts before = old.facts().letters().get(at);
        LetterFacts after = now.letters().get(at);
        Set<EntryFacts> entriesBefore = index.entriesIn(before);
        Set<EntryFacts> entriesAfter = index.entriesIn(after);
        mentioned.addAll(entriesBefore);
        mentioned.addAll(entriesAfter);
        addDifference(entriesBefore, entriesAfter, counted);
        // Whoever wrote the letter occurs in it, whether it mentions him or not.
        addDifference(index.mentionedIn(before), index.mentionedIn(after), counted);
      }
    }
    addLettersThatName(counted, index, affected);
    return new Unaffected(affected, mentioned, counted);
  }

  private static <T> Set<T> identity() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static void addDifference(
      Set<EntryFacts> before, Set<EntryFacts> after, Set<EntryFacts> difference) {
    Stream.concat(before.stream(), after.stream())
        .filter(entry -> before.contains(entry) != after.contains(entry))
        .forEach(difference::add);
  }

  /** True when a file differs in the texts of its letters, and holds nothing besides these. */
  private static boolean isTextOnly(FileFacts old, FileFacts now) {
    return now.isSameButForTexts(old)
        && now.ids().equals(old.ids())
        && now.entries().isEmpty()
        && now.outside().isEmpty()
        && now.edition() == null;
  }

  /** A letter's page says in how many letters those occur whom it names. */
  private static void addLettersThatName(
      Set<EntryFacts> counted, EditionIndex index, Set<LetterFacts> affected) {
    for (EntryFacts entry : counted) {
      index.lettersWith(entry).forEach(letter -> affected.add(letter.facts()));
    }
    for (IndexedLetter letter : counted.isEmpty() ? List.<IndexedLetter>of() : index.letters()) {
      for (Action action : letter.facts().actions()) {
        for (List<Named> all : List.of(action.parties(), action.places())) {
          for (Named named : all) {
            EntryFacts entry = index.entry(letter.facts(), named.kind(), named.pointers());
            if (entry != null && counted.contains(entry)) {
              affected.add(letter.facts());
            }
          }
        }
      }
    }
  }

  /** True when all that is made of a letter is still right, as far as it is there. */
  boolean has(IndexedLetter letter) {
    return affected != null && !affected.contains(letter.facts());
  }

  /** True when a page of the edition is still right, if it is there. */
  boolean has(SitePage page) {
    return affected != null
        && switch (page.shows()) {
          case RECORDS -> true;
          case COUNTS -> counted.isEmpty();
          case MENTIONS -> !mentioned.contains(page.entry());
          case ANYTHING -> false;
        };
  }
}
