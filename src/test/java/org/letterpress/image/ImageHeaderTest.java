package org.letterpress.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first bytes of an image say of it. */
class ImageHeaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"JPEG", "PNG", "GIF"})
  void formatAndSizeAreReadWithoutDecoding(String format) throws Exception {
    Path file = folder.resolve("misnamed.bin");
    ImageIO.write(new BufferedImage(37, 21, BufferedImage.TYPE_INT_RGB), format, file.toFile());
    ImageHeader header = ImageHeader.of(file);
    assertThat(header.format()).hasToString(format);
    assertThat(header.width()).isEqualTo(37);
    assertThat(header.height()).isEqualTo(21);
  }

  @ParameterizedTest
  @CsvSource({"1,40,20", "3,40,20", "6,20,40", "8,20,40"})
  void aCamerasOrientationTurnsTheSize(int orientation, int width, int height) throws Exception {
    ImageHeader header = ImageHeader.of(turned(orientation));
    assertThat(header.width()).isEqualTo(width);
    assertThat(header.height()).isEqualTo(height);
  }

  /** The left half of the saved image is red: turned right it lies on top. */
  @Test
  void aSmallerCopyIsTurnedAsTheImageIs() throws Exception {
    Path file = turned(6);
    byte[] small = SmallerImage.of(file, ImageHeader.of(file), 20);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(image.getWidth()).isEqualTo(10);
    assertThat(image.getHeight()).isEqualTo(20);
    assertThat(new Color(image.getRGB(5, 3)).getRed()).isGreaterThan(180);
    assertThat(new Color(image.getRGB(5, 16)).getRed()).isLessThan(80);
  }

  @Test
  void aSmallerCopyIsTheSameEachTime() throws Exception {
    Path file = turned(1);
    ImageHeader header = ImageHeader.of(file);
    assertThat(SmallerImage.of(file, header, 16)).isEqualTo(SmallerImage.of(file, header, 16));
  }

  @Test
  void whatIsTransparentIsWhiteInACopy() throws Exception {
    Path file = folder.resolve("t.png");
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
    byte[] small = SmallerImage.of(file, ImageHeader.of(file), 16);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(new Color(image.getRGB(8, 8)).getGreen()).isGreaterThan(250);
  }

  @Test
  void theThreeKindsOfWebpAreKnown() throws Exception {
    ByteBuffer extended = webp("VP8X").put(24, (byte) 99).put(27, (byte) 49);
    assertSize(extended, 100, 50);
    assertSize(webp("VP8L").putInt(21, 99 | 49 << 14), 100, 50);
    assertSize(webp("VP8 ").putShort(26, (short) 100).putShort(28, (short) 50), 100, 50);
  }

  private void assertSize(ByteBuffer bytes, int width, int height) throws Exception {
    ImageHeader header = ImageHeader.of(Files.write(folder.resolve("a.webp"), bytes.array()));
    assertThat(header.format()).isEqualTo(ImageHeader.Format.WEBP);
    assertThat(header.width()).isEqualTo(width);
    assertThat(header.height()).isEqualTo(height);
  }

  private static ByteBuffer webp(String kind) {
    ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(0, "RIFF    WEBP".getBytes(ISO_8859_1)).put(12, kind.getBytes(ISO_8859_1));
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "'<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20px\"/>', 30, 20",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 12.4 8\"/>', 12, 8",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\"/>', 0, 0"
  })
  void aDrawingSaysItsSizeOrNot(String svg, int width, int height) throws Exception {
    ImageHeader header = ImageHeader.of(write(svg));
    assertThat(header.width()).isEqualTo(width);
    assertThat(header.height()).isEqualTo(height);
  }

  @ParameterizedTest
  @CsvSource({
    "'<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>', script",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>', onload",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"javascript:x()\"/></svg>', javascript",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://x.org/a\"/></svg>', x.org",
    "'<html/>', none of JPEG",
    "'no image', none of JPEG",
    "'', empty"
  })
  void whatMayRunOrAskForMoreIsNoPicture(String text, String reason) throws Exception {
    assertUnfit(write(text), reason);
  }

  @Test
  void anImageThatWouldGrowBeyondMeasureIsRefusedUnopened() throws Exception {
    byte[] png = png(2, 2);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertUnfit(Files.write(folder.resolve("bomb.png"), png), "60000 × 60000");
  }

  @Test
  void kindsThatBrowsersDoNotShowAreNamed() throws Exception {
    assertUnfit(write("II*\0rest"), "TIFF");
    assertUnfit(write("\0\0\0\fjP  \r\n"), "JPEG 2000");
  }

  @Test
  void aHeaderThatIsCutOffIsToldSo() throws Exception {
    byte[] jpeg = Files.readAllBytes(turned(1));
    for (int length = 1; length < 60; length++) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(jpeg, length));
      assertThatThrownBy(() -> ImageHeader.of(file)).isInstanceOf(UnfitImageException.class);
    }
  }

  @Test
  void whatFollowsADamagedHeaderIsFoundWhenACopyIsMade() throws Exception {
    Path file = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png(800, 800), 60));
    ImageHeader header = ImageHeader.of(file);
    assertThatThrownBy(() -> SmallerImage.of(file, header, 100)).isInstanceOf(IOException.class);
  }

  private void assertUnfit(Path file, String reason) {
    assertThatThrownBy(() -> ImageHeader.of(file))
        .isInstanceOf(UnfitImageException.class)
        .hasMessageContaining(reason);
  }

  private Path write(String bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes.getBytes(ISO_8859_1));
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** A JPEG of 40 × 20 pixels, red on the left, with an EXIF segment. */
  private Path turned(int orientation) throws IOException {
    BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 20, 20);
    graphics.dispose();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", plain);
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0MM\0*".getBytes(ISO_8859_1));
    exif.putInt(8).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(plain.toByteArray(), 0, 2);
    bytes.write(exif.array());
    bytes.write(plain.toByteArray(), 2, plain.size() - 2);
    return Files.write(folder.resolve("turned-" + orientation + ".jpg"), bytes.toByteArray());
  }
}
