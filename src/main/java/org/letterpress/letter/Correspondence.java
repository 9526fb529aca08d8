package org.letterpress.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One correspDesc of a header, while it is read and until its letter is known. */
final class Correspondence {
  /** Words by which a name inside an action says which side of the letter it is on. */
  private static final Set<String> ADDRESSEE =
      Set.of(
          "addressee",
          "recipient",
          "receiver",
          "received",
          "receivedby",
          "to",
          "destinataire",
          "empfänger",
          "adressat",
          "destinatario",
          "adresat");

  private static final Set<String> SENDER =
      Set.of(
          "sender",
          "author",
          "sent",
          "sentby",
          "from",
          "writer",
          "expéditeur",
          "absender",
          "mittente",
          "remitente",
          "nadawca");

  /** An action whose names, places and dates are still coming in. */
  static final class Step {
    final String type;
    final List<Named> parties = new ArrayList<>();
    final List<Named> places = new ArrayList<>();
    final List<LetterDate> dates = new ArrayList<>();
    final StringBuilder note = new StringBuilder();

    private Step(String type) {
      this.type = type;
    }

    private boolean isSent() {
      return type.equals("sent");
    }

    private boolean isReceived() {
      return type.equals("received");
    }
  }

  final String xmlId;
  final String points;
  private final List<Step> steps = new ArrayList<>();
  private final List<Named> senders = new ArrayList<>();
  private final List<Named> addressees = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();
  final List<Pointer> pointers = new ArrayList<>();

  /**
   * @param xmlId its {@code @xml:id}, or empty
   * @param points values of its {@code @corresp} and its kin, which may name the letter
   */
  Correspondence(String xmlId, String points) {
    this.xmlId = xmlId;
    this.points = points;
  }

  /** Begins an action; types that mean the same thing get the same name. */
  Step begin(String type) {
    String plain = type.toLowerCase(Locale.ROOT);
    Step step = new Step(plain.equals("sent") || plain.equals("received") ? plain : type);
    steps.add(step);
    return step;
  }

  /** Adds a party, which may say itself which side it is on. */
  void party(Step step, String role, Named party) {
    step.parties.add(party);
    String plain = role.toLowerCase(Locale.ROOT);
    if (step.isReceived() || (step.isSent() && ADDRESSEE.contains(plain))) {
      addressees.add(party);
    } else if (step.isSent() || (step.type.isEmpty() && SENDER.contains(plain))) {
      senders.add(party);
    } else if (step.type.isEmpty() && ADDRESSEE.contains(plain)) {
      addressees.add(party);
    }
  }

  List<Named> senders() {
    return senders;
  }

  List<Named> addressees() {
    return addressees;
  }

  List<Named> places(String type) {
    return steps.stream()
        .filter(step -> step.type.equals(type))
        .flatMap(step -> step.places.stream())
        .toList();
  }

  /** The first date of an action that can be put in order, else the first one, else null. */
  LetterDate date(String type) {
    LetterDate best = null;
    for (Step step : steps) {
      if (step.type.equals(type)) {
        for (LetterDate date : step.dates) {
          if (best == null || (!best.isKnown() && date.isKnown())) {
            best = date;
          }
        }
      }
    }
    return best;
  }

  /** The actions that say anything. */
  List<Action> actions() {
    return steps.stream()
        .map(
            step ->
                new Action(
                    step.type, step.parties, step.places, step.dates, step.note.toString().strip()))
        .filter(
            action ->
                !action.parties().isEmpty()
                    || !action.places().isEmpty()
                    || action.dates().stream().anyMatch(Correspondence::saysAnything)
                    || !action.note().isEmpty())
        .toList();
  }

  private static boolean saysAnything(LetterDate date) {
    return date.form() != LetterDate.Form.TEXT || !date.text().isEmpty();
  }

  /** True when it names the letter with this id, or is named by these pointers. */
  boolean isOf(String letterId, String letterPoints) {
    return (!letterId.isEmpty() && names(points, letterId))
        || (!xmlId.isEmpty() && names(letterPoints, xmlId));
  }

  private static boolean names(String values, String id) {
    for (int at = values.indexOf(id); at >= 0; at = values.indexOf(id, at + 1)) {
      int end = at + id.length();
      boolean starts = at == 0 || values.charAt(at - 1) == '#' || values.charAt(at - 1) == ' ';
      if (starts && (end == values.length() || Character.isWhitespace(values.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
