package org.letterpress.validate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.letterpress.source.Catalog;
import org.letterpress.source.Checksum;
import org.letterpress.source.Download;
import org.letterpress.source.ReadProblem;

/**
 * Opens schemas by their addresses: our own; files; and what was fetched from the network, or may
 * be. The catalogs of the edition come first. Safe to use from several threads.
 */
final class SchemaResources {
  /** Which schemas are fetched. */
  enum Network {
    /** None. */
    CLOSED,
    /** Those that are not in the cache. */
    FOR_WHAT_IS_MISSING,
    /** All, once, whether they are in the cache or not. */
    FOR_ALL
  }

  /** Files that one schema may draw in. TEI customisations draw in some thirty. */
  private static final int MOST_PARTS = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A schema outside the edition has one of these endings, so that nothing else gets read. */
  private static final Pattern SCHEMA_FILE =
      Pattern.compile(".*\\.(rng|rnc|sch|isosch|xsd)", Pattern.CASE_INSENSITIVE);

  private final Catalog catalog;
  private final SchemaCache cache;
  private final Network network;
  private final Path edition;
  private final Clock clock;
  private final Download download = new Download(PATIENCE, SchemaText.MOST_BYTES);
  private final Set<String> fetched = ConcurrentHashMap.newKeySet();

  /**
   * @param edition the folder from which every schema may draw in files
   * @param clock tells when a schema was fetched
   */
  SchemaResources(Catalog catalog, SchemaCache cache, Network network, Path edition, Clock clock) {
    this.catalog = catalog;
    this.cache = cache;
    this.network = network;
    this.edition = real(edition);
    this.clock = clock;
  }

  /**
   * Where a schema is.
   *
   * @param written its address as it was written
   * @param base what a relative address is relative to
   * @return an absolute address; the catalogs have been asked
   * @throws IOException when it is no address
   */
  String locate(String written, String base) throws IOException {
    try {
      String absolute = URI.create(base).resolve(written.replace(" ", "%20")).toString();
      String mapped = catalog.lookup(List.of(written, absolute));
      return mapped == null ? absolute : mapped;
    } catch (IllegalArgumentException unusable) {
      throw new IOException("\"" + written + "\" is not an address that can be read", unusable);
    }
  }

  /**
   * Opens a schema.
   *
   * @param address absolute, as {@link #locate} gives it
   * @throws NotFetchedException when it would have to be fetched first
   * @throws IOException when it cannot be had; the message says why in one clause
   */
  SchemaText open(String address) throws IOException {
    if (IncludeFence.isOurs(address)) {
      return IncludeFence.ours(address);
    }
    if (isRemote(address)) {
      return remote(address);
    }
    Path file = file(address);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Path real = file.toRealPath();
    if (!real.startsWith(edition) && !SCHEMA_FILE.matcher(real.toString()).matches()) {
      throw new IOException("it lies outside the edition, and its name is not that of a schema");
    }
    return SchemaText.read(file);
  }

  /**
   * What a schema may draw in: parts from its own folder, the edition, the cache and the network.
   */
  Parts parts(SchemaText schema) {
    List<Path> folders = new ArrayList<>(List.of(edition));
    if (!isRemote(schema.address()) && !IncludeFence.isOurs(schema.address())) {
      Path folder = Path.of(URI.create(schema.address())).getParent();
      if (folder != null) {
        folders.add(folder);
      }
    }
    return new Parts(new IncludeFence(folders));
  }

  /**
   * Notes in the cache what a fetched schema is and what it draws in.
   *
   * @param url the address under which it was fetched in this run; others are left alone
   */
  void remember(String url, SchemaText schema, SchemaKind kind, Parts parts) throws IOException {
    if (fetched.contains(url)) {
      cache.put(
          new SchemaCache.Entry(
              url,
              schema.address(),
              kind,
              clock.instant().truncatedTo(ChronoUnit.SECONDS),
              schema.bytes().length,
              parts.needs()),
          schema.bytes());
    }
  }

  /** True for addresses in the network. */
  static boolean isRemote(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /** The file of a {@code file:} address. */
  static Path file(String address) throws IOException {
    try {
      URI uri = URI.create(address.replaceFirst("[?#].*$", ""));
      // An authority would make some systems look in the network.
      if ("file".equals(uri.getScheme()) && uri.getAuthority() == null) {
        return Path.of(uri).normalize();
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException unusable) {
      throw new IOException("\"" + address + "\" is not an address that can be read", unusable);
    }
    throw new IOException("\"" + address + "\" is neither a file nor an address of http or https");
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException absent) {
      return folder;
    }
  }

  private SchemaText remote(String address) throws IOException {
    String url = address.replaceFirst("#.*$", "");
    boolean again = network == Network.FOR_ALL && !fetched.contains(url);
    SchemaText kept = again ? null : cache.find(url);
    if (kept != null) {
      return kept;
    }
    if (network == Network.CLOSED) {
      throw new NotFetchedException(url);
    }
    Download.Got got = download.get(url);
    SchemaText schema = new SchemaText(got.address(), got.bytes());
    if (schema.isWebPage()) {
      throw new IOException("the server sends a web page (HTML), not a schema");
    }
    if (schema.bytes().length == 0) {
      throw new IOException("the server sends an empty file");
    }
    fetched.add(url);
    try {
      // Until it is known to be more, it counts as a part of another schema.
      remember(url, schema, null, new Parts(Includes.NONE));
    } catch (IOException notKept) {
      if (network == Network.FOR_ALL) {
        throw new IOException(
            "it cannot be kept in the cache: " + ReadProblem.describe(notKept), notKept);
      }
    }
    return schema;
  }

  /** The parts of one schema; remembers which were asked for. */
  final class Parts implements Includes {
    private final Includes files;
    private final Set<String> asked = new TreeSet<>();
    private final Map<String, String> digests = new TreeMap<>();
    private NotFetchedException notFetched;

    private Parts(Includes files) {
      this.files = files;
    }

    @Override
    public synchronized SchemaText open(String address) throws IOException {
      String located = locate(address, address);
      asked.add(located.replaceFirst("#.*$", ""));
      if (asked.size() > MOST_PARTS) {
        throw new IOException("it draws in more than " + MOST_PARTS + " files");
      }
      try {
        SchemaText part = isRemote(located) ? remote(located) : files.open(located);
        digests.put(located, new Checksum().add(part.bytes()).hex());
        return part;
      } catch (NotFetchedException absent) {
        notFetched = absent;
        throw absent;
      } catch (IOException refused) {
        throw isRemote(located)
            ? new IOException("it includes " + located + ": " + refused.getMessage(), refused)
            : refused;
      }
    }

    /** A digest of all that was drawn in. */
    synchronized String digest() {
      return digests.toString();
    }

    /** The addresses in the network that were asked for, whether they could be had or not. */
    synchronized List<String> needs() {
      return asked.stream().filter(SchemaResources::isRemote).toList();
    }

    /** Why a part was not to be had, if that is because it was not fetched; else null. */
    synchronized NotFetchedException notFetched() {
      return notFetched;
    }
  }
}
