/**
 * Proves that every word of a letter's source stands in each output once: reads the finished
 * outputs and compares their words with those of the source.
 *
 * <p>Uses {@code diagnostic}, {@code letter} and {@code transform}; alone touches the HTML parser
 * and the library that compares sequences. It knows nothing of how an output is made but the signs
 * that enclose what letterpress itself puts into a text.
 */
package org.letterpress.audit;
