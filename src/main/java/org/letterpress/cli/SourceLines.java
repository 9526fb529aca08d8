package org.letterpress.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(standing.resolve(name));
    } catch (IOException | InvalidPathException | OutOfMemoryError unreadable) {
      return new byte[0];
    }
  }

  /**
   * The bytes of a text and where its lines begin, as far as they were asked for. Of a large
   * edition every file is asked for a few lines: only these become characters.
   */
  private static final class Lines {
    /** Encodings in which the bytes of line ends stand for nothing else. */
    private static final Set<Charset> PLAIN =
        Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final Charset charset;

    /** Where each line begins that was passed so far, and where the next one would. */
    private int[] starts = new int[64];

    private int lines;

    Lines(byte[] read) {
      XmlEncoding encoding = XmlEncoding.of(read);
      boolean plain = PLAIN.contains(encoding.charset());
      this.charset = plain ? encoding.charset() : StandardCharsets.UTF_8;
      this.bytes = plain ? read : XmlEncoding.decode(read).getBytes(StandardCharsets.UTF_8);
      starts[0] = plain ? encoding.mark() : 0;
    }

    Optional<String> line(int number) {
      while (lines < number && starts[lines] < bytes.length) {
        pass();
      }
      if (number < 1 || number > lines) {
        return Optional.empty();
      }
      int end = starts[number];
      int begin = starts[number - 1];
      // The line end itself, of one sign or two, is no part of the line.
      if (end > begin && bytes[end - 1] == '\n') {
        end--;
        end -= end > begin && bytes[end - 1] == '\r' ? 1 : 0;
      } else if (end > begin && bytes[end - 1] == '\r') {
        end--;
      }
      return Optional.of(new String(bytes, begin, end - begin, charset));
    }

    /** Goes behind the end of the next line. */
    private void pass() {
      int at = starts[lines];
      while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
        at++;
      }
      boolean pair = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
      lines++;
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lines);
      }
      starts[lines] = Math.min(bytes.length, at + (pair ? 2 : 1));
    }
  }
}
