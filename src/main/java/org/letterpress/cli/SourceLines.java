package org.letterpress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.letterpress.report.SourceText;
import org.letterpress.source.XmlEncoding;

/**
 * The lines of files, of which few are asked for. Findings come in the order of their files, and
 * what they relate to mostly stands in the same register: the files asked for last are kept. For
 * one thread.
 */
final class SourceLines implements SourceText {
  private static final int KEPT = 4;

  private final Path standing;

  private final Map<String, Lines> files =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Lines> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param standing the folder that the names of files are relative to
   */
  SourceLines(Path standing) {
    this.standing = standing;
  }

  @Override
  public Optional<String> line(String name, int number) {
    return files.computeIfAbsent(name, file -> new Lines(read(file))).line(number);
  }

  private String read(String name) {
    try {
      return XmlEncoding.decode(Files.readAllBytes(standing.resolve(name)));
    } catch (IOException | InvalidPathException | OutOfMemoryError unreadable) {
      return "";
    }
  }

  /** A text and where its lines begin. */
  private static final class Lines {
    private final String text;

    /** Where each line begins, and where one more would. */
    private int[] starts = {0};

    private int lines;

    Lines(String text) {
      this.text = text;
      split();
    }

    Optional<String> line(int number) {
      if (number < 1 || number > lines) {
        return Optional.empty();
      }
      int end = starts[number];
      int begin = starts[number - 1];
      // The line end itself, of one sign or two, is no part of the line.
      boolean ended = end > begin && isEnd(text.charAt(end - 1));
      boolean twice = ended && text.charAt(end - 1) == '\n' && end - 1 > begin;
      int without = ended ? end - 1 : end;
      return Optional.of(
          text.substring(begin, twice && text.charAt(end - 2) == '\r' ? end - 2 : without));
    }

    private void split() {
      lines = 0;
      int begin = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        if (isEnd(c) && !pair) {
          add(begin);
          begin = i + 1;
        }
      }
      if (begin < text.length()) {
        add(begin);
        begin = text.length();
      }
      starts[lines] = begin;
    }

    private void add(int begin) {
      if (lines + 2 > starts.length) {
        starts = Arrays.copyOf(starts, 2 * lines + 64);
      }
      starts[lines++] = begin;
    }

    private static boolean isEnd(char c) {
      return c == '\n' || c == '\r';
    }
  }
}
