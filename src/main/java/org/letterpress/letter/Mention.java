package org.letterpress.letter;

import java.util.function.UnaryOperator;

/**
 * A name in a letter's text that may belong to a register entry, with the words around it.
 *
 * @param ordinal place of its element among all elements of the file, counted from 1
 * @param element local name of that element
 * @param inNote true when it stands in a note of the editors
 * @param version which of the letter's parallel versions it stands in, counted from 1
 * @param before words before it
 * @param hit the name as it is written
 * @param after words after it
 */
public record Mention(
    int ordinal,
    String element,
    boolean inNote,
    int version,
    String before,
    String hit,
    String after) {
  /** The same made of texts that others share. */
  Mention sharing(UnaryOperator<String> texts) {
    return new Mention(
        ordinal, texts.apply(element), inNote, version, before, texts.apply(hit), after);
  }
}
