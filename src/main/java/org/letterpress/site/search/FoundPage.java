package org.letterpress.site.search;

import java.util.List;
import java.util.Map;

/**
 * What the search says of a page, besides its words.
 *
 * @param kind what it shows
 * @param href its address from the root of the site
 * @param title its heading
 * @param date when a letter was written, in words, may be empty; of other pages the key of the
 *     label that says what they are
 * @param facets by what a letter can be found
 */
public record FoundPage(
    Kind kind, String href, String title, String date, Map<Facet, List<Facet.Value>> facets) {

  /** What a page shows: a letter, other text of the edition, or an entry of a register. */
  public enum Kind {
    LETTER,
    TEXT,
    ENTRY;

    /** Its name in addresses. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
