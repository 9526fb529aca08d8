package org.letterpress.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.letterpress.source.SourceFile;

/**
 * What was learned from one file.
 *
 * @param file the file
 * @param letters its letters, in their order
 * @param entries its register entries, in their order
 * @param ids each xml:id of the file with the place where it stands
 * @param prefixes private prefixes that its header declares
 * @param outside the documents in it that have text besides their letters
 * @param edition what it says of the edition when it is {@code edition.xml}, else null
 */
public record FileFacts(
    SourceFile file,
    List<LetterFacts> letters,
    List<EntryFacts> entries,
    Map<String, Anchor> ids,
    List<Prefix> prefixes,
    List<Outside> outside,
    EditionFacts edition) {

  /**
   * True when another reading of the same file says the same of the edition: the same letters by
   * the same people at the same time, the same entries. Their texts may differ, with all that they
   * mention and point at.
   */
  public boolean isSameButForTexts(FileFacts other) {
    return entries.equals(other.entries)
        && prefixes.equals(other.prefixes)
        && outside.equals(other.outside)
        && Objects.equals(edition, other.edition)
        && letters.size() == other.letters.size()
        && IntStream.range(0, letters.size())
            .allMatch(at -> letters.get(at).isSameButForText(other.letters.get(at)));
  }

  /** The same made of what others share. */
  public FileFacts sharing(Sharing shared) {
    Map<String, Anchor> places = new HashMap<>();
    ids.forEach(
        (id, place) ->
            places.put(
                shared.here(id),
                shared.here(new Anchor(shared.everywhere(place.element), place.letter))));
    return new FileFacts(
        file,
        Sharing.list(letters, letter -> letter.sharing(shared)),
        Sharing.list(entries, entry -> entry.sharing(shared)),
        Map.copyOf(places),
        prefixes,
        outside,
        edition);
  }

  /**
   * An element with an xml:id.
   *
   * @param element its local name
   * @param letter index into {@link FileFacts#letters} of the letter whose text holds it, or -1
   */
  public record Anchor(String element, int letter) {}

  /**
   * A volume with text outside every letter: prefaces, heads of chapters, appendices; or a register
   * with text outside its entries that is more than heads.
   *
   * @param ordinal place of the document's element among all elements of the file
   * @param title what its header calls it, or empty
   * @param words how many words stand in no letter
   * @param line line of the first of them
   * @param register true when the document is a register
   */
  public record Outside(int ordinal, String title, int words, int line, boolean register) {}

  /** A private prefix as a {@code prefixDef} declares it (TEI Guidelines 17.2.3). */
  public record Prefix(String ident, String match, String replacement) {}
}
