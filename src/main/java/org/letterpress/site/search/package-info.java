/**
 * The index of the search page: words of the letters' pages, folded, sorted and cut into small
 * files that a browser loads one by one, also from disk.
 *
 * <p>Uses {@code letter}; knows nothing of how pages are made. What {@link Folding} and {@link
 * Tokens} do is done once more, to the reader's words, by {@code src/main/web/js/search/words.js};
 * a test compares the two.
 */
package org.letterpress.site.search;
