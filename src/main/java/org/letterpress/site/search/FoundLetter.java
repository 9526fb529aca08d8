package org.letterpress.site.search;

import java.util.List;
import java.util.Map;

/**
 * A letter as the search knows it.
 *
 * @param href address of its page from the root of the site
 * @param title its heading
 * @param date when it was written, in words; may be empty
 * @param words the words that its page shows
 * @param facets by what it can be found
 */
public record FoundLetter(
    String href,
    String title,
    String date,
    LetterWords words,
    Map<Facet, List<Facet.Value>> facets) {}
