package org.letterpress.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.xml.sax.InputSource;

/**
 * A schema, or a part of one, as it was read.
 *
 * @param address where it was read, after redirections and catalogs; what it draws in is relative
 *     to this
 * @param bytes what it holds
 */
record SchemaText(String address, byte[] bytes) {
  /** No schema is longer; TEI's full grammar has one megabyte. */
  static final int MOST_BYTES = 32_000_000;

  /** Long enough for the comments before a root element. */
  private static final int BEGINNING = 4_096;

  /** Reads a file, which must be a regular one of reasonable length. */
  static SchemaText read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it is larger than " + MOST_BYTES / 1_000_000 + " MB");
    }
    return new SchemaText(file.toUri().toString(), Files.readAllBytes(file));
  }

  /** A fresh source for a parser. */
  InputSource open() {
    InputSource source = new InputSource(new ByteArrayInputStream(bytes));
    source.setSystemId(address);
    return source;
  }

  /** True when this is a page for a browser, such as servers send for a file that they lack. */
  boolean isWebPage() {
    int length = Math.min(bytes.length, BEGINNING);
    String start =
        new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
            .replaceFirst("^(\u00ef\u00bb\u00bf)?(\\s|<\\?.*?\\?>|<!--(?s:.*?)-->)*", "")
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }
}
