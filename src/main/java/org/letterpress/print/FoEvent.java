package org.letterpress.print;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** An event on its way to FOP, kept until what follows decides what becomes of it. */
interface FoEvent {
  /** Passes the event on. */
  void sendTo(ContentHandler handler) throws SAXException;

  /** The start of an element; the attributes are a copy that nobody changes. */
  record Start(String uri, String local, String name, Attributes attributes) implements FoEvent {

    /** True for one of these formatting objects. */
    boolean is(Set<String> names) {
      return uri.equals(FoFilter.FO) && names.contains(local);
    }

    /** The same element opened again: its id stays where it was. */
    Start again() {
      AttributesImpl copy = new AttributesImpl(attributes);
      int id = copy.getIndex("", "id");
      if (id >= 0) {
        copy.removeAttribute(id);
      }
      return new Start(uri, local, name, copy);
    }

    /** The end of this element. */
    End end() {
      return new End(uri, local, name);
    }

    @Override
    public void sendTo(ContentHandler handler) throws SAXException {
      handler.startElement(uri, local, name, attributes);
    }
  }

  /** The end of an element. */
  record End(String uri, String local, String name) implements FoEvent {
    @Override
    public void sendTo(ContentHandler handler) throws SAXException {
      handler.endElement(uri, local, name);
    }
  }

  /** Characters. */
  record Text(String text) implements FoEvent {
    @Override
    public void sendTo(ContentHandler handler) throws SAXException {
      handler.characters(text.toCharArray(), 0, text.length());
    }
  }
}
