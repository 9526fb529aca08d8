package org.letterpress.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of an image means, as far as its text tells. */
public sealed interface ImageAddress {

  /**
   * A file, by its path from the source or from the edition's folder.
   *
   * @param path as it was written, for instance {@code ../images/a%20b.jpg}
   */
  record OfFile(String path) implements ImageAddress {}

  /**
   * An image service that speaks IIIF's Image API.
   *
   * @param base its address without {@code /info.json} and without a slash at its end
   */
  record OfService(String base) implements ImageAddress {}

  /** An image of another host. */
  record OfWeb(String address) implements ImageAddress {}

  /** A web page, a private prefix, an id: nothing that could be shown as an image. */
  record None() implements ImageAddress {}

  Pattern WEB = Pattern.compile("(?i)https?://[^\\s\"<>\\\\`{|}]+");

  /** Region, size, rotation, quality and format of the Image API's versions 1.1 to 3. */
  Pattern REQUEST =
      Pattern.compile(
          "(.+)/(?:full|square|(?:pct:)?[\\d.]+,[\\d.]+,[\\d.]+,[\\d.]+)"
              + "/(?:full|max|\\^?!?(?:pct:)?[\\d.,]+|\\^max)"
              + "/!?[\\d.]+/(?:default|native|color|gr[ae]y|bitonal)(?:\\.\\w+)?");

  Pattern IMAGE_NAME = Pattern.compile("(?i).+\\.(?:jpe?g|png|gif|webp|svg)");

  /** Reads an address. */
  static ImageAddress of(String address) {
    String plain = address.strip();
    if (plain.isEmpty() || plain.startsWith("#")) {
      return new None();
    }
    if (WEB.matcher(plain).matches()) {
      return ofWeb(plain);
    }
    // A scheme of one letter is a drive of Windows, which is no path of an edition either.
    return plain.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*") || plain.startsWith("//")
        ? new None()
        : new OfFile(plain);
  }

  private static ImageAddress ofWeb(String address) {
    URI uri;
    try {
      // The Image API writes this sign as it is.
      uri = new URI(address.replace("^", "%5E"));
    } catch (URISyntaxException notAnAddress) {
      return new None();
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return new None();
    }
    String plain = uri.toString().replaceFirst("#.*", "");
    if (plain.endsWith("/info.json")) {
      return new OfService(plain.substring(0, plain.length() - "/info.json".length()));
    }
    Matcher request = REQUEST.matcher(plain.replace("%5E", "^"));
    if (request.matches()) {
      return new OfService(request.group(1));
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    if (IMAGE_NAME.matcher(path).matches() && !plain.contains("?")) {
      return new OfWeb(plain);
    }
    boolean saysIiif = (uri.getHost() + path).toLowerCase(Locale.ROOT).contains("iiif");
    return saysIiif && !path.endsWith(".json") && path.length() > 1 && !plain.contains("?")
        ? new OfService(plain.replaceFirst("/+$", ""))
        : new None();
  }
}
