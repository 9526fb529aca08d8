package org.letterpress.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first bytes of a document tell of its encoding (XML 1.0, appendix F). */
final class Encodings {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.-]+)");

  private Encodings() {}

  /** True when its characters have two bytes. */
  static boolean isWide(byte[] start) {
    return start.length > 1 && (start[0] == 0 || start[1] == 0 || (start[0] & 0xFE) == 0xFE);
  }

  /** True for a wide document whose characters begin with their high byte. */
  static boolean isBigEndian(byte[] start) {
    return start[0] == 0 || (start[0] & 0xFF) == 0xFE;
  }

  /**
   * Whether a document declares another encoding than its bytes show.
   *
   * @return what is the matter, or null when the two agree, as far as the beginning tells
   */
  static String conflict(byte[] document) {
    boolean wide = isWide(document);
    int length = Math.min(document.length, 400);
    String start = new String(document, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    Matcher declared = DECLARED.matcher(start);
    if (!declared.find()) {
      return null;
    }
    String name = declared.group(1).toUpperCase(Locale.ROOT);
    boolean saysWide = name.startsWith("UTF-16") || name.startsWith("ISO-10646-UCS");
    if (wide == saysWide) {
      return null;
    }
    return wide
        ? "it is in UTF-16 and declares " + declared.group(1)
        : "it declares " + declared.group(1) + " but its characters have one byte";
  }
}
