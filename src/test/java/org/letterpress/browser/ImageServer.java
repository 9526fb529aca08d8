package org.letterpress.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Stands in for the image server of an archive, and for a host with a site: IIIF's Image API 2 and
 * 3 of a drawn image, a service of level 0 that has ready-made tiles only, one whose description
 * pages of other hosts may not read, a description that is missing, and the files of a folder.
 */
final class ImageServer implements AutoCloseable {
  static final int WIDTH = 1200;
  static final int HEIGHT = 1600;

  private static final int TILE = 512;
  private static final Pattern REQUEST =
      Pattern.compile(
          "/iiif/(v2|v3|static|closed)/(\\w+)/(full|[\\d,]+)/(full|max|[\\d,]+)/0/default\\.jpg");

  private final HttpServer server;
  private final Path site;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final BufferedImage image = draw();

  /**
   * Starts it on a free port of this machine.
   *
   * @param site the folder whose files it gives below {@code /site/}
   */
  ImageServer(Path site) throws IOException {
    this.site = site;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address, with a slash at the end. */
  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** Paths below {@code /iiif/} that were asked for. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = null;
    String type = "text/plain";
    if (path.startsWith("/site/")) {
      Path file = site.resolve(path.substring("/site/".length())).normalize();
      if (file.startsWith(site) && Files.isRegularFile(file)) {
        body = Files.readAllBytes(file);
        type = type(path);
      }
    } else if (path.equals("/favicon.ico")) {
      body = new byte[0];
    } else if (path.startsWith("/iiif/")) {
      asked.add(path);
      if (!path.startsWith("/iiif/closed/")) {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      }
      Matcher request = REQUEST.matcher(path);
      if (path.matches("/iiif/(v2|v3|static|closed)/\\w+/info\\.json")) {
        body = info(path).getBytes(StandardCharsets.UTF_8);
        type = "application/json";
      } else if (request.matches()) {
        body = image(request);
        type = "image/jpeg";
      }
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(
        body == null ? 404 : 200, body == null || body.length == 0 ? -1 : body.length);
    if (body != null) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private String info(String path) {
    String base = address() + path.substring(1).replace("/info.json", "");
    String size = "\"width\": " + WIDTH + ", \"height\": " + HEIGHT;
    String tiles = "\"tiles\": [{\"width\": " + TILE + ", \"scaleFactors\": [1, 2, 4]}]";
    if (path.contains("/v2/")) {
      return "{\"@context\": \"http://iiif.io/api/image/2/context.json\", \"@id\": \""
          + base
          + "\", \"protocol\": \"http://iiif.io/api/image\", "
          + size
          + ", \"profile\": [\"http://iiif.io/api/image/2/level1.json\"], "
          + tiles
          + "}";
    }
    String level = path.contains("/v3/") ? "level1" : "level0";
    return "{\"@context\": \"http://iiif.io/api/image/3/context.json\", \"id\": \""
        + base
        + "\", \"type\": \"ImageService3\", \"protocol\": \"http://iiif.io/api/image\", "
        + size
        + ", \"profile\": \""
        + level
        + "\", "
        + tiles
        + "}";
  }

  /** A part of the image, or null when the request is none that this service answers. */
  private byte[] image(Matcher request) throws IOException {
    boolean ready = request.group(1).equals("static");
    int[] region = {0, 0, WIDTH, HEIGHT};
    if (!request.group(3).equals("full")) {
      region = numbers(request.group(3));
    }
    int width = Math.min(region[2], WIDTH - region[0]);
    int height = Math.min(region[3], HEIGHT - region[1]);
    int toWidth = width;
    int toHeight = height;
    String size = request.group(4);
    if (!size.equals("full") && !size.equals("max")) {
      int[] wanted = numbers(size);
      toWidth = wanted[0];
      toHeight = wanted.length > 1 ? wanted[1] : Math.round((float) height * toWidth / width);
    } else if (!request.group(3).equals("full")) {
      return null;
    }
    // A folder of tiles has each in one size only, and no other regions.
    if (ready && (Math.max(toWidth, toHeight) > TILE || region[0] % TILE != 0)) {
      return null;
    }
    BufferedImage part = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = part.createGraphics();
    graphics.drawImage(
        image,
        0,
        0,
        toWidth,
        toHeight,
        region[0],
        region[1],
        region[0] + width,
        region[1] + height,
        null);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(part, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static int[] numbers(String list) {
    return Pattern.compile(",")
        .splitAsStream(list)
        .filter(number -> !number.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static String type(String path) {
    return path.endsWith(".html")
        ? "text/html; charset=utf-8"
        : path.endsWith(".css")
            ? "text/css"
            : path.endsWith(".js")
                ? "text/javascript"
                : path.endsWith(".json") ? "application/json" : "application/octet-stream";
  }

  /** A sheet of paper with four lines at heights of 200, 400, 600 and 800. */
  static BufferedImage draw() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0xE8DCC0));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(new Color(0x2B2A55));
    graphics.setFont(new Font(Font.SERIF, Font.ITALIC, 80));
    for (int line = 1; line <= 4; line++) {
      graphics.drawString("The line of number " + line, 150, 200 * line);
    }
    graphics.dispose();
    return image;
  }
}
