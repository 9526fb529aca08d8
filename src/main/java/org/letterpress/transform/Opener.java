package org.letterpress.transform;

import java.io.IOException;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.XPathException;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;

/** Opens the XML that a stylesheet asks for, in place of the processor's own fence. */
@FunctionalInterface
public interface Opener {
  /**
   * Opens a document.
   *
   * @param address absolute
   * @throws IOException when it is not there or not allowed
   */
  InputSource open(String address) throws IOException;

  /** Makes a compiler ask this opener for the modules that a stylesheet draws in. */
  default void serve(XsltCompiler compiler) {
    compiler.setResourceResolver(resolver());
  }

  /** Makes a transformer ask this opener for the documents that it reads. */
  default void serve(Xslt30Transformer transformer) {
    transformer.setResourceResolver(resolver());
  }

  private ResourceResolver resolver() {
    return request -> {
      if (request.uri == null) {
        return null;
      }
      try {
        return new SAXSource(SafeParser.newReader(), open(request.uri));
      } catch (IOException refused) {
        throw new XPathException(request.uri + " cannot be read: " + refused.getMessage());
      }
    };
  }
}
