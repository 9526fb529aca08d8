package org.letterpress.letter;

/**
 * Another letter, or whatever else a correspContext names.
 *
 * @param type {@code @type} of the ref, for instance {@code prev} or {@code reply}; may be empty
 * @param subtype its {@code @subtype}, or empty
 * @param target its {@code @target}, or empty when the letter is known of but not edited
 * @param text the words of the ref
 */
public record Relation(String type, String subtype, String target, String text) {}
