package org.letterpress.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Makes an fo:wrapper of each fo:inline that holds no words: FOP's hyphenation fails at an inline
 * without words inside another inline, and then gives up the whole document.
 */
final class EmptyInlines extends XMLFilterImpl {
  private static final Set<String> INLINE = Set.of("inline");

  /** What was held back since the first inline of which it is not known yet whether it is empty. */
  private final List<FoEvent> held = new ArrayList<>();

  /** Where in that list the inlines stand that are still open. */
  private final Deque<Integer> open = new ArrayDeque<>();

  EmptyInlines(ContentHandler target) {
    setContentHandler(target);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    FoEvent.Start start = new FoEvent.Start(uri, local, name, new AttributesImpl(attributes));
    if (start.is(INLINE)) {
      open.push(held.size());
      held.add(start);
    } else {
      release();
      super.startElement(uri, local, name, attributes);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (open.isEmpty()) {
      super.endElement(uri, local, name);
      return;
    }
    int index = open.pop();
    FoEvent.Start inline = (FoEvent.Start) held.get(index);
    FoEvent.Start wrapper =
        new FoEvent.Start(FoFilter.FO, "wrapper", "fo:wrapper", inline.attributes());
    held.set(index, wrapper);
    held.add(wrapper.end());
    if (open.isEmpty()) {
      release();
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    String words = new String(text, start, length);
    if (!open.isEmpty() && words.isBlank()) {
      held.add(new FoEvent.Text(words));
    } else {
      release();
      super.characters(text, start, length);
    }
  }

  private void release() throws SAXException {
    for (FoEvent event : held) {
      event.sendTo(getContentHandler());
    }
    held.clear();
    open.clear();
  }
}
