package org.letterpress.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only people and pages of the preview itself may ask, and only for files of the site. */
class DoorkeeperTest {
  private final Doorkeeper doorkeeper = new Doorkeeper(Set.of("localhost"));

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:7410", "LOCALHOST", "127.0.0.1:7410", "[::1]:7410", "192.168.1.5:80"})
  void itsOwnNamesAreAnswered(String host) {
    assertThat(doorkeeper.allows(host, null, null, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:7410",
        "localhost.evil.example",
        "127.0.0.1.evil.example:7410",
        "evil.example:7410:80",
        "",
        "[::1].evil.example"
      })
  void aNameThatWasMadeToLeadHereIsRefused(String host) {
    assertThat(doorkeeper.allows(host, null, null, null)).isFalse();
  }

  @Test
  void aRequestWithoutHostIsRefused() {
    assertThat(doorkeeper.allows(null, null, null, null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:7410, true",
    "http://localhost:9999, false",
    "https://localhost:7410, false",
    "http://evil.example, false",
    "null, false"
  })
  void onlyPagesOfThePreviewAreItsOrigin(String origin, boolean allowed) {
    assertThat(doorkeeper.allows("localhost:7410", origin, null, null)).isEqualTo(allowed);
  }

  @Test
  void anotherSiteMayLinkHereButNotLookInside() {
    assertThat(doorkeeper.allows("localhost:1", null, "cross-site", "navigate")).isTrue();
    assertThat(doorkeeper.allows("localhost:1", null, "cross-site", "no-cors")).isFalse();
    assertThat(doorkeeper.allows("localhost:1", null, "same-origin", "cors")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/letters/../../x.html",
        "/%2e%2e/x",
        "/letters/%2E%2E%2Fx",
        "/..%5cx",
        "/a%00.html",
        "/./index.html",
        "*"
      })
  void noPathLeadsOutOfTheSite(String path) {
    assertThat(Doorkeeper.path(URI.create(path))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/, index.html",
    "/letters/a%20b.html, letters/a b.html",
    "/letters/, letters/index.html",
    "/letters/a.html?x=../y, letters/a.html"
  })
  void pathsCountFromTheRootOfTheSite(String asked, String path) {
    assertThat(Doorkeeper.path(URI.create(asked))).isEqualTo(path);
  }
}
