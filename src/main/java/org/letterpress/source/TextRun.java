package org.letterpress.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Text between two tags with the place in the file of each of its characters.
 *
 * @param value the text as a parser hands it on; characters from entities that the file declares
 *     are unknown and stand as U+FFFF
 * @param starts for each UTF-16 unit of the value the offset where what stands for it begins
 * @param ends the offset behind that
 * @param literal for each unit whether it stands in a CDATA section
 */
public record TextRun(
    String value, List<Integer> starts, List<Integer> ends, List<Boolean> literal) {
  private static final char UNKNOWN = '\uFFFF';

  private static final Map<String, String> PREDEFINED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

  /**
   * True when the file writes this part of the value in one piece and in one way, so that it can be
   * replaced: no comment stands in it, nor does a CDATA section begin or end in it.
   */
  public boolean isOnePiece(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      boolean sameSign = starts.get(i).equals(starts.get(i - 1));
      if (!literal.get(i).equals(literal.get(i - 1))
          || !sameSign && !starts.get(i).equals(ends.get(i - 1))) {
        return false;
      }
    }
    return from < to;
  }

  /** Gathers a run, character by character. */
  static final class Builder {
    private final String text;
    private final StringBuilder value = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Boolean> literal = new ArrayList<>();
    private int literalEnd = -1;

    Builder(String text) {
      this.text = text;
    }

    void addTo(List<TextRun> runs) {
      if (value.length() > 0) {
        runs.add(new TextRun(value.toString(), starts, ends, literal));
      }
    }

    /** Reads what stands at an offset; gives the offset behind it. */
    int next(int at) {
      if (at == literalEnd) {
        literalEnd = -1;
        return at + 3;
      }
      boolean inside = at < literalEnd;
      if (!inside && text.startsWith("<!--", at)) {
        return text.indexOf("-->", at) + 3;
      }
      if (!inside && text.startsWith("<![CDATA[", at)) {
        literalEnd = text.indexOf("]]>", at);
        return at + 9;
      }
      char c = text.charAt(at);
      if (!inside && c == '&') {
        int end = text.indexOf(';', at) + 1;
        return add(meaning(text.substring(at + 1, end - 1)), at, end);
      }
      if (c == '\r') {
        return add("\n", at, text.startsWith("\r\n", at) ? at + 2 : at + 1);
      }
      return add(String.valueOf(c), at, at + 1);
    }

    private int add(String meaning, int start, int end) {
      for (int i = 0; i < meaning.length(); i++) {
        value.append(meaning.charAt(i));
        starts.add(start);
        ends.add(end);
        literal.add(start < literalEnd);
      }
      return end;
    }

    private static String meaning(String reference) {
      if (reference.startsWith("#x")) {
        return Character.toString(Integer.parseInt(reference.substring(2), 16));
      }
      if (reference.startsWith("#")) {
        return Character.toString(Integer.parseInt(reference.substring(1)));
      }
      return PREDEFINED.getOrDefault(reference, String.valueOf(UNKNOWN));
    }
  }
}
