package org.letterpress.site.search;

import java.util.List;

/**
 * A word of a text, or one sign of a script without spaces.
 *
 * @param start where it begins in the text
 * @param end where it ends there
 * @param forms what it is found under, never empty; of a sign without spaces around it also the
 *     pair that it makes with the next one
 */
public record Token(int start, int end, List<String> forms) {}
