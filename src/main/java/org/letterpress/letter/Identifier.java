package org.letterpress.letter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier that an authority file gives to an entry.
 *
 * @param authority name of the authority, as it is usually written, for instance {@code GND}
 * @param value the bare identifier
 * @param href the address under which the authority describes it, or empty
 */
public record Identifier(String authority, String value, String href) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern GEONAMES = Pattern.compile("geonames\\.org/(\\d+)");
  private static final Pattern START = Pattern.compile("(?i)^https?://(www\\.|sws\\.)?");

  /** Authorities that have several addresses for one thing; the number or name is the same. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?i)(d-nb\\.info/gnd|viaf\\.org/viaf|wikidata\\.org/(?:wiki|entity)|geonames\\.org"
              + "|orcid\\.org|id\\.loc\\.gov/authorities/names|isni\\.org(?:/isni)?)/([^/?#]+).*");

  /** True for an address on the web. */
  static boolean isAddress(String value) {
    return ADDRESS.matcher(value).matches();
  }

  /** Reads an {@code idno}: its type, and a number or an address as its text. */
  static Identifier of(String type, String text) {
    String value = text.strip();
    boolean address = isAddress(value);
    String bare = address ? lastStep(value) : value;
    String named = (type + " " + (address ? value : "")).toLowerCase(Locale.ROOT);
    if (named.contains("d-nb.info") || type.equalsIgnoreCase("gnd")) {
      return new Identifier("GND", bare, address ? value : "https://d-nb.info/gnd/" + bare);
    }
    if (named.contains("viaf")) {
      return new Identifier("VIAF", bare, address ? value : "https://viaf.org/viaf/" + bare);
    }
    if (named.contains("wikidata")) {
      return new Identifier(
          "Wikidata", bare, address ? value : "https://www.wikidata.org/entity/" + bare);
    }
    if (named.contains("geonames")) {
      Matcher found = GEONAMES.matcher(value);
      String number = address && found.find() ? found.group(1) : bare;
      return new Identifier(
          "GeoNames", number, address ? value : "https://www.geonames.org/" + number);
    }
    return new Identifier(
        type.isBlank() ? "ID" : type, address ? value : bare, address ? value : "");
  }

  /**
   * What two addresses of one thing have in common: {@code https://sws.geonames.org/2761369/} and
   * {@code http://www.geonames.org/2761369} give the same.
   */
  static String comparable(String address) {
    String plain = START.matcher(address).replaceFirst("");
    while (plain.endsWith("/")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    Matcher known = KNOWN.matcher(plain);
    if (known.matches()) {
      String host = known.group(1).toLowerCase(Locale.ROOT);
      int slash = host.indexOf('/');
      return (slash < 0 ? host : host.substring(0, slash)) + "/" + known.group(2);
    }
    return plain;
  }

  private static String lastStep(String address) {
    int end = address.length();
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    return address.substring(address.lastIndexOf('/', end - 1) + 1, end);
  }

  /** The same made of what others share. */
  Identifier sharing(Sharing shared) {
    return new Identifier(shared.everywhere(authority), shared.here(value), shared.here(href));
  }
}
