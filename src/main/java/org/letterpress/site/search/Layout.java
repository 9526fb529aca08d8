package org.letterpress.site.search;

/**
 * How long the parts of a list are, of which each stands in one file where it can.
 *
 * @param table size of the table with which the first part begins, 0 when there is none
 * @param sizes of all parts
 */
record Layout(int table, int[] sizes) {
  /** How long the whole list is. */
  int size() {
    int size = 0;
    for (int part : sizes) {
      size += part;
    }
    return size;
  }

  int parts() {
    return sizes.length;
  }

  int part(int number) {
    return sizes[number];
  }
}
