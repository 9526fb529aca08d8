package org.letterpress.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The viewer of facsimiles, for editions that have some: our script, its style sheet and
 * OpenSeadragon where this copy of letterpress has it. Without OpenSeadragon the script shows
 * images by itself, and cannot take apart what an image service gives in tiles.
 */
public final class FacsimileViewer {
  private static final String SEADRAGON = "/org/letterpress/seadragon/";

  private FacsimileViewer() {}

  /**
   * Each file by its path from the root of the site.
   *
   * @throws IOException when this copy of letterpress lacks a part of its own
   */
  public static SortedMap<String, byte[]> files() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    byte[] library = read(SEADRAGON + "openseadragon.min.js");
    byte[] licence = read(SEADRAGON + "LICENSE.txt");
    byte[] script = read("/org/letterpress/web/js/facsimile.js");
    if (script == null) {
      throw new IOException("js/facsimile.js is missing from this copy of letterpress");
    }
    if (library != null) {
      files.put("assets/js/openseadragon.js", withoutMap(library));
      if (licence != null) {
        files.put("assets/js/openseadragon.LICENSE.txt", licence);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String flag = "letterpress.hasSeadragon = " + (library != null) + ";\n";
    bytes.write(flag.getBytes(StandardCharsets.UTF_8));
    bytes.write(script);
    files.put("assets/js/facsimile.js", bytes.toByteArray());
    return files;
  }

  /**
   * The comment that leads developers' tools to a file which the site does not have is left out.
   */
  private static byte[] withoutMap(byte[] script) {
    String text = new String(script, StandardCharsets.UTF_8);
    return text.replaceAll("(?m)^//# sourceMappingURL=.*$", "").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream stream = FacsimileViewer.class.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
