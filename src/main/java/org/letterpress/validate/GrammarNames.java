package org.letterpress.validate;

import java.util.Set;
import java.util.TreeSet;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The elements and attributes that a grammar names, gathered while Jing reads it. For one thread
 * until the grammar is compiled; only read afterwards.
 */
final class GrammarNames {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";

  private final Set<String> elements = new TreeSet<>();
  private final Set<String> attributes = new TreeSet<>();

  /** Local names of elements. */
  Set<String> elements() {
    return elements;
  }

  /** Names of attributes, those of the xml namespace with their prefix. */
  Set<String> attributes() {
    return attributes;
  }

  /** A reader that tells this object what it reads. */
  XMLReader listening(XMLReader reader) {
    return new Listener(reader);
  }

  /** Notes the names as they pass. */
  private final class Listener extends XMLFilterImpl {
    private final StringBuilder text = new StringBuilder();
    private String around = "";

    Listener(XMLReader parent) {
      super(parent);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes list)
        throws SAXException {
      if (RNG.equals(uri)) {
        text.setLength(0);
        if (local.equals("element") || local.equals("attribute")) {
          around = local;
          add(list.getValue("name"));
        }
      }
      super.startElement(uri, local, qualified, list);
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
      text.append(chars, start, length);
      super.characters(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
      if (RNG.equals(uri) && local.equals("name")) {
        add(text.toString());
      }
      super.endElement(uri, local, qualified);
    }

    private void add(String name) {
      if (name == null || name.isBlank()) {
        return;
      }
      String bare = name.strip();
      if (around.equals("attribute")) {
        attributes.add(bare);
      } else {
        elements.add(bare.substring(bare.indexOf(':') + 1));
      }
    }
  }
}
