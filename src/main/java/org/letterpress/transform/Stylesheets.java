package org.letterpress.transform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;

/**
 * Compiles stylesheets once and fences what they may read: our own under {@code letterpress:/xslt/}
 * and files inside the edition's folder, nothing else.
 *
 * <p>Safe to share between threads.
 */
public final class Stylesheets {
  /** The stable address under which an edition imports our stylesheets. */
  public static final String SCHEME = "letterpress";

  /** The edition's own words of the interface, put together in one document. */
  private static final String OWN_LOCALES = "/own/locales.xml";

  private static final String RESOURCES = "/org/letterpress";

  private final Edition edition;
  private final Diagnostics findings;
  private Processor processor;
  private final Map<String, Compilation> compiled = new ConcurrentHashMap<>();

  /** The compilation of one stylesheet, begun by whoever asks for it first. */
  private final class Compilation {
    private final String name;
    private boolean over;
    private Stylesheet result;

    Compilation(String name) {
      this.name = name;
    }

    synchronized Stylesheet result() {
      if (!over) {
        result = compile(name);
        over = true;
      }
      return result;
    }
  }

  /**
   * @param edition its own {@code xslt/} wins over ours
   * @param findings gets the errors of stylesheets
   */
  public Stylesheets(Edition edition, Diagnostics findings) {
    this.edition = edition;
    this.findings = findings;
  }

  /** The processor that all trees of this run belong to; made when it is first asked for. */
  public synchronized Processor processor() {
    if (processor == null) {
      processor = new Processor(false);
      processor.setConfigurationProperty(
          Feature.ALLOWED_PROTOCOLS, SCHEME + ",file,classpath,data");
      processor.setConfigurationProperty(Feature.XSLT_ENABLE_ASSERTIONS, false);
      processor.getUnderlyingConfiguration().setResourceResolver(this::resolve);
      processor.getUnderlyingConfiguration().setCollationURIResolver(new Alphabets());
      processor.registerExtensionFunction(new PluralForm());
    }
    return processor;
  }

  /**
   * A compiled entry stylesheet.
   *
   * @param name file name, for instance {@code html.xsl}
   * @return null when it cannot be compiled; findings then say why
   */
  public Stylesheet get(String name) {
    // Different ones may be compiled at once, and one that fails says so once.
    return compiled.computeIfAbsent(name, Compilation::new).result();
  }

  private Stylesheet compile(String name) {
    AtomicInteger errors = new AtomicInteger();
    XsltCompiler compiler = processor().newXsltCompiler();
    compiler.setResourceResolver(this::resolve);
    compiler.setErrorReporter(
        error -> {
          if (!error.isWarning() && !error.isAlreadyReported()) {
            errors.incrementAndGet();
            findings.add(Code.XSLT_COMPILE, place(error.getLocation()), error.getMessage());
          }
        });
    Path own = edition.own("xslt/" + name);
    boolean isOurs = own == null || isOurOwn(own, name);
    try {
      ResourceRequest request = new ResourceRequest();
      request.uri = isOurs ? SCHEME + ":/xslt/" + name : own.toUri().toString();
      XsltExecutable executable = compiler.compile(resolve(request));
      return new Stylesheet(executable, this::resolve);
    } catch (SaxonApiException | XPathException reported) {
      if (errors.get() == 0) {
        findings.add(Code.XSLT_COMPILE, Location.of(name), reported.getMessage());
      }
      return null;
    }
  }

  /**
   * True in our own repository, whose xslt/ is what the jar holds: no override but the original.
   */
  private static boolean isOurOwn(Path file, String name) {
    try (InputStream ours = Stylesheets.class.getResourceAsStream(RESOURCES + "/xslt/" + name)) {
      return ours != null && java.util.Arrays.equals(ours.readAllBytes(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Location place(net.sf.saxon.s9api.Location location) {
    if (location == null || location.getSystemId() == null) {
      return Location.NONE;
    }
    String id = location.getSystemId();
    return Location.of(
        id.startsWith(SCHEME) ? id : id.substring(id.lastIndexOf('/') + 1),
        location.getLineNumber(),
        location.getColumnNumber());
  }

  /** Opens what a stylesheet asks for, or refuses. */
  private Source resolve(ResourceRequest request) throws XPathException {
    if (request.uri == null) {
      return null;
    }
    URI uri = URI.create(request.uri);
    try {
      InputStream stream = open(uri);
      InputSource input = new InputSource(stream);
      input.setSystemId(request.uri);
      if (ResourceRequest.TEXT_NATURE.equals(request.nature)
          || ResourceRequest.BINARY_NATURE.equals(request.nature)) {
        return new javax.xml.transform.stream.StreamSource(stream, request.uri);
      }
      return new SAXSource(SafeParser.newReader(), input);
    } catch (IOException refused) {
      throw new XPathException(request.uri + " cannot be read: " + refused.getMessage());
    }
  }

  private InputStream open(URI uri) throws IOException {
    if (SCHEME.equals(uri.getScheme()) && OWN_LOCALES.equals(uri.getPath())) {
      return OwnLocales.document(edition.folder());
    }
    if (SCHEME.equals(uri.getScheme())) {
      InputStream ours = Stylesheets.class.getResourceAsStream(RESOURCES + uri.getPath());
      if (ours == null) {
        throw new IOException("letterpress has no such file");
      }
      return ours;
    }
    if ("file".equals(uri.getScheme())) {
      Path real = Path.of(uri).toRealPath();
      if (real.startsWith(edition.folder().toRealPath())) {
        return Files.newInputStream(real);
      }
    }
    throw new IOException("it lies outside the edition");
  }
}
