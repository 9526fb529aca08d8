package org.letterpress.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this user's caches lie: what can be fetched or made again, and may be deleted at any time.
 */
public final class CacheFolder {
  /** The environment variable that names another folder. */
  public static final String VARIABLE = "LETTERPRESS_CACHE";

  private CacheFolder() {}

  /** The folder for this user on this machine. */
  public static Path ofUser() {
    return of(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "."));
  }

  /**
   * The folder for a user: {@value #VARIABLE} if it is set, else {@code letterpress} in the
   * platform's folder for caches (on Linux that of the XDG Base Directory Specification).
   *
   * @param environment the environment variables
   * @param system the name of the operating system, as Java has it
   * @param home the user's home folder
   */
  static Path of(Map<String, String> environment, String system, String home) {
    Path chosen = absolute(environment.get(VARIABLE));
    if (chosen != null) {
      return chosen;
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Caches", "letterpress");
    }
    if (name.startsWith("windows")) {
      Path local = absolute(environment.get("LOCALAPPDATA"));
      Path data = local == null ? Path.of(home, "AppData", "Local") : local;
      return data.resolve("letterpress").resolve("cache");
    }
    Path caches = absolute(environment.get("XDG_CACHE_HOME"));
    return (caches == null ? Path.of(home, ".cache") : caches).resolve("letterpress");
  }

  /** The XDG Specification has relative paths ignored; so are those that are none. */
  private static Path absolute(String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      Path path = Path.of(value);
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException unusable) {
      return null;
    }
  }
}
