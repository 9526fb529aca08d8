package org.letterpress.report;

import com.fasterxml.jackson.core.JsonGenerator;
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
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("version", 1);
      json.writeArrayFieldStart("findings");
      for (Diagnostic finding : TagStart.of(findings, sources)) {
        json.writeStartObject();
        json.writeStringField("code", finding.code().id());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("message", finding.message());
        place(json, finding.location());
        json.writeStringField("remedy", finding.remedy());
        json.writeArrayFieldStart("related");
        for (Diagnostic.Related other : finding.related()) {
          json.writeStartObject();
          json.writeStringField("message", other.message());
          place(json, other.location());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("counts");
      for (Severity severity : Severity.values()) {
        json.writeNumberField(
            severity.word(), findings.stream().filter(f -> f.severity() == severity).count());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private static void place(JsonGenerator json, Location location) throws IOException {
    json.writeStringField("file", location.file());
    json.writeNumberField("line", location.line());
    json.writeNumberField("column", location.column());
    json.writeStringField("xpath", location.xpath());
  }
}
