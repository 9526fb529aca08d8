package org.letterpress.transform;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.s9api.Destination;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
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
   * @param messages told each {@code xsl:message}
   * @param out where the result goes
   * @throws SaxonApiException when the stylesheet fails
   */
  public void run(
      XdmNode source,
      String mode,
      Map<String, ? extends XdmValue> parameters,
      Consumer<XdmNode> messages,
      Destination out)
      throws SaxonApiException {
    transformer(source, mode, parameters, messages).applyTemplates(source, out);
  }

  /** Texts as the value of a parameter. */
  public static XdmValue strings(List<String> texts) {
    return new XdmValue(texts.stream().map(XdmAtomicValue::new).toList());
  }

  /** The same, giving back what the templates return: nodes of the source stay what they are. */
  public XdmValue select(
      XdmNode source,
      String mode,
      Map<String, ? extends XdmValue> parameters,
      Consumer<XdmNode> messages)
      throws SaxonApiException {
    return transformer(source, mode, parameters, messages).applyTemplates(source);
  }

  /** The same, written as the stylesheet's {@code xsl:output} says. */
  public byte[] write(
      XdmNode source,
      String mode,
      Map<String, ? extends XdmValue> parameters,
      Consumer<XdmNode> messages)
      throws SaxonApiException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Xslt30Transformer transformer = transformer(source, mode, parameters, messages);
    transformer.applyTemplates(source, transformer.newSerializer(bytes));
    return bytes.toByteArray();
  }

  private Xslt30Transformer transformer(
      XdmNode source,
      String mode,
      Map<String, ? extends XdmValue> parameters,
      Consumer<XdmNode> messages)
      throws SaxonApiException {
    Xslt30Transformer transformer = executable.load30();
    transformer.setResourceResolver(resolver);
    transformer.setInitialMode(Lp.name(mode));
    Map<QName, XdmValue> named = new HashMap<>();
    parameters.forEach((name, value) -> named.put(Lp.name(name), value));
    transformer.setStylesheetParameters(named);
    transformer.setMessageHandler(message -> messages.accept(message.getContent()));
    transformer.setErrorReporter(error -> {});
    transformer.setBaseOutputURI("output:/");
    transformer.setResultDocumentHandler(
        uri -> {
          throw new IllegalArgumentException("a stylesheet may not write " + uri + " here");
        });
    transformer.setGlobalContextItem(source);
    return transformer;
  }
}
