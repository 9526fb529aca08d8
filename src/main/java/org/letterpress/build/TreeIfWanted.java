package org.letterpress.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.sf.saxon.s9api.BuildingContentHandler;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Builds a tree from the events of a parse when somebody wants one, which shows at the first
 * element only. For one document and one thread.
 */
final class TreeIfWanted extends XMLFilterImpl {
  /** An event from before the first element. */
  private interface Event {
    void replay(BuildingContentHandler to) throws SAXException;
  }

  private final BooleanSupplier wanted;
  private final Supplier<BuildingContentHandler> builder;
  private final List<Event> before = new ArrayList<>();
  private boolean begun;
  private BuildingContentHandler tree;

  /**
   * @param wanted asked once, at the first element, after all who get the events earlier
   * @param builder gives what builds the tree
   */
  TreeIfWanted(BooleanSupplier wanted, Supplier<BuildingContentHandler> builder) {
    this.wanted = wanted;
    this.builder = builder;
  }

  /** What holds the tree at the end of the document, or null when nobody wanted one. */
  BuildingContentHandler built() {
    return tree;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    before.add(to -> to.setDocumentLocator(locator));
  }

  @Override
  public void startDocument() {
    before.add(BuildingContentHandler::startDocument);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    if (begun) {
      super.processingInstruction(target, data);
    } else {
      before.add(to -> to.processingInstruction(target, data));
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    if (begun) {
      super.startPrefixMapping(prefix, uri);
    } else {
      before.add(to -> to.startPrefixMapping(prefix, uri));
    }
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
    if (wanted.getAsBoolean()) {
      tree = builder.get();
      for (Event event : before) {
        event.replay(tree);
      }
      setContentHandler(tree);
    }
  }
}
