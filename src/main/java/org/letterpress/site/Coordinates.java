package org.letterpress.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;

/**
 * Where a place is, in decimal degrees.
 *
 * @param latitude between -90 and 90
 * @param longitude between -180 and 180
 */
record Coordinates(double latitude, double longitude) {
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)(?:\\s*[,;]\\s*|\\s+)([+-]?\\d{1,3}(?:\\.\\d+)?)"
              + "(?:(?:\\s*[,;]\\s*|\\s+)[+-]?\\d+(?:\\.\\d+)?)?\\s*");

  /**
   * What the {@code geo} of a place says (TEI Guidelines 14.3.4.1), or null when there is none, it
   * is no pair of numbers, or no place on earth has them.
   */
  static Coordinates of(XdmNode place) {
    XdmNode geo = place == null ? null : geo(place, place.getNodeName().getLocalName());
    return geo == null || geo.getAttributeValue(new QName("decls")) != null
        ? null
        : of(geo.getStringValue());
  }

  /** Latitude and longitude in words; a height after them is passed over. */
  static Coordinates of(String words) {
    Matcher pair = PAIR.matcher(words);
    if (!pair.matches()) {
      return null;
    }
    double latitude = Double.parseDouble(pair.group(1));
    double longitude = Double.parseDouble(pair.group(2));
    return Math.abs(latitude) > 90 || Math.abs(longitude) > 180
        ? null
        : new Coordinates(latitude, longitude);
  }

  /** The first geo of the place itself, not of a place inside it. */
  private static XdmNode geo(XdmNode in, String element) {
    for (XdmSequenceIterator<XdmNode> all = in.axisIterator(Axis.CHILD); all.hasNext(); ) {
      XdmNode child = all.next();
      if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        String name = child.getNodeName().getLocalName();
        XdmNode found =
            name.equals("geo") ? child : name.equals(element) ? null : geo(child, element);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
