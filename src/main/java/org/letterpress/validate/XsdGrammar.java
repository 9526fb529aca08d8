package org.letterpress.validate;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.Markup;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SafeParser;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A compiled W3C XML Schema 1.0; safe to share between threads. */
final class XsdGrammar implements CompiledGrammar {
  /** The name of the constraint that Xerces puts before its sentence. */
  private static final Pattern CONSTRAINT =
      Pattern.compile("^[a-zA-Z][\\w.-]*: (.*)$", Pattern.DOTALL);

  /** A namespace before a name, in Xerces' lists. */
  private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]*\":");

  private final Schema schema;

  private XsdGrammar(Schema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @param name how findings call it
   * @param text the schema
   * @param includes opens what it includes, imports and redefines
   * @param findings gets what is wrong with the schema
   * @return null when it cannot be used; a finding then says why
   */
  static XsdGrammar compile(String name, SchemaText text, Includes includes, Diagnostics findings) {
    Problems problems = new Problems(name, text.address(), findings);
    SchemaFactory factory = SafeParser.newSchemaFactory();
    factory.setErrorHandler(problems);
    factory.setResourceResolver(new IncludesForXerces(includes, problems));
    try {
      Schema schema = factory.newSchema(new SAXSource(SafeParser.newReader(), text.open()));
      return problems.any ? null : new XsdGrammar(schema);
    } catch (SAXParseException problem) {
      problems.error(problem);
    } catch (SAXException problem) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), String.valueOf(problem.getMessage()));
    } catch (StackOverflowError tooDeep) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), "its types are nested too deep");
    }
    return null;
  }

  @Override
  public GrammarRun check(String file, Supplier<Markup> markup, Consumer<Diagnostic> findings) {
    ValidatorHandler validator = schema.newValidatorHandler();
    Complaints complaints = new Complaints(file, findings);
    validator.setErrorHandler(complaints);
    return new Run(validator, complaints);
  }

  /** What Xerces says, without the constraint's name and the namespaces. */
  private static String plain(String said) {
    Matcher constraint = CONSTRAINT.matcher(String.valueOf(said));
    String text = constraint.matches() ? constraint.group(1) : String.valueOf(said);
    return NAMESPACE.matcher(text).replaceAll("").replaceAll("'\\{([^{}]*)\\}'", "$1");
  }

  private static String uncapitalised(String sentence) {
    int end = Math.min(1, sentence.length());
    return sentence.substring(0, end).toLowerCase(Locale.ROOT) + sentence.substring(end);
  }

  private record Run(ContentHandler handler, Complaints complaints) implements GrammarRun {
    @Override
    public void finish() {
      complaints.done = true;
    }
  }

  /** Turns what Xerces says of a document into findings. */
  private static final class Complaints implements ErrorHandler {
    private final String file;
    private final Consumer<Diagnostic> findings;
    private boolean done;

    Complaints(String file, Consumer<Diagnostic> findings) {
      this.file = file;
      this.findings = findings;
    }

    @Override
    public void warning(SAXParseException warning) {
      // Warnings concern the schema's own hints.
    }

    @Override
    public void error(SAXParseException error) {
      if (done) {
        return;
      }
      String said = plain(error.getMessage()).replaceFirst("\\.$", "");
      int stop = said.indexOf(". ");
      String message = stop < 0 ? said : said.substring(0, stop);
      Diagnostic finding =
          Diagnostic.of(
              Code.XSD_INVALID,
              Location.of(file, error.getLineNumber(), error.getColumnNumber()),
              uncapitalised(message));
      findings.accept(
          stop < 0 ? finding : finding.withRemedy(uncapitalised(said.substring(stop + 2))));
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }
  }

  /** Turns what Xerces says of a schema into findings. */
  private static final class Problems implements ErrorHandler {
    private final String name;
    private final String main;
    private final Diagnostics findings;
    private boolean any;

    Problems(String name, String main, Diagnostics findings) {
      this.name = name;
      this.main = main;
      this.findings = findings;
    }

    @Override
    public void warning(SAXParseException warning) {
      // A warning on a schema does not concern those who use it.
    }

    @Override
    public void error(SAXParseException error) {
      String id = error.getSystemId();
      boolean isMain = id == null || id.equals(main);
      String file = isMain ? name : id.substring(id.lastIndexOf('/') + 1);
      add(
          Location.of(file, error.getLineNumber(), error.getColumnNumber()),
          plain(error.getMessage()).replaceFirst("\\.$", ""));
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      error(error);
      throw error;
    }

    void add(Location place, String message) {
      any = true;
      findings.add(Code.SCHEMA_BROKEN, place, message);
    }
  }

  /** Opens what Xerces asks for; what is refused is a finding, and counts as an empty schema. */
  private record IncludesForXerces(Includes includes, Problems problems)
      implements LSResourceResolver {
    private static final byte[] EMPTY =
        ("<schema xmlns=\"" + SchemaKind.XML_SCHEMA_NAMESPACE + "\"/>")
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public LSInput resolveResource(
        String type, String namespace, String publicId, String systemId, String base) {
      if (systemId == null) {
        return null;
      }
      String address = systemId;
      try {
        address = base == null ? systemId : URI.create(base).resolve(systemId).toString();
        return input(includes.open(address));
      } catch (IOException refused) {
        problems.add(Location.of(problems.name), ReadProblem.describe(refused));
      } catch (IllegalArgumentException unusable) {
        problems.add(
            Location.of(problems.name), "\"" + address + "\" is not an address that can be read");
      }
      return input(new SchemaText(address, EMPTY));
    }

    private static LSInput input(SchemaText text) {
      return SafeParser.newInput(text.address(), text.bytes());
    }
  }
}
