package org.letterpress.site;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture that stands beside a link to the edition where people share it: its title page, in
 * the size that such services ask for. It is set in faces that letterpress carries and in no
 * others, so that every machine makes the same; a title in a script that none of them has is left
 * out.
 */
public final class PreviewImage {
  /** Where it stands, from the root of the site. */
  public static final String PATH = "assets/preview.png";

  /** Width in pixels. */
  public static final int WIDTH = 1200;

  /** Height in pixels. */
  public static final int HEIGHT = 630;

  private static final int MARGIN = 110;
  private static final int MOST_LINES = 4;
  private static final Color PAPER = new Color(0xfcfaf5);
  private static final Color INK = new Color(0x1f1b17);
  private static final Color MUTED = new Color(0x665c50);
  private static final Color RUBRIC = new Color(0x8b2c1a);

  private static final List<String> FACES =
      List.of(
          "org/letterpress/type/eb-garamond/400Regular/EBGaramond_400Regular.ttf",
          "liberation/LiberationSerif-Regular.ttf",
          "org/letterpress/type/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
          "org/letterpress/type/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf",
          "org/letterpress/type/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf");

  private PreviewImage() {}

  /**
   * A PNG of the title page.
   *
   * @param title of the edition
   * @param subtitle may be empty
   * @param editors may be empty
   * @throws IOException when a face of this copy of letterpress is damaged
   */
  public static byte[] png(String title, String subtitle, String editors) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    page.setColor(PAPER);
    page.fillRect(0, 0, WIDTH, HEIGHT);
    page.setColor(RUBRIC);
    page.fillRect(0, 0, WIDTH, 14);
    FontRenderContext context = page.getFontRenderContext();
    List<TextLayout> lines = new ArrayList<>(fitted(title, context));
    int ofTitle = lines.size();
    lines.addAll(lines(subtitle, 36, 2, context));
    int ofSubtitle = lines.size();
    lines.addAll(lines(editors, 28, 1, context));
    float height = 0;
    for (int i = 0; i < lines.size(); i++) {
      height += height(lines.get(i)) + gap(i, ofTitle, ofSubtitle);
    }
    float y = 14 + Math.max(30, (HEIGHT - 14 - height) / 2);
    for (int i = 0; i < lines.size(); i++) {
      TextLayout line = lines.get(i);
      y += gap(i, ofTitle, ofSubtitle);
      page.setColor(i < ofTitle ? INK : MUTED);
      line.draw(page, (WIDTH - line.getAdvance()) / 2, y + line.getAscent());
      y += height(line);
    }
    page.dispose();
    return encoded(image);
  }

  /** The title in the largest size in which it has few lines; a longer one is cut. */
  private static List<TextLayout> fitted(String title, FontRenderContext context)
      throws IOException {
    for (float size = 84; size > 40; size -= 8) {
      List<TextLayout> lines = lines(title, size, MOST_LINES + 1, context);
      if (lines.size() <= MOST_LINES - (size > 60 ? 1 : 0)) {
        return lines;
      }
    }
    return lines(title, 40, MOST_LINES, context);
  }

  private static float gap(int line, int ofTitle, int ofSubtitle) {
    return line > 0 && (line == ofTitle || line == ofSubtitle) ? 34 : 0;
  }

  private static float height(TextLayout line) {
    return (line.getAscent() + line.getDescent()) * 1.08f;
  }

  private static List<TextLayout> lines(
      String text, float size, int most, FontRenderContext context) throws IOException {
    List<TextLayout> lines = new ArrayList<>();
    String plain = text.strip().replaceAll("\\s+", " ");
    Font face = plain.isEmpty() ? null : face(plain);
    if (face == null) {
      return lines;
    }
    AttributedString attributed =
        new AttributedString(
            plain,
            Map.of(
                TextAttribute.FONT,
                face.deriveFont(size),
                TextAttribute.KERNING,
                TextAttribute.KERNING_ON,
                TextAttribute.LIGATURES,
                TextAttribute.LIGATURES_ON));
    LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), context);
    while (measurer.getPosition() < plain.length() && lines.size() < most) {
      lines.add(measurer.nextLayout(WIDTH - 2 * MARGIN));
    }
    return lines;
  }

  /** The first face that has every letter of a text, or null. */
  private static Font face(String text) throws IOException {
    for (String file : FACES) {
      try (InputStream stream = PreviewImage.class.getClassLoader().getResourceAsStream(file)) {
        if (stream != null) {
          Font face = Font.createFont(Font.TRUETYPE_FONT, stream);
          if (face.canDisplayUpTo(text) < 0) {
            return face;
          }
        }
      } catch (FontFormatException damaged) {
        throw new IOException(file + " in this copy of letterpress is damaged", damaged);
      }
    }
    return null;
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }
}
