package org.letterpress.project;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The rules in which the views of a text differ, as {@code views.xml} names them. */
final class ViewRules {
  private static final String TABLE = "/org/letterpress/xslt/views.xml";

  /** From the name of each rule to what a view can do with what the rule is about. */
  private static final Map<String, List<String>> RULES = read();

  /** The names of all rules. */
  static final Set<String> NAMES = RULES.keySet();

  private ViewRules() {}

  /** What a view can do with what a rule is about; nothing when there is no such rule. */
  static List<String> treatments(String rule) {
    return RULES.getOrDefault(rule, List.of());
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> rules = new TreeMap<>();
    try (InputStream stream = ViewRules.class.getResourceAsStream(TABLE)) {
      XMLReader reader = SafeParser.newReader();
      reader.setContentHandler(
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes found) {
              if (local.equals("rule")) {
                String treatments = found.getValue("treatments");
                rules.put(
                    found.getValue("name"),
                    List.of((treatments == null ? "shown left-out" : treatments).split(" ")));
              }
            }
          });
      reader.parse(new InputSource(stream));
    } catch (IOException | SAXException broken) {
      throw new IllegalStateException("the table of the views is broken", broken);
    }
    return rules;
  }
}
