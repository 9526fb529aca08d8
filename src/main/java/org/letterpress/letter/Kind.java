package org.letterpress.letter;

import java.util.Locale;

/** What a register lists (TEI Guidelines, chapter 14). */
public enum Kind {
  PERSON("persons"),
  PLACE("places"),
  ORG("orgs"),
  EVENT("events"),
  WORK("works"),
  OBJECT("objects"),
  TERM("terms");

  private final String folder;

  Kind(String folder) {
    this.folder = folder;
  }

  /** Name of the register's page and folder in the site. */
  public String folder() {
    return folder;
  }

  /** The word for one entry, as it stands in prepared markup. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that a register's element describes, or null when it is none. */
  static Kind ofEntry(String element) {
    return switch (element) {
      case "person", "personGrp", "persona" -> PERSON;
      case "place" -> PLACE;
      case "org" -> ORG;
      case "event" -> EVENT;
      case "bibl", "biblStruct", "biblFull", "msDesc" -> WORK;
      case "object" -> OBJECT;
      case "nym" -> TERM;
      default -> null;
    };
  }

  /** The kind that a naming element claims to name, or null when it may name anything. */
  public static Kind ofName(String element) {
    return switch (element) {
      case "persName" -> PERSON;
      case "orgName" -> ORG;
      case "placeName",
          "settlement",
          "country",
          "region",
          "geogName",
          "district",
          "bloc",
          "origPlace",
          "pubPlace" ->
          PLACE;
      case "eventName" -> EVENT;
      case "objectName" -> OBJECT;
      default -> null;
    };
  }

  /** The kind that the {@code @type} of an {@code rs} or {@code name} claims, or null. */
  static Kind ofType(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "person", "pers", "people", "personne", "persona", "osoba" -> PERSON;
      case "place", "lieu", "ort", "luogo", "lugar", "city", "country", "settlement" -> PLACE;
      case "org", "organisation", "organization", "institution", "group" -> ORG;
      case "event", "ereignis" -> EVENT;
      case "work", "bibl", "book", "title", "oeuvre", "werk" -> WORK;
      case "object" -> OBJECT;
      case "term" -> TERM;
      default -> null;
    };
  }

  /** True when a list element of this name holds register entries. */
  static boolean isList(String element) {
    return switch (element) {
      case "listPerson", "listPlace", "listOrg", "listEvent", "listBibl", "listObject", "listNym" ->
          true;
      default -> false;
    };
  }
}
