/**
 * What a letter is: correspondents, dates, places, ids, mentions and links, and the index that
 * joins what all files of an edition say.
 *
 * <p>Facts are learned from the events of the one parse; no tree is needed. Uses {@code
 * diagnostic}, {@code source} and {@code project}.
 */
package org.letterpress.letter;
