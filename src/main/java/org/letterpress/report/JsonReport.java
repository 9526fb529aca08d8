package org.letterpress.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;

/** Findings as one JSON object: {@code version}, {@code findings}, {@code counts}. */
final class JsonReport implements Reporter {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", 1);
    ArrayNode list = root.putArray("findings");
    for (Diagnostic finding : findings) {
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
    out.append(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root)).append("\n");
  }

  private static void place(ObjectNode node, Location location) {
    node.put("file", location.file());
    node.put("line", location.line());
    node.put("column", location.column());
  }
}
