package org.letterpress.validate;

import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import com.thaiopensource.xml.sax.XMLReaderCreator;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A compiled RELAX NG grammar, in XML or compact syntax; safe to share between threads. */
public final class Grammar {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";

  private final Schema schema;
  private final Set<String> elements;

  private Grammar(Schema schema, Set<String> elements) {
    this.schema = schema;
    this.elements = elements;
  }

  /**
   * Compiles a grammar.
   *
   * @param name how findings call it; a name ending in {@code .rnc} means compact syntax
   * @param source makes the grammar's text, as often as it is asked
   * @param findings gets what is wrong with the grammar
   * @return null when it cannot be used
   */
  public static Grammar compile(String name, Source source, Diagnostics findings) {
    SchemaErrors errors = new SchemaErrors(name, findings);
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, errors);
    XMLReaderCreator readers = SafeParser::newReader;
    properties.put(ValidateProperty.XML_READER_CREATOR, readers);
    boolean compact = name.endsWith(".rnc");
    SchemaReader reader =
        compact ? CompactSchemaReader.getInstance() : SAXSchemaReader.getInstance();
    try {
      Schema schema = reader.createSchema(source.open(), properties.toPropertyMap());
      return new Grammar(schema, compact ? Set.of() : elementNames(source));
    } catch (IncorrectSchemaException reported) {
      return null;
    } catch (IOException | SAXException problem) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), String.valueOf(problem.getMessage()));
      return null;
    }
  }

  /** Opens a grammar's text. */
  @FunctionalInterface
  public interface Source {
    /** A fresh source with its system id set. */
    InputSource open() throws IOException;
  }

  /**
   * Begins the check of one document.
   *
   * @param file how findings call the document
   * @param findings gets each finding, in the thread of the parse
   */
  public GrammarCheck check(String file, Consumer<Diagnostic> findings) {
    return new GrammarCheck(schema, elements, file, findings);
  }

  static PropertyMap with(ErrorHandler errors) {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, errors);
    return properties.toPropertyMap();
  }

  /** Every element that the grammar names, for suggestions. */
  private static Set<String> elementNames(Source source) throws IOException, SAXException {
    Set<String> names = new TreeSet<>();
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, Attributes attributes) {
            String value = attributes.getValue("name");
            if (RNG.equals(uri) && local.equals("element") && value != null) {
              names.add(value.substring(value.indexOf(':') + 1).strip());
            }
          }
        });
    reader.parse(source.open());
    return names;
  }

  /** Turns the errors of a grammar itself into findings. */
  private static final class SchemaErrors implements ErrorHandler {
    private final String name;
    private final Diagnostics findings;

    SchemaErrors(String name, Diagnostics findings) {
      this.name = name;
      this.findings = findings;
    }

    @Override
    public void warning(SAXParseException warning) {
      // A warning on a grammar does not concern those who use it.
    }

    @Override
    public void error(SAXParseException error) {
      findings.add(
          Code.SCHEMA_BROKEN,
          Location.of(name, error.getLineNumber(), error.getColumnNumber()),
          error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }
  }
}
