package org.letterpress.site;

import java.util.function.IntFunction;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/** The pages before and after one of a row of numbered pages. */
final class Pager {
  private Pager() {}

  /**
   * Writes both where they exist.
   *
   * @param href gives the address of a page by its number, counted from 1
   */
  static void write(TreeWriter out, IntFunction<String> href, int number, int count)
      throws SAXException {
    if (number > 1) {
      out.start("previous-part", "href", href.apply(number - 1), "number", number(number - 1))
          .end();
    }
    if (number < count) {
      out.start("next-part", "href", href.apply(number + 1), "number", number(number + 1)).end();
    }
  }

  private static String number(int number) {
    return String.valueOf(number);
  }
}
