package org.letterpress.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SafeParser;
import org.letterpress.source.WholeFile;
import org.letterpress.transform.Opener;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Compiles Schematron: a schema of its own, or the rules embedded in a RELAX NG grammar.
 *
 * <p>What is drawn in is assembled first; SchXslt2 then makes a stylesheet of the whole, which is
 * kept on disk by the hash of what it was made from. Safe to use from several threads and
 * processes.
 */
final class SchematronCompiler {
  private static final String ASSEMBLY = "schematron.xsl";
  private static final String TRANSPILER = "/content/transpile.xsl";
  private static final String DECLARATIONS = "declarations.xsl";
  private static final String WITH_FIXES = "quickfix.xsl";
  private static final String VERSION = "/content/VERSION";
  private static final String SCHXSLT = "http://dmaus.name/ns/2023/schxslt";

  private static final Set<String> LANGUAGES =
      Set.of("", "xslt", "xslt1", "xslt2", "xslt3", "xpath", "xpath2", "xpath3", "xpath31");

  /** Functions that read other files, or tell what another day is another. */
  private static final Pattern LOOKS_ELSEWHERE =
      Pattern.compile(
          "\\b(doc|document|doc-available|collection|uri-collection|unparsed-text[\\w-]*|json-doc"
              + "|current-date|current-dateTime|current-time|environment-variable)\\s*\\("
              + "|<xsl:(source-document|merge)\\b");

  private final Supplier<Processor> processor;
  private final Path cache;

  /**
   * @param processor gives what the documents to be checked are built with; its fence holds for
   *     what the rules read while they run
   * @param cache a folder that keeps the stylesheets made from schemas, or null
   */
  SchematronCompiler(Supplier<Processor> processor, Path cache) {
    this.processor = processor;
    this.cache = cache;
  }

