package org.letterpress.site;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * A list by initials: on one page, or each initial on a page of its own where it is long.
 *
 * @param path address of the list as a whole
 * @param groups what stands under each initial
 * @param split true when each initial has a page
 */
record InitialList<T>(String path, List<Initials.Group<T>> groups, boolean split) {

  /** Writes one of its pages; {@code shown} is null on that of the list as a whole. */
  @FunctionalInterface
  interface Content<T> {
    void write(TreeWriter out, String href, Initials.Group<T> shown) throws SAXException;
  }

  /** Writes a line. */
  @FunctionalInterface
  interface Line<T> {
    void write(TreeWriter out, T entry) throws SAXException;
  }

  static <T> InitialList<T> of(
      String path, List<T> all, Initials initials, Function<T, String> sortName) {
    return new InitialList<>(path, initials.groups(all, sortName), all.size() > Initials.MOST);
  }

  /** Adds its pages, each made by {@code page} of its address and its content. */
  void addPages(
      List<SitePage> pages,
      BiFunction<String, FactsTree.Content, SitePage> page,
      Content<T> content) {
    pages.add(page.apply(path, out -> content.write(out, path, null)));
    if (split) {
      for (Initials.Group<T> group : groups) {
        pages.add(page.apply(href(group), out -> content.write(out, href(group), group)));
      }
    }
  }

  /** Writes all initials, and the lines of those that the page shows. */
  void write(TreeWriter out, Initials.Group<T> shown, Line<T> line) throws SAXException {
    for (Initials.Group<T> group : groups) {
      out.start(
          "initial",
          "label",
          group.label(),
          "key",
          group.key(),
          "number",
          group.number() == 1 ? "" : String.valueOf(group.number()),
          "count",
          String.valueOf(group.entries().size()),
          "current",
          group == shown ? "true" : "",
          "href",
          split ? href(group) : "");
      if (!split || group == shown) {
        for (T entry : group.entries()) {
          line.write(out, entry);
        }
      }
      out.end();
    }
  }

  private String href(Initials.Group<T> group) {
    return path.replace(".html", "-" + group.key() + ".html");
  }
}
