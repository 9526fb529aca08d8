package org.letterpress.cli;

import java.nio.file.Path;
import org.letterpress.report.Format;
import org.letterpress.source.CacheFolder;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many threads work (default: one for each processor).")
  int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How findings are shown: ${COMPLETION-CANDIDATES} (default: human).")
  Format format = Format.HUMAN;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder for fetched and compiled schemas (default: $LETTERPRESS_CACHE, else your"
              + " system's folder for caches).")
  private Path cache;

  @Option(names = "--all", description = "Show every finding, also many alike.")
  boolean all;

  @Option(names = "--quiet", description = "No progress and no closing line.")
  boolean quiet;

  @Option(names = "--verbose", description = "Say more about defects.")
  boolean verbose;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;

  /**
   * The folder for caches.
   *
   * @param standing the folder that the user stands in
   */
  Path cache(Path standing) {
    return cache == null ? CacheFolder.ofUser() : standing.resolve(cache).toAbsolutePath();
  }
}
