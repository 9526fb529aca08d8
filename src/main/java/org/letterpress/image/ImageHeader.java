package org.letterpress.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the first bytes of an image say of it: nothing is decoded, so a small file that would grow
 * to gigabytes is known before it does harm.
 *
 * @param format what kind of file it is, whatever its name says
 * @param width in pixels, as it is shown; 0 when an SVG does not say
 * @param height in pixels, as it is shown; 0 when an SVG does not say
 * @param orientation how a camera wants it turned: 1 to 8, as EXIF counts
 * @param colours how many colours a pixel is mixed of, as far as a JPEG says; else 3
 */
record ImageHeader(Format format, int width, int height, int orientation, int colours) {
  /** More than readers' machines can hold unpacked. */
  private static final long MOST_PIXELS = 250_000_000L;

  /** What browsers show. */
  enum Format {
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    SVG("image/svg+xml", "svg");

    private final String mediaType;
    private final List<String> endings;

    Format(String mediaType, String... endings) {
      this.mediaType = mediaType;
      this.endings = List.of(endings);
    }

    String mediaType() {
      return mediaType;
    }

    /** Endings of file names that servers take for this format; the first is the usual one. */
    List<String> endings() {
      return endings;
    }
  }

  /**
   * Reads the header of a file.
   *
   * @throws UnfitImageException when browsers could not or should not show it
   */
  static ImageHeader of(Path file) throws UnfitImageException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      ImageHeader header = read(in, file);
      if ((long) header.width * header.height > MOST_PIXELS) {
        throw new UnfitImageException(
            "its " + header.width + " × " + header.height + " pixels are more than browsers hold");
      }
      return header;
    } catch (EOFException tooShort) {
      throw new UnfitImageException("it is cut off");
    } catch (IOException unreadable) {
      throw new UnfitImageException("it cannot be read");
    }
  }

  private static ImageHeader read(DataInputStream in, Path file)
      throws IOException, UnfitImageException {
    in.mark(64);
    byte[] head = in.readNBytes(30);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.wrap(head);
    if (start.startsWith("\u00FF\u00D8\u00FF")) {
      in.reset();
      return jpeg(in);
    }
    if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
      require(head.length >= 24 && start.startsWith("IHDR", 12));
      return raster(Format.PNG, bytes.getInt(16), bytes.getInt(20));
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      require(head.length >= 10);
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      return raster(Format.GIF, bytes.getShort(6) & 0xFFFF, bytes.getShort(8) & 0xFFFF);
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      require(head.length == 30);
      return webp(start, bytes.order(ByteOrder.LITTLE_ENDIAN));
    }
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      throw new UnfitImageException("browsers do not show TIFF");
    }
    if (start.startsWith("jP  ", 4)) {
      throw new UnfitImageException("browsers do not show JPEG 2000");
    }
    if (head.length == 0) {
      throw new UnfitImageException("it is empty");
    }
    return SvgImage.header(file);
  }

  private static void require(boolean whole) throws EOFException {
    if (!whole) {
      throw new EOFException();
    }
  }

  private static ImageHeader raster(Format format, int width, int height)
      throws UnfitImageException {
    if (width <= 0 || height <= 0) {
      throw new UnfitImageException("it has no size");
    }
    return new ImageHeader(format, width, height, 1, 3);
  }

  private static ImageHeader webp(String start, ByteBuffer bytes) throws UnfitImageException {
    if (start.startsWith("VP8X", 12)) {
      int width = (bytes.getInt(24) & 0xFFFFFF) + 1;
      int height = (bytes.getInt(26) >>> 8) + 1;
      return raster(Format.WEBP, width, height);
    }
    if (start.startsWith("VP8L", 12)) {
      int packed = bytes.getInt(21);
      return raster(Format.WEBP, (packed & 0x3FFF) + 1, ((packed >>> 14) & 0x3FFF) + 1);
    }
    if (start.startsWith("VP8 ", 12)) {
      return raster(Format.WEBP, bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF);
    }
    throw new UnfitImageException("it is a WebP file of an unknown kind");
  }

  /** Goes from segment to segment to the frame, which holds the size. */
  private static ImageHeader jpeg(DataInputStream in) throws IOException, UnfitImageException {
    in.skipNBytes(2);
    int orientation = 1;
    while (true) {
      int marker = in.readUnsignedByte();
      if (marker != 0xFF) {
        throw new UnfitImageException("it is a damaged JPEG");
      }
      while (marker == 0xFF) {
        marker = in.readUnsignedByte();
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        continue;
      }
      int length = in.readUnsignedShort() - 2;
      if (length < 0 || marker == 0xD9 || marker == 0xDA) {
        throw new UnfitImageException("it is a damaged JPEG");
      }
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        in.skipNBytes(1);
        int height = in.readUnsignedShort();
        int width = in.readUnsignedShort();
        int colours = in.readUnsignedByte();
        ImageHeader lying = raster(Format.JPEG, width, height);
        boolean turned = orientation > 4;
        return new ImageHeader(
            Format.JPEG,
            turned ? lying.height : lying.width,
            turned ? lying.width : lying.height,
            orientation,
            colours);
      }
      if (marker == 0xE1) {
        byte[] segment = in.readNBytes(length);
        require(segment.length == length);
        orientation = orientation(segment, orientation);
      } else {
        in.skipNBytes(length);
      }
    }
  }

  /** The orientation that an EXIF segment tells, or what was known before. */
  private static int orientation(byte[] segment, int known) {
    String start =
        new String(segment, 0, Math.min(14, segment.length), StandardCharsets.ISO_8859_1);
    if (segment.length < 22 || !start.startsWith("Exif\0\0")) {
      return known;
    }
    ByteBuffer tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
    tiff.order(start.startsWith("II", 6) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return known;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return known;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == 0x0112) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : known;
      }
    }
    return known;
  }
}
