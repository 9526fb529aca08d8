package org.letterpress.source;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xmlresolver.CatalogManager;
import org.xmlresolver.ResolverConfiguration;
import org.xmlresolver.ResolverFeature;
import org.xmlresolver.XMLResolverConfiguration;
import org.xmlresolver.catalog.entry.EntryCatalog;
import org.xmlresolver.loaders.XmlLoader;

/**
 * The XML catalogs of an edition (OASIS XML Catalogs 1.1): say which file stands for an address.
 *
 * <p>A catalog draws in others from the edition's folder only, and never from the network.
 */
public final class Catalog {
  /** Where an edition may keep a catalog. */
  private static final List<String> PLACES = List.of("catalog.xml", "schema/catalog.xml");

  private final CatalogManager manager;

  private Catalog(CatalogManager manager) {
    this.manager = manager;
  }

  /**
   * The catalogs of an edition: {@code catalog.xml} in its folder and in {@code schema/}.
   *
   * @param names how messages call files
   * @param findings gets an error for each catalog that cannot be read; it is then left out
   */
  public static Catalog of(Path edition, SourceFolder names, Diagnostics findings) {
    List<String> usable = new ArrayList<>();
    for (String place : PLACES) {
      Path file = edition.resolve(place);
      if (Files.isRegularFile(file) && isReadable(file, names.name(file), findings)) {
        usable.add(file.toUri().toString());
      }
    }
    XMLResolverConfiguration configuration = new XMLResolverConfiguration(List.of());
    configuration.setFeature(ResolverFeature.CATALOG_FILES, usable);
    configuration.setFeature(ResolverFeature.PREFER_PROPERTY_FILE, false);
    configuration.setFeature(ResolverFeature.CLASSPATH_CATALOGS, false);
    configuration.setFeature(ResolverFeature.ARCHIVED_CATALOGS, false);
    configuration.setFeature(ResolverFeature.ALLOW_CATALOG_PI, false);
    configuration.setFeature(ResolverFeature.PARSE_RDDL, false);
    configuration.setFeature(ResolverFeature.XMLREADER_SUPPLIER, SafeParser::newReader);
    CatalogManager manager = configuration.getFeature(ResolverFeature.CATALOG_MANAGER);
    manager.setCatalogLoader(new FencedLoader(configuration, edition));
    return new Catalog(manager);
  }

  /**
   * What stands for an address.
   *
   * @param addresses forms of the same address, for instance as written and made absolute
   * @return null when no catalog knows any of them
   */
  public synchronized String lookup(List<String> addresses) {
    for (String address : addresses) {
      URI found = manager.lookupURI(address);
      if (found == null) {
        found = manager.lookupSystem(address);
      }
      if (found != null) {
        return found.toString();
      }
    }
    return null;
  }

  private static boolean isReadable(Path file, String name, Diagnostics findings) {
    XMLReader reader = SafeParser.newReader();
    // The DTD that a catalog may name has nothing to add to it.
    reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    reader.setErrorHandler(new DefaultHandler());
    try {
      reader.parse(new InputSource(file.toUri().toString()));
      return true;
    } catch (SAXParseException problem) {
      findings.add(
          Code.XML_MALFORMED,
          Location.of(name, problem.getLineNumber(), problem.getColumnNumber()),
          WellFormedness.message(problem.getMessage()),
          WellFormedness.remedy(problem.getMessage()));
    } catch (IOException | SAXException problem) {
      findings.add(Code.XML_UNREADABLE, Location.of(name), String.valueOf(problem.getMessage()));
    }
    return false;
  }

  /** Loads the catalogs that lie in the edition; any other counts as empty. */
  private static final class FencedLoader extends XmlLoader {
    private static final String EMPTY =
        "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'/>";

    private final Path fence;

    FencedLoader(ResolverConfiguration configuration, Path edition) {
      super(configuration);
      this.fence = real(edition);
    }

    @Override
    public EntryCatalog loadCatalog(URI address) {
      if ("file".equals(address.getScheme()) && real(Path.of(address)).startsWith(fence)) {
        return super.loadCatalog(address);
      }
      return super.loadCatalog(address, new InputSource(new StringReader(EMPTY)));
    }

    private static Path real(Path path) {
      try {
        return path.toRealPath();
      } catch (IOException absent) {
        return path.toAbsolutePath().normalize();
      }
    }
  }
}
