package org.letterpress.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The style sheet and the script that every page of a site shares. */
public final class Assets {
  private static final List<String> FILES = List.of("css/letterpress.css", "js/letterpress.js");

  private Assets() {}

  /** Each file by its path from the root of the site. */
  public static SortedMap<String, byte[]> all() throws IOException {
    SortedMap<String, byte[]> assets = new TreeMap<>();
    for (String file : FILES) {
      try (InputStream stream = Assets.class.getResourceAsStream("/org/letterpress/web/" + file)) {
        if (stream == null) {
          throw new IOException(file + " is missing from this copy of letterpress");
        }
        assets.put("assets/" + file, stream.readAllBytes());
      }
    }
    return assets;
  }
}
