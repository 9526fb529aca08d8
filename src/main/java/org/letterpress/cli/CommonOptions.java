package org.letterpress.cli;

import java.nio.file.Path;
import org.letterpress.report.Format;
import org.letterpress.source.CacheFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command takes. */
final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many threads work (default: one for each processor).")
  private void jobs(int threads) {
    if (threads < 1) {
      throw new ParameterException(
          command.commandLine(), "--jobs takes a number from 1 on, not " + threads);
    }
    jobs = threads;
  }

  /** How many threads may work; one or more. */
  int jobs() {
    return jobs;
  }

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
