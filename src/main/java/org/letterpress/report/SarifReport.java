package org.letterpress.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;

/** Findings as SARIF 2.1.0, the format of code hosts and editors. */
final class SarifReport implements Reporter {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "letterpress");
    ArrayNode rules = driver.putArray("rules");
    findings.stream()
        .map(Diagnostic::code)
        .distinct()
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .forEach(code -> rules.addObject().put("id", code.id()).put("name", name(code)));
    ArrayNode results = run.putArray("results");
    for (Diagnostic finding : findings) {
      ObjectNode result = results.addObject();
      result.put("ruleId", finding.code().id());
      result.put("level", finding.severity().word());
      String help = finding.remedy().isEmpty() ? "" : " (" + finding.remedy() + ")";
      result.putObject("message").put("text", finding.message() + help);
      if (!finding.location().file().isEmpty()) {
        ObjectNode physical =
            result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", finding.location().file());
        if (finding.location().line() > 0) {
          ObjectNode region = physical.putObject("region");
          region.put("startLine", finding.location().line());
          if (finding.location().column() > 0) {
            region.put("startColumn", finding.location().column());
          }
        }
      }
    }
    out.append(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root)).append("\n");
  }

  private static String name(Code code) {
    return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
