package org.letterpress.transform;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /**
   * The same for a stylesheet that writes many documents with {@code xsl:result-document}.
   *
   * @return each document by its path, which never leads out of the output folder
   */
  public SortedMap<String, byte[]> writeAll(
      XdmNode source,
      String mode,
      Map<String, ? extends XdmValue> parameters,
      Consumer<XdmNode> messages)
      throws SaxonApiException {
    Map<String, ByteArrayOutputStream> documents = new TreeMap<>();
    Xslt30Transformer transformer = transformer(source, mode, parameters, messages);
    transformer.setResultDocumentHandler(
        uri -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          documents.put(path(uri), bytes);
          return transformer.newSerializer(bytes);
        });
    ByteArrayOutputStream principal = new ByteArrayOutputStream();
    transformer.applyTemplates(source, transformer.newSerializer(principal));
    SortedMap<String, byte[]> written = new TreeMap<>();
    documents.forEach((path, bytes) -> written.put(path, bytes.toByteArray()));
    return written;
  }

  private static String path(URI uri) {
    String path = uri.normalize().getPath();
    if (!"output".equals(uri.getScheme()) || path.startsWith("/..") || path.equals("/")) {
      throw new IllegalArgumentException("a stylesheet may not write " + uri);
    }
    return path.substring(1);
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
