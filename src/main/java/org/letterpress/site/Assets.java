package org.letterpress.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The style sheet and the script that every page of a site shares, each made of its parts, and the
 * typefaces.
 */
public final class Assets {
  /** In the order of the cascade: what depends on the reader and the page's width comes last. */
  private static final List<String> STYLES =
      List.of(
          "properties",
          "page",
          "parts",
          "reader",
          "letter-head",
          "text",
          "inline",
          "sign-key",
          "notes",
          "cards",
          "facsimile",
          "record",
          "citation",
          "versions",
          "lists",
          "search",
          "ways-in",
          "scripts",
          "narrow",
          "wishes",
          "paper");

  private static final List<String> SCRIPTS =
      List.of(
          "begin",
          "wishes",
          "panel",
          "keys",
          "chapters",
          "settings",
          "shelf",
          "return",
          "popover",
          "notes",
          "cards",
          "copy",
          "versions",
          "margin",
          "marks");

  private static final List<String> SEARCH_SCRIPTS =
      List.of(
          "load", "words", "index", "query", "matches", "passages", "facets", "results", "page");

  private static final Pattern COMMENT =
      Pattern.compile("(?ms)^[ \\t]*(//[^\\n]*|/\\*.*?\\*/)[ \\t]*$");

  private Assets() {}

  /**
   * Each file by its path from the root of the site.
   *
   * @throws IOException when this copy of letterpress lacks a part
   */
  public static SortedMap<String, byte[]> all() throws IOException {
    SortedMap<String, byte[]> assets = new TreeMap<>();
    Faces faces = Faces.read();
    assets.putAll(faces.files());
    assets.put(
        "assets/css/letterpress.css",
        joined(faces.rules().getBytes(StandardCharsets.UTF_8), "css/", STYLES, ".css"));
    assets.put("assets/favicon.svg", read("favicon.svg"));
    assets.put("assets/js/wishes.js", read("js/wishes.js"));
    assets.put("assets/js/letterpress.js", joined(new byte[0], "js/", SCRIPTS, ".js"));
    assets.put("assets/js/search.js", joined(new byte[0], "js/search/", SEARCH_SCRIPTS, ".js"));
    return assets;
  }

  private static byte[] joined(byte[] start, String folder, List<String> parts, String extension)
      throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(start);
    for (String part : parts) {
      String text = new String(read(folder + part + extension), StandardCharsets.UTF_8);
      joined.write(lean(text).getBytes(StandardCharsets.UTF_8));
    }
    return joined.toByteArray();
  }

  /**
   * A style sheet or script without comments and indents, a third of its bytes: from disk nothing
   * compresses them. Only comments that have their lines to themselves are known, as ours have, and
   * no string of ours runs over several lines.
   */
  static String lean(String text) {
    return COMMENT
        .matcher(text)
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream stream = Assets.class.getResourceAsStream("/org/letterpress/web/" + file)) {
      if (stream == null) {
        throw new IOException(file + " is missing from this copy of letterpress");
      }
      return stream.readAllBytes();
    }
  }
}
