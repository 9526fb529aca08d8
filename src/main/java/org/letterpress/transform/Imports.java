package org.letterpress.transform;

import java.util.Map;
import java.util.function.Supplier;
import javax.xml.transform.Source;
import net.sf.saxon.s9api.XsltCompiler;

/** Gives a stylesheet of ours the modules that it imports from libraries. */
public final class Imports {
  private Imports() {}

  /**
   * Has a compiler open these modules.
   *
   * @param modules by their absolute URI; any other is looked for as the processor does
   */
  public static void allow(XsltCompiler compiler, Map<String, Supplier<Source>> modules) {
    compiler.setResourceResolver(
        request -> {
          Supplier<Source> module = request.uri == null ? null : modules.get(request.uri);
          return module == null ? null : module.get();
        });
  }
}
