package org.letterpress.site;

import java.util.List;
import java.util.function.BiFunction;
import net.sf.saxon.s9api.SaxonApiException;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * A picture with the table that says the same: the picture on the first page, and so many rows of
 * the table on each.
 *
 * @param kind of the pages; also the name of the first, and of the folder of the others
 * @param rows all rows of the table
 */
record PicturePages<T>(String kind, List<T> rows) {
  /** A table with more rows goes on on further pages. */
  private static final int MOST_ROWS = 400;

  /** Writes the rows of one page. */
  @FunctionalInterface
  interface Table<T> {
    void write(TreeWriter out, List<T> rows) throws SAXException;
  }

  /** Adds the pages, each made by {@code page} of its address and its content. */
  void addPages(
      List<SitePage> pages,
      BiFunction<String, FactsTree.Content, SitePage> page,
      FactsTree.Content picture,
      Table<T> table) {
    int count = (rows.size() + MOST_ROWS - 1) / MOST_ROWS;
    for (int n = 1; n <= count; n++) {
      int number = n;
      pages.add(page.apply(href(n), out -> page(out, number, count, picture, table)));
    }
  }

  private String href(int number) {
    return number == 1 ? kind + ".html" : kind + "/" + number + ".html";
  }

  private void page(
      TreeWriter out, int number, int count, FactsTree.Content picture, Table<T> table)
      throws SAXException, SaxonApiException {
    out.start(
        "page",
        "kind",
        kind,
        "href",
        href(number),
        "up",
        href(1),
        "number",
        number == 1 ? "" : String.valueOf(number));
    Pager.write(out, this::href, number, count);
    if (number == 1) {
      picture.write(out);
    }
    int from = (number - 1) * MOST_ROWS;
    table.write(out, rows.subList(from, Math.min(rows.size(), from + MOST_ROWS)));
    out.end();
  }
}
