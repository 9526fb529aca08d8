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
 * fingerprint of all it depends on, its size, and the source file it came from.
 */
final class Manifest {
  static final String NAME = ".letterpress";

  /**
   * One file of the output.
   *
   * @param fingerprint of everything it depends on
   * @param size in bytes
   * @param source key of the letter's file, or empty for files that belong to the whole edition
   */
  record Output(String fingerprint, long size, String source) {}

  private final SortedMap<String, Output> outputs = new TreeMap<>();

  /** The manifest of an output folder; an empty one where there is none or it is damaged. */
  static Manifest read(Path folder) {
    Manifest manifest = new Manifest();
    try {
      for (String line : Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8)) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 4) {
          manifest.put(parts[0], new Output(parts[1], Long.parseLong(parts[2]), parts[3]));
        }
      }
    } catch (IOException | NumberFormatException unusable) {
      return new Manifest();
    }
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

  /** The text of the manifest's file. */
  String text() {
    StringBuilder text = new StringBuilder();
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
