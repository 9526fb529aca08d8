package org.letterpress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of pages in Chromium: one browser for a class, a tab of its own storage for each test,
 * which ends without an error of a script or the console.
 */
abstract class InChromium {
  /** Where a class puts the edition and the site that its tests open. */
  @TempDir static Path folder;

  static Chromium chromium;

  /** The tab that was opened last. */
  Tab tab;

  /** What it shows. */
  Page page;

  @BeforeAll
  static void startChromium() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stopChromium() {
    chromium.close();
  }

  /** Writes a file of the edition, below its folder of sources. */
  static void source(String path, String text) throws IOException {
    Path file = folder.resolve("tei").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A tab of a certain size, colour scheme or the like, in the place of any other. */
  void open(Browser.NewContextOptions options) {
    closeTab();
    tab = chromium.open(options);
    page = tab.page();
  }

  @AfterEach
  void closeTab() {
    if (tab != null) {
      Tab done = tab;
      tab = null;
      done.close();
      assertThat(done.errors()).isEmpty();
    }
  }
}
