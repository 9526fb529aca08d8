package org.letterpress.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;

/** Compiled ISO Schematron rules (queryBinding xslt2 and xslt3); safe to share between threads. */
public final class SchematronRules {
  private static final String TRANSPILER = "/content/transpile.xsl";
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

  private final Processor processor;
  private final XsltExecutable rules;

  private SchematronRules(Processor processor, XsltExecutable rules) {
    this.processor = processor;
    this.rules = rules;
  }

  /**
   * Compiles rules.
   *
   * @param name how findings call the schema
   * @param source the schema
   * @param processor what the documents to be checked are built with
   * @param findings gets what is wrong with the schema
   * @return null when it cannot be used
   */
  public static SchematronRules compile(
      String name, InputSource source, Processor processor, Diagnostics findings) {
    String[] said = {""};
    try (InputStream stream = SchematronRules.class.getResourceAsStream(TRANSPILER)) {
      XsltCompiler compiler = processor.newXsltCompiler();
      compiler.setErrorReporter(
          error -> {
            if (!error.isWarning() && said[0].isEmpty()) {
              said[0] = error.getMessage();
            }
          });
      Xslt30Transformer transpiler =
          compiler.compile(new StreamSource(stream, "letterpress:/transpile.xsl")).load30();
      transpiler.setErrorReporter(error -> said[0] = error.getMessage());
      XdmDestination stylesheet = new XdmDestination();
      XdmNode schema =
          processor.newDocumentBuilder().build(new SAXSource(SafeParser.newReader(), source));
      transpiler.setGlobalContextItem(schema);
      transpiler.applyTemplates(schema, stylesheet);
      XsltExecutable rules = compiler.compile(stylesheet.getXdmNode().asSource());
      return new SchematronRules(processor, rules);
    } catch (SaxonApiException | IOException broken) {
      String why = said[0].isEmpty() ? broken.getMessage() : said[0];
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), String.valueOf(why));
      return null;
    }
  }

  /**
   * Checks a document.
   *
   * @param document a tree with line numbers
   * @param file how findings call it
   * @param findings gets each finding
   */
  public void check(XdmNode document, String file, Consumer<Diagnostic> findings) {
    try {
      Xslt30Transformer run = rules.load30();
      List<String> errors = new ArrayList<>();
      run.setErrorReporter(error -> errors.add(error.getMessage()));
      run.setMessageHandler(message -> {});
      run.setGlobalContextItem(document);
      XdmDestination report = new XdmDestination();
      run.applyTemplates(document, report);
      for (XdmNode output : report.getXdmNode().children().iterator().next().children()) {
        String kind =
            output.getNodeKind() == XdmNodeKind.ELEMENT
                    && SVRL.equals(output.getNodeName().getNamespaceUri().toString())
                ? output.getNodeName().getLocalName()
                : "";
        if (kind.equals("failed-assert") || kind.equals("successful-report")) {
          findings.accept(finding(output, document, file));
        }
      }
    } catch (SaxonApiException failed) {
      findings.accept(
          Diagnostic.of(Code.SCH_FAILED, Location.of(file), String.valueOf(failed.getMessage())));
    }
  }

  private Diagnostic finding(XdmNode output, XdmNode document, String file) {
    String id = value(output, "id");
    String text = "";
    for (XdmNode child : output.children()) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT
          && child.getNodeName().getLocalName().equals("text")) {
        text = child.getStringValue().strip().replaceAll("\\s+", " ");
      }
    }
    String role = value(output, "role").toLowerCase(Locale.ROOT);
    Severity severity =
        switch (role) {
          case "warning", "warn" -> Severity.WARNING;
          case "information", "info", "note" -> Severity.NOTE;
          default -> Severity.ERROR;
        };
    String path = value(output, "location");
    // The rule's first sentence says what is wrong; what follows says why and what to do.
    int stop = text.indexOf(". ");
    String message = stop < 0 ? text.replaceFirst("\\.$", "") : text.substring(0, stop);
    String remedy = stop < 0 ? "" : text.substring(stop + 2);
    return Diagnostic.of(Code.SCH_RULE, place(path, document, file), id, message)
        .withSeverity(severity)
        .withRemedy(remedy);
  }

  private Location place(String path, XdmNode document, String file) {
    try {
      XPathCompiler compiler = processor.newXPathCompiler();
      XdmItem item = compiler.evaluateSingle(path, document);
      if (item instanceof XdmNode node) {
        XdmNode at = node.getNodeKind() == XdmNodeKind.ELEMENT ? node : node.getParent();
        return at == null
            ? Location.of(file)
            : new Location(
                file, Math.max(0, at.getLineNumber()), Math.max(0, at.getColumnNumber()), "");
      }
    } catch (SaxonApiException notAPath) {
      return Location.of(file);
    }
    return Location.of(file);
  }

  private static String value(XdmNode element, String attribute) {
    String value = element.getAttributeValue(new QName(attribute));
    return value == null ? "" : value;
  }
}
