package org.letterpress.validate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;

/** Runs the rules of a Schematron schema on a text. */
final class RuleRun {
  private RuleRun() {}

  /** What the rules find in a document, called letter.xml. */
  static List<Diagnostic> check(Processor processor, SchematronRules rules, String document) {
    DocumentBuilder builder = processor.newDocumentBuilder();
    builder.setLineNumbering(true);
    List<Diagnostic> found = new ArrayList<>();
    try {
      XdmNode tree =
          builder.build(
              new SAXSource(SafeParser.newReader(), new InputSource(new StringReader(document))));
      rules.check(tree, "letter.xml", () -> null, found::add);
    } catch (SaxonApiException failed) {
      throw new IllegalStateException(failed);
    }
    return found;
  }
}
