package org.letterpress.validate.edition;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier as an authority file gives it, and whether it can be one.
 *
 * @param authority who gives it
 * @param value the bare identifier
 */
record AuthorityId(Authority authority, String value) {

  /** The authority files whose identifiers have a known form. */
  enum Authority {
    GND("GND", "d-nb\\.info/gnd/", "a GND identifier is like 118540238 or 4005728-8"),
    VIAF("VIAF", "viaf\\.org/viaf/", "a VIAF identifier has digits only, like 24602065"),
    ISNI(
        "ISNI",
        "isni\\.org/(?:isni/)?",
        "an ISNI has 16 digits, the last may be an X, like 0000 0001 2146 438X"),
    ORCID(
        "ORCID",
        "orcid\\.org/",
        "an ORCID has four groups of four digits, like 0000-0002-1825-0097"),
    WIKIDATA("Wikidata", "wikidata\\.org/(?:wiki|entity)/", "write the letter Q and a number"),
    GEONAMES("GeoNames", "geonames\\.org/", "a GeoNames identifier is a number, like 2761369");

    private final String display;
    private final String form;
    private final Pattern address;

    Authority(String display, String address, String form) {
      this.display = display;
      this.form = form;
      this.address =
          Pattern.compile("(?i)https?://(?:[a-z]+\\.)?" + address + "([^/?#\\s]+)(?:[/?#].*)?");
    }

    /** The name it is usually given. */
    String display() {
      return display;
    }

    /** A sentence about how its identifiers look. */
    String form() {
      return form;
    }
  }

  private static final Pattern GND =
      Pattern.compile("[1-9][0-9]{6,9}[0-9X]|[1-9][0-9]{0,7}-[0-9X]");
  private static final Pattern VIAF = Pattern.compile("[1-9][0-9]{1,21}");
  private static final Pattern SIXTEEN = Pattern.compile("[0-9]{15}[0-9X]");
  private static final Pattern ITEM = Pattern.compile("[QPL][1-9][0-9]*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
  private static final Pattern GROUPS = Pattern.compile("(?:[0-9]{4}-){3}[0-9]{3}[0-9X]");

  /**
   * Reads an identifier.
   *
   * @param type the type of an idno, or empty
   * @param text a bare identifier, an address, or a pointer such as {@code gnd:118540238}
   * @return null when it is from no authority known here, or asks for something else there
   */
  static AuthorityId of(String type, String text) {
    int colon = text.indexOf(':');
    if (colon < 0 && type.isBlank()) {
      return null;
    }
    if (text.contains("://")) {
      for (Authority authority : Authority.values()) {
        Matcher address = authority.address.matcher(text);
        if (address.matches()) {
          return new AuthorityId(authority, address.group(1));
        }
      }
      return null;
    }
    String prefix = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String named = type.strip().toLowerCase(Locale.ROOT);
    for (Authority authority : Authority.values()) {
      String name = authority.display.toLowerCase(Locale.ROOT);
      if (named.equals(name) || (named.isEmpty() && prefix.equals(name))) {
        return new AuthorityId(authority, text.substring(prefix.equals(name) ? colon + 1 : 0));
      }
    }
    return null;
  }

  /** True when it can be an identifier of this authority. */
  boolean isWellFormed() {
    return fault().isEmpty();
  }

  /** What is wrong with it, or empty. */
  String fault() {
    return switch (authority) {
      case GND ->
          !GND.matcher(value).matches()
              ? "its form is wrong"
              : isGnd() ? "" : "its check digit is wrong";
      case VIAF -> VIAF.matcher(value).matches() ? "" : "its form is wrong";
      case ISNI -> sixteen(value.replaceAll("[\\s-]", ""));
      case ORCID ->
          GROUPS.matcher(value).matches() ? sixteen(value.replace("-", "")) : "its form is wrong";
      case WIKIDATA -> ITEM.matcher(value).matches() ? "" : "its form is wrong";
      case GEONAMES -> NUMBER.matcher(value).matches() ? "" : "its form is wrong";
    };
  }

  /**
   * The check digit of the German National Library: digits weighted 2, 3, 4 ... from the right,
   * modulo 11. The older numbers of corporate bodies and subjects, which have a hyphen, take the
   * remainder itself, the others what is missing to 11.
   */
  private boolean isGnd() {
    String digits = value.replace("-", "");
    int last = digits.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += (digits.charAt(i) - '0') * (last - i + 1);
    }
    int check = digits.charAt(last) == 'X' ? 10 : digits.charAt(last) - '0';
    int rest = sum % 11;
    return check == (11 - rest) % 11 || (value.indexOf('-') >= 0 && check == rest);
  }

  /** ISO 7064, MOD 11-2. */
  private static String sixteen(String digits) {
    if (!SIXTEEN.matcher(digits).matches()) {
      return "its form is wrong";
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      sum = (sum + digits.charAt(i) - '0') * 2;
    }
    int check = (12 - sum % 11) % 11;
    char last = check == 10 ? 'X' : (char) ('0' + check);
    return last == digits.charAt(15) ? "" : "its check digit is wrong";
  }
}
