package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Relation;
import org.letterpress.letter.Target;

/** Letters are sent before they arrive and are answered, and know of each other both ways. */
final class OrderRule implements EditionRule {
  private static final Pattern LETTER = Pattern.compile("[_\\s-]?letter$");

  /** How a letter of a correspContext stands to the one that names it. */
  private enum Way {
    BEFORE,
    AFTER,
    ANSWERED,
    ANSWER;

    Way back() {
      return switch (this) {
        case BEFORE -> AFTER;
        case AFTER -> BEFORE;
        case ANSWERED -> ANSWER;
        case ANSWER -> ANSWERED;
      };
    }

    boolean isEarlier() {
      return this == BEFORE || this == ANSWERED;
    }

    String words() {
      return switch (this) {
        case BEFORE -> "the letter before";
        case AFTER -> "the letter after";
        case ANSWERED -> "the letter that this one answers";
        case ANSWER -> "the answer";
      };
    }

    static Way of(String word) {
      return switch (LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("")) {
        case "prev", "previous", "preceding" -> BEFORE;
        case "next", "following" -> AFTER;
        case "answers", "isanswerto", "answerto", "reply-to", "replyto", "inreplyto" -> ANSWERED;
        case "reply", "answered-by", "answeredby", "repliedby", "answer" -> ANSWER;
        default -> null;
      };
    }
  }

  /** A letter that another names, with the way they stand to each other. */
  private record Link(Way way, String sort, IndexedLetter letter, String target) {}

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    for (IndexedLetter letter : edition.index().letters()) {
      arrival(edition, letter, findings);
      for (Link link : links(edition.index(), letter.facts())) {
        if (link.letter != null && link.letter != letter) {
          order(edition, letter, link, findings);
          back(edition, letter, link, findings);
        }
      }
    }
  }

  private static void arrival(JoinedEdition edition, IndexedLetter letter, Diagnostics findings) {
    LetterDate sent = letter.facts().sent();
    LetterDate received = letter.facts().received();
    if (sent != null && received != null && received.isCertainlyBefore(sent)) {
      findings.add(Code.LETTER_ARRIVES_FIRST, edition.place(letter), received.to(), sent.from());
    }
  }

  private static List<Link> links(EditionIndex index, LetterFacts letter) {
    List<Link> links = new ArrayList<>();
    for (Relation relation : letter.relations()) {
      Way way = Way.of(relation.subtype());
      // Where the subtype says nothing of time, it tells one series of letters from another.
      String sort = way == null ? relation.subtype() : "";
      way = way == null ? Way.of(relation.type()) : way;
      if (way == null) {
        continue;
      }
      Target target =
          relation.target().isEmpty()
              ? new Target.Nothing()
              : index.resolve(letter.file().key(), relation.target());
      IndexedLetter found = target instanceof Target.ToLetter to ? to.letter() : null;
      links.add(new Link(way, sort, found, relation.target()));
    }
    return links;
  }

  private static void order(
      JoinedEdition edition, IndexedLetter letter, Link link, Diagnostics findings) {
    LetterDate here = letter.facts().sent();
    LetterDate there = link.letter.facts().sent();
    if (here == null || there == null || here.isDoubtful() || there.isDoubtful()) {
      return;
    }
    boolean wrong =
        link.way.isEarlier() ? here.isCertainlyBefore(there) : there.isCertainlyBefore(here);
    if (wrong) {
      report(
          edition,
          link,
          Diagnostic.of(
              Code.LETTER_ORDER,
              place(letter.facts(), link),
              link.way.words(),
              link.letter.id(),
              shown(there),
              shown(here)),
          findings);
    }
  }

  private static String shown(LetterDate date) {
    return date.from().isEmpty() ? date.to() : date.from();
  }

  /** What one letter says of another, the other must say of the one, if it says anything. */
  private static void back(
      JoinedEdition edition, IndexedLetter letter, Link link, Diagnostics findings) {
    List<Link> theirs =
        links(edition.index(), link.letter.facts()).stream()
            .filter(other -> other.way == link.way.back() && other.sort.equals(link.sort))
            .toList();
    boolean agrees =
        theirs.stream().anyMatch(other -> other.letter == letter || other.letter == null);
    if (!agrees) {
      String instead =
          theirs.isEmpty()
              ? "does not name this letter"
              : "names \"" + theirs.get(0).letter.id() + "\" instead of this letter";
      report(
          edition,
          link,
          Diagnostic.of(
              Code.LETTER_ONE_SIDED,
              place(letter.facts(), link),
              link.way.words(),
              link.letter.id(),
              instead),
          findings);
    }
  }

  private static void report(
      JoinedEdition edition, Link link, Diagnostic finding, Diagnostics findings) {
    findings.add(
        finding.relatedTo(
            List.of(new Diagnostic.Related(edition.place(link.letter), "the other letter"))));
  }

  /** Where the correspContext names the other letter. */
  private static Location place(LetterFacts letter, Link link) {
    for (Pointer pointer : letter.pointers()) {
      if (pointer.value().equals(link.target)) {
        return pointer.in(letter.file().name());
      }
    }
    return Location.of(letter.file().name(), letter.line(), 0);
  }
}
