package org.letterpress.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a new edition begins with: the edition itself, a sample letter, registers,
 * schemas, settings, and what oXygen and VS Code need to check with the same schemas.
 */
public final class NewEdition {
  /** Languages that the sample is written in. */
  public static final List<String> LANGUAGES = List.of("en", "de", "fr", "zh");

  private static final String TEMPLATES = "/org/letterpress/start/";
  private static final String SCHEMAS = "/org/letterpress/schema/";

  private static final Pattern WORD = Pattern.compile("@\\{([a-z-]+)\\}");

  /** Signs that mean something to Markdown. */
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]<>#&|~!]");

  private final Path folder;
  private final Properties words = new Properties();

  /**
   * @param folder where it is to stand
   * @param title its title, or null for one that says only that it holds letters
   * @param language one of {@link #LANGUAGES}
   */
  public NewEdition(Path folder, String title, String language) throws IOException {
    this.folder = folder;
    try (InputStream stream = open(TEMPLATES + "words." + language + ".properties")) {
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    words.setProperty("language", language);
    if (title != null) {
      words.setProperty("title", title);
    }
  }

  /** Where each file goes, and what it is made from. */
  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("tei/edition.xml", TEMPLATES + "edition.xml");
    files.put("tei/letters/l0001.xml", TEMPLATES + "letter.xml");
    files.put("tei/registers/persons.xml", TEMPLATES + "persons.xml");
    files.put("tei/registers/places.xml", TEMPLATES + "places.xml");
    files.put("schema/letterpress.rng", SCHEMAS + "letterpress.rng");
    files.put("schema/letterpress.sch", SCHEMAS + "letterpress.sch");
    files.put("schema/catalog.xml", TEMPLATES + "catalog.xml");
    files.put(SettingsFile.NAME, TEMPLATES + "letterpress.toml");
    files.put("letterpress.xpr", TEMPLATES + "letterpress.xpr");
    files.put(".vscode/settings.json", TEMPLATES + "settings.json");
    files.put(".vscode/extensions.json", TEMPLATES + "extensions.json");
    files.put(".gitignore", TEMPLATES + "gitignore");
    files.put("README.md", TEMPLATES + "README.md");
    return files;
  }

  /** Files that would be overwritten, as paths in the folder. */
  public List<String> inTheWay() {
    return files().keySet().stream().filter(file -> Files.exists(folder.resolve(file))).toList();
  }

  /**
   * Writes the files.
   *
   * @return what was written, as paths in the folder
   * @throws IOException when one of them exists or cannot be written; those before it stay
   */
  public List<String> write() throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      try (InputStream template = open(file.getValue())) {
        byte[] bytes = template.readAllBytes();
        boolean schema = file.getValue().startsWith(SCHEMAS);
        Files.write(
            path, schema ? bytes : filled(bytes, file.getKey()), StandardOpenOption.CREATE_NEW);
      }
    }
    return List.copyOf(files().keySet());
  }

  private byte[] filled(byte[] template, String name) {
    String text = new String(template, StandardCharsets.UTF_8);
    String filled =
        WORD.matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(escaped(words.getProperty(found.group(1)), name)));
    return filled.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String word, String name) {
    if (name.endsWith(".md")) {
      return MARKDOWN.matcher(word.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
    return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = NewEdition.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException(resource + " is missing from this copy of letterpress");
    }
    return stream;
  }
}
