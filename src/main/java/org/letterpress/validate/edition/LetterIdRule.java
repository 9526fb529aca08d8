package org.letterpress.validate.edition;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.LetterFacts;

/**
 * A letter in a file of its own shares its xml:id with no letter of another file: a copied file
 * whose id was forgotten moves the addresses of both. Volumes may give the same ids.
 */
final class LetterIdRule implements EditionRule {
  /** First those whose file is called like the id: the others were copied from them, if any. */
  private static final Comparator<IndexedLetter> ORDER =
      Comparator.<IndexedLetter, Boolean>comparing(
              letter -> !letter.facts().file().stem().equals(letter.facts().wantedId()))
          .thenComparing(letter -> letter.facts().file().key())
          .thenComparingInt(letter -> letter.facts().position());

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    Map<String, IndexedLetter> firsts = new HashMap<>();
    List<IndexedLetter> letters =
        edition.index().letters().stream()
            .filter(letter -> !letter.facts().xmlId().isEmpty())
            .sorted(ORDER)
            .toList();
    for (IndexedLetter letter : letters) {
      IndexedLetter first = firsts.putIfAbsent(letter.facts().wantedId(), letter);
      if (first != null && isSlip(first.facts(), letter.facts())) {
        findings.add(
            Diagnostic.of(
                    Code.ID_LETTER_SHARED,
                    edition.place(letter),
                    letter.facts().xmlId(),
                    letter.href(),
                    first.href())
                .relatedTo(
                    List.of(new Diagnostic.Related(edition.place(first), "the other letter"))));
      }
    }
  }

  private static boolean isSlip(LetterFacts first, LetterFacts letter) {
    return (first.alone() || letter.alone())
        && !first.file().key().equals(letter.file().key())
        // Where the files are called alike, too, the addresses collide, which is an error.
        && !first.file().stem().equalsIgnoreCase(letter.file().stem());
  }
}
