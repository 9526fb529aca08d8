package org.letterpress.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The elements and attributes that a grammar names, and what it says of them, gathered while Jing
 * reads it. For one thread until the grammar is compiled; only read afterwards.
 */
final class GrammarNames {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";

  /** Documentation as RELAX NG DTD Compatibility has it (section 4). */
  private static final String ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0";

  private static final int LONGEST = 160;

  /** TEI's grammars end what they say with the section of the Guidelines, in square brackets. */
  private static final Pattern SECTION = Pattern.compile("\\s*\\[[^\\[\\]]*]\\s*$");

  private final Set<String> elements = new TreeSet<>();
  private final Set<String> attributes = new TreeSet<>();
  private final Map<String, String> aboutElements = new HashMap<>();
  private final Map<String, String> aboutAttributes = new HashMap<>();

  /** Local names of elements. */
  Set<String> elements() {
    return elements;
  }

  /** Names of attributes, those of the xml namespace with their prefix. */
  Set<String> attributes() {
    return attributes;
  }

  /** What the grammar says that an element is for, in one line; empty when it says nothing. */
  String aboutElement(String name) {
    return line(aboutElements.getOrDefault(name, ""));
  }

  /** The same for an attribute. */
  String aboutAttribute(String name) {
    return line(aboutAttributes.getOrDefault(name, ""));
  }

  /** A grammar says thousands of things, of which a few are asked for: these are shortened here. */
  private static String line(String text) {
    String said = SECTION.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("");
    int end = said.length() <= LONGEST ? said.length() : said.lastIndexOf(' ', LONGEST);
    return end < said.length() ? said.substring(0, end) + " …" : said;
  }

  /** A reader that tells this object what it reads. */
  XMLReader listening(XMLReader reader) {
    return new Listener(reader);
  }

  /** Notes the names as they pass. */
  private final class Listener extends XMLFilterImpl {
    private final StringBuilder text = new StringBuilder();
    private String around = "";

    /** The names of the open patterns; empty for those that are neither element nor attribute. */
    private final Deque<String> open = new ArrayDeque<>();

    Listener(XMLReader parent) {
      super(parent);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes list)
        throws SAXException {
      if (ANNOTATIONS.equals(uri)) {
        text.setLength(0);
      }
      if (RNG.equals(uri)) {
        text.setLength(0);
        boolean named = local.equals("element") || local.equals("attribute");
        String name = named ? list.getValue("name") : null;
        open.push(name == null ? "" : local.charAt(0) + bare(name));
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
      if (RNG.equals(uri)) {
        open.pop();
      } else if (ANNOTATIONS.equals(uri) && local.equals("documentation") && !open.isEmpty()) {
        document(open.peek());
      }
      super.endElement(uri, local, qualified);
    }

    /** What was read last is about this pattern. */
    private void document(String pattern) {
      String said = text.toString();
      // Only where it may be a section alone, which says nothing, is it looked at now.
      if (pattern.isEmpty()
          || said.isBlank()
          || (said.stripLeading().startsWith("[") && line(said).isEmpty())) {
        return;
      }
      Map<String, String> about = pattern.charAt(0) == 'e' ? aboutElements : aboutAttributes;
      about.putIfAbsent(pattern.substring(1), said);
    }

    private void add(String name) {
      if (name == null || name.isBlank()) {
        return;
      }
      String bare = name.strip();
      if (around.equals("attribute")) {
        attributes.add(bare);
      } else {
        elements.add(bare(bare));
      }
    }

    private String bare(String name) {
      String stripped = name.strip();
      return stripped.startsWith("xml:") ? stripped : stripped.substring(stripped.indexOf(':') + 1);
    }
  }
}
