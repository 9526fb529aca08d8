package org.letterpress.letter;

/**
 * One of the versions in which a letter is given side by side: its original and a translation, or a
 * diplomatic and a normalised text.
 *
 * @param ordinal place of its {@code div} or {@code text} among all elements of the file
 * @param number which version it is, counted from 1 among those that stand beside it
 * @param type its {@code @type}, or empty
 * @param language its {@code @xml:lang}, or empty
 */
public record Version(int ordinal, int number, String type, String language) {}
