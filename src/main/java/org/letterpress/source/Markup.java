package org.letterpress.source;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.diagnostic.Edit;

/**
 * The text of a well-formed XML file with the places of its tags, for changes that leave every
 * other character alone.
 *
 * <p>Offsets count UTF-16 units of the decoded text without a byte order mark. Nothing is resolved:
 * references, line ends and white space are those of the file. Immutable.
 */
public final class Markup {
  private final XmlEncoding encoding;
  private final byte[] original;
  private final String text;
  private final int[] lines;
  private final Map<Integer, Tag> byStart = new HashMap<>();
  private final Map<Integer, Tag> byEnd = new HashMap<>();

  /**
   * An element's tags.
   *
   * @param name its name as written, with its prefix
   * @param start offset of the {@code <} of its start tag
   * @param end offset behind the {@code >} of its start tag
   * @param closing offset of the {@code <} of its end tag; the same as {@code end} for an empty tag
   * @param after offset behind the element
   * @param attributes in their order
   */
  public record Tag(
      String name, int start, int end, int closing, int after, List<Attribute> attributes) {

    /** True for {@code <lb/>}. */
    public boolean isEmpty() {
      return closing == end && after == end;
    }

    /** The attribute of this name as written, or null. */
    public Attribute attribute(String written) {
      return attributes.stream()
          .filter(each -> each.name().equals(written))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * An attribute within a start tag.
   *
   * @param name its name as written
   * @param start offset of its name
   * @param valueStart offset behind the opening quotation mark
   * @param valueEnd offset of the closing quotation mark
   */
  public record Attribute(String name, int start, int valueStart, int valueEnd) {}

  private Markup(XmlEncoding encoding, byte[] original, String text) {
    this.encoding = encoding;
    this.original = original;
    this.text = text;
    this.lines = lineStarts(text);
    new Scan().run();
  }

  /**
   * The markup of a file.
   *
   * @return empty when the bytes are not in the encoding that they declare, or when writing them
   *     again would not give the same bytes
   */
  public static Optional<Markup> of(byte[] bytes) {
    try {
      XmlEncoding encoding = XmlEncoding.of(bytes);
      String text = encoding.decodeAll(bytes);
      return Arrays.equals(encoding.encodeAll(text, bytes), bytes)
          ? Optional.of(new Markup(encoding, bytes, text))
          : Optional.empty();
    } catch (CharacterCodingException undecodable) {
      return Optional.empty();
    }
  }

  /** The decoded text. */
  public String text() {
    return text;
  }

  /** The tag whose start tag ends right before a place, as parsers name it; null when none does. */
  public Tag endingAt(int line, int column) {
    if (line < 1 || line > lines.length || column < 1) {
      return null;
    }
    return byEnd.get(lines[line - 1] + column - 1);
  }

  /**
   * The text directly in an element as its parts between child elements and instructions, without
   * empty parts. Comments part nothing, as in a tree that has none.
   */
  public List<TextRun> texts(Tag element) {
    List<TextRun> runs = new ArrayList<>();
    TextRun.Builder run = new TextRun.Builder(text);
    int at = element.end();
    while (at < element.closing()) {
      boolean instruction = text.startsWith("<?", at);
      Tag child = byStart.get(at);
      if (instruction || child != null) {
        run.addTo(runs);
        run = new TextRun.Builder(text);
        at = instruction ? text.indexOf("?>", at) + 2 : child.after();
      } else {
        at = run.next(at);
      }
    }
    run.addTo(runs);
    return runs;
  }

  /**
   * The bytes of the file after some changes.
   *
   * @param edits in their order, none in conflict with another
   * @throws CharacterCodingException when the encoding has no bytes for a new character
   */
  public byte[] with(List<Edit> edits) throws CharacterCodingException {
    StringBuilder changed = new StringBuilder(text.length());
    int at = 0;
    for (Edit edit : edits) {
      changed.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    String whole = changed.append(text, at, text.length()).toString();
    return encoding.encodeAll(whole, original);
  }

  /** A text with its special characters escaped, and those that this encoding lacks. */
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    var encoder = encoding.charset().newEncoder();
    plain
        .codePoints()
        .forEach(
            c -> {
              String written = Character.toString(c);
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#xD;");
                default ->
                    escaped.append(
                        encoder.canEncode(written)
                            ? written
                            : "&#x" + Integer.toHexString(c).toUpperCase() + ";");
              }
            });
    return escaped.toString();
  }

  /** The same for an attribute's value between these quotation marks. */
  public String escapeValue(String plain, char quote) {
    return escape(plain)
        .replace("\t", "&#x9;")
        .replace("\n", "&#xA;")
        .replace(String.valueOf(quote), quote == '"' ? "&quot;" : "&apos;");
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !pair) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** One pass over the text; where it is not well-formed it stops and knows the rest no more. */
  private final class Scan {
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private record Open(String name, int start, int end, List<Attribute> attributes) {}

    void run() {
      while (at >= 0 && (at = text.indexOf('<', at)) >= 0) {
        if (text.startsWith("<!--", at)) {
          skipTo("-->", 4);
        } else if (text.startsWith("<![CDATA[", at)) {
          skipTo("]]>", 9);
        } else if (text.startsWith("<?", at)) {
          skipTo("?>", 2);
        } else if (text.startsWith("<!", at)) {
          skipDoctype();
        } else if (text.startsWith("</", at)) {
          endTag();
        } else {
          startTag();
        }
      }
    }

    private void skipTo(String end, int from) {
      int found = text.indexOf(end, at + from);
      at = found < 0 ? -1 : found + end.length();
    }

    /**
     * Declarations, comments, instructions and quoted texts nest in a document type declaration.
     */
    private void skipDoctype() {
      int depth = 0;
      int i = at;
      while (i < text.length()) {
        char c = text.charAt(i);
        if (text.startsWith("<!--", i)) {
          i = after("-->", i + 4);
        } else if (text.startsWith("<?", i)) {
          i = after("?>", i + 2);
        } else if (c == '"' || c == '\'') {
          i = after(String.valueOf(c), i + 1);
        } else {
          depth += c == '<' || c == '[' ? 1 : c == '>' || c == ']' ? -1 : 0;
          i++;
          if (depth == 0) {
            at = i;
            return;
          }
        }
      }
      at = -1;
    }

    private int after(String end, int from) {
      int found = text.indexOf(end, from);
      return found < 0 ? text.length() : found + end.length();
    }

    private void endTag() {
      int end = text.indexOf('>', at);
      Open opened = open.poll();
      if (end < 0
          || opened == null
          || !opened.name.equals(text.substring(at + 2, end).stripTrailing())) {
        at = -1;
        return;
      }
      add(opened, at, end + 1);
      at = end + 1;
    }

    private void add(Open opened, int closing, int after) {
      Tag tag = new Tag(opened.name, opened.start, opened.end, closing, after, opened.attributes);
      byStart.put(opened.start, tag);
      byEnd.put(opened.end, tag);
    }

    private void startTag() {
      int start = at;
      int i = nameEnd(start + 1);
      String name = text.substring(start + 1, i);
      List<Attribute> attributes = new ArrayList<>();
      while (true) {
        i = skipSpace(i);
        if (i >= text.length() || name.isEmpty()) {
          at = -1;
          return;
        }
        char c = text.charAt(i);
        if (c == '>' || text.startsWith("/>", i)) {
          at = c == '>' ? i + 1 : i + 2;
          Open opened = new Open(name, start, at, List.copyOf(attributes));
          if (c == '>') {
            open.push(opened);
          } else {
            add(opened, at, at);
          }
          return;
        }
        int nameStart = i;
        i = nameEnd(i);
        String written = text.substring(nameStart, i);
        i = skipSpace(i);
        boolean equals = i < text.length() && text.charAt(i) == '=' && !written.isEmpty();
        i = equals ? skipSpace(i + 1) : i;
        int close = equals && i < text.length() ? text.indexOf(text.charAt(i), i + 1) : -1;
        if (close < 0 || text.charAt(i) != '"' && text.charAt(i) != '\'') {
          at = -1;
          return;
        }
        attributes.add(new Attribute(written, nameStart, i + 1, close));
        i = close + 1;
      }
    }

    private int nameEnd(int from) {
      int i = from;
      while (i < text.length() && " \t\r\n=/><\"'".indexOf(text.charAt(i)) < 0) {
        i++;
      }
      return i;
    }

    private int skipSpace(int from) {
      int i = from;
      while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      return i;
    }
  }
}
