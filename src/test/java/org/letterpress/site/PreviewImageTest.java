package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture beside a link to the edition. */
class PreviewImageTest {
  private static final int RUBRIC = 0xff8b2c1a;
  private static final int PAPER = 0xfffcfaf5;

  @Test
  void theTitlePageIsSetInsideItsMargins() throws IOException {
    BufferedImage image = image("Letters of a Friend", "1901 to 1904", "Edited by A. Editor");
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    assertThat(image.getRGB(600, 5)).isEqualTo(RUBRIC);
    assertThat(inked(image)).isPositive();
  }

  @Test
  void theSameTitlePageGivesTheSameBytes() throws IOException {
    assertThat(PreviewImage.png("Briefe", "", "")).isEqualTo(PreviewImage.png("Briefe", "", ""));
  }

  @Test
  void aTitleOfTwoThousandCharactersStaysOnThePage() throws IOException {
    BufferedImage image = image("Very long title of an edition. ".repeat(65), "b".repeat(900), "");
    assertThat(inked(image)).isPositive();
    for (int x = 0; x < 1200; x++) {
      assertThat(image.getRGB(x, 629)).isEqualTo(PAPER);
      assertThat(image.getRGB(x, 16)).isEqualTo(PAPER);
    }
  }

  @Test
  void whatNoFaceHasIsLeftOut() throws IOException {
    // Egyptian hieroglyphs.
    assertThat(inked(image("\uD80C\uDC00\uD80C\uDC01", "", ""))).isZero();
    assertThat(inked(image("", "", ""))).isZero();
  }

  private static BufferedImage image(String title, String subtitle, String editors)
      throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PreviewImage.png(title, subtitle, editors)));
  }

  private static int inked(BufferedImage image) {
    int inked = 0;
    for (int y = 14; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        inked += image.getRGB(x, y) == PAPER ? 0 : 1;
      }
    }
    return inked;
  }
}
