package org.letterpress.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** Builds a small tree of prepared markup, element by element. */
public final class TreeWriter {
  private final Processor processor;
  private final BuildingContentHandler builder;
  private final Deque<String> open = new ArrayDeque<>();

  TreeWriter(Processor processor) throws SaxonApiException, SAXException {
    this.processor = processor;
    this.builder = processor.newDocumentBuilder().newBuildingContentHandler();
    builder.startDocument();
    builder.startPrefixMapping("lp", Lp.NAMESPACE);
  }

  /** Opens an element; attributes whose value is null or empty are left out. */
  public TreeWriter start(String name, String... attributes) throws SAXException {
    AttributesImpl all = new AttributesImpl();
    for (int i = 0; i < attributes.length; i += 2) {
      String value = attributes[i + 1];
      if (value != null && !value.isEmpty()) {
        all.addAttribute("", attributes[i], attributes[i], "CDATA", value);
      }
    }
    builder.startElement(Lp.NAMESPACE, name, "lp:" + name, all);
    open.push(name);
    return this;
  }

  /** Adds words. */
  public TreeWriter text(String text) throws SAXException {
    builder.characters(text.toCharArray(), 0, text.length());
    return this;
  }

  /** Closes the element that was opened last. */
  public TreeWriter end() throws SAXException {
    String name = open.pop();
    builder.endElement(Lp.NAMESPACE, name, "lp:" + name);
    return this;
  }

  /** Copies a tree that exists already. */
  public TreeWriter copy(XdmNode node) throws SaxonApiException {
    processor.writeXdmValue(node, new SAXDestination(new Fragment(builder)));
    return this;
  }

  /** The finished document. */
  XdmNode document() throws SAXException, SaxonApiException {
    builder.endPrefixMapping("lp");
    builder.endDocument();
    return builder.getDocumentNode();
  }

  /** Passes on everything but the frame of the document. */
  private static final class Fragment extends XMLFilterImpl {
    Fragment(ContentHandler next) {
      setContentHandler(next);
    }

    @Override
    public void setDocumentLocator(org.xml.sax.Locator locator) {
      // The copy has no place in a source of its own.
    }

    @Override
    public void startDocument() {
      // Inside a document already.
    }

    @Override
    public void endDocument() {
      // Inside a document still.
    }
  }
}
