package org.letterpress.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server of the preview, asked as a browser and as an intruder would ask. */
class PreviewServerTest {
  private static final String PAGE = "<html><head></head><body>A <em>letter</em></body></html>";

  private final BlockingQueue<Browser> joined = new LinkedBlockingQueue<>();
  private PreviewServer server;

  /** A site of one letter and a style sheet. */
  private static final class OneLetter implements Site {
    @Override
    public File show(String path) {
      return switch (path) {
        case "letters/a.html" -> new File(PAGE.getBytes(StandardCharsets.UTF_8), true);
        case "assets/a.css" -> new File("p {}".getBytes(StandardCharsets.UTF_8), false);
        case "letters/broken.html" -> throw new IllegalStateException("broken");
        default -> null;
      };
    }

    @Override
    public Source source(String path) {
      return path.equals("letters/a.html") ? new Source("tei/a.xml", "<TEI/>") : null;
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = listening(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PreviewServer listening(int port) throws IOException {
    return new PreviewServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        new Doorkeeper(Set.of("localhost")),
        new OneLetter(),
        Map.of("root", "/home/\"me\""),
        joined::add);
  }

  @Test
  void aPageGetsTheScriptAndOtherFilesStayAsTheyAre() throws IOException {
    String page = ask("GET /letters/a.html");
    assertThat(page)
        .contains("200", "text/html", "A <em>letter</em>")
        .contains("<head><script defer src=\"/_preview/preview.js\" data-page=\"letters/a.html\"")
        .contains("data-root=\"/home/&quot;me&quot;\"");
    assertThat(ask("GET /assets/a.css")).contains("200", "text/css").endsWith("p {}\n");
  }

  @Test
  void nothingButTheSiteCanBeAskedFor() throws IOException {
    for (String path :
        new String[] {
          "/../../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/etc/passwd",
          "/letters/",
          "/_preview/x",
          "/_preview/../preview.js",
          "/_preview/source?page=../../etc/passwd",
          "//etc/passwd"
        }) {
      assertThat(ask("GET " + path)).as(path).contains(" 404 ").doesNotContain("root:");
    }
  }

  @Test
  void thePreviewCanOnlyBeRead() throws IOException {
    assertThat(ask("POST /letters/a.html")).contains(" 405 ");
    assertThat(ask("DELETE /letters/a.html")).contains(" 405 ");
    assertThat(ask("HEAD /letters/a.html")).contains(" 200 ").doesNotContain("<em>");
  }

  @Test
  void aForeignNameOrOriginIsRefused() throws IOException {
    assertThat(ask("GET /letters/a.html", "Host: evil.example")).contains(" 403 ");
    assertThat(ask("GET /letters/a.html", host(), "Origin: http://evil.example")).contains(" 403 ");
    assertThat(ask("GET /_preview/events?page=x", host(), "Origin: http://evil.example"))
        .contains(" 403 ");
    assertThat(ask("GET /letters/a.html", host(), "Origin: http://localhost:" + server.port()))
        .contains(" 200 ");
  }

  @Test
  void aDefectIsALineAndNoTrace() throws IOException {
    assertThat(ask("GET /letters/broken.html")).contains(" 500 ", "broken").doesNotContain("\tat ");
  }

  @Test
  void theSourceIsGivenAsText() throws IOException {
    assertThat(ask("GET /_preview/source?page=letters/a.html"))
        .contains("200", "text/plain", "<TEI/>");
    assertThat(ask("GET /_preview/source?page=index.html")).contains(" 404 ");
  }

  @Test
  void anOpenPageIsToldWhatChangesAndOnlyThat() throws Exception {
    try (Socket socket = connect();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      send(socket, "GET /_preview/events?page=letters/a.html&version=v1", host());
      Browser browser = joined.poll(30, TimeUnit.SECONDS);
      assertThat(browser.page()).isEqualTo("letters/a.html");
      browser.show("<p>the same</p>", "v1");
      browser.show("<p>one\r\ntwo</p>", "v2");
      StringBuilder said = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        said.append(line).append('\n');
        if (line.contains("two")) {
          break;
        }
      }
      assertThat(said.toString())
          .contains("text/event-stream", "event: page\ndata: <p>one\ndata: two</p>\n")
          .doesNotContain("the same");
    }
  }

  @Test
  void aTakenPortIsSaid() {
    int port = server.port();
    assertThatThrownBy(() -> listening(port)).isInstanceOf(BindException.class);
  }

  @Test
  void itStopsWhilePagesAreOpen() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET /_preview/events?page=letters/a.html", host());
      assertThat(joined.poll(30, TimeUnit.SECONDS)).isNotNull();
      int port = server.port();
      server.close();
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(IOException.class);
    }
  }

  private String host() {
    return "Host: localhost:" + server.port();
  }

  private String ask(String request) throws IOException {
    return ask(request, host());
  }

  /** What the server answers; a socket, because clients of the JDK choose their own Host. */
  private String ask(String request, String... headers) throws IOException {
    try (Socket socket = connect()) {
      send(socket, request, headers);
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static void send(Socket socket, String request, String... headers) throws IOException {
    String all = request + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers);
    socket.getOutputStream().write((all + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
