/**
 * The pages of the reading edition and the files they need.
 *
 * <p>Uses {@code transform} and the packages before it; knows nothing of print.
 */
package org.letterpress.site;
