package org.letterpress.report;

import java.io.IOException;
import java.util.List;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;

/** Findings as workflow commands, which GitHub shows beside the changed lines. */
final class GithubReport implements Reporter {
  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    for (Diagnostic finding : TagStart.of(findings, sources)) {
      String level =
          switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
          };
      StringBuilder place = new StringBuilder();
      Location location = finding.location();
      if (!location.file().isEmpty()) {
        place.append(",file=").append(property(location.file()));
        if (location.line() > 0) {
          place.append(",line=").append(location.line());
        }
        if (location.column() > 0) {
          place.append(",col=").append(location.column());
        }
      }
      String help = finding.remedy().isEmpty() ? "" : "\n" + finding.remedy();
      out.append("::" + level + " title=" + property(finding.code().id()) + place);
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
