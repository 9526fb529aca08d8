/**
 * Grammars and Schematron rules, and their complaints in an editor's words.
 *
 * <p>Alone touches Jing and SchXslt2; Schematron runs through s9api. Uses {@code transform} and the
 * packages before it.
 */
package org.letterpress.validate;
