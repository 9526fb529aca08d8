package org.letterpress.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Severity;

/** Findings as a JUnit report: one test case for each file, failed by its errors. */
final class JunitReport implements Reporter {
  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    Map<String, List<Diagnostic>> files = new TreeMap<>();
    for (Diagnostic finding : findings) {
      String file = finding.location().file().isEmpty() ? "edition" : finding.location().file();
      files.computeIfAbsent(file, key -> new ArrayList<>()).add(finding);
    }
    long failed = files.values().stream().filter(JunitReport::fails).count();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites>\n  <testsuite name=\"letterpress\" tests=\"" + files.size());
    out.append("\" failures=\"" + failed + "\" errors=\"0\">\n");
    for (Map.Entry<String, List<Diagnostic>> file : files.entrySet()) {
      String name = escape(file.getKey());
      out.append("    <testcase classname=\"letterpress\" name=\"" + name + "\">\n");
      String tag = fails(file.getValue()) ? "failure" : "system-out";
      out.append("      <" + tag + ">");
      for (Diagnostic finding : file.getValue()) {
        out.append(
            escape(
                finding.severity().word()
                    + "["
                    + finding.code().id()
                    + "] "
                    + finding.location().show()
                    + ": "
                    + finding.message()
                    + "\n"));
      }
      out.append("</" + tag + ">\n    </testcase>\n");
    }
    out.append("  </testsuite>\n</testsuites>\n");
  }

  private static boolean fails(List<Diagnostic> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "�")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
