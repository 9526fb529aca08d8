package org.letterpress.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bytes of an XML file become characters (XML 1.0, 4.3.3 and appendix F): by its byte order
 * mark, else by the shape of its first bytes, else by its XML declaration, else as UTF-8.
 */
public final class XmlEncoding {
  private static final int LONGEST_DECLARATION = 1024;
  private static final Pattern DECLARED =
      Pattern.compile("\\A<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

  /** Encodings that such a declaration cannot be written in, whatever it says. */
  private static final Pattern WIDE = Pattern.compile("(?i)(X-)?UTF-?(16|32).*|ISO-10646-UCS-[24]");

  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private final Charset charset;
  private final int mark;

  /**
   * @param charset of the characters
   * @param mark how many bytes the byte order mark takes
   */
  private XmlEncoding(Charset charset, int mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /**
   * The characters of a file, or of its beginning, without a byte order mark. Bytes that are wrong
   * in the encoding become U+FFFD; an encoding that nobody knows is read as UTF-8.
   */
  public static String decode(byte[] bytes) {
    XmlEncoding encoding = of(bytes);
    return new String(bytes, encoding.mark, bytes.length - encoding.mark, encoding.charset);
  }

  /**
   * The characters of a file without a byte order mark.
   *
   * @throws CharacterCodingException when a byte is wrong in this encoding
   */
  String decodeAll(byte[] bytes) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
        .toString();
  }

  /**
   * The bytes of a file with these characters, and with the byte order mark of another.
   *
   * @throws CharacterCodingException when the encoding lacks a character
   */
  byte[] encodeAll(String text, byte[] original) throws CharacterCodingException {
    ByteBuffer coded =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(text));
    byte[] bytes = Arrays.copyOf(original, mark);
    bytes = Arrays.copyOf(bytes, mark + coded.remaining());
    coded.get(bytes, mark, coded.remaining());
    return bytes;
  }

  /** The encoding of the characters. */
  public Charset charset() {
    return charset;
  }

  /** How many bytes the byte order mark takes. */
  public int mark() {
    return mark;
  }

  /** By the first four bytes; where there are fewer, as if FF followed. */
  public static XmlEncoding of(byte[] bytes) {
    int start = 0;
    for (int i = 0; i < 4; i++) {
      start = start << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0xFF);
    }
    return switch (start) {
      case 0x0000FEFF -> new XmlEncoding(UTF_32BE, 4);
      case 0xFFFE0000 -> new XmlEncoding(UTF_32LE, 4);
      case 0x0000003C -> new XmlEncoding(UTF_32BE, 0);
      case 0x3C000000 -> new XmlEncoding(UTF_32LE, 0);
      default -> narrower(start, bytes);
    };
  }

  private static XmlEncoding narrower(int start, byte[] bytes) {
    return switch (start >>> 16) {
      case 0xFEFF -> new XmlEncoding(StandardCharsets.UTF_16BE, 2);
      case 0xFFFE -> new XmlEncoding(StandardCharsets.UTF_16LE, 2);
      case 0x003C -> new XmlEncoding(StandardCharsets.UTF_16BE, 0);
      case 0x3C00 -> new XmlEncoding(StandardCharsets.UTF_16LE, 0);
      default ->
          start >>> 8 == 0xEFBBBF
              ? new XmlEncoding(StandardCharsets.UTF_8, 3)
              : new XmlEncoding(declared(bytes), 0);
    };
  }

  /** What the declaration says of a file whose first characters are single bytes. */
  private static Charset declared(byte[] bytes) {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_DECLARATION));
    Matcher said = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    boolean usable =
        said.find() && !WIDE.matcher(said.group(1)).matches() && Charset.isSupported(said.group(1));
    return usable ? Charset.forName(said.group(1)) : StandardCharsets.UTF_8;
  }

  /**
   * Whether a document declares another encoding than its bytes show.
   *
   * @return what is the matter, or null when the two agree, as far as the beginning tells
   */
  static String conflict(byte[] document) {
    String start = decode(Arrays.copyOf(document, Math.min(document.length, LONGEST_DECLARATION)));
    Matcher said = DECLARED.matcher(start);
    if (!said.find()) {
      return null;
    }
    int width = width(of(document).charset);
    boolean saysWide = WIDE.matcher(said.group(1)).matches();
    if (saysWide == (width > 1)) {
      return null;
    }
    return saysWide
        ? "it declares " + said.group(1) + " but its characters have one byte"
        : "it is in UTF-" + 8 * width + " and declares " + said.group(1);
  }

  private static int width(Charset charset) {
    String name = charset.name();
    return name.startsWith("UTF-32") ? 4 : name.startsWith("UTF-16") ? 2 : 1;
  }
}
