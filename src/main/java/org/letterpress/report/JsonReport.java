package org.letterpress.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;

/**
 * Findings as one JSON object.
 *
 * <pre>
 * version   1; a change that could break a reader makes it 2
 * findings  each with code, severity (error, warning, note), message, file, line, column, xpath,
 *           remedy, and related: places with message, file, line, column, xpath.
 *           Lines and columns count from 1, 0 is unknown; columns are UTF-16 units.
 * counts    number of findings of each severity: error, warning, note
 * </pre>
 */
final class JsonReport implements Reporter {
  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", 1);
    ArrayNode list = root.putArray("findings");
    for (Diagnostic finding : TagStart.of(findings, sources)) {
      ObjectNode node = list.addObject();
      node.put("code", finding.code().id());
      node.put("severity", finding.severity().word());
      node.put("message", finding.message());
      place(node, finding.location());
      node.put("remedy", finding.remedy());
      ArrayNode related = node.putArray("related");
      for (Diagnostic.Related other : finding.related()) {
        ObjectNode entry = related.addObject();
        entry.put("message", other.message());
        place(entry, other.location());
      }
    }
    ObjectNode counts = root.putObject("counts");
    for (Severity severity : Severity.values()) {
      counts.put(severity.word(), findings.stream().filter(f -> f.severity() == severity).count());
    }
    out.append(JsonText.of(root));
  }

  private static void place(ObjectNode node, Location location) {
    node.put("file", location.file());
    node.put("line", location.line());
    node.put("column", location.column());
    node.put("xpath", location.xpath());
  }
}
