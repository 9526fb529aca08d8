package org.letterpress.letter;

import java.util.List;

/**
 * What {@code edition.xml} says of the edition.
 *
 * @param title main title, or empty
 * @param subtitle subordinate title, or empty
 * @param language {@code @xml:lang} of the document, or empty
 * @param editors names of those responsible
 * @param publisher who publishes it, or empty
 * @param date when it is published, or empty
 * @param licence the licence in words, or empty
 * @param licenceHref address of the licence, or empty
 */
public record EditionFacts(
    String title,
    String subtitle,
    String language,
    List<String> editors,
    String publisher,
    String date,
    String licence,
    String licenceHref) {
  /** An edition that says nothing of itself. */
  public static final EditionFacts NONE = new EditionFacts("", "", "", List.of(), "", "", "", "");
}
