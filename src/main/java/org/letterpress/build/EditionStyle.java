package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.site.OwnStyle;

/**
 * The edition's own style sheet on the site.
 *
 * @param href where it stands, from the root of the site; empty when the edition has none
 * @param files it and all that it needs, by path from the root of the site
 */
record EditionStyle(String href, SortedMap<String, byte[]> files) {
  private static final EditionStyle NONE = new EditionStyle("", new TreeMap<>());

  /** Reads what the setting names; a file that is none of the edition's is a finding. */
  static EditionStyle read(Edition edition, Diagnostics findings) throws IOException {
    String name = edition.settings().site().style();
    if (name.isEmpty()) {
      return NONE;
    }
    Path file = edition.folder().resolve(name).normalize();
    if (!name.endsWith(".css") || !file.startsWith(edition.folder()) || !Files.isReadable(file)) {
      findings.add(
          Code.CONF_VALUE,
          Location.of(edition.name()),
          "site.style",
          "\"" + name + "\"",
          "a style sheet (.css) inside the edition");
      return NONE;
    }
    SortedMap<String, byte[]> files =
        OwnStyle.files(
            edition.folder(),
            name,
            (address, reason) ->
                findings.add(
                    Code.STYLE_ADDRESS, Location.of(name), name, "\"" + address + "\"", reason));
    return new EditionStyle(OwnStyle.href(name), files);
  }
}
