package org.letterpress.validate.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Kind;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.Named;

/** Senders and addressees stand in the register, and were alive. */
final class PartyRule implements EditionRule {
  /** Dates of birth and death that the editors doubt may be wrong by so many years. */
  private static final int DOUBT = 10;

  /** News of a death takes its time; a letter may still be on its way or be written. */
  private static final int MONTHS_OF_NEWS = 3;

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?iu).*\\b(unknown|unbekannt\\w*|inconnu\\w*|anon\\w*|unidentified|ignot\\w*|n\\. ?n\\.?"
              + "|desconocid\\w*|nieznan\\w*|sconosciut\\w*)(?!\\w).*|\\W*");

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    boolean registered =
        edition.index().entriesByKind().containsKey(Kind.PERSON)
            || edition.index().entriesByKind().containsKey(Kind.ORG);
    for (IndexedLetter letter : edition.index().letters()) {
      for (boolean sender : List.of(true, false)) {
        for (Named party : sender ? letter.facts().senders() : letter.facts().addressees()) {
          EntryFacts entry = edition.entry(letter.facts(), party);
          if (entry != null) {
            alive(edition, letter, entry, sender, findings);
          } else if (registered
              && party.pointers().isEmpty()
              && !party.inferred()
              && !NOBODY.matcher(party.name()).matches()) {
            findings.add(
                Code.LETTER_UNREGISTERED,
                edition.place(letter),
                sender ? "sender" : "addressee",
                party.name());
          }
        }
      }
    }
  }

  private static void alive(
      JoinedEdition edition,
      IndexedLetter letter,
      EntryFacts entry,
      boolean sender,
      Diagnostics findings) {
    LetterDate sent = letter.facts().sent();
    ObservedFile.Life life = edition.life(entry);
    if (life == null || sent == null || sent.isDoubtful()) {
      return;
    }
    LocalDate born = life.birth() == null ? null : life.birth().earliest();
    LocalDate dead = life.death() == null ? null : life.death().latest();
    String fault = "";
    if (born != null
        && sent.latest() != null
        && sent.latest().isBefore(life.birth().isDoubtful() ? born.minusYears(DOUBT) : born)) {
      fault = "was born " + life.birth().from();
    } else if (dead != null && sent.earliest() != null) {
      LocalDate last = life.death().isDoubtful() ? dead.plusYears(DOUBT) : dead;
      if (sent.earliest().isAfter(sender ? last : last.plusMonths(MONTHS_OF_NEWS))) {
        fault = "died " + life.death().to();
      }
    }
    if (!fault.isEmpty()) {
      findings.add(
          Diagnostic.of(
                  Code.LETTER_LIFETIME,
                  edition.place(letter),
                  sender ? "sender" : "addressee",
                  entry.name(),
                  fault,
                  sent.from().isEmpty() ? sent.to() : sent.from())
              .relatedTo(
                  List.of(
                      new Diagnostic.Related(edition.place(entry), "the entry of the register"))));
    }
  }
}
