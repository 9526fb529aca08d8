package org.letterpress.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.letterpress.source.Tee;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads what stands before a document's first element, then hands everything on to those whom the
 * schemas named there call for. For one document and one thread.
 */
final class Prolog extends XMLFilterImpl {
  /** A prefix that is bound on the first element. */
  private record Mapping(String prefix, String uri) {}

  private final Function<List<XmlModel>, List<ContentHandler>> choose;
  private final List<XmlModel> models = new ArrayList<>();
  private final List<Mapping> mappings = new ArrayList<>();
  private Locator locator;
  private boolean begun;

  /**
   * @param choose told the document's {@code xml-model} instructions once; answers with those who
   *     get its events, from the start of the document
   */
  Prolog(Function<List<XmlModel>, List<ContentHandler>> choose) {
    this.choose = choose;
  }

  @Override
  public void setDocumentLocator(Locator where) {
    locator = where;
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    if (begun) {
      super.startPrefixMapping(prefix, uri);
    } else {
      mappings.add(new Mapping(prefix, uri));
    }
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    if (!begun && target.equals(XmlModel.TARGET)) {
      models.add(XmlModel.of(data, locator == null ? 0 : locator.getLineNumber()));
    }
    super.processingInstruction(target, data);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (!begun) {
      begin();
    }
    super.startElement(uri, local, name, attributes);
  }

  private void begin() throws SAXException {
    begun = true;
    Tee tee = new Tee(choose.apply(models));
    setContentHandler(tee);
    if (locator != null) {
      tee.setDocumentLocator(locator);
    }
    tee.startDocument();
    for (Mapping mapping : mappings) {
      tee.startPrefixMapping(mapping.prefix(), mapping.uri());
    }
  }
}
