/**
 * The images of an edition: what their addresses mean, what their files are, what the site calls
 * them, and smaller copies of them.
 *
 * <p>Nothing here fetches anything, and no file outside the edition's folder is opened. Uses {@code
 * diagnostic}, {@code source}, {@code project} and {@code letter}.
 */
package org.letterpress.image;
