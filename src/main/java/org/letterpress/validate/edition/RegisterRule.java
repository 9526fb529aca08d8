package org.letterpress.validate.edition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Severity;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Identifier;
import org.letterpress.letter.Kind;

/** Nobody stands in a register twice, or without a reason. */
final class RegisterRule implements EditionRule {
  /**
   * What an entry has for itself.
   *
   * @param value an identifier, or a name with dates
   * @param where the file in which it holds; empty for the whole edition
   */
  private record Claim(Object value, String where) {}

  private final Reached reached;

  RegisterRule(Reached reached) {
    this.reached = reached;
  }

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    for (List<EntryFacts> register : edition.index().entriesByKind().values()) {
      List<EntryFacts> entries =
          register.stream().filter(entry -> entry.scope() != EntryFacts.Scope.VOLUME).toList();
      Set<EntryFacts> twice = sharedIdentifiers(edition, entries, findings);
      sharedNames(edition, entries, twice, findings);
      // A register that no letter uses yet says nothing about its entries.
      if (entries.stream().anyMatch(entry -> !edition.index().occurrences(entry).isEmpty())) {
        for (EntryFacts entry : entries) {
          if (edition.index().occurrences(entry).isEmpty() && !reached.has(entry)) {
            findings.add(
                Code.REG_UNMENTIONED, edition.place(entry), entry.kind().word(), entry.name());
          }
        }
      }
    }
  }

  private static Set<EntryFacts> sharedIdentifiers(
      JoinedEdition edition, List<EntryFacts> entries, Diagnostics findings) {
    Map<Claim, EntryFacts> owners = new HashMap<>();
    Set<EntryFacts> twice = new HashSet<>();
    for (EntryFacts entry : entries) {
      for (Identifier identifier : entry.identifiers()) {
        AuthorityId id =
            AuthorityId.of(
                identifier.authority(),
                identifier.href().isEmpty() ? identifier.value() : identifier.href());
        EntryFacts owner =
            id == null ? null : owners.putIfAbsent(new Claim(id, holds(entry)), entry);
        if (owner != null && owner != entry && twice.add(entry)) {
          // One number may stand for a house and its rooms, a work and its translation.
          boolean certain = entry.kind() == Kind.PERSON || entry.kind() == Kind.ORG;
          findings.add(
              Diagnostic.of(
                      Code.REG_SAME_AUTHORITY,
                      edition.place(entry),
                      entry.name(),
                      owner.name(),
                      id.authority().display(),
                      id.value())
                  .withSeverity(certain ? Severity.WARNING : Severity.NOTE)
                  .relatedTo(other(edition, owner)));
        }
      }
    }
    return twice;
  }

  private static void sharedNames(
      JoinedEdition edition,
      List<EntryFacts> entries,
      Set<EntryFacts> reported,
      Diagnostics findings) {
    Map<Claim, EntryFacts> owners = new HashMap<>();
    for (EntryFacts entry : entries) {
      if (entry.dates().isEmpty()) {
        continue;
      }
      EntryFacts owner =
          owners.putIfAbsent(
              new Claim(CalendarWords.plain(entry.sortName()) + "|" + entry.dates(), holds(entry)),
              entry);
      if (owner != null && !reported.contains(entry)) {
        findings.add(
            Diagnostic.of(Code.REG_SAME_NAME, edition.place(entry), entry.name(), entry.dates())
                .relatedTo(other(edition, owner)));
      }
    }
  }

  /** Each letter may bring a list of its own, with people whom others list as well. */
  private static String holds(EntryFacts entry) {
    return entry.scope() == EntryFacts.Scope.EDITION ? "" : entry.file().key();
  }

  private static List<Diagnostic.Related> other(JoinedEdition edition, EntryFacts owner) {
    return List.of(new Diagnostic.Related(edition.place(owner), "the other entry"));
  }
}