  /**
   * Compiles rules.
   *
   * @param name how findings call the schema
   * @param schema the schema
   * @param includes opens what it draws in
   * @param phase the phase to check; empty for the schema's own default
   * @param findings gets what is wrong with the schema
   * @return null when it cannot be used
   */
  SchematronRules compile(
      String name, SchemaText schema, Includes includes, String phase, Diagnostics findings) {
    Problems problems = new Problems();
    try {
      return compile(schema, includes, phase, problems);
    } catch (SAXParseException broken) {
      findings.add(
          Code.SCHEMA_BROKEN,
          Location.of(name, broken.getLineNumber(), broken.getColumnNumber()),
          String.valueOf(broken.getMessage()));
    } catch (IOException unreadable) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), ReadProblem.describe(unreadable));
    } catch (SaxonApiException | SAXException broken) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), problems.first(broken));
    } catch (StackOverflowError tooDeep) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(name), "its elements are nested too deep");
    }
    return null;
  }

  private SchematronRules compile(
      SchemaText schema, Includes includes, String phase, Problems problems)
      throws SaxonApiException, SAXException, IOException {
    XsltCompiler compiler = processor.get().newXsltCompiler();
    compiler.setErrorReporter(
        error -> {
          if (!error.isWarning()) {
            problems.add(error.getMessage());
          }
        });
    // A schema that draws in nothing is known by its own bytes; that saves the assembly.
    Path alone = kept(schema.bytes(), phase);
    if (alone != null && Files.isRegularFile(alone)) {
      return compile(Files.readAllBytes(alone), schema, includes, compiler, problems);
    }
    AtomicInteger drawn = new AtomicInteger();
    Includes counting =
        address -> {
          drawn.incrementAndGet();
          return includes.open(address);
        };
    XdmNode whole = assemble(schema, counting, compiler, problems);
    checkLanguage(whole);
    checkPhase(whole, phase);
    Path file = drawn.get() == 0 ? alone : kept(text(whole), phase);
    if (file != null && Files.isRegularFile(file)) {
      return compile(Files.readAllBytes(file), schema, includes, compiler, problems);
    }
    byte[] stylesheet = text(transpile(whole, phase, true, problems));
    SchematronRules rules;
    try {
      rules = compile(stylesheet, schema, includes, compiler, problems);
    } catch (SaxonApiException broken) {
      // Where the quick fixes are at fault, the rules still hold.
      problems.clear();
      stylesheet = text(transpile(whole, phase, false, problems));
      rules = compile(stylesheet, schema, includes, compiler, problems);
    }
    if (file != null) {
      keep(file, stylesheet);
    }
    return rules;
  }

  /** Compiles the stylesheet that was made from a schema. */
  private SchematronRules compile(
      byte[] stylesheet,
      SchemaText schema,
      Includes includes,
      XsltCompiler compiler,
      Problems problems)
      throws SaxonApiException {
    SchemaText made = new SchemaText(schema.address(), stylesheet);
    opener(includes, problems).serve(compiler);
    XsltExecutable rules = compiler.compile(new SAXSource(SafeParser.newReader(), made.open()));
    String text = new String(stylesheet, StandardCharsets.UTF_8);
    return new SchematronRules(processor.get(), rules, !LOOKS_ELSEWHERE.matcher(text).find());
  }

  /** The whole schema, with what it draws in. */
  private XdmNode assemble(
      SchemaText schema, Includes includes, XsltCompiler compiler, Problems problems)
      throws SaxonApiException, SAXException, IOException {
    XdmNode document = read(schema.open(), processor.get());
    XdmNode root = root(document);
    String namespace = root.getNodeName().getNamespaceUri().toString();
    boolean isSchema =
        namespace.equals(SchemaKind.SCHEMATRON_NAMESPACE)
            && root.getNodeName().getLocalName().equals("schema");
    if (!isSchema && !namespace.equals(SchemaKind.RELAX_NG_NAMESPACE)) {
      throw new SAXException("it does not begin with a schema element of ISO Schematron");
    }
    try (InputStream stream = SchematronCompiler.class.getResourceAsStream(ASSEMBLY)) {
      Xslt30Transformer assembly =
          compiler.compile(new StreamSource(stream, "letterpress:/" + ASSEMBLY)).load30();
      opener(includes, problems).serve(assembly);
      return run(assembly, document, problems);
    }
  }

  /**
   * Opens what a schema draws in; that something is refused says more than what follows from it.
   */
  private static Opener opener(Includes includes, Problems problems) {
    return address -> {
      try {
        return includes.open(address).open();
      } catch (IOException refused) {
        problems.add(ReadProblem.describe(refused));
        throw refused;
      }
    };
  }

  private static XdmNode read(InputSource source, Processor processor)
      throws SaxonApiException, SAXException, IOException {
    DocumentBuilder builder = processor.newDocumentBuilder();
    builder.setBaseURI(URI.create(source.getSystemId()));
    BuildingContentHandler tree = builder.newBuildingContentHandler();
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(tree);
    // Without a handler Xerces writes what it finds to standard error.
    reader.setErrorHandler(new DefaultHandler());
    reader.parse(source);
    return tree.getDocumentNode();
  }

  private static XdmNode root(XdmNode document) {
    return document.children("*").iterator().next();
  }

  private static void checkLanguage(XdmNode schema) throws SAXException {
    String language = value(root(schema), "queryBinding");
    if (!LANGUAGES.contains(language.strip().toLowerCase(Locale.ROOT))) {
      throw new SAXException(
          "its queryBinding \"" + language + "\" is not known here: xslt, xslt2, xslt3 are");
    }
  }

  /** A phase that does not exist would check nothing, and nobody would notice. */
  private static void checkPhase(XdmNode schema, String phase) throws SAXException {
    String wanted = phase.isEmpty() ? value(root(schema), "defaultPhase") : phase;
    if (wanted.isEmpty() || wanted.equals("#ALL") || wanted.equals("#DEFAULT")) {
      return;
    }
    List<String> known = new ArrayList<>();
    for (XdmNode child : root(schema).children("phase")) {
      known.add(value(child, "id"));
    }
    if (!known.contains(wanted)) {
      String has = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
      throw new SAXException("it has no phase \"" + wanted + "\"; " + has);
    }
  }

  private XdmNode transpile(XdmNode schema, String phase, boolean withFixes, Problems problems)
      throws SaxonApiException {
    XsltCompiler compiler = processor.get().newXsltCompiler();
    // quickfix.xsl imports declarations.xsl, and that SchXslt2's stylesheet.
    Opener imported =
        address -> open(address.endsWith(DECLARATIONS) ? DECLARATIONS : TRANSPILER, address);
    imported.serve(compiler);
    // Of all that SVRL can hold only the failures are read.
    compiler.setParameter(new QName(SCHXSLT, "compact-report"), new XdmAtomicValue(true));
    if (!phase.isEmpty()) {
      compiler.setParameter(new QName(SCHXSLT, "phase"), new XdmAtomicValue(phase));
    }
    InputSource main = open(withFixes ? WITH_FIXES : DECLARATIONS, "letterpress:/schxslt/main.xsl");
    SAXSource source = new SAXSource(SafeParser.newReader(), main);
    return run(compiler.compile(source).load30(), schema, problems);
  }

  private static InputSource open(String resource, String address) {
    InputSource source = new InputSource(SchematronCompiler.class.getResourceAsStream(resource));
    source.setSystemId(address);
    return source;
  }

  private static XdmNode run(Xslt30Transformer transformer, XdmNode document, Problems problems)
      throws SaxonApiException {
    transformer.setErrorReporter(
        error -> {
          if (!error.isWarning()) {
            problems.add(error.getMessage());
          }
        });
    transformer.setMessageHandler(
        message -> problems.add(message.getContent().getStringValue().strip()));
    transformer.setGlobalContextItem(document);
    XdmDestination result = new XdmDestination();
    transformer.applyTemplates(document, result);
    problems.clear();
    return result.getXdmNode();
  }

  /**
   * The file for what is made from a schema; the same schema and the same SchXslt make the same.
   */
  private Path kept(byte[] schema, String phase) throws IOException {
    if (cache == null) {
      return null;
    }
    try (InputStream version = SchematronCompiler.class.getResourceAsStream(VERSION);
        InputStream assembly = SchematronCompiler.class.getResourceAsStream(ASSEMBLY);
        InputStream declarations = SchematronCompiler.class.getResourceAsStream(DECLARATIONS);
        InputStream fixes = SchematronCompiler.class.getResourceAsStream(WITH_FIXES)) {
      String hash =
          Hash.of(
              version.readAllBytes(),
              assembly.readAllBytes(),
              declarations.readAllBytes(),
              fixes.readAllBytes(),
              phase.getBytes(StandardCharsets.UTF_8),
              schema);
      return cache.resolve("schematron").resolve(hash + ".xsl");
    }
  }

  /** Keeps a stylesheet; where that is not possible, it is made again the next time. */
  private static void keep(Path file, byte[] stylesheet) {
    try {
      WholeFile.write(file, stylesheet);
    } catch (IOException notKept) {
      // A full disk or a folder that is not ours does no harm to the check.
    }
  }

  private byte[] text(XdmNode document) throws SaxonApiException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Serializer serializer = processor.get().newSerializer(bytes);
    serializer.setOutputProperty(Serializer.Property.ENCODING, StandardCharsets.UTF_8.name());
    serializer.serializeNode(document);
    return bytes.toByteArray();
  }

  private static String value(XdmItem element, String attribute) {
    String value = ((XdmNode) element).getAttributeValue(new QName(attribute));
    return value == null ? "" : value;
  }

  /** What went wrong, as far as it was said; the first says most. */
  private static final class Problems {
    private final List<String> said = new ArrayList<>();

    synchronized void add(String problem) {
      if (problem != null && !problem.isBlank()) {
        said.add(problem);
      }
    }

    synchronized void clear() {
      said.clear();
    }

    synchronized String first(Exception otherwise) {
      return said.isEmpty() ? String.valueOf(otherwise.getMessage()) : said.get(0);
    }
  }
}
