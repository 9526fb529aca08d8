package org.letterpress.site.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.letterpress.source.Checksum;

/**
 * Writes the index as small scripts, each a single call with text or numbers in it: a page that was
 * opened from disk may load scripts, and nothing else.
 */
final class Shards {
  static final String FOLDER = "assets/search/";

  private final IndexFiles files;
  private final Checksum sum = new Checksum();

  Shards(IndexFiles files) {
    this.files = files;
  }

  /**
   * Writes a file unless an earlier index left the same.
   *
   * @param name its path below the folder of the index, without extension
   * @param value a JavaScript expression
   * @return by what the next index knows it again
   */
  String add(String name, CharSequence value) throws IOException {
    byte[] bytes = call(name, value);
    String key = new Checksum().add(bytes).hex();
    sum.add(name).add(key);
    if (!files.keep(path(name), key)) {
      files.add(path(name), key, bytes);
    }
    return key;
  }

  /**
   * Keeps a file that an earlier index left.
   *
   * @param key what {@link #add} gave
   * @return false when it is not there, or another one
   */
  boolean keep(String name, String key) {
    sum.add(name).add(key);
    return files.keep(path(name), key);
  }

  /**
   * The bytes that an earlier index wrote as {@link #base64} into a file.
   *
   * @param key what {@link #add} gave
   * @return null when the file is not there, or another one
   */
  byte[] bytes(String name, String key) throws IOException {
    byte[] file = files.read(path(name), key);
    if (file == null || !new Checksum().add(file).hex().equals(key)) {
      return null;
    }
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('"');
    return Base64.getDecoder().decode(text.substring(text.lastIndexOf('"', end - 1) + 1, end));
  }

  /** Writes the file that says what all others are. */
  void addMain(String name, CharSequence value) throws IOException {
    files.add(path(name), "", call(name, value));
  }

  /** Makes a JavaScript expression. */
  @FunctionalInterface
  interface Value {
    CharSequence make() throws IOException;
  }

  /**
   * Writes a file unless an earlier index left the same.
   *
   * @param parts all that the value is made of
   */
  void addKept(String name, Value value, List<String> parts) throws IOException {
    String key = key(parts);
    sum.add(name).add(key);
    if (!files.keep(path(name), key)) {
      files.add(path(name), key, call(name, value.make()));
    }
  }

  private static String path(String name) {
    return FOLDER + name + ".js";
  }

  private static byte[] call(String name, CharSequence value) {
    return ("letterpressShard(" + quoted(name) + "," + value + ");\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A sum of some texts. */
  static String key(List<String> parts) {
    Checksum key = new Checksum();
    parts.forEach(key::add);
    return key.hex();
  }

  /** Adds files that were written by others to those by which this index is known. */
  void add(Shards others) {
    sum.add(others.digest());
  }

  /** Tells this index from any other; changes with every byte of its files. */
  String digest() {
    return sum.hex();
  }

  /** Bytes as an expression that JavaScript reads with {@code atob}. */
  static String base64(byte[] bytes) {
    return '"' + Base64.getEncoder().encodeToString(bytes) + '"';
  }

  /** A text as an expression, in which nothing can end the script or be taken for one. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\n') {
        quoted.append("\\n");
      } else if (sign == '"' || sign == '\\') {
        quoted.append('\\').append(sign);
      } else if (sign < ' '
          || sign == '<'
          || sign == '\u2028'
          || sign == '\u2029'
          || isLoneSurrogate(text, i)) {
        quoted.append("\\u%04x".formatted((int) sign));
      } else {
        quoted.append(sign);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char sign = text.charAt(at);
    if (Character.isHighSurrogate(sign)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(sign)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
