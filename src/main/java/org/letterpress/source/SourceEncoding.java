package org.letterpress.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the characters of an XML file are written in bytes (XML 1.0, Appendix F).
 *
 * @param charset the encoding
 * @param mark the byte order mark, or no bytes
 */
record SourceEncoding(Charset charset, byte[] mark) {
  /** Where the declaration of the encoding must have ended. */
  private static final int DECLARATION = 200;

  private static final Pattern DECLARED =
      Pattern.compile("\\A<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  /**
   * The encoding of a file.
   *
   * @throws CharacterCodingException when its declaration names an encoding that is not known here
   */
  static SourceEncoding of(byte[] bytes) throws CharacterCodingException {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return marked(StandardCharsets.UTF_8, bytes, 3);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return marked(StandardCharsets.UTF_16BE, bytes, 2);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return marked(StandardCharsets.UTF_16LE, bytes, 2);
    }
    if (startsWith(bytes, 0, '<')) {
      return marked(StandardCharsets.UTF_16BE, bytes, 0);
    }
    if (startsWith(bytes, '<', 0)) {
      return marked(StandardCharsets.UTF_16LE, bytes, 0);
    }
    int length = Math.min(bytes.length, DECLARATION);
    Matcher declared = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    try {
      String name = declared.find() ? declared.group(1) : "UTF-8";
      return marked(Charset.forName(name), bytes, 0);
    } catch (UnsupportedCharsetException unknown) {
      throw new CharacterCodingException();
    }
  }

  /** The text without the mark. */
  String decode(byte[] bytes) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length))
        .toString();
  }

  /** The mark and the text. */
  byte[] encode(String text) throws CharacterCodingException {
    ByteBuffer coded =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(text));
    byte[] bytes = Arrays.copyOf(mark, mark.length + coded.remaining());
    coded.get(bytes, mark.length, coded.remaining());
    return bytes;
  }

  private static SourceEncoding marked(Charset charset, byte[] bytes, int length) {
    return new SourceEncoding(charset, Arrays.copyOf(bytes, length));
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
