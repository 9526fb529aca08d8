package org.letterpress.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edition's own style sheet, with the faces and pictures that it names and the sheets that it
 * imports. Each keeps its place within the edition's folder, so that no address in them changes.
 */
public final class OwnStyle {
  private static final String FOLDER = "assets/edition/";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\\s]+))\\s*\\)"
              + "|@import\\s+(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");

  private final Path edition;
  private final BiConsumer<String, String> problems;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private OwnStyle(Path edition, BiConsumer<String, String> problems) {
    this.edition = edition;
    this.problems = problems;
  }

  /** Where a style sheet of the edition stands, from the root of the site. */
  public static String href(String style) {
    return FOLDER + Path.of(style).normalize().toString().replace('\\', '/');
  }

  /**
   * The style sheet and all it needs, each by its path from the root of the site.
   *
   * @param edition folder of the edition
   * @param style the style sheet, from that folder; it exists
   * @param problems told of each address that leads to no file of the edition, with the reason
   * @throws IOException when a file cannot be read
   */
  public static SortedMap<String, byte[]> files(
      Path edition, String style, BiConsumer<String, String> problems) throws IOException {
    OwnStyle own = new OwnStyle(edition.normalize(), problems);
    own.add(own.edition.resolve(style).normalize());
    return own.files;
  }

  private void add(Path file) throws IOException {
    String path = FOLDER + edition.relativize(file).toString().replace('\\', '/');
    if (files.containsKey(path)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    files.put(path, bytes);
    if (!path.endsWith(".css")) {
      return;
    }
    // Addresses are plain ASCII or they are escaped: any encoding will do to find them.
    String rules =
        COMMENT.matcher(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).replaceAll(" ");
    Matcher address = ADDRESS.matcher(rules);
    while (address.find()) {
      for (int group = 1; group <= address.groupCount(); group++) {
        if (address.group(group) != null) {
          follow(file, address.group(group).strip());
        }
      }
    }
  }

  private void follow(Path from, String address) throws IOException {
    if (address.isEmpty() || address.startsWith("#") || address.startsWith("data:")) {
      return;
    }
    if (SCHEME.matcher(address).matches() || address.startsWith("/")) {
      problems.accept(address, "is not a file of the edition");
      return;
    }
    Path file;
    try {
      file = from.resolveSibling(address.replaceFirst("[?#].*$", "")).normalize();
    } catch (java.nio.file.InvalidPathException unnameable) {
      problems.accept(address, "is not the name of a file");
      return;
    }
    if (!file.startsWith(edition)) {
      problems.accept(address, "lies outside the edition");
    } else if (!Files.isRegularFile(file)) {
      problems.accept(address, "does not exist");
    } else {
      add(file);
    }
  }
}
