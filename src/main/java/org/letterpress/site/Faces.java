package org.letterpress.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The typefaces that this copy of letterpress carries, cut into subsets of which a browser fetches
 * those whose characters a page has. A copy built without them has none, and pages name faces of
 * the reader's machine instead.
 */
final class Faces {
  /**
   * A family by its name in style sheets and by that of its files. One that stands behind another
   * for the sake of one script names the subset of it.
   */
  private record Family(String name, String files, String only) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family("EB Garamond", "eb-garamond", ""),
          new Family("Source Serif 4", "source-serif-4", ""),
          new Family("Noto Serif Hebrew", "noto-serif-hebrew", "hebrew"),
          new Family("Noto Naskh Arabic", "noto-naskh-arabic", "arabic"));
  private static final List<String> WEIGHTS = List.of("400", "600");
  private static final List<String> STYLES = List.of("normal", "italic");
  private static final Pattern SUBSET = Pattern.compile("\"([a-z-]+)\"\\s*:\\s*\"([^\"]+)\"");

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final StringBuilder rules = new StringBuilder();

  private Faces() {}

  /**
   * Reads what is there.
   *
   * @throws IOException when a file is there and cannot be read
   */
  static Faces read() throws IOException {
    Faces faces = new Faces();
    for (Family family : FAMILIES) {
      byte[] subsets = bytes(family.files() + "/unicode.json");
      byte[] licence = bytes(family.files() + "/LICENSE");
      // Faces whose licence is lost are not passed on.
      if (subsets != null && licence != null) {
        faces.add(family, new String(subsets, StandardCharsets.UTF_8));
        faces.files.put("assets/faces/" + family.files() + "-LICENSE.txt", licence);
      }
    }
    return faces;
  }

  /** Each file by its path from the root of the site, licences included. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  /** The {@code @font-face} rules, for a style sheet in {@code assets/css/}. */
  String rules() {
    return rules.toString();
  }

  private void add(Family family, String subsets) throws IOException {
    Matcher subset = SUBSET.matcher(subsets);
    while (subset.find()) {
      if (!family.only().isEmpty() && !family.only().equals(subset.group(1))) {
        continue;
      }
      for (String weight : WEIGHTS) {
        for (String style : STYLES) {
          String file =
              family.files() + "-" + subset.group(1) + "-" + weight + "-" + style + ".woff2";
          byte[] bytes = bytes(family.files() + "/files/" + file);
          if (bytes != null) {
            files.put("assets/faces/" + file, bytes);
            rules.append(rule(family.name(), style, weight, file, subset.group(2)));
          }
        }
      }
    }
  }

  /** The heavier weight stands in for every bold, so that no browser thickens letters itself. */
  private static String rule(String name, String style, String weight, String file, String range) {
    return """
    @font-face {
      font-family: "%s";
      font-style: %s;
      font-weight: %s;
      font-display: swap;
      src: url("../faces/%s") format("woff2");
      unicode-range: %s;
    }
    """
        .formatted(name, style, weight.equals("400") ? "400" : "600 900", file, range);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream stream = Faces.class.getResourceAsStream("/org/letterpress/faces/" + file)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
