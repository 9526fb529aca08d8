package org.letterpress.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Has the PDF say which letters its presentation forms stand for, so that Arabic words are found
 * and copied as they were written (ISO 32000-1, 9.10.3).
 */
final class LettersInPdf {
  private static final String CODE = "<(\\p{XDigit}{4})>";
  private static final Pattern CHARS = Pattern.compile("(?m)^(" + CODE + ") " + CODE + "$");
  private static final Pattern RANGES =
      Pattern.compile("(?m)^(" + CODE + " " + CODE + ") " + CODE + "$");

  private LettersInPdf() {}

  /** Rewrites the tables of all fonts that have presentation forms. */
  static void restore(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        COSStream table =
            page.getResources().getFont(name).getCOSObject().getCOSStream(COSName.TO_UNICODE);
        if (table != null) {
          restore(table);
        }
      }
    }
  }

  private static void restore(COSStream stream) throws IOException {
    String table = stream.toTextString();
    String restored = restored(table);
    if (!restored.equals(table)) {
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(restored.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  /** The table of a font from glyphs to text, with letters in place of their forms. */
  static String restored(String table) {
    String listed = RANGES.matcher(table).replaceAll(LettersInPdf::range);
    return CHARS.matcher(listed).replaceAll(LettersInPdf::sign);
  }

  private static String sign(MatchResult entry) {
    char sign = (char) Integer.parseInt(entry.group(3), 16);
    return isForm(sign) ? entry.group(1) + " " + letters(sign) : entry.group();
  }

  /** A range of glyphs with consecutive signs; with their letters it has to name each. */
  private static String range(MatchResult entry) {
    int last = Integer.parseInt(entry.group(3), 16) - Integer.parseInt(entry.group(2), 16);
    int first = Integer.parseInt(entry.group(4), 16);
    boolean forms = false;
    StringBuilder all = new StringBuilder(entry.group(1)).append(" [");
    for (int i = 0; i <= last; i++) {
      forms |= isForm((char) (first + i));
      all.append(letters((char) (first + i)));
    }
    return forms ? all.append(']').toString() : entry.group();
  }

  private static boolean isForm(char sign) {
    return sign >= '\uFB50' && sign <= '\uFEFC';
  }

  private static String letters(char sign) {
    String letters =
        isForm(sign)
            ? Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC)
            : String.valueOf(sign);
    StringBuilder codes = new StringBuilder("<");
    letters.chars().forEach(letter -> codes.append(String.format("%04x", letter)));
    return codes.append('>').toString();
  }
}
