package org.letterpress.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes smaller copies of images. Each pixel is the mean of those it stands for, reckoned here in
 * whole numbers, so that every machine makes the same one.
 */
final class SmallerImage {
  private static final float QUALITY = 0.82f;

  private SmallerImage() {}

  /**
   * A JPEG whose longer side has this many pixels.
   *
   * @param side less than the longer side of the image
   * @throws IOException when the image is damaged, or of a kind that Java does not decode
   */
  static byte[] of(Path file, ImageHeader header, int side) throws IOException {
    BufferedImage large = read(file.toFile(), header, side);
    boolean turned = header.orientation() > 4;
    int width = turned ? large.getHeight() : large.getWidth();
    int height = turned ? large.getWidth() : large.getHeight();
    double scale = (double) side / Math.max(header.width(), header.height());
    BufferedImage small =
        mean(
            large,
            header.orientation(),
            width,
            height,
            Math.max(1, (int) Math.round(header.width() * scale)),
            Math.max(1, (int) Math.round(header.height() * scale)));
    return jpeg(small);
  }

  /** The image, with only every so manieth pixel where it is much larger than is wanted. */
  private static BufferedImage read(File file, ImageHeader header, int side) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(header.format().name());
    if (!readers.hasNext()) {
      throw new IOException("Java does not decode it");
    }
    ImageReader reader = readers.next();
    try (FileImageInputStream in = new FileImageInputStream(file)) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      // Enough to take the mean of, and little enough to hold.
      int enough = side * (side > 800 ? 2 : 4);
      int longer = Math.max(header.width(), header.height());
      int step = (longer + enough - 1) / enough;
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } catch (RuntimeException defect) {
      // The readers of the JDK fail in many ways on damaged files.
      throw new IOException(defect);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage mean(
      BufferedImage large, int orientation, int width, int height, int toWidth, int toHeight) {
    BufferedImage small = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
    int rawWidth = large.getWidth();
    int rawHeight = large.getHeight();
    int[] pixels = large.getRGB(0, 0, rawWidth, rawHeight, null, 0, rawWidth);
    for (int y = 0; y < toHeight; y++) {
      int top = (int) ((long) y * height / toHeight);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / toHeight));
      for (int x = 0; x < toWidth; x++) {
        int left = (int) ((long) x * width / toWidth);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * width / toWidth));
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int v = top; v < bottom; v++) {
          for (int u = left; u < right; u++) {
            int pixel = pixels[source(orientation, u, v, rawWidth, rawHeight)];
            // What is transparent is white, as paper is.
            int alpha = pixel >>> 24;
            red += ((pixel >> 16) & 0xFF) * alpha + 255 * (255 - alpha);
            green += ((pixel >> 8) & 0xFF) * alpha + 255 * (255 - alpha);
            blue += (pixel & 0xFF) * alpha + 255 * (255 - alpha);
          }
        }
        long weight = 255L * (bottom - top) * (right - left);
        small.setRGB(
            x, y, (int) (red / weight) << 16 | (int) (green / weight) << 8 | (int) (blue / weight));
      }
    }
    return small;
  }

  /** Where the pixel at u, v of the turned image stands in the image as it was saved. */
  private static int source(int orientation, int u, int v, int width, int height) {
    int x;
    int y;
    switch (orientation) {
      case 2 -> {
        x = width - 1 - u;
        y = v;
      }
      case 3 -> {
        x = width - 1 - u;
        y = height - 1 - v;
      }
      case 4 -> {
        x = u;
        y = height - 1 - v;
      }
      case 5 -> {
        x = v;
        y = u;
      }
      case 6 -> {
        x = v;
        y = height - 1 - u;
      }
      case 7 -> {
        x = width - 1 - v;
        y = height - 1 - u;
      }
      case 8 -> {
        x = width - 1 - v;
        y = u;
      }
      default -> {
        x = u;
        y = v;
      }
    }
    return y * width + x;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
