package org.letterpress.validate.edition;

import java.util.List;
import java.util.Map;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.Pointers;
import org.letterpress.letter.Sharing;
import org.letterpress.source.SourceFile;

/**
 * What the rules of the edition need to know of one file.
 *
 * @param file the file
 * @param pointers every attribute that points at something
 * @param ids where each xml:id stands
 * @param anchors where each anchor stands that something must point to, by its id
 * @param notes notes that stand apart and name no place of their own
 * @param beginnings how the text of each document, text and division begins, by the element's
 *     ordinal
 * @param lives what the entries of its registers say of birth and death, by the entry's ordinal
 * @param characters what its characters are made of
 */
public record ObservedFile(
    SourceFile file,
    Pointers pointers,
    Places ids,
    Places anchors,
    List<LooseNote> notes,
    Beginnings beginnings,
    Lives lives,
    Characters characters) {

  /** The same made of what others share. */
  public ObservedFile sharing(Sharing shared) {
    return new ObservedFile(
        file,
        pointers.sharing(shared::everywhere),
        ids.sharing(shared),
        anchors.sharing(shared),
        notes,
        beginnings,
        lives.sharing(),
        shared.everywhere(characters));
  }

  /**
   * A note that stands apart.
   *
   * @param id its xml:id, or empty
   */
  record LooseNote(String id, Location place) {}

  /**
   * When somebody was born and died.
   *
   * @param birth null when it is not known
   * @param death null when it is not known
   */
  record Life(LetterDate birth, LetterDate death) {}

  /**
   * How the characters of a file are encoded.
   *
   * @param composed true when some letter and its marks are one character
   * @param decomposed how many letters have marks behind them that could be one with them
   * @param decomposedAt the first of these, or null
   * @param example that letter
   * @param privateUse the first place of each private-use character outside {@code g}
   * @param declared private-use characters that its charDecl describes
   */
  record Characters(
      boolean composed,
      int decomposed,
      Location decomposedAt,
      String example,
      Map<Integer, Location> privateUse,
      List<Integer> declared) {}
}
