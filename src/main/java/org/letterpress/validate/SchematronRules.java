package org.letterpress.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.letterpress.source.Markup;

/** Compiled ISO Schematron rules; safe to share between threads. */
public final class SchematronRules {
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

  /** A full stop inside a text, after a word and before a new sentence; "e.g. Mao" is none. */
  private static final Pattern STOP =
      Pattern.compile("(?<=[\\p{Ll}\\p{Nd})\"”>]{2})\\. +(?=\\p{Lu})");

  private static final Pattern STEP_NAMESPACE = Pattern.compile("Q\\{[^}]*\\}");

  private final Processor processor;
  private final XsltExecutable rules;

  private final boolean repeatable;

  /**
   * @param repeatable false when the rules may look at more than the document they are applied to
   */
  SchematronRules(Processor processor, XsltExecutable rules, boolean repeatable) {
    this.processor = processor;
    this.rules = rules;
    this.repeatable = repeatable;
  }

  /** True when the same document must give the same findings. */
  boolean isRepeatable() {
    return repeatable;
  }

  /**
   * Checks a document.
   *
   * @param document a tree with line numbers
   * @param file how findings call it
   * @param markup gives the markup of its file when a fix is to be made; it may give null
   * @param findings gets each finding
   */
  public void check(
      XdmNode document, String file, Supplier<Markup> markup, Consumer<Diagnostic> findings) {
    try {
      Xslt30Transformer run = rules.load30();
      run.setErrorReporter(error -> {});
      run.setMessageHandler(message -> {});
      // Rules look; whatever they would write is dropped.
      run.setResultDocumentHandler(uri -> new XdmDestination());
      run.setGlobalContextItem(document);
      XdmDestination report = new XdmDestination();
      run.applyTemplates(document, report);
      List<XdmNode> failures = new ArrayList<>();
      for (XdmNode output : report.getXdmNode().children().iterator().next().children()) {
        if (is(output, "failed-assert") || is(output, "successful-report")) {
          failures.add(output);
        }
      }
      if (failures.isEmpty()) {
        return;
      }
      XPathCompiler paths = processor.newXPathCompiler();
      paths.setCaching(true);
      QuickFixes fixes = new QuickFixes(document, markup, processor.newXPathCompiler());
      for (XdmNode output : failures) {
        Location place = place(value(output, "location"), document, file, paths);
        findings.accept(finding(output, place).withFix(fixes.of(output)));
      }
    } catch (SaxonApiException failed) {
      findings.accept(
          Diagnostic.of(Code.SCH_FAILED, Location.of(file), String.valueOf(failed.getMessage())));
    }
  }

  private static Diagnostic finding(XdmNode output, Location place) {
    String text = "";
    StringJoiner remedy = new StringJoiner(" ");
    StringJoiner fixes = new StringJoiner("; ", "possible fixes: ", "").setEmptyValue("");
    for (XdmNode child : output.children()) {
      String words = child.getStringValue().strip().replaceAll("\\s+", " ");
      if (is(child, "text")) {
        text = words;
      } else if (is(child, "diagnostic-reference") && !words.isEmpty()) {
        boolean isFix = value(child, "diagnostic").startsWith("lp-fix-");
        (isFix ? fixes : remedy).add(words);
      }
    }
    // The rule's first sentence says what is wrong; what follows says why and what to do.
    Matcher stop = STOP.matcher(text);
    String message = text;
    if (stop.find()) {
      message = text.substring(0, stop.start());
      remedy = new StringJoiner(" ").add(text.substring(stop.end())).merge(remedy);
    }
    if (fixes.length() > 0) {
      remedy.add(fixes.toString());
    }
    message = message.replaceFirst("\\.$", "");
    String id = value(output, "id");
    String named = id.isEmpty() ? message : Code.SCH_RULE.message(id, message);
    return new Diagnostic(
        Code.SCH_RULE, severity(output), named, place, List.of(), remedy.toString());
  }

  /** A rule without a role is an error, as an assertion that fails is in ISO Schematron. */
  private static Severity severity(XdmNode output) {
    String role = value(output, "role");
    String word = role.isEmpty() ? value(output, "severity") : role;
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "warning", "warn", "nonfatal" -> Severity.WARNING;
      case "information", "info", "note", "hint" -> Severity.NOTE;
      default -> Severity.ERROR;
    };
  }

  private static Location place(String path, XdmNode document, String file, XPathCompiler paths) {
    try {
      XdmItem item = path.isEmpty() ? null : paths.evaluateSingle(path, document);
      if (item instanceof XdmNode node) {
        XdmNode at = node;
        while (at.getNodeKind() != XdmNodeKind.ELEMENT && at.getParent() != null) {
          at = at.getParent();
        }
        int line = Math.max(0, at.getLineNumber());
        int column = Math.max(0, at.getColumnNumber());
        return new Location(file, line, column, STEP_NAMESPACE.matcher(path).replaceAll(""));
      }
    } catch (SaxonApiException notAPath) {
      return Location.of(file);
    }
    return Location.of(file);
  }

  private static boolean is(XdmNode node, String local) {
    return node.getNodeKind() == XdmNodeKind.ELEMENT
        && node.getNodeName().getLocalName().equals(local)
        && SVRL.equals(node.getNodeName().getNamespaceUri().toString());
  }

  private static String value(XdmNode element, String attribute) {
    String value = element.getAttributeValue(new QName(attribute));
    return value == null ? "" : value;
  }
}
