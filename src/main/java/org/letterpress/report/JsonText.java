package org.letterpress.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Writes JSON in the same way on every system. */
final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /**
   * Writes JSON piece by piece, indented by two spaces; without a line feed at its end. It has to
   * be closed, and leaves open what it writes to.
   */
  static JsonGenerator generator(Appendable out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonGenerator generator = JSON.createGenerator(new Pieces(out));
    generator.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    return generator;
  }

  /** The text of a tree, indented in the same way, with a line feed at its end. */
  static String of(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    try (JsonGenerator generator = generator(text)) {
      // Loading what maps trees takes a while: only formats that are made of a tree pay for it.
      new ObjectMapper().writeTree(generator, tree);
    } catch (IOException impossible) {
      throw new IllegalStateException("a tree can always be written", impossible);
    }
    return text.append('\n').toString();
  }

  /** A writer to what takes characters, which stays open. */
  private static final class Pieces extends Writer {
    private final Appendable out;

    Pieces(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
      out.append(CharBuffer.wrap(text, start, length));
    }

    @Override
    public void flush() {
      // What it writes to is flushed by whoever opened that.
    }

    @Override
    public void close() {
      // The same.
    }
  }
}
