package org.letterpress.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The words of the interface in one language, from the same {@code locale} files as XSLT's. */
public final class Wording {
  private static final String FOLDER = "/org/letterpress/xslt/locale/";

  private final Locale locale;
  private final Map<String, String> labels;

  private Wording(Locale locale, Map<String, String> labels) {
    this.locale = locale;
    this.labels = labels;
  }

  /** The wording of a language; what it lacks is said in English. */
  public static Wording of(String language) {
    Locale locale = Locale.forLanguageTag(language.isEmpty() ? "en" : language);
    Map<String, String> labels = new HashMap<>(read("en"));
    labels.putAll(read(locale.getLanguage()));
    return new Wording(locale, labels);
  }

  /** The language's rules for dates and sorting. */
  public Locale locale() {
    return locale;
  }

  /** The words for a key, with {@code {1}}, {@code {2}} ... filled in; the key when unknown. */
  public String label(String key, String... arguments) {
    String label = labels.getOrDefault(key, key);
    for (int i = 0; i < arguments.length; i++) {
      label = label.replace("{" + (i + 1) + "}", arguments[i]);
    }
    return label;
  }

  /** The labels whose keys begin in this way, by key. */
  public SortedMap<String, String> labels(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    labels.forEach(
        (key, label) -> {
          if (key.startsWith(prefix)) {
            found.put(key, label);
          }
        });
    return found;
  }

  /** Names as a sentence lists them: {@code A, B and C}. */
  public String list(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String listed = names.get(0);
    for (int i = 1; i < names.size(); i++) {
      listed = label(i == names.size() - 1 ? "list-last" : "list-next", listed, names.get(i));
    }
    return listed;
  }

  private static Map<String, String> read(String language) {
    Map<String, String> labels = new HashMap<>();
    try (InputStream stream = Wording.class.getResourceAsStream(FOLDER + language + ".xml")) {
      if (stream == null) {
        return labels;
      }
      XMLReader reader = SafeParser.newReader();
      reader.setContentHandler(new LabelHandler(labels));
      reader.parse(new InputSource(stream));
    } catch (IOException | SAXException broken) {
      throw new IllegalStateException("the wording of \"" + language + "\" is broken", broken);
    }
    return labels;
  }

  private static final class LabelHandler extends DefaultHandler {
    private final Map<String, String> labels;
    private final StringBuilder text = new StringBuilder();
    private String key;

    LabelHandler(Map<String, String> labels) {
      this.labels = labels;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      key = attributes.getValue("key");
      text.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (key != null) {
        labels.put(key, text.toString());
        key = null;
      }
    }
  }
}
