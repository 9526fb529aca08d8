package org.letterpress.project;

import java.util.List;

/**
 * How the book looks, and what is in it.
 *
 * @param margins inner, outer, upper and lower margin of the page with their units, or empty
 * @param font name of the face of the text, or empty for ours
 * @param fontSize size of the text with its unit, or empty
 * @param letterOrder in which order the letters follow: {@code date}, or that of the {@code source}
 * @param letterStart {@code run-on} when letters follow one another on a page, {@code page} when
 *     each begins one
 * @param source where the account of a letter's source stands: {@code end} of the letter, or {@code
 *     foot} of its first page
 * @param plates true when images of the sheets are printed
 * @param draft true when each page says that it is a draft
 */
public record BookSettings(
    List<String> margins,
    String font,
    String fontSize,
    String letterOrder,
    String letterStart,
    String source,
    boolean plates,
    boolean draft) {

  /** What holds where the edition says nothing. */
  public static final BookSettings DEFAULT =
      new BookSettings(List.of(), "", "", "date", "run-on", "end", false, false);

  public BookSettings {
    margins = List.copyOf(margins);
  }
}
