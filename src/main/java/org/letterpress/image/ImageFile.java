package org.letterpress.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** A file of the edition that browsers can show. */
public final class ImageFile {
  /** The longer side of the picture that stands for a page. */
  public static final int THUMBNAIL = 320;

  /** The longer side of a picture within the text. */
  public static final int IN_TEXT = 1600;

  private static final int SAMPLE = 16_384;

  private final Path path;
  private final String key;
  private final ImageHeader header;

  ImageFile(Path path, String key, ImageHeader header) {
    this.path = path;
    this.key = key;
    this.header = header;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Its path within the edition, with forward slashes. */
  public String key() {
    return key;
  }

  /** In pixels; 0 when a drawing does not say. */
  public int width() {
    return header.width();
  }

  /** In pixels; 0 when a drawing does not say. */
  public int height() {
    return header.height();
  }

  /** What servers say of such files, for instance {@code image/jpeg}. */
  public String mediaType() {
    return header.format().mediaType();
  }

  ImageHeader header() {
    return header;
  }

  /**
   * True when it is large enough for a smaller copy to be worth while, and of a kind that has one.
   */
  public boolean hasSmaller(int side) {
    return Math.max(width(), height()) > side + side / 4
        && switch (header.format()) {
          case JPEG -> header.colours() <= 3;
          case PNG -> true;
          // A GIF may move.
          case GIF, WEBP, SVG -> false;
        };
  }

  /**
   * A smaller copy, as JPEG.
   *
   * @param side how many pixels its longer side gets; {@link #hasSmaller} must be true
   * @throws IOException when the file is damaged
   */
  public byte[] smaller(int side) throws IOException {
    return SmallerImage.of(path, header, side);
  }

  /**
   * Tells the file from what it was before, by its length, beginning and end. Images are large and
   * many, and one that was changed differs at its end: what follows a change in a compressed stream
   * is another stream, and a PNG ends with a sum of all its pixels.
   */
  public String fingerprint() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      CRC32C sum = new CRC32C();
      byte[] sample = new byte[(int) Math.min(SAMPLE, file.length())];
      file.readFully(sample);
      sum.update(sample);
      file.seek(file.length() - sample.length);
      file.readFully(sample);
      sum.update(sample);
      return file.length() + "-" + Long.toHexString(sum.getValue());
    }
  }
}
