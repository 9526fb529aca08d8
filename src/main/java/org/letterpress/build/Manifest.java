package org.letterpress.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last build wrote, kept in the output folder: a line for each file with its path, the
 * fingerprint of all it depends on, its size, and the source file it came from. Before them stands
 * what the build as a whole was made of.
 */
final class Manifest {
  static final String NAME = ".letterpress";

  /** Begins a line about a source; no path of an output begins so. */
  private static final String SOURCE = "<";

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

  private final SortedMap<String, Output> outputs = new TreeMap<>();
  private Origin origin = Origin.UNKNOWN;

  /** The manifest of an output folder; an empty one where there is none or it is damaged. */
  static Manifest read(Path folder) {
    Manifest manifest = new Manifest();
    String basis = "";
    SortedMap<String, String> sources = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8)) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 4) {
          manifest.put(parts[0], new Output(parts[1], Long.parseLong(parts[2]), parts[3]));
        } else if (parts.length == 2 && parts[0].equals(SOURCE)) {
          basis = parts[1];
        } else if (parts.length == 3 && parts[0].equals(SOURCE)) {
          sources.put(parts[1], parts[2]);
        }
      }
    } catch (IOException | NumberFormatException unusable) {
      return new Manifest();
    }
    manifest.origin = new Origin(basis, sources);
    return manifest;
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
    outputs.forEach(
        (path, output) ->
            text.append(path)
                .append('\t')
                .append(output.fingerprint())
                .append('\t')
                .append(output.size())
                .append('\t')
                .append(output.source())
                .append('\n'));
    return text.toString();
  }
}
