package org.letterpress.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Severity;

/**
 * Findings as a JUnit report: one test case for each file that has any, failed by its errors. A run
 * without findings is one case that passed, since some readers take an empty report for a failure.
 */
final class JunitReport implements Reporter {
  private static final String WHOLE = "edition";

  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    Map<String, List<Diagnostic>> files = new TreeMap<>();
    for (Diagnostic finding : TagStart.of(findings, sources)) {
      String file = finding.location().file().isEmpty() ? WHOLE : finding.location().file();
      files.computeIfAbsent(file, key -> new ArrayList<>()).add(finding);
    }
    if (files.isEmpty()) {
      files.put(WHOLE, List.of());
    }
    StringWriter text = new StringWriter();
    try {
      // The JDK's own writer: a name, and no search for a factory.
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(files, xml);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IOException(impossible);
    }
    out.append(text.toString()).append("\n");
  }

  private static void write(Map<String, List<Diagnostic>> files, XMLStreamWriter xml)
      throws XMLStreamException {
    long failed = files.values().stream().filter(list -> !errors(list).isEmpty()).count();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "letterpress");
    xml.writeAttribute("tests", String.valueOf(files.size()));
    xml.writeAttribute("failures", String.valueOf(failed));
    xml.writeAttribute("errors", "0");
    for (Map.Entry<String, List<Diagnostic>> file : files.entrySet()) {
      testCase(file.getKey(), file.getValue(), xml);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void testCase(String file, List<Diagnostic> findings, XMLStreamWriter xml)
      throws XMLStreamException {
    List<Diagnostic> errors = errors(findings);
    List<Diagnostic> others = findings.stream().filter(f -> !errors.contains(f)).toList();
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "letterpress");
    xml.writeAttribute("name", legal(file));
    if (!errors.isEmpty()) {
      String count = Count.of(errors.size(), "error");
      xml.writeCharacters("\n      ");
      xml.writeStartElement("failure");
      xml.writeAttribute("type", errors.get(0).code().id());
      xml.writeAttribute("message", count);
      xml.writeCharacters(lines(errors));
      xml.writeEndElement();
    }
    if (!others.isEmpty()) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("system-out");
      xml.writeCharacters(lines(others));
      xml.writeEndElement();
    }
    if (!findings.isEmpty()) {
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  private static List<Diagnostic> errors(List<Diagnostic> findings) {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static String lines(List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder("\n");
    for (Diagnostic finding : findings) {
      text.append(finding.severity().word() + "[" + finding.code().id() + "]: ");
      text.append(finding.message() + "\n");
      if (!finding.location().file().isEmpty()) {
        text.append("  " + finding.location().show() + "\n");
      }
      if (!finding.remedy().isEmpty()) {
        text.append("  help: " + finding.remedy() + "\n");
      }
    }
    return legal(text.toString());
  }

  /** The text with every character that XML cannot hold replaced. */
  private static String legal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
