package org.letterpress.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Has the PDF say which letters its joined ones and presentation forms stand for, so that words are
 * found and copied as they were written (ISO 32000-1, 9.10.3).
 */
final class LettersInPdf {
  private static final String CODE = "<(\\p{XDigit}{4})>";
  private static final Pattern CHARS = Pattern.compile("(?m)^(" + CODE + ") " + CODE + "$");
  private static final Pattern RANGES =
      Pattern.compile("(?m)^(" + CODE + " " + CODE + ") " + CODE + "$");

  private static final String SPELLED = "/ActualText <FEFF";

  private LettersInPdf() {}

  /** Rewrites the tables of all fonts that have such forms, and what lines say of their text. */
  static void restore(PDDocument document) throws IOException {
    // Pages share their fonts.
    Set<COSStream> tables = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PDPage page : document.getPages()) {
      for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
        spellOut(parts.next().getCOSObject());
      }
      COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
      for (COSName name : fonts == null ? Set.<COSName>of() : fonts.keySet()) {
        COSStream table = fonts.getCOSDictionary(name).getCOSStream(COSName.TO_UNICODE);
        if (table != null && tables.add(table)) {
          restore(table);
        }
      }
    }
  }

  private static void restore(COSStream stream) throws IOException {
    String table = stream.toTextString();
    String restored = restored(table);
    if (!restored.equals(table)) {
      write(stream, restored);
    }
  }

  /** FOP says what a line with a divided word reads, in the codes that the font has. */
  private static void spellOut(COSStream page) throws IOException {
    String content;
    try (InputStream in = page.createInputStream()) {
      content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    StringBuilder spelled = new StringBuilder(content.length());
    int done = 0;
    for (int at = content.indexOf(SPELLED); at >= 0; at = content.indexOf(SPELLED, done)) {
      int from = at + SPELLED.length();
      spelled.append(content, done, from);
      done = from;
      while (done + 4 <= content.length() && content.charAt(done) != '>') {
        char sign = (char) Integer.parseInt(content, done, done + 4, 16);
        if (isForm(sign)) {
          spelled.append(hexadecimal(spelled(sign)));
        } else {
          spelled.append(content, done, done + 4);
        }
        done += 4;
      }
    }
    spelled.append(content, done, content.length());
    if (!content.contentEquals(spelled)) {
      write(page, spelled.toString());
    }
  }

  private static void write(COSStream stream, String content) throws IOException {
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.getBytes(StandardCharsets.ISO_8859_1));
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
    return sign >= '\uFB50' && sign <= '\uFEFC' || CutFace.letters(sign) != null;
  }

  private static String letters(char sign) {
    return "<" + hexadecimal(spelled(sign)).toLowerCase(Locale.ROOT) + ">";
  }

  private static String spelled(char sign) {
    String letters = CutFace.letters(sign);
    if (letters != null) {
      return letters;
    }
    String one = String.valueOf(sign);
    return isForm(sign) ? Normalizer.normalize(one, Normalizer.Form.NFKC) : one;
  }

  private static String hexadecimal(String letters) {
    StringBuilder codes = new StringBuilder();
    letters.chars().forEach(letter -> codes.append(String.format("%04X", letter)));
    return codes.toString();
  }
}
