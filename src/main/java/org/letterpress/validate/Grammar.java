package org.letterpress.validate;

import com.thaiopensource.resolver.BasicResolver;
import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.Resolver;
import com.thaiopensource.resolver.ResolverException;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import com.thaiopensource.xml.sax.XMLReaderCreator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.Markup;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SafeParser;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A compiled RELAX NG grammar, in XML or compact syntax; safe to share between threads. */
public final class Grammar implements CompiledGrammar {
  private final Schema schema;
  private final GrammarNames names;

  /** As many as documents were ever checked at once. */
  private final Queue<WarmValidator> idle = new ConcurrentLinkedQueue<>();

  private Grammar(Schema schema, GrammarNames names) {
    this.schema = schema;
    this.names = names;
  }

  /** Compiles a grammar in XML that includes no files, or only {@code letterpress:/schema/...}. */
  public static Grammar compile(String name, Source source, Diagnostics findings) {
    return compile(name, source, false, new IncludeFence(List.of()), findings);
  }

  /**
   * Compiles a grammar.
   *
   * @param name how findings call it
   * @param source opens the grammar's text
   * @param compact true for the compact syntax
   * @param includes opens what it draws in
   * @param findings gets what is wrong with the grammar
   * @return null when it cannot be used; a finding then says why
   */
  static Grammar compile(
      String name, Source source, boolean compact, Includes includes, Diagnostics findings) {
    SchemaErrors errors = new SchemaErrors(name, findings);
    GrammarNames names = new GrammarNames();
    XMLReaderCreator readers = () -> names.listening(SafeParser.newReader());
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, errors);
    properties.put(ValidateProperty.XML_READER_CREATOR, readers);
    properties.put(ValidateProperty.RESOLVER, new IncludesForJing(includes));
    properties.put(RngProperty.DATATYPE_LIBRARY_FACTORY, new RememberedDatatypes());
    SchemaReader reader =
        compact ? CompactSchemaReader.getInstance() : SAXSchemaReader.getInstance();
    try {
      InputSource opened = source.open();
      errors.main = opened.getSystemId();
      return new Grammar(reader.createSchema(opened, properties.toPropertyMap()), names);
    } catch (IncorrectSchemaException reported) {
      return null;
    } catch (SAXParseException problem) {
      errors.error(problem);
    } catch (IOException problem) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), ReadProblem.describe(problem));
    } catch (SAXException problem) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), String.valueOf(problem.getMessage()));
    } catch (StackOverflowError tooDeep) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), "its patterns are nested too deep");
    }
    return null;
  }

  /** Opens a grammar's text. */
  @FunctionalInterface
  public interface Source {
    /** A fresh source with its system id set. */
    InputSource open() throws IOException;
  }

  @Override
  public GrammarCheck check(String file, Supplier<Markup> markup, Consumer<Diagnostic> findings) {
    WarmValidator warm = idle.poll();
    return new GrammarCheck(
        warm == null ? new WarmValidator(schema) : warm,
        idle::add,
        new GrammarMessages(names),
        file,
        markup,
        findings);
  }

  /** Opens what Jing asks for. */
  private record IncludesForJing(Includes includes) implements Resolver {
    @Override
    public void resolve(Identifier wanted, Input input) throws IOException, ResolverException {
      input.setUri(BasicResolver.resolveUri(wanted));
      // Opened at once: with an address alone, the XML parser would open it by itself.
      open(input);
    }

    @Override
    public void open(Input input) throws IOException {
      if (input.getUri() == null
          || input.getByteStream() != null
          || input.getCharacterStream() != null) {
        return;
      }
      SchemaText found = includes.open(input.getUri());
      input.setUri(found.address());
      input.setByteStream(new ByteArrayInputStream(found.bytes()));
    }
  }

  /** Turns the errors of a grammar itself into findings. */
  private static final class SchemaErrors implements ErrorHandler {
    private final String name;
    private final Diagnostics findings;
    private String main;

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
      Location place =
          Location.of(file(error.getSystemId()), error.getLineNumber(), error.getColumnNumber());
      String said = String.valueOf(error.getMessage());
      if (said.startsWith("recursive inclusion")) {
        findings.add(Code.SCHEMA_BROKEN, place, "it includes itself");
        return;
      }
      // What else the Specification has to say in brackets does not help to find the place.
      findings.add(Code.SCHEMA_BROKEN, place, said.replaceFirst(" \\((see )?section .*\\)$", ""));
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }

    /** The grammar's name, or that of the file which it includes from beside it. */
    private String file(String systemId) {
      if (systemId == null || systemId.equals(main)) {
        return name;
      }
      String beside = systemId.substring(systemId.lastIndexOf('/') + 1);
      return name.substring(0, name.lastIndexOf('/') + 1) + beside;
    }
  }
}
