package org.letterpress.source;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.validation.SchemaFactory;
import org.apache.xerces.dom.DOMInputImpl;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.apache.xerces.parsers.SAXParser;
import org.apache.xerces.util.SecurityManager;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Parses XML once and safely for everybody who wants its events.
 *
 * <p>Entity expansion, nesting and size are bounded. External entities and DTDs are read only from
 * inside the fence; an external DTD elsewhere is passed over with a warning, since nothing but
 * entity names could be missed from it. There is no network. Safe to use from several threads.
 */
public final class SafeParser {
  private static final int MOST_EXPANSIONS = 10_000;

  /** How many bytes of memory a byte of a file may take: its tree, its facts, its checks. */
  private static final int MEMORY_RATIO = 24;

  private static final DefaultHandler2 NOBODY = new DefaultHandler2();

  private final Path fence;
  private final long mostBytes;

  /** Parsers with the names that they have met; as many as files were ever parsed at once. */
  private final Queue<XMLReader> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param fence the folder from which external entities may be read
   */
  public SafeParser(Path fence) {
    this(fence, Runtime.getRuntime().maxMemory() / MEMORY_RATIO);
  }

  /** The same, with another limit to the size of files. */
  SafeParser(Path fence, long mostBytes) {
    this.fence = realPath(fence);
    this.mostBytes = mostBytes;
  }

  /**
   * Parses a file, handing its events to all handlers in their order.
   *
   * @return false when the file could not be read to its end; a finding then says why
   */
  public boolean parse(SourceFile file, List<ContentHandler> handlers, Diagnostics findings) {
    byte[] bytes = read(file, findings);
    return bytes != null && parse(file, bytes, handlers, findings);
  }

  /**
   * The bytes of a file, for {@link #parse(SourceFile, byte[], List, Diagnostics)}.
   *
   * @return null when it cannot be read, or is too large for the memory; a finding then says why
   */
  public byte[] read(SourceFile file, Diagnostics findings) {
    try {
      long size = Files.size(file.path());
      if (size > mostBytes) {
        Diagnostic tooLarge =
            Diagnostic.of(
                Code.XML_LIMIT,
                Location.of(file.name()),
                "it has " + megabytes(size) + ", and " + megabytes(mostBytes) + " can be read");
        findings.add(
            tooLarge.withRemedy("split the file, or give Java more memory: java -Xmx8g -jar ..."));
        return null;
      }
      return file.bytes();
    } catch (IOException problem) {
      findings.add(Code.XML_UNREADABLE, Location.of(file.name()), ReadProblem.describe(problem));
      return null;
    }
  }

  private static String megabytes(long bytes) {
    return Math.max(1, Math.round(bytes / 1e6)) + " MB";
  }

  /** Parses bytes that were read from the file before; otherwise like the other method. */
  public boolean parse(
      SourceFile file, byte[] bytes, List<ContentHandler> handlers, Diagnostics findings) {
    if (isBlank(bytes)) {
      findings.add(Code.XML_EMPTY, Location.of(file.name(), 1, 1));
      return false;
    }
    Limits limits = new Limits(new Tee(handlers), bytes.length);
    Watcher watcher = new Watcher(file, bytes, limits, findings);
    XMLReader idleReader = idle.poll();
    XMLReader reader = idleReader == null ? newReader() : idleReader;
    listen(reader, limits, watcher);
    InputSource input = new InputSource(new ByteArrayInputStream(bytes));
    input.setSystemId(file.path().toUri().toString());
    try {
      reader.parse(input);
      // What the handlers have gathered of this file is not for it to keep.
      listen(reader, NOBODY, NOBODY);
      // One that stopped in the middle of a file is not used again.
      idle.add(reader);
      return true;
    } catch (Limits.Exceeded limit) {
      findings.add(Code.XML_LIMIT, watcher.at(limit), limit.getMessage());
    } catch (Fenced fenced) {
      findings.add(Code.XML_FENCE, watcher.here(), fenced.getMessage());
    } catch (SAXParseException problem) {
      String said = String.valueOf(problem.getMessage());
      if (said.contains("entity expansion")) {
        findings.add(
            Code.XML_LIMIT,
            watcher.at(problem),
            "entities are expanded more than " + MOST_EXPANSIONS + " times");
      } else if (XmlEncoding.conflict(bytes) != null) {
        findings.add(Code.XML_ENCODING, watcher.at(problem), XmlEncoding.conflict(bytes));
      } else if (said.startsWith("Invalid byte")) {
        findings.add(Code.XML_ENCODING, watcher.at(problem), "this byte does not occur in UTF-8");
      } else {
        findings.add(
            Code.XML_MALFORMED,
            watcher.at(problem),
            WellFormedness.message(problem.getMessage()),
            WellFormedness.remedy(problem.getMessage()));
      }
    } catch (CharConversionException problem) {
      findings.add(Code.XML_ENCODING, watcher.here(), WellFormedness.message(problem.getMessage()));
    } catch (IOException problem) {
      findings.add(Code.XML_UNREADABLE, watcher.here(), ReadProblem.describe(problem));
    } catch (SAXException problem) {
      findings.add(
          Code.XML_MALFORMED,
          watcher.here(),
          String.valueOf(problem.getMessage()),
          WellFormedness.remedy(""));
    }
    return false;
  }

