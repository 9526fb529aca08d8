package org.letterpress.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final String HOME = Path.of("home").toAbsolutePath().toString();
  private static final String ELSEWHERE = Path.of("elsewhere").toAbsolutePath().toString();

  @Test
  void theVariableGoesBeforeThePlatform() {
    Map<String, String> environment =
        Map.of("LETTERPRESS_CACHE", ELSEWHERE, "XDG_CACHE_HOME", HOME);
    assertThat(CacheFolder.of(environment, "Linux", HOME)).isEqualTo(Path.of(ELSEWHERE));
  }

  @Test
  void eachPlatformHasItsFolderForCaches() {
    assertThat(CacheFolder.of(Map.of(), "Linux", HOME))
        .isEqualTo(Path.of(HOME, ".cache", "letterpress"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", ELSEWHERE), "Linux", HOME))
        .isEqualTo(Path.of(ELSEWHERE, "letterpress"));
    assertThat(CacheFolder.of(Map.of(), "Mac OS X", HOME))
        .isEqualTo(Path.of(HOME, "Library", "Caches", "letterpress"));
    assertThat(CacheFolder.of(Map.of("LOCALAPPDATA", ELSEWHERE), "Windows 11", HOME))
        .isEqualTo(Path.of(ELSEWHERE, "letterpress", "cache"));
  }

  @Test
  void relativePathsAreIgnored() {
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "caches"), "Linux", HOME))
        .isEqualTo(Path.of(HOME, ".cache", "letterpress"));
  }
}
