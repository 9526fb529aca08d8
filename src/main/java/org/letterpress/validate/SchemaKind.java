package org.letterpress.validate;

import java.io.IOException;
import java.util.Locale;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The languages that a schema can be written in. */
public enum SchemaKind {
  RELAX_NG("RELAX NG"),
  COMPACT("RELAX NG, compact syntax"),
  SCHEMATRON("Schematron"),
  XML_SCHEMA("XML Schema");

  static final String RELAX_NG_NAMESPACE = "http://relaxng.org/ns/structure/1.0";
  static final String SCHEMATRON_NAMESPACE = "http://purl.oclc.org/dsdl/schematron";
  static final String XML_SCHEMA_NAMESPACE = "http://www.w3.org/2001/XMLSchema";

  private final String shown;

  SchemaKind(String shown) {
    this.shown = shown;
  }

  /** What people call it. */
  public String shown() {
    return shown;
  }

  /** True when it describes which elements may stand where; false for rules. */
  boolean isGrammar() {
    return this != SCHEMATRON;
  }

  /** The kind that the ending of an address stands for, or null. */
  static SchemaKind ofEnding(String address) {
    String path = address.replaceFirst("[?#].*$", "").toLowerCase(Locale.ROOT);
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "rng" -> RELAX_NG;
      case "rnc" -> COMPACT;
      case "sch", "isosch" -> SCHEMATRON;
      case "xsd" -> XML_SCHEMA;
      default -> null;
    };
  }

  /**
   * The kind of a schema, by its first element; where it has none, by its ending.
   *
   * @return null when it is of no kind that is known
   */
  static SchemaKind of(SchemaText schema) {
    SchemaKind ending = ofEnding(schema.address());
    if (ending == COMPACT) {
      return COMPACT;
    }
    String namespace = rootNamespace(schema);
    return namespace == null
        ? ending
        : switch (namespace) {
          case RELAX_NG_NAMESPACE -> RELAX_NG;
          case SCHEMATRON_NAMESPACE -> SCHEMATRON;
          case XML_SCHEMA_NAMESPACE -> XML_SCHEMA;
          default -> null;
        };
  }

  /** The namespace of the first element; null when there is none to be read. */
  private static String rootNamespace(SchemaText schema) {
    XMLReader reader = SafeParser.newReader();
    Root root = new Root();
    reader.setContentHandler(root);
    reader.setErrorHandler(root);
    try {
      reader.parse(schema.open());
    } catch (IOException | SAXException seen) {
      // The first element ends the parse, and so does whatever makes it impossible.
      return root.namespace;
    }
    return root.namespace;
  }

  /** Stops at the first element. */
  private static final class Root extends DefaultHandler {
    private String namespace;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      namespace = uri;
      throw new SAXException("enough is known");
    }
  }
}
