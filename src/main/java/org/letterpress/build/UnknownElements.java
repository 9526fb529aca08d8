package org.letterpress.build;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmSequenceIterator;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;

/**
 * The elements for which the stylesheets have no rule: each is reported once, with the number of
 * its places and the first of them. Safe to use from several threads.
 */
final class UnknownElements {
  private final Map<QName, Unknown> met = new TreeMap<>(Comparator.comparing(QName::getClarkName));

  /**
   * How often an element was met.
   *
   * @param place where it stands first: its line, or its file when no line is known
   */
  private record Unknown(int count, Location place) {}

  /**
   * Notes a message of the stylesheets, if it is one about an unknown element.
   *
   * @param file how messages call the file that is rendered; empty for pages of the whole edition
   * @param source the file's tree, or null
   * @return false for any other message
   */
  boolean note(String file, XdmNode source, XdmNode message) {
    for (XdmNode unknown : message.children("unknown")) {
      QName name = new QName(unknown.attribute("namespace"), unknown.attribute("name"));
      synchronized (met) {
        Unknown before = met.get(name);
        // Looking for an element takes time, and the same one may be met ten thousand times.
        Location place =
            before == null || isEarlier(file, before.place.file())
                ? place(file, source, name)
                : before.place;
        met.put(name, new Unknown(before == null ? 1 : before.count + 1, place));
      }
      return true;
    }
    return false;
  }

  /** Where a file has an element first; the file alone when it is not in there. */
  private static Location place(String file, XdmNode source, QName name) {
    if (source == null) {
      return Location.of(file);
    }
    XdmSequenceIterator<XdmNode> found = source.axisIterator(Axis.DESCENDANT, name);
    if (!found.hasNext()) {
      return Location.of(file);
    }
    XdmNode element = found.next();
    return Location.of(file, element.getLineNumber(), Math.max(0, element.getColumnNumber()));
  }

  /** True for a name that comes before another; no name comes after all. */
  private static boolean isEarlier(String file, String other) {
    return !file.isEmpty() && (other.isEmpty() || file.compareTo(other) < 0);
  }

  /** One finding for each name. */
  void report(Diagnostics findings) {
    met.forEach(
        (name, found) ->
            findings.add(
                Code.XSLT_UNKNOWN_ELEMENT,
                found.place,
                name.getLocalName(),
                Count.times(found.count)));
  }
}
