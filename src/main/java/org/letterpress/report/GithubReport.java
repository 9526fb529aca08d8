package org.letterpress.report;

import java.io.IOException;
import java.util.List;
import org.letterpress.diagnostic.Diagnostic;

/** Findings as workflow commands, which GitHub shows beside the changed lines. */
final class GithubReport implements Reporter {
  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    for (Diagnostic finding : findings) {
      String level =
          switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
          };
      out.append("::" + level + " title=" + property(finding.code().id()));
      if (!finding.location().file().isEmpty()) {
        out.append(",file=" + property(finding.location().file()));
        if (finding.location().line() > 0) {
          out.append(",line=" + finding.location().line());
        }
        if (finding.location().column() > 0) {
          out.append(",col=" + finding.location().column());
        }
      }
      String help = finding.remedy().isEmpty() ? "" : "\n" + finding.remedy();
      out.append("::" + data(finding.message() + help) + "\n");
    }
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
