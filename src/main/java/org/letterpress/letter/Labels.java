package org.letterpress.letter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Words of the interface that an edition says in its own way, or in a language that letterpress
 * does not speak: the files {@code xslt/locale/TAG.xml} in its folder. What they lack is said as
 * letterpress says it.
 */
public final class Labels {
  /** None of its own. */
  public static final Labels NONE = new Labels(new TreeMap<>());

  private static final String FOLDER = "/org/letterpress/xslt/locale/";
  private static final String SUFFIX = ".xml";

  private final SortedMap<String, Map<String, String>> own;

  private Labels(SortedMap<String, Map<String, String>> own) {
    this.own = own;
  }

  /**
   * Reads the files of an edition.
   *
   * @param folder folder of the edition
   * @param problems told of each file that cannot be read, with the reason; its words are left out
   */
  public static Labels read(Path folder, BiConsumer<Path, Exception> problems) {
    Path files = folder.resolve("xslt").resolve("locale");
    if (!Files.isDirectory(files)) {
      return NONE;
    }
    SortedMap<String, Map<String, String>> own = new TreeMap<>();
    for (Path file : list(files, problems)) {
      String name = file.getFileName().toString();
      try (InputStream stream = Files.newInputStream(file)) {
        own.put(name.substring(0, name.length() - SUFFIX.length()), parse(stream));
      } catch (IOException | SAXException problem) {
        problems.accept(file, problem);
      }
    }
    return new Labels(own);
  }

  private static List<Path> list(Path folder, BiConsumer<Path, Exception> problems) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[A-Za-z0-9-]+\\.xml"))
          .sorted()
          .toList();
    } catch (IOException problem) {
      problems.accept(folder, problem);
      return List.of();
    }
  }

  /** The edition's own labels, by language and key. */
  public SortedMap<String, Map<String, String>> own() {
    return own;
  }

  /** True when somebody, the edition or letterpress, speaks this language. */
  public boolean speaks(String tag) {
    String language = tag.replaceFirst("-.*", "");
    return own.containsKey(tag)
        || own.containsKey(language)
        || Labels.class.getResource(FOLDER + language + SUFFIX) != null;
  }

  /** All labels of a language: the edition's before ours, ours before the English ones. */
  Map<String, String> of(String tag) {
    String language = tag.replaceFirst("-.*", "");
    Map<String, String> labels = new HashMap<>(ours("en"));
    labels.putAll(ours(language));
    for (String name : tag.equals(language) ? Set.of(tag) : List.of(language, tag)) {
      labels.putAll(own.getOrDefault(name, Map.of()));
    }
    return labels;
  }

  private static Map<String, String> ours(String language) {
    try (InputStream stream = Labels.class.getResourceAsStream(FOLDER + language + SUFFIX)) {
      return stream == null ? Map.of() : parse(stream);
    } catch (IOException | SAXException broken) {
      throw new IllegalStateException("the wording of \"" + language + "\" is broken", broken);
    }
  }

  private static Map<String, String> parse(InputStream stream) throws IOException, SAXException {
    Map<String, String> labels = new HashMap<>();
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(new LabelHandler(labels));
    reader.parse(new InputSource(stream));
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
