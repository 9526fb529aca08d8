package org.letterpress.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.letterpress.source.Markup;
import org.letterpress.source.SafeParser;
import org.letterpress.transform.Imports;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Compiled ISO Schematron rules (queryBinding xslt2 and xslt3); safe to share between threads. */
public final class SchematronRules {
  private static final String TRANSPILER = "/content/transpile.xsl";
  private static final String WITH_FIXES = "quickfix.xsl";
  private static final String VERSION = "/content/VERSION";
  private static final String SCHXSLT = "http://dmaus.name/ns/2023/schxslt";
  private static final String SCHXSLT_HERE = "letterpress:/schxslt/";
  private static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

  /** A full stop inside a text, after a word and before a new sentence; "e.g. Mao" is none. */
  private static final Pattern STOP =
      Pattern.compile("(?<=[\\p{Ll}\\p{Nd})\"”>]{2})\\. +(?=\\p{Lu})");

  private static final Pattern STEP_NAMESPACE = Pattern.compile("Q\\{[^}]*\\}");

  private final Processor processor;
  private final XsltExecutable rules;

  private SchematronRules(Processor processor, XsltExecutable rules) {
    this.processor = processor;
    this.rules = rules;
  }

  /**
   * Compiles rules without a cache.
   *
   * @param name how findings call the schema
   * @param source the schema
   * @param processor what the documents to be checked are built with
   * @param findings gets what is wrong with the schema
   * @return null when it cannot be used
   */
  public static SchematronRules compile(
      String name, InputSource source, Processor processor, Diagnostics findings) {
    return compile(name, source, processor, null, findings);
  }

  /**
   * Compiles rules.
   *
   * @param name how findings call the schema
   * @param source the schema, with a stream and, if it draws in other files, a system id
   * @param processor what the documents to be checked are built with; its fence holds for the
   *     schema, too
   * @param cache a folder that keeps the stylesheet made from the schema for the next time, or
   *     null; a schema that draws in other files is not kept
   * @param findings gets what is wrong with the schema
   * @return null when it cannot be used
   */
  public static SchematronRules compile(
      String name, InputSource source, Processor processor, Path cache, Diagnostics findings) {
    String[] said = {""};
    try {
      byte[] text = bytes(source);
      XsltCompiler compiler = processor.newXsltCompiler();
      compiler.setErrorReporter(
          error -> {
            if (!error.isWarning() && said[0].isEmpty()) {
              said[0] = error.getMessage();
            }
          });
      Path kept = cache == null ? null : cache.resolve(key(text) + ".xsl");
      if (kept != null && Files.isRegularFile(kept)) {
        InputSource stylesheet = new InputSource(Files.newInputStream(kept));
        stylesheet.setSystemId(source.getSystemId());
        SAXSource made = new SAXSource(SafeParser.newReader(), stylesheet);
        return new SchematronRules(processor, compiler.compile(made));
      }
      XdmNode schema = read(text, source.getSystemId(), processor);
      XdmNode stylesheet = transpile(schema, processor, true, said);
      XsltExecutable rules;
      try {
        rules = compiler.compile(stylesheet.asSource());
      } catch (SaxonApiException broken) {
        // Where the fixes are at fault, the rules still hold.
        stylesheet = transpile(schema, processor, false, said);
        rules = compiler.compile(stylesheet.asSource());
      }
      if (kept != null && standsAlone(schema, processor)) {
        keep(stylesheet, kept, processor);
      }
      return new SchematronRules(processor, rules);
    } catch (SAXParseException broken) {
      findings.add(
          Code.SCHEMA_BROKEN,
          Location.of(name, broken.getLineNumber(), broken.getColumnNumber()),
          String.valueOf(broken.getMessage()));
      return null;
    } catch (SaxonApiException | SAXException | IOException broken) {
      String why = said[0].isEmpty() ? broken.getMessage() : said[0];
      int line = broken instanceof SaxonApiException failed ? failed.getLineNumber() : 0;
      findings.add(Code.SCHEMA_BROKEN, Location.of(name, line, 0), String.valueOf(why));
      return null;
    } finally {
      close(source);
    }
  }

  /** Checks a document without making fixes. */
  public void check(XdmNode document, String file, Consumer<Diagnostic> findings) {
    check(document, file, () -> null, findings);
  }

