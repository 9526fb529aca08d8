package org.letterpress.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as maps, lists, numbers, texts and truth values; for files of our own, so what is not
 * JSON is a defect.
 */
final class JsonReader {
  private final String json;
  private int at;

  private JsonReader(String json) {
    this.json = json;
  }

  /**
   * The value that a text describes.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  static Object read(String json) {
    JsonReader reader = new JsonReader(json);
    Object value = reader.value();
    reader.space();
    if (reader.at < json.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  private Object value() {
    space();
    if (at >= json.length()) {
      throw unexpected();
    }
    return switch (json.charAt(at)) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> text();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", "");
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    while (!ends('}')) {
      space();
      String key = text();
      expect(':');
      object.put(key, value());
    }
    return object;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    at++;
    while (!ends(']')) {
      list.add(value());
    }
    return list;
  }

  /** True at the end of a list or object; a comma before the next member is passed. */
  private boolean ends(char end) {
    space();
    if (at < json.length() && json.charAt(at) == ',') {
      at++;
      space();
    }
    if (at < json.length() && json.charAt(at) == end) {
      at++;
      return true;
    }
    return false;
  }

  private String text() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (at < json.length() && json.charAt(at) != '"') {
      char sign = json.charAt(at++);
      if (sign == '\\') {
        char escaped = json.charAt(at++);
        switch (escaped) {
          case 'n' -> text.append('\n');
          case 't' -> text.append('\t');
          case 'r' -> text.append('\r');
          case 'b' -> text.append('\b');
          case 'f' -> text.append('\f');
          case 'u' -> {
            text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
            at += 4;
          }
          default -> text.append(escaped);
        }
      } else {
        text.append(sign);
      }
    }
    expect('"');
    return text.toString();
  }

  private Object number() {
    int from = at;
    while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    if (from == at) {
      throw unexpected();
    }
    return Double.valueOf(json.substring(from, at));
  }

  private Object word(String word, Object value) {
    if (!json.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private void expect(char sign) {
    space();
    if (at >= json.length() || json.charAt(at) != sign) {
      throw unexpected();
    }
    at++;
  }

  private void space() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not JSON at character " + at);
  }
}
