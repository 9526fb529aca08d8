package org.letterpress.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Serves the site to browsers and tells them what changes. Nothing but the site can be asked for.
 */
final class PreviewServer implements AutoCloseable {
  /** Under this path stands what is the preview's and not the site's. */
  static final String OWN = "/_preview/";

  private static final String HTML = "text/html; charset=utf-8";

  /** Letters are nested deeply; memory is taken only as far as the stack really grows. */
  private static final long STACK_BYTES = 512L << 20;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", HTML),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"));

  private final Site site;
  private final Doorkeeper doorkeeper;
  private final Map<String, String> data;
  private final Consumer<Browser> joined;
  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Browser> browsers = new CopyOnWriteArrayList<>();

  /**
   * Listens from now on.
   *
   * @param data what the script in the pages has to know, by names of attributes
   * @param joined told each browser that has opened a page
   * @throws IOException when the address is taken or not this machine's
   */
  PreviewServer(
      InetSocketAddress address,
      Doorkeeper doorkeeper,
      Site site,
      Map<String, String> data,
      Consumer<Browser> joined)
      throws IOException {
    // Without it the system waits for more before it sends a small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.site = site;
    this.doorkeeper = doorkeeper;
    this.data = data;
    this.joined = joined;
    this.server = HttpServer.create(address, 0);
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(null, work, "preview", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The port that it listens at. */
  int port() {
    return server.getAddress().getPort();
  }

  /** The pages that are open. */
  List<Browser> browsers() {
    return browsers;
  }

  /** Stops at once; browsers see that the connection ends. */
  @Override
  public void close() {
    browsers.forEach(Browser::end);
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      admit(exchange);
    }
  }

  private void admit(HttpExchange exchange) throws IOException {
    try {
      Headers asked = exchange.getRequestHeaders();
      String path = Doorkeeper.path(exchange.getRequestURI());
      if (!doorkeeper.allows(
          asked.getFirst("Host"),
          asked.getFirst("Origin"),
          asked.getFirst("Sec-Fetch-Site"),
          asked.getFirst("Sec-Fetch-Mode"))) {
        refuse(exchange, 403, "this preview answers only under its own address");
      } else if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        refuse(exchange, 405, "the preview can only be read");
      } else if (path == null) {
        refuse(exchange, 404, "there is no such page");
      } else if (("/" + path).startsWith(OWN)) {
        own(exchange, path.substring(OWN.length() - 1));
      } else {
        file(exchange, path);
      }
    } catch (RuntimeException | StackOverflowError defect) {
      // What was begun cannot be unsaid; else the browser shows why there is no page.
      if (exchange.getResponseCode() < 0) {
        refuse(exchange, 500, "letterpress failed: " + defect);
      }
    }
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    Site.File shown = site.show(path);
    if (shown == null && path.equals("favicon.ico")) {
      send(exchange, 204, HTML, new byte[0]);
    } else if (shown == null) {
      Site.File missing = path.endsWith(".html") ? site.show("404.html") : null;
      if (missing == null) {
        refuse(exchange, 404, "there is no such page");
      } else {
        send(exchange, 404, HTML, LivePage.of(missing.bytes(), path, data));
      }
    } else if (shown.live()) {
      send(exchange, 200, HTML, LivePage.of(shown.bytes(), path, data));
    } else {
      send(exchange, 200, type(path), shown.bytes());
    }
  }

  private void own(HttpExchange exchange, String path) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI());
    switch (path) {
      case "preview.js", "preview.css", "page.css" ->
          send(exchange, 200, type(path), resource(path));
      case "events" -> follow(exchange, query);
      case "source" -> source(exchange, query.getOrDefault("page", ""));
      default -> refuse(exchange, 404, "there is no such page");
    }
  }

  private void source(HttpExchange exchange, String page) throws IOException {
    Site.Source source = site.source(page);
    if (source == null) {
      refuse(exchange, 404, "this page has no source of its own");
      return;
    }
    byte[] text = source.text().getBytes(StandardCharsets.UTF_8);
    send(exchange, 200, "text/plain; charset=utf-8", text);
  }

  private void follow(HttpExchange exchange, Map<String, String> query) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    secure(exchange.getResponseHeaders());
    exchange.sendResponseHeaders(200, 0);
    Browser browser =
        new Browser(query.getOrDefault("page", ""), query.getOrDefault("version", ""));
    browsers.add(browser);
    try (OutputStream out = exchange.getResponseBody()) {
      joined.accept(browser);
      browser.serve(out);
    } catch (IOException gone) {
      // The page was closed.
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      browsers.remove(browser);
    }
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> values = new HashMap<>();
    String query = address.getRawQuery();
    for (String part : query == null ? new String[0] : query.split("&")) {
      int is = part.indexOf('=');
      if (is > 0) {
        values.put(part.substring(0, is), decoded(part.substring(is + 1)));
      }
    }
    return values;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream =
        PreviewServer.class.getResourceAsStream("/org/letterpress/web/preview/" + name)) {
      if (stream == null) {
        throw new IOException(name + " is missing from this copy of letterpress");
      }
      return stream.readAllBytes();
    }
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", why.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    secure(headers);
    boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    if (empty && bytes.length > 0) {
      headers.set("Content-Length", String.valueOf(bytes.length));
    }
    exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
    if (!empty) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** No other site may embed or read what stands here, and nothing of it is kept. */
  private static void secure(Headers headers) {
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "SAMEORIGIN");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
  }
}
