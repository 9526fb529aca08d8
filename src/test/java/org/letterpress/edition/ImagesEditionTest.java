package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** The images of an edition reach its site, each once, and none that should not. */
class ImagesEditionTest {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one">
        <teiHeader>
          <fileDesc>
            <titleStmt><title>Ada to Ben</title></titleStmt>
            <publicationStmt><p>Test</p></publicationStmt>
            <sourceDesc><p>Manuscript</p></sourceDesc>
          </fileDesc>
          <profileDesc><correspDesc>
            <correspAction type="sent"><persName>Ada</persName></correspAction>
            <correspAction type="received"><persName>Ben</persName></correspAction>
          </correspDesc></profileDesc>
        </teiHeader>
        %s
        <text><body>%s</body></text>
      </TEI>
      """;

  @TempDir Path folder;
  private Path site;

  @BeforeEach
  void start() throws IOException {
    site = folder.resolve("site");
    Files.createDirectories(folder.resolve("tei/letters"));
    Files.createDirectories(folder.resolve("images"));
  }

  @Test
  void aPictureHasItsSizeAndALargeOneASmallerCopy() throws IOException {
    image("images/small.png", 300, 200);
    image("images/large.jpg", 2400, 1800);
    letter("", figure("images/small.png", "A house") + figure("images/large.jpg", "A lake"));
    Run run = build();
    assertThat(run.said()).doesNotContain("LP-FACS");
    assertThat(page())
        .contains("src=\"../images/small.png\"", "width=\"300\" height=\"200\"")
        .contains("src=\"../previews/large.jpg-1600.jpg\"", "href=\"../images/large.jpg\"")
        .contains("width=\"2400\" height=\"1800\"");
    assertThat(site.resolve("images/large.jpg"))
        .hasSameBinaryContentAs(folder.resolve("images/large.jpg"));
    BufferedImage copy = ImageIO.read(site.resolve("previews/large.jpg-1600.jpg").toFile());
    assertThat(copy.getWidth()).isEqualTo(1600);
    assertThat(copy.getHeight()).isEqualTo(1200);
  }

  @Test
  void namesAreSafeAndEndAsTheFormatDoes() throws IOException {
    image("tei/letters/Brief & Hülle.png", 20, 10);
    image("images/A.png", 20, 10);
    image("images/a.png", 20, 10);
    image("images/page.html", 20, 10);
    letter(
        "",
        figure("Brief%20&amp;%20H%C3%BClle.png", "1")
            + figure("images/A.png", "2")
            + figure("images/a.png", "3")
            + figure("images/page.html", "4"));
    build();
    List<String> names = files("images");
    assertThat(names).hasSize(4).allMatch(name -> name.matches("[A-Za-z0-9._/-]+\\.png"));
    assertThat(names.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
    names.forEach(name -> assertThat(page()).contains("src=\"../images/" + name + "\""));
  }

  @Test
  void whatCannotBeShownIsReportedAndItsDescriptionStays() throws IOException {
    Files.writeString(folder.resolve("images/none.jpg"), "no image");
    Files.writeString(folder.resolve("images/scan.tif"), "II*\0");
    Files.writeString(
        folder.resolve("images/evil.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    Path outside = Files.createTempFile(folder.getParent(), "outside", ".png");
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", outside.toFile());
    letter(
        "",
        figure("images/none.jpg", "Ruined")
            + figure("images/scan.tif", "Scanned")
            + figure("images/evil.svg", "Drawn")
            + figure("../../../" + outside.getFileName(), "Beyond")
            + figure("images/absent.jpg", "Absent"));
    Run run = build();
    Files.delete(outside);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("\"images/none.jpg\" is not shown: it is none of JPEG")
        .contains("\"images/scan.tif\" is not shown: browsers do not show TIFF")
        .contains("\"images/evil.svg\" is not shown: it asks for script")
        .contains("it lies outside the edition's folder")
        .contains("warning[LP-FACS-003]: the file names an image", "\"images/absent.jpg\"");
    assertThat(page())
        .contains("Ruined", "Scanned", "Drawn", "Beyond", "Absent")
        .doesNotContain("<img");
    assertThat(site.resolve("images")).doesNotExist();
  }

  @Test
  void anImageThatIsOnlyNumberedOrLiesOnAServerIsNotMissed() throws IOException {
    letter("", "<pb facs=\"0015\"/><pb facs=\"https://example.org/1.jpg\"/><p>Dear Ben.</p>");
    assertThat(build().out())
        .contains("note[LP-FACS-003]: the file names an image", "\"0015\"")
        .doesNotContain("warning[LP-FACS");
    letter("", "<pb facs=\"0015\"/><pb facs=\"0016.TIF\"/><p>Dear Ben.</p>");
    assertThat(build().out())
        .contains("note[LP-FACS-003]: the file names an image", "\"0015\"")
        .contains("warning[LP-FACS-003]: the file names an image", "\"0016.TIF\"");
  }

  @Test
  void aDamagedImageIsReportedByEveryBuild() throws IOException {
    image("images/cut.png", 900, 900);
    Path cut = folder.resolve("images/cut.png");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 80));
    letter("", figure("images/cut.png", "Cut"));
    assertThat(build().out()).contains("LP-FACS-005", "images/cut.png");
    assertThat(build().out()).contains("LP-FACS-005", "images/cut.png");
    assertThat(site.resolve("images/cut.png")).hasSameBinaryContentAs(cut);
  }

  @Test
  void whatIsUnchangedIsKeptAndWhatNobodyNamesIsRemoved() throws IOException {
    image("images/a.png", 900, 600);
    image("images/b.png", 40, 40);
    letter("", figure("images/a.png", "1") + figure("images/b.png", "2"));
    build();
    Path copy = site.resolve("previews/a.png-320.jpg");
    Object before = Files.getLastModifiedTime(copy);
    letter("", figure("images/a.png", "1"));
    build();
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(before);
    assertThat(files("images")).containsExactly("a.png");
    image("images/a.png", 901, 600);
    build();
    assertThat(page()).contains("width=\"901\"");
    assertThat(site.resolve("images/a.png")).hasSameBinaryContentAs(folder.resolve("images/a.png"));
  }

  private static String figure(String url, String description) {
    return "<figure><graphic url=\"%s\"/><figDesc>%s</figDesc></figure>"
        .formatted(url, description);
  }

  private void letter(String before, String body) throws IOException {
    Files.writeString(
        folder.resolve("tei/letters/one.xml"), LETTER.formatted(before, "<p>Dear Ben.</p>" + body));
  }

  private void image(String name, int width, int height) throws IOException {
    String format = name.endsWith(".jpg") ? "jpeg" : "png";
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 2, height / 2, name.hashCode());
    ImageIO.write(image, format, folder.resolve(name).toFile());
  }

  private Run build() {
    return Run.in(folder, "build", "--only", "html");
  }

  private String page() {
    try {
      return Files.readString(site.resolve("letters/one.html"));
    } catch (IOException problem) {
      throw new java.io.UncheckedIOException(problem);
    }
  }

  private List<String> files(String name) throws IOException {
    Path below = site.resolve(name);
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile)
          .map(file -> below.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
