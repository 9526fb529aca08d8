package org.letterpress.letter;

import java.util.List;

/**
 * One step of a letter's way, as a correspAction describes it (TEI Guidelines 2.4.6).
 *
 * @param type its {@code @type}, for instance {@code sent} or {@code forwarded}; may be empty
 * @param parties who acted, or was acted on
 * @param places where
 * @param dates when
 * @param note what the editor says of it in prose, or empty
 */
public record Action(
    String type, List<Named> parties, List<Named> places, List<LetterDate> dates, String note) {
  public Action {
    parties = List.copyOf(parties);
    places = List.copyOf(places);
    dates = List.copyOf(dates);
  }

  /** The same made of what others share. */
  Action sharing(Sharing shared) {
    return new Action(
        shared.everywhere(type),
        Named.sharing(parties, shared),
        Named.sharing(places, shared),
        Sharing.list(dates, shared::here),
        note);
  }
}
