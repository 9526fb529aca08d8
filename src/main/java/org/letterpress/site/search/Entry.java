package org.letterpress.site.search;

/**
 * A word of the dictionary.
 *
 * @param letters in how many letters it stands
 * @param list how its list of letters is laid out
 * @param places the same of its places
 */
record Entry(String word, int letters, Layout list, Layout places) {}
