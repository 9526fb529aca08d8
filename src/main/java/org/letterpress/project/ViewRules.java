package org.letterpress.project;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The rules in which the views of a text differ, as {@code views.xml} names them. */
final class ViewRules {
  private static final String TABLE = "/org/letterpress/xslt/views.xml";

  /** The names of all rules. */
  static final Set<String> NAMES = read();

  private ViewRules() {}

  /** What a view can do with the words of a rule. */
  static List<String> treatments(String rule) {
    return rule.equals("line-end") ? List.of("space", "break") : List.of("shown", "left-out");
  }

  private static Set<String> read() {
    Set<String> names = new TreeSet<>();
    try (InputStream stream = ViewRules.class.getResourceAsStream(TABLE)) {
      XMLReader reader = SafeParser.newReader();
      reader.setContentHandler(
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes found) {
              if (local.equals("rule")) {
                names.add(found.getValue("name"));
              }
            }
          });
      reader.parse(new InputSource(stream));
    } catch (IOException | SAXException broken) {
      throw new IllegalStateException("the table of the views is broken", broken);
    }
    return names;
  }
}
