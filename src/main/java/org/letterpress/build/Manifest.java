package org.letterpress.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last build wrote, kept in the output folder: a line for each file with its path, the
 * fingerprint of all it depends on, its size, and the source file it came from. Before them stands
 * what the build as a whole was made of.
 *
 * <p>While files are replaced, a second file names these. Should that be the end of the build, they
 * may be old or new, and the next one takes none of them for what it was.
 */
final class Manifest {
  static final String NAME = ".letterpress";

  /** Names the files that are being replaced; gone once they all are. */
  static final String CHANGING = ".letterpress-changing";

  /** Begins a line about a source; no path of an output begins so. */
  private static final String SOURCE = "<";

  /** No file has this size. */
  private static final long UNKNOWN_SIZE = -1;

  /**
   * One file of the output.
   *
   * @param fingerprint of everything it depends on
   * @param size in bytes
   * @param source key of the letter's file, or empty for files that belong to the whole edition
   */
  record Output(String fingerprint, long size, String source) {}

  /**
   * What a build was made of.
   *
   * @param basis fingerprint of all that is no source; empty when it is not known
   * @param sources the digest of each source of which all was made that is made of it, by its key
   */
  record Origin(String basis, SortedMap<String, String> sources) {
    /** Of a build of which nothing is known. */
    static final Origin UNKNOWN = new Origin("", new TreeMap<>());
  }

  private final Map<String, Output> outputs = new HashMap<>();
  private Origin origin = Origin.UNKNOWN;

  /** The manifest of an output folder; an empty one where there is none or it is damaged. */
  static Manifest read(Path folder) {
    Manifest manifest = new Manifest();
    try {
      manifest.add(lines(folder.resolve(NAME)));
    } catch (IOException | NumberFormatException unusable) {
      manifest = new Manifest();
    }
    manifest.doubt(folder);
    return manifest;
  }

  /** Makes those files unknown that were being replaced when the last build was broken off. */
  private void doubt(Path folder) {
    try {
      for (String line : lines(folder.resolve(CHANGING))) {
        List<String> parts = parts(line);
        if (parts.size() == 2) {
          put(parts.get(0), new Output("", UNKNOWN_SIZE, parts.get(1)));
        }
      }
    } catch (IOException unusable) {
      // It may have been any of them.
      outputs.replaceAll((path, output) -> new Output("", UNKNOWN_SIZE, output.source()));
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private void add(List<String> lines) {
    String basis = "";
    SortedMap<String, String> sources = new TreeMap<>();
    String source = "";
    for (String line : lines) {
      List<String> parts = parts(line);
      if (parts.size() == 4) {
        // Files of one source often stand together, and its name is long.
        source = source.equals(parts.get(3)) ? source : parts.get(3);
        put(parts.get(0), new Output(parts.get(1), Long.parseLong(parts.get(2)), source));
      } else if (parts.size() == 2 && parts.get(0).equals(SOURCE)) {
        basis = parts.get(1);
      } else if (parts.size() == 3 && parts.get(0).equals(SOURCE)) {
        sources.put(parts.get(1), parts.get(2));
      }
    }
    origin = new Origin(basis, sources);
  }

  /** What stands between the tabs of a line. */
  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>(4);
    int from = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      parts.add(line.substring(from, tab));
      from = tab + 1;
    }
    parts.add(line.substring(from));
    return parts;
  }

  void put(String path, Output output) {
    outputs.put(path, output);
  }

  Output get(String path) {
    return outputs.get(path);
  }

  Map<String, Output> all() {
    return outputs;
  }

  /** What the build was made of. */
  Origin origin() {
    return origin;
  }

  void setOrigin(Origin origin) {
    this.origin = origin;
  }

  /** True when another manifest says the same. */
  boolean isSame(Manifest other) {
    return outputs.equals(other.outputs) && origin.equals(other.origin);
  }

  /** The text of the file that says which files are being replaced. */
  String changing(Collection<String> paths) {
    StringBuilder text = new StringBuilder();
    for (String path : paths) {
      text.append(path).append('\t').append(get(path).source()).append('\n');
    }
    return text.toString();
  }

  /** The text of the manifest's file. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (!origin.basis().isEmpty()) {
      text.append(SOURCE).append('\t').append(origin.basis()).append('\n');
      origin
          .sources()
          .forEach(
              (key, digest) ->
                  text.append(SOURCE)
                      .append('\t')
                      .append(key)
                      .append('\t')
                      .append(digest)
                      .append('\n'));
    }
    for (String path : outputs.keySet().stream().sorted().toList()) {
      Output output = outputs.get(path);
      text.append(path)
          .append('\t')
          .append(output.fingerprint())
          .append('\t')
          .append(output.size())
          .append('\t')
          .append(output.source())
          .append('\n');
    }
    return text.toString();
  }
}
