package org.letterpress.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A drawing, which is markup: it could run code and ask for things elsewhere, so each is read
 * before it is shown.
 */
public final class SvgImage {
  private static final long MOST_BYTES = 50_000_000L;
  private static final Pattern LENGTH = Pattern.compile("\\s*([\\d.]{1,12})(?:px)?\\s*");

  private SvgImage() {}

  /**
   * The first thing that a drawing runs or asks for outside itself, or an empty string.
   *
   * @throws SAXException when it is no well-formed SVG
   */
  public static String outerReference(byte[] svg) throws IOException, SAXException {
    return read(svg).first;
  }

  static ImageHeader header(Path file) throws UnfitImageException, IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnfitImageException("it is none of JPEG, PNG, GIF, WebP and SVG");
      }
      References found = read(Files.readAllBytes(file));
      if (!found.first.isEmpty()) {
        throw new UnfitImageException("it asks for " + found.first);
      }
      return new ImageHeader(ImageHeader.Format.SVG, found.width, found.height, 1, 3);
    } catch (SAXException notXml) {
      throw new UnfitImageException("it is none of JPEG, PNG, GIF, WebP and well-formed SVG");
    }
  }

  private static References read(byte[] svg) throws IOException, SAXException {
    References references = new References();
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(references);
    reader.setErrorHandler(references);
    reader.parse(new InputSource(new ByteArrayInputStream(svg)));
    return references;
  }

  /** Collects what an SVG refers to, and its size. */
  private static final class References extends DefaultHandler {
    private String first = "";
    private boolean inRoot;
    private int width;
    private int height;
    private final StringBuilder style = new StringBuilder();

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      if (!inRoot) {
        if (!local.equals("svg")) {
          throw new SAXException("not SVG");
        }
        size(attributes);
      }
      inRoot = true;
      for (int i = 0; i < attributes.getLength(); i++) {
        String value = attributes.getValue(i).strip();
        String attribute = attributes.getLocalName(i);
        if (attribute.equals("href") && !isInner(value)) {
          note(value);
        }
        if (attribute.toLowerCase(Locale.ROOT).startsWith("on")) {
          note(attribute);
        }
        checkStyle(value);
      }
      if (local.equals("script") || local.equals("foreignObject")) {
        note(local);
      }
    }

    private void size(Attributes attributes) {
      width = pixels(attributes.getValue("width"));
      height = pixels(attributes.getValue("height"));
      String box = attributes.getValue("viewBox");
      String[] parts = box == null ? new String[0] : box.strip().split("[\\s,]+");
      if ((width == 0 || height == 0) && parts.length == 4) {
        width = pixels(parts[2]);
        height = pixels(parts[3]);
      }
      if (width == 0 || height == 0) {
        width = 0;
        height = 0;
      }
    }

    private static int pixels(String length) {
      Matcher number = LENGTH.matcher(length == null ? "" : length);
      try {
        return number.matches()
            ? (int) Math.min(100_000, Math.round(Double.parseDouble(number.group(1))))
            : 0;
      } catch (NumberFormatException twoPoints) {
        return 0;
      }
    }

    @Override
    public void characters(char[] text, int start, int length) {
      style.append(text, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) {
      note(target);
    }

    @Override
    public void endDocument() {
      checkStyle(style.toString());
      if (style.indexOf("@import") >= 0) {
        note("@import");
      }
    }

    private void checkStyle(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (int at = lower.indexOf("url("); at >= 0; at = lower.indexOf("url(", at + 1)) {
        String rest = lower.substring(at + 4).replaceFirst("^[\\s'\"]+", "");
        if (!isInner(rest)) {
          note(rest.replaceFirst("['\")].*", ""));
        }
      }
    }

    private static boolean isInner(String reference) {
      return reference.isEmpty()
          || reference.startsWith("#")
          || reference.startsWith("data:image/png")
          || reference.startsWith("data:image/jpeg");
    }

    private void note(String reference) {
      if (first.isEmpty()) {
        first = reference;
      }
    }
  }
}
