package org.letterpress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The publisher")
class PublisherTest {
  @TempDir Path folder;

  private Path out() {
    return folder.resolve("site");
  }

  /** Publishes a site that consists of one page. */
  private void publish(String text) throws IOException {
    Publisher publisher = new Publisher(out());
    try {
      publisher.stage("letters/a.html", text, "a.xml", text.getBytes(StandardCharsets.UTF_8));
      publisher.setOrigin(new Manifest.Origin("basis", new TreeMap<>()));
      assertThat(publisher.foreign()).isEmpty();
      publisher.publish();
    } finally {
      publisher.close();
    }
  }

  private boolean isFresh(String fingerprint) throws IOException {
    Publisher publisher = new Publisher(out());
    try {
      return publisher.isFresh("letters/a.html", fingerprint);
    } finally {
      publisher.close();
    }
  }

  @Test
  @DisplayName("knows again what it published")
  void knowsWhatItPublished() throws IOException {
    publish("one");
    assertThat(isFresh("one")).isTrue();
    assertThat(isFresh("two")).isFalse();
    assertThat(out().resolve(Manifest.CHANGING)).doesNotExist();
  }

  @Test
  @DisplayName("does not trust a file that was being replaced when a build was broken off")
  void doesNotTrustWhatWasBeingReplaced() throws IOException {
    publish("one");
    Files.writeString(out().resolve(Manifest.CHANGING), "letters/a.html\ta.xml\n");
    assertThat(isFresh("one")).isFalse();
    publish("one");
    assertThat(isFresh("one")).isTrue();
    assertThat(out().resolve(Manifest.CHANGING)).doesNotExist();
  }

  @Test
  @DisplayName("trusts no file when it cannot be read which ones were being replaced")
  void trustsNothingWhenTheListIsDamaged() throws IOException {
    publish("one");
    Files.write(out().resolve(Manifest.CHANGING), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(isFresh("one")).isFalse();
    publish("two");
    assertThat(out().resolve("letters/a.html")).hasContent("two");
    assertThat(out().resolve(Manifest.CHANGING)).doesNotExist();
  }

  @Test
  @DisplayName("takes what a first build left that was broken off for its own")
  void takesWhatABrokenFirstBuildLeft() throws IOException {
    Files.createDirectories(out().resolve("letters"));
    Files.writeString(out().resolve("letters/a.html"), "half of the site");
    Files.writeString(out().resolve(Manifest.CHANGING), "letters/a.html\ta.xml\n");
    publish("two");
    assertThat(out().resolve("letters/a.html")).hasContent("two");
  }

  @Test
  @DisplayName("leaves the list of files as it is when nothing has changed, and says when that was")
  void leavesTheManifest() throws IOException {
    publish("one");
    Path manifest = out().resolve(Manifest.NAME);
    String before = Files.readString(manifest);
    Files.setLastModifiedTime(manifest, FileTime.from(Instant.EPOCH));
    publish("one");
    assertThat(manifest).hasContent(before);
    assertThat(Files.getLastModifiedTime(manifest).toInstant()).isAfter(Instant.EPOCH);
  }
}