  /**
   * Checks a document.
   *
   * @param document a tree with line numbers
   * @param file how findings call it
   * @param markup gives the markup of its file when a fix is to be made; it may give null
   * @param findings gets each finding
   */
  public void check(
      XdmNode document, String file, Supplier<Markup> markup, Consumer<Diagnostic> findings) {
    try {
      Xslt30Transformer run = rules.load30();
      run.setErrorReporter(error -> {});
      run.setMessageHandler(message -> {});
      // Rules look; whatever they would write is dropped.
      run.setResultDocumentHandler(uri -> new XdmDestination());
      run.setGlobalContextItem(document);
      XdmDestination report = new XdmDestination();
      run.applyTemplates(document, report);
      XPathCompiler paths = processor.newXPathCompiler();
      paths.setCaching(true);
      QuickFixes fixes = new QuickFixes(document, markup, processor.newXPathCompiler());
      for (XdmNode output : report.getXdmNode().children().iterator().next().children()) {
        if (is(output, "failed-assert") || is(output, "successful-report")) {
          Location place = place(value(output, "location"), document, file, paths);
          findings.accept(finding(output, place).withFix(fixes.of(output)));
        }
      }
    } catch (SaxonApiException failed) {
      findings.accept(
          Diagnostic.of(Code.SCH_FAILED, Location.of(file), String.valueOf(failed.getMessage())));
    }
  }

  private static Diagnostic finding(XdmNode output, Location place) {
    String text = "";
    StringJoiner remedy = new StringJoiner(" ");
    for (XdmNode child : output.children()) {
      String words = child.getStringValue().strip().replaceAll("\\s+", " ");
      if (is(child, "text")) {
        text = words;
      } else if (is(child, "diagnostic-reference") && !words.isEmpty()) {
        remedy.add(words);
      }
    }
    // The rule's first sentence says what is wrong; what follows says why and what to do.
    Matcher stop = STOP.matcher(text);
    String message = text;
    if (stop.find()) {
      message = text.substring(0, stop.start());
      remedy = new StringJoiner(" ").add(text.substring(stop.end())).merge(remedy);
    }
    message = message.replaceFirst("\\.$", "");
    String id = value(output, "id");
    String named = id.isEmpty() ? message : Code.SCH_RULE.message(id, message);
    return new Diagnostic(
        Code.SCH_RULE, severity(output), named, place, List.of(), remedy.toString());
  }

