package org.letterpress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/**
 * Facsimiles as published editions encode them; a server on this machine stands in for their
 * archives, and a drawn image for files that the corpora lack.
 */
class CorpusFacsimileTest {
  private static final Path CORPORA = Path.of("../shared/corpora").toAbsolutePath().normalize();

  @TempDir static Path folder;

  private static Chromium chromium;
  private static ImageServer server;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(CORPORA), "../shared/corpora is not there: nothing to show");
    chromium = new Chromium();
    server = new ImageServer(folder);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  /** Surfaces with the addresses of IIIF services. */
  @Test
  void ofAudenMusulin() throws IOException {
    String tei = letter("auden-musulin", "amp-transcript__0006.xml");
    write(
        "auden",
        tei.replaceAll("https://iiif\\.acdh\\.oeaw\\.ac\\.at/amp/", server.address() + "iiif/v2/"));
    assertShown("auden", 4, "/iiif/v2/");
  }

  /** Page beginnings with a prefix, which the edition does not declare and we do. */
  @Test
  void ofEstournelles() throws IOException {
    String tei = letter("estournelles", "Lettre0002_3septembre1914.xml");
    String declared =
        "<encodingDesc><listPrefixDef><prefixDef ident=\"iiif\" matchPattern=\"(.+)/(.+)\""
            + " replacementPattern=\"%siiif/v3/$2\"/></listPrefixDef></encodingDesc></teiHeader>"
                .formatted(server.address());
    write("estournelles", tei.replace("</teiHeader>", declared));
    assertShown("estournelles", 3, "/iiif/v3/");
  }

  /** Page beginnings with names of files. */
  @Test
  void ofMitford() throws IOException {
    String tei = letter("mitford", "1819-03-13_Elford.xml");
    Matcher file = Pattern.compile("facs=\"([^\"]+\\.JPG)\"").matcher(tei);
    int images = 0;
    write("mitford", tei);
    while (file.find()) {
      ImageIO.write(
          ImageServer.draw(), "jpg", folder.resolve("mitford/tei/" + file.group(1)).toFile());
      images++;
    }
    assertShown("mitford", images, "");
  }

  private static String letter(String corpus, String file) throws IOException {
    return Files.readString(CORPORA.resolve(corpus).resolve("letters").resolve(file));
  }

  private static void write(String name, String tei) throws IOException {
    Path file = folder.resolve(name).resolve("tei/letter.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, tei.replaceFirst("(?s)<\\?xml-model.*?\\?>", ""));
  }

  /** The images are asked for, drawn and told, one after the other, on a screen and on a phone. */
  private void assertShown(String name, int images, String service) throws IOException {
    Run run = Run.in(folder, "build", name, "--only", "html", "--out", name + "/site");
    assertThat(run.said()).contains(", 0 lost").doesNotContain("LP-FACS");
    Path letter;
    try (var pages = Files.list(folder.resolve(name + "/site/letters"))) {
      letter = pages.filter(page -> page.toString().endsWith(".html")).findFirst().orElseThrow();
    }
    for (int width : new int[] {1400, 390}) {
      server.asked().clear();
      try (Tab tab = chromium.open(new Browser.NewContextOptions().setViewportSize(width, 844))) {
        Page page = tab.page();
        page.navigate(letter.toUri().toString());
        page.locator(".lp-facs-opener").click();
        for (int image = 1; image <= images; image++) {
          assertThat(page.locator(".lp-facs-position")).containsText(image + " of " + images);
          assertThat(page.locator(".lp-facs-message")).isEmpty();
          if (image < images) {
            page.locator(".lp-facs-next").click();
          }
        }
        if (!service.isEmpty()) {
          page.waitForCondition(
              () ->
                  server.asked().stream()
                      .anyMatch(path -> path.startsWith(service) && path.endsWith(".jpg")));
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target/shots", name + "-" + width + ".png")));
        assertThat(tab.errors()).isEmpty();
      }
    }
  }
}
