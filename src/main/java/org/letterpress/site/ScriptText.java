package org.letterpress.site;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Values as JSON that may stand in a script, in an attribute or inside a {@code script} element:
 * nothing in a text ends the element or the line.
 */
public final class ScriptText {
  private ScriptText() {}

  /**
   * The JSON of a value.
   *
   * @param value null, a text, a number, a truth value, or a list or map of these; the entries of a
   *     map are written in its order
   */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof CharSequence text) {
      write(text, out);
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (Iterator<?> all = list.iterator(); all.hasNext(); ) {
        write(all.next(), out);
        out.append(all.hasNext() ? "," : "");
      }
      out.append(']');
    } else if (value instanceof Map<?, ?> map) {
      out.append('{');
      for (Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator(); all.hasNext(); ) {
        Map.Entry<?, ?> entry = all.next();
        write(String.valueOf(entry.getKey()), out);
        out.append(':');
        write(entry.getValue(), out);
        out.append(all.hasNext() ? "," : "");
      }
      out.append('}');
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static void write(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\'' || isLineEnd(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Two characters that end a line of a script, but not of JSON. */
  private static boolean isLineEnd(char c) {
    return c == '\u2028' || c == '\u2029';
  }
}
