package org.letterpress.letter;

import java.util.Locale;

/**
 * In which order the parts of a name stand: "Stella Musulin" in running words, "Musulin, Stella" in
 * an alphabet.
 *
 * <p>Words before a comma are turned only where something tells that they are a surname: mark-up,
 * or the register. "Anna, Queen of Denmark" has a comma, too.
 */
final class NameOrder {
  private NameOrder() {}

  /**
   * A name as it is read. "Humboldt, Alexander von" becomes "Alexander von Humboldt" when its parts
   * are marked; a name in any other order is what its editor made it.
   *
   * @param surname what is marked as the surname, or empty
   * @param forename what is marked as the forenames, or empty
   */
  static String spoken(String words, String surname, String forename) {
    String rest = behind(words, surname);
    return rest.isEmpty() || forename.isEmpty() || !rest.startsWith(first(forename))
        ? words
        : rest + " " + surname;
  }

  /** The words by which a name is found in an alphabet; the name itself without marked parts. */
  static String sorted(String words, String surname, String forename) {
    return surname.isEmpty() ? words : forename.isEmpty() ? surname : surname + ", " + forename;
  }

  /**
   * A name as it is read, of somebody whom the register knows. The register tells a surname by
   * filing the entry under it while it calls the entry otherwise: "Musulin, Stella" is turned when
   * the entry is called "Stella Mary Bellairs Musulin" and filed under "Musulin, Stella Mary
   * Bellairs".
   */
  static String spoken(String words, EntryFacts entry) {
    String filed = entry.sortName();
    if (entry.kind() != Kind.PERSON || words.indexOf(',') < 0 || filed.equals(entry.name())) {
      return words;
    }
    if (isSame(words, filed)) {
      return entry.name();
    }
    String surname = words.substring(0, words.indexOf(','));
    String rest = behind(words, surname);
    return !rest.isEmpty()
            && isSame(surname, filed.split(",", 2)[0])
            && isSame(surname, end(entry.name(), surname.length()))
        ? rest + " " + surname
        : words;
  }

  /** What stands behind "Surname, " when that is all there is; else nothing. */
  private static String behind(String words, String surname) {
    if (surname.isEmpty() || !words.startsWith(surname + ", ")) {
      return "";
    }
    String rest = words.substring(surname.length() + 2).strip();
    return rest.indexOf(',') < 0 ? rest : "";
  }

  private static String first(String words) {
    return words.split(" ", 2)[0];
  }

  private static String end(String words, int length) {
    int start = words.length() - length;
    return start > 0 && words.charAt(start - 1) == ' ' ? words.substring(start) : "";
  }

  private static boolean isSame(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
