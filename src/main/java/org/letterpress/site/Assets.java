package org.letterpress.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
      joined.write(read(folder + part + extension));
      joined.write('\n');
    }
    return joined.toByteArray();
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