  /** A rule without a role is an error, as an assertion that fails is in ISO Schematron. */
  private static Severity severity(XdmNode output) {
    String role = value(output, "role");
    String word = role.isEmpty() ? value(output, "severity") : role;
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "warning", "warn" -> Severity.WARNING;
      case "information", "info", "note", "hint" -> Severity.NOTE;
      default -> Severity.ERROR;
    };
  }

  private static Location place(String path, XdmNode document, String file, XPathCompiler paths) {
    try {
      XdmItem item = path.isEmpty() ? null : paths.evaluateSingle(path, document);
      if (item instanceof XdmNode node) {
        XdmNode at = node;
        while (at.getNodeKind() != XdmNodeKind.ELEMENT && at.getParent() != null) {
          at = at.getParent();
        }
        int line = Math.max(0, at.getLineNumber());
        int column = Math.max(0, at.getColumnNumber());
        return new Location(file, line, column, STEP_NAMESPACE.matcher(path).replaceAll(""));
      }
    } catch (SaxonApiException notAPath) {
      return Location.of(file);
    }
    return Location.of(file);
  }

  private static XdmNode read(byte[] text, String systemId, Processor processor)
      throws SaxonApiException, SAXException, IOException {
    InputSource source = new InputSource(new ByteArrayInputStream(text));
    source.setSystemId(systemId);
    DocumentBuilder builder = processor.newDocumentBuilder();
    builder.setLineNumbering(true);
    if (systemId != null) {
      builder.setBaseURI(URI.create(systemId));
    }
    BuildingContentHandler tree = builder.newBuildingContentHandler();
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(tree);
    // Without a handler Xerces writes what it finds to standard error.
    reader.setErrorHandler(new DefaultHandler());
    reader.parse(source);
    XdmNode schema = tree.getDocumentNode();
    QName root = new QName(SCHEMATRON, "schema");
    for (XdmNode element : schema.children(node -> root.equals(node.getNodeName()))) {
      String language = value(element, "queryBinding").toLowerCase(Locale.ROOT);
      if (language.isEmpty() || language.startsWith("xslt") || language.startsWith("xpath")) {
        return schema;
      }
      throw new SAXException("its queryBinding \"" + language + "\" is not known: use xslt3");
    }
    throw new SAXException("it does not begin with a schema element of ISO Schematron");
  }

  private static XdmNode transpile(
      XdmNode schema, Processor processor, boolean withFixes, String[] said)
      throws SaxonApiException {
    XsltCompiler compiler = processor.newXsltCompiler();
    String imported = SCHXSLT_HERE + "transpile.xsl";
    Imports.allow(compiler, Map.of(imported, () -> open(TRANSPILER, imported)));
    // Of all that SVRL can hold only the failures are read.
    compiler.setParameter(new QName(SCHXSLT, "compact-report"), new XdmAtomicValue(true));
    StreamSource main =
        withFixes ? open(WITH_FIXES, SCHXSLT_HERE + WITH_FIXES) : open(TRANSPILER, imported);
    Xslt30Transformer transpiler = compiler.compile(main).load30();
    transpiler.setErrorReporter(
        error -> {
          if (!error.isWarning()) {
            said[0] = error.getMessage();
          }
        });
    transpiler.setMessageHandler(
        message -> said[0] = message.getContent().getStringValue().strip());
    transpiler.setGlobalContextItem(schema);
    XdmDestination stylesheet = new XdmDestination();
    transpiler.applyTemplates(schema, stylesheet);
    said[0] = "";
    return stylesheet.getXdmNode();
  }

  private static StreamSource open(String resource, String systemId) {
    return new StreamSource(SchematronRules.class.getResourceAsStream(resource), systemId);
  }

  private static boolean standsAlone(XdmNode schema, Processor processor) throws SaxonApiException {
    return processor
            .newXPathCompiler()
            .evaluateSingle("//(*:include | *:extends | *:import | *:use-package)/@href", schema)
        == null;
  }

  /** The same schema and the same compiler give the same stylesheet. */
  private static String key(byte[] schema) throws IOException {
    try (InputStream version = SchematronRules.class.getResourceAsStream(VERSION);
        InputStream fixes = SchematronRules.class.getResourceAsStream(WITH_FIXES)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(schema);
      digest.update(version == null ? new byte[0] : version.readAllBytes());
      digest.update(fixes.readAllBytes());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Keeps a stylesheet; a full disk or a race with another run does no harm. */
  private static void keep(XdmNode stylesheet, Path file, Processor processor) {
    Path part = null;
    try {
      Files.createDirectories(file.getParent());
      part = Files.createTempFile(file.getParent(), "schematron", ".part");
      Serializer serializer = processor.newSerializer(part.toFile());
      serializer.setOutputProperty(Serializer.Property.ENCODING, StandardCharsets.UTF_8.name());
      serializer.serializeNode(stylesheet);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SaxonApiException notKept) {
      discard(part);
    }
  }

  private static void discard(Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException stays) {
      part.toFile().deleteOnExit();
    }
  }

  /** The text of a schema; what comes as characters counts as UTF-8. */
  private static byte[] bytes(InputSource source) throws IOException {
    if (source.getByteStream() != null) {
      return source.getByteStream().readAllBytes();
    }
    StringWriter text = new StringWriter();
    source.getCharacterStream().transferTo(text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void close(InputSource source) {
    try {
      if (source.getByteStream() != null) {
        source.getByteStream().close();
      }
    } catch (IOException closed) {
      // It was only read.
    }
  }

  private static boolean is(XdmNode node, String local) {
    return node.getNodeKind() == XdmNodeKind.ELEMENT
        && node.getNodeName().getLocalName().equals(local)
        && SVRL.equals(node.getNodeName().getNamespaceUri().toString());
  }

  private static String value(XdmNode element, String attribute) {
    String value = element.getAttributeValue(new QName(attribute));
    return value == null ? "" : value;
  }
}
