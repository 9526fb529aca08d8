package org.letterpress.letter;

import java.util.Locale;

/**
 * An identifier that an authority file gives to an entry.
 *
 * @param authority name of the authority, as it is usually written, for instance {@code GND}
 * @param value the bare identifier
 * @param href the address under which the authority describes it, or empty
 */
public record Identifier(String authority, String value, String href) {

  /** Reads an {@code idno}: its type, and a number or an address as its text. */
  static Identifier of(String type, String text) {
    String value = text.strip();
    boolean address = value.matches("https?://\\S+");
    String bare = address ? value.replaceFirst("/+$", "").replaceFirst("^.*/", "") : value;
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
      String number = address ? value.replaceFirst("^.*geonames\\.org/(\\d+).*$", "$1") : bare;
      return new Identifier(
          "GeoNames", number, address ? value : "https://www.geonames.org/" + number);
    }
    return new Identifier(
        type.isBlank() ? "ID" : type, address ? value : bare, address ? value : "");
  }
}
