package org.letterpress.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;

/** Findings as SARIF 2.1.0, the format of code hosts and editors. */
final class SarifReport implements Reporter {
  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "letterpress");
    run.put("columnKind", "utf16CodeUnits");
    List<Code> codes =
        findings.stream()
            .map(Diagnostic::code)
            .distinct()
            .sorted((one, other) -> one.id().compareTo(other.id()))
            .toList();
    ArrayNode rules = driver.putArray("rules");
    codes.forEach(code -> rule(rules.addObject(), code));
    ArrayNode results = run.putArray("results");
    for (Diagnostic finding : TagStart.of(findings, sources)) {
      result(results.addObject(), finding, codes.indexOf(finding.code()));
    }
    out.append(JsonText.of(root));
  }

  private static void rule(ObjectNode rule, Code code) {
    rule.put("id", code.id());
    rule.put("name", code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    rule.putObject("shortDescription").put("text", code.message("…", "…", "…", "…"));
    rule.putObject("defaultConfiguration").put("level", code.severity().word());
  }

  private static void result(ObjectNode result, Diagnostic finding, int index) {
    result.put("ruleId", finding.code().id());
    result.put("ruleIndex", index);
    result.put("level", finding.severity().word());
    String help = finding.remedy().isEmpty() ? "" : " (" + finding.remedy() + ")";
    result.putObject("message").put("text", finding.message() + help);
    if (!finding.location().file().isEmpty()) {
      place(result.putArray("locations").addObject(), finding.location());
    }
    if (!finding.related().isEmpty()) {
      ArrayNode related = result.putArray("relatedLocations");
      for (Diagnostic.Related other : finding.related()) {
        ObjectNode node = related.addObject();
        place(node, other.location());
        node.putObject("message").put("text", other.message());
      }
    }
  }

  private static void place(ObjectNode node, Location location) {
    ObjectNode physical = node.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(location.file()));
    if (location.line() > 0) {
      ObjectNode region = physical.putObject("region");
      region.put("startLine", location.line());
      if (location.column() > 0) {
        region.put("startColumn", location.column());
      }
    }
    if (!location.xpath().isEmpty()) {
      node.putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", location.xpath())
          .put("kind", "element");
    }
  }

  /** A path as a relative reference: blanks and letters beyond ASCII are escaped. */
  private static String uri(String file) {
    try {
      return new URI(null, null, file, null).toASCIIString();
    } catch (URISyntaxException unusual) {
      return file.replace("%", "%25").replace(" ", "%20");
    }
  }
}
