package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Named;

/**
 * A letter has one record only. Two are taken for one letter when sender, addressee and day are the
 * same, and the texts begin alike or one of the two has none.
 */
final class RecordRule implements EditionRule {
  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    Map<String, List<IndexedLetter>> alike = new HashMap<>();
    for (IndexedLetter letter : edition.index().letters()) {
      String key = key(edition, letter.facts());
      if (!key.isEmpty()) {
        alike.computeIfAbsent(key, same -> new ArrayList<>(1)).add(letter);
      }
    }
    for (List<IndexedLetter> letters : alike.values()) {
      for (int i = 1; i < letters.size(); i++) {
        IndexedLetter letter = letters.get(i);
        letters.subList(0, i).stream()
            .filter(first -> isSame(edition, first.facts(), letter.facts()))
            .findFirst()
            .ifPresent(
                first ->
                    findings.add(
                        Diagnostic.of(
                                Code.ID_LETTER_TWICE,
                                edition.place(letter),
                                letter.id(),
                                first.id(),
                                letter.facts().sent().from(),
                                first.facts().hasText() == letter.facts().hasText()
                                    ? "the texts begin alike"
                                    : "one of the two has no text")
                            .relatedTo(
                                List.of(
                                    new Diagnostic.Related(
                                        edition.place(first), "the other record")))));
      }
    }
  }

  private static boolean isSame(JoinedEdition edition, LetterFacts one, LetterFacts other) {
    if (one.hasText() != other.hasText()) {
      return true;
    }
    return edition.beginAlike(one, other);
  }

  /** Who wrote to whom on which day; empty when any of the three is not known. */
  private static String key(JoinedEdition edition, LetterFacts letter) {
    LetterDate sent = letter.sent();
    boolean day = sent != null && sent.isKnown() && sent.from().length() >= 10;
    if (!day
        || !sent.from().equals(sent.to())
        || letter.senders().isEmpty()
        || letter.addressees().isEmpty()) {
      return "";
    }
    return names(edition, letter, letter.senders())
        + ">"
        + names(edition, letter, letter.addressees())
        + ">"
        + sent.from();
  }

  private static TreeSet<String> names(
      JoinedEdition edition, LetterFacts letter, List<Named> parties) {
    TreeSet<String> names = new TreeSet<>();
    for (Named party : parties) {
      EntryFacts entry = edition.entry(letter, party);
      names.add(entry == null ? party.name() + party.pointers() : "#" + edition.index().id(entry));
    }
    return names;
  }
}
