package org.letterpress.source;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reckons how much text the entities of a document come to, before they are expanded.
 *
 * <p>It counts the references in the document's own bytes and takes each for as long as the
 * entity's text with everything in it.
 */
final class EntityGrowth {
  private static final Pattern REFERENCE = Pattern.compile("&([^\\s&;#]++);");

  private final byte[] document;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Long> lengths = new HashMap<>();

  /**
   * @param document the document, in any encoding that has the letters of ASCII
   */
  EntityGrowth(byte[] document) {
    this.document = document;
  }

  /** Notes an entity; of several with one name the first counts. */
  void declare(String name, String value) {
    values.putIfAbsent(name, value);
  }

  /** The length of everything that entities expand to; more than there is memory for, perhaps. */
  double growth() {
    if (values.isEmpty()) {
      return 0;
    }
    double all = 0;
    for (String name : values.keySet()) {
      length(name);
    }
    Matcher each = REFERENCE.matcher(XmlEncoding.decode(document));
    while (each.find()) {
      all += lengths.getOrDefault(each.group(1), 0L);
    }
    return all;
  }

  private long length(String name) {
    Long known = lengths.get(name);
    if (known != null) {
      return known;
    }
    // An entity that contains itself is an error, which the parser reports.
    lengths.put(name, 0L);
    String value = values.getOrDefault(name, "");
    long length = value.length();
    Matcher each = REFERENCE.matcher(value);
    while (each.find()) {
      length = Math.min(Integer.MAX_VALUE, length + length(each.group(1)));
    }
    lengths.put(name, length);
    return length;
  }
}
