package org.letterpress.report;

import java.io.IOException;
import java.util.List;
import org.letterpress.diagnostic.Diagnostic;

/** Shows findings in one format. Each keeps no state and may be used from several threads. */
public sealed interface Reporter
    permits HumanReport, JsonReport, SarifReport, JunitReport, GithubReport {

  /**
   * Writes all findings.
   *
   * @param findings in the order in which they are shown
   * @param sources gives the lines for excerpts and for finding the beginning of a tag
   */
  void report(List<Diagnostic> findings, SourceText sources, Appendable out) throws IOException;

  /** The reporter of a format, without colours. */
  static Reporter of(Format format, boolean all) {
    return of(format, all, false);
  }

  /**
   * The reporter of a format.
   *
   * @param all show every finding even when many are alike; other formats than human always do
   * @param colour use the colours of a terminal; other formats than human never do
   */
  static Reporter of(Format format, boolean all, boolean colour) {
    return switch (format) {
      case HUMAN -> new HumanReport(all, colour);
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport();
      case JUNIT -> new JunitReport();
      case GITHUB -> new GithubReport();
    };
  }
}
