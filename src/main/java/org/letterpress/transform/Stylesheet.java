package org.letterpress.transform;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.s9api.Destination;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;

/** A compiled stylesheet; safe to share, each run has a transformer of its own. */
public final class Stylesheet {
  private final XsltExecutable executable;
  private final ResourceResolver resolver;

  Stylesheet(XsltExecutable executable, ResourceResolver resolver) {
    this.executable = executable;
    this.resolver = resolver;
  }

  /**
   * Applies templates to a document.
   *
   * @param source the document
   * @param mode local name of the initial mode in our namespace
   * @param parameters global parameters by their local names in our namespace
   * @param documents gives a destination for each {@code xsl:result-document}, or null to refuse them
   * @param messages told each {@code xsl:message}
   * @param out where the principal result goes
   * @throws SaxonApiException when the stylesheet fails
   */
  public void run(
      XdmNode source,
      String mode,
      Map<String, ? extends XdmValue> parameters,
      Function<URI, Destination> documents,
      Consumer<XdmNode> messages,
      Destination out)
      throws SaxonApiException {
    Xslt30Transformer transformer = executable.load30();
    transformer.setResourceResolver(resolver);
    transformer.setInitialMode(Lp.name(mode));
    Map<QName, XdmValue> named = new TreeMap<>(java.util.Comparator.comparing(QName::getClarkName));
    parameters.forEach((name, value) -> named.put(Lp.name(name), value));
    transformer.setStylesheetParameters(named);
    transformer.setMessageHandler(message -> messages.accept(message.getContent()));
    transformer.setErrorReporter(error -> {});
    transformer.setBaseOutputURI("output:/");
    transformer.setResultDocumentHandler(
        uri -> {
          if (documents == null) {
            throw new IllegalArgumentException("this stylesheet may not write " + uri);
          }
          return documents.apply(uri);
        });
    transformer.setGlobalContextItem(source);
    transformer.applyTemplates(source, out);
  }
}