  /**
   * A reader with the same fence and limits, for libraries that parse their own grammars.
   *
   * @throws IllegalStateException when this Xerces does not know one of the settings
   */
  public static XMLReader newReader() {
    SAXParser parser = new SAXParser();
    try {
      parser.setFeature("http://xml.org/sax/features/namespaces", true);
      parser.setFeature("http://xml.org/sax/features/validation", false);
      parser.setFeature("http://apache.org/xml/features/xinclude", false);
      parser.setFeature("http://apache.org/xml/features/continue-after-fatal-error", false);
      parser.setProperty("http://apache.org/xml/properties/security-manager", bounds());
    } catch (SAXException unknown) {
      throw new IllegalStateException("this XML parser cannot be made safe", unknown);
    }
    parser.setEntityResolver(
        (publicId, systemId) -> {
          throw new SAXNotRecognizedException("external entities are not read: " + systemId);
        });
    return parser;
  }

  /**
   * Xerces' compiler for W3C XML Schema 1.0, with the same limits. What a schema draws in comes
   * from the resource resolver that the caller sets.
   *
   * @throws IllegalStateException when this Xerces does not know one of the settings
   */
  public static SchemaFactory newSchemaFactory() {
    SchemaFactory factory = new XMLSchemaFactory();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty("http://apache.org/xml/properties/security-manager", bounds());
    } catch (SAXException unknown) {
      throw new IllegalStateException("this XML parser cannot be made safe", unknown);
    }
    return factory;
  }

  /** What the resource resolver of such a factory answers with. */
  public static LSInput newInput(String address, byte[] bytes) {
    return new DOMInputImpl(null, address, null, new ByteArrayInputStream(bytes), null);
  }

  private static void listen(XMLReader reader, ContentHandler handler, DefaultHandler2 watcher) {
    reader.setContentHandler(handler);
    reader.setErrorHandler(watcher);
    reader.setEntityResolver(watcher);
    try {
      reader.setProperty("http://xml.org/sax/properties/declaration-handler", watcher);
      reader.setProperty("http://xml.org/sax/properties/lexical-handler", watcher);
    } catch (SAXException unknown) {
      throw new IllegalStateException("this XML parser cannot be made safe", unknown);
    }
  }

  private static SecurityManager bounds() {
    SecurityManager bounds = new SecurityManager();
    bounds.setEntityExpansionLimit(MOST_EXPANSIONS);
    bounds.setMaxOccurNodeLimit(3_000);
    return bounds;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException absent) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Signals that something outside the fence was asked for. */
  private static final class Fenced extends IOException {
    private static final long serialVersionUID = 1L;

    Fenced(String asked) {
      super(asked);
    }
  }

  /** Resolves entities inside the fence and turns the parser's errors into exceptions. */
  private final class Watcher extends DefaultHandler2 {
    private final SourceFile file;
    private final Limits limits;
    private final Diagnostics findings;
    private final EntityGrowth entities;

    Watcher(SourceFile file, byte[] bytes, Limits limits, Diagnostics findings) {
      this.file = file;
      this.entities = new EntityGrowth(bytes);
      this.limits = limits;
      this.findings = findings;
    }

    Location here() {
      Locator locator = limits.locator();
      return locator == null
          ? Location.of(file.name())
          : Location.of(file.name(), locator.getLineNumber(), locator.getColumnNumber());
    }

    Location at(SAXParseException problem) {
      return problem.getLineNumber() > 0
          ? Location.of(file.name(), problem.getLineNumber(), problem.getColumnNumber())
          : here();
    }

    @Override
    public InputSource resolveEntity(String name, String publicId, String base, String systemId)
        throws IOException {
      Path wanted = inside(base, systemId);
      if (wanted != null) {
        InputStream stream = Files.newInputStream(wanted);
        InputSource source = new InputSource(stream);
        source.setSystemId(wanted.toUri().toString());
        return source;
      }
      if ("[dtd]".equals(name)) {
        findings.add(Diagnostic.of(Code.XML_DTD_SKIPPED, here(), systemId));
        InputSource nothing = new InputSource(new StringReader(""));
        nothing.setSystemId(systemId);
        return nothing;
      }
      throw new Fenced(systemId);
    }

    @Override
    public void internalEntityDecl(String name, String value) {
      entities.declare(name, value);
    }

    /** In attributes entities grow before any handler hears of it, so it is reckoned beforehand. */
    @Override
    public void endDTD() throws SAXException {
      if (entities.growth() > limits.mostText()) {
        throw limits.exceeded();
      }
    }

    /** The file inside the fence that is meant, or null when it lies outside. */
    private Path inside(String base, String systemId) {
      try {
        URI uri = base == null ? new URI(systemId) : new URI(base).resolve(systemId);
        if (!"file".equals(uri.getScheme())) {
          return null;
        }
        Path real = Path.of(uri).toRealPath();
        return real.startsWith(fence) ? real : null;
      } catch (java.net.URISyntaxException | IllegalArgumentException | IOException unusable) {
        return null;
      }
    }

    @Override
    public void error(SAXParseException problem) {
      // Only a validating parser reports these; the grammars have their own messages.
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }
}
