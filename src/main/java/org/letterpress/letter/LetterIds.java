package org.letterpress.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;

/** Puts the letters of all files in the order of time, and gives each the name of its pages. */
final class LetterIds {
  private LetterIds() {}

  /**
   * The letters in order.
   *
   * <p>An xml:id need be unique in its file only. Where letters of two files share one, the letters
   * of both files are named after file and id together.
   *
   * @param findings told of letters that would share a page even so
   * @param entries gives the entry that a name of a letter points to, or null
   */
  static List<IndexedLetter> order(
      List<FileFacts> files,
      Wording wording,
      Diagnostics findings,
      BiFunction<LetterFacts, Named, EntryFacts> entries) {
    List<LetterFacts> all = new ArrayList<>();
    files.forEach(file -> all.addAll(file.letters()));
    all.sort(
        Comparator.comparing(LetterFacts::sortKey)
            .thenComparing(letter -> letter.file().key())
            .thenComparingInt(LetterFacts::position));
    Set<String> sharing = filesThatShareIds(all);
    Map<String, LetterFacts> taken = new TreeMap<>();
    List<IndexedLetter> letters = new ArrayList<>();
    Map<String, String> headings = new HashMap<>();
    for (LetterFacts letter : all) {
      String id = letter.wantedId();
      if (!letter.xmlId().isEmpty() && sharing.contains(letter.file().key())) {
        id = letter.file().stem() + "-" + id;
      }
      id = PageName.of(id);
      LetterFacts rival = taken.get(id.toLowerCase(Locale.ROOT));
      if (rival != null) {
        findings.add(collision(letter, rival, id));
        String base = id + "-" + letter.position();
        for (int n = 2; taken.containsKey(id.toLowerCase(Locale.ROOT)); n++) {
          id = base + "-" + n;
        }
      }
      taken.put(id.toLowerCase(Locale.ROOT), letter);
      String date = letter.sent() == null ? "" : letter.sent().display(wording);
      // Most letters go to and fro between the same few people.
      String heading = headings.computeIfAbsent(heading(letter, wording, entries), same -> same);
      letters.add(new IndexedLetter(letter, id, letters.size() + 1, heading, date));
    }
    return Collections.unmodifiableList(letters);
  }

  private static Set<String> filesThatShareIds(List<LetterFacts> letters) {
    Map<String, String> owners = new HashMap<>();
    Set<String> sharing = new HashSet<>();
    for (LetterFacts letter : letters) {
      if (!letter.xmlId().isEmpty()) {
        String key = letter.file().key();
        String owner = owners.putIfAbsent(letter.wantedId(), key);
        if (owner != null && !owner.equals(key)) {
          sharing.add(owner);
          sharing.add(key);
        }
      }
    }
    return sharing;
  }

  private static Diagnostic collision(LetterFacts letter, LetterFacts rival, String id) {
    return Diagnostic.of(
            Code.OUT_COLLISION,
            Location.of(letter.file().name(), letter.line(), 0),
            "letters/" + id + ".html",
            rival.file().name())
        .relatedTo(
            List.of(
                new Diagnostic.Related(
                    Location.of(rival.file().name(), rival.line(), 0), "the other letter")));
  }

  /** Who wrote to whom where a correspDesc says so, else what the letter is called. */
  private static String heading(
      LetterFacts letter, Wording wording, BiFunction<LetterFacts, Named, EntryFacts> entries) {
    String from = wording.list(names(letter, letter.senders(), wording, entries));
    String to = wording.list(names(letter, letter.addressees(), wording, entries));
    boolean stated = letter.described() || letter.title().isEmpty();
    if (stated && !from.isEmpty() && !to.isEmpty()) {
      return wording.label("heading-to", from, to);
    }
    if (!letter.title().isEmpty()) {
      return letter.title();
    }
    if (!from.isEmpty()) {
      return wording.label("heading-from", from);
    }
    return to.isEmpty() ? letter.wantedId() : wording.label("heading-unknown-sender", to);
  }

  private static List<String> names(
      LetterFacts letter,
      List<Named> parties,
      Wording wording,
      BiFunction<LetterFacts, Named, EntryFacts> entries) {
    return parties.stream()
        .map(
            party -> {
              String spoken = party.spoken(entries.apply(letter, party));
              String name = DirectionMarks.within(spoken, wording.locale());
              return party.inferred() ? wording.label("inferred-value", name) : name;
            })
        .toList();
  }
}
