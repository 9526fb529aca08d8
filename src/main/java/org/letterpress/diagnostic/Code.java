package org.letterpress.diagnostic;

/**
 * The catalogue: every finding letterpress can make, with its stable code, weight, words and
 * remedy.
 *
 * <p>In messages and remedies {@code {0}}, {@code {1}} ... stand for arguments. A code that was
 * ever published is never given another meaning. Each code has a page in {@code
 * src/docs/diagnostics}.
 */
public enum Code {
  // Reading: LP-XML
  XML_MALFORMED("LP-XML-001", Severity.ERROR, "the file is not well-formed XML: {0}", "{1}"),
  XML_UNREADABLE(
      "LP-XML-002",
      Severity.ERROR,
      "the file cannot be read: {0}",
      "check that the file exists and that you may read it"),
  XML_ENCODING(
      "LP-XML-003",
      Severity.ERROR,
      "the file is not in the encoding it declares: {0}",
      "save the file as UTF-8, or name its real encoding in the first line"),
  XML_FENCE(
      "LP-XML-004",
      Severity.ERROR,
      "the file asks for {0}, which lies outside the edition",
      "keep DTDs, entities and inclusions inside the edition folder"),
  XML_LIMIT(
      "LP-XML-005",
      Severity.ERROR,
      "the file goes beyond a safety limit: {0}",
      "split the file, or remove the entities that grow when they are expanded"),
  XML_EMPTY(
      "LP-XML-006",
      Severity.ERROR,
      "the file is empty",
      "restore its text from a backup, or delete the file"),
  XML_DTD_SKIPPED(
      "LP-XML-007",
      Severity.WARNING,
      "the external DTD {0} was not read",
      "entities declared in it are unknown here; TEI documents do not need a DTD"),

  // The edition's folder and settings: LP-CONF
  CONF_NO_FOLDER(
      "LP-CONF-001",
      Severity.ERROR,
      "{0} {1}",
      "check the spelling and the folder you stand in; \"letterpress new\" starts an edition"),
  CONF_NO_SOURCES(
      "LP-CONF-002",
      Severity.ERROR,
      "the folder {0} has no {1} with letters",
      "put the TEI files into {1}, or name their folder in letterpress.toml:"
          + " sources = [\"folder\"]"),
  CONF_SYNTAX(
      "LP-CONF-003",
      Severity.ERROR,
      "letterpress.toml cannot be read: {0}",
      "mend this line; the guide shows every setting with an example"),
  CONF_UNKNOWN_KEY("LP-CONF-004", Severity.ERROR, "unknown setting \"{0}\"", "{1}"),
  CONF_VALUE(
      "LP-CONF-005", Severity.ERROR, "the setting \"{0}\" does not take {1}", "it takes {2}"),
  CONF_NO_LETTERS(
      "LP-CONF-006",
      Severity.WARNING,
      "no letter was found in {0}",
      "a letter is a TEI document with a correspDesc, or with an opener or closer in its text"),
  CONF_SILENCE(
      "LP-CONF-007",
      Severity.ERROR,
      "{0} cannot be silenced: {1}",
      "mend what it reports, or remove this line"),
  CONF_NO_XML(
      "LP-CONF-008",
      Severity.ERROR,
      "the folder {0} holds no XML file",
      "check the spelling; files whose name ends in .xml are looked at, in all folders below"),

  // Publishing: LP-OUT
  OUT_UNWRITABLE(
      "LP-OUT-001",
      Severity.ERROR,
      "{0} cannot be written: {1}",
      "check the rights and the free space of the output folder, or choose another with --out"),
  OUT_COLLISION(
      "LP-OUT-002",
      Severity.ERROR,
      "two letters would share the page {0}: this one and {1}",
      "give each letter an xml:id of its own on its TEI element"),
  OUT_INSIDE_SOURCES(
      "LP-OUT-003",
      Severity.ERROR,
      "the output folder {0} {1}",
      "choose an output folder that holds nothing else: --out site"),
  OUT_DEFECT(
      "LP-OUT-004",
      Severity.ERROR,
      "letterpress failed here: {0}",
      "this is a defect of letterpress: please report it with this file; run again with --verbose"
          + " for the details"),
  OUT_KEPT(
      "LP-OUT-005",
      Severity.NOTE,
      "the site keeps {0} of an earlier build: {1}",
      "mend what the error says of this source, and build again"),
  OUT_BUSY(
      "LP-OUT-006",
      Severity.ERROR,
      "another letterpress is building into {0}",
      "wait until it has ended, or choose another output folder with --out"),

  // The edition's own words of the interface: LP-LOCALE
  LOCALE_UNREADABLE(
      "LP-LOCALE-001",
      Severity.ERROR,
      "the edition's words of the interface cannot be read: {0}",
      "mend the file; until then letterpress says everything in its own words"),

  // The edition's own style sheet for the pages: LP-STYLE
  STYLE_ADDRESS(
      "LP-STYLE-001",
      Severity.WARNING,
      "the style sheet {0} asks for {1}, which {2}",
      "put the file into the edition's folder and name it by its path from the style sheet"),

  // Stylesheets: LP-XSLT
  XSLT_COMPILE(
      "LP-XSLT-001",
      Severity.ERROR,
      "the stylesheet has an error: {0}",
      "mend the stylesheet of the edition at this place"),
  XSLT_RUN(
      "LP-XSLT-002",
      Severity.ERROR,
      "the stylesheet failed on this letter: {0}",
      "mend the stylesheet of the edition, or report it when the edition has none of its own"),
  XSLT_UNKNOWN_ELEMENT(
      "LP-XSLT-003",
      Severity.WARNING,
      "no rule knows the element \"{0}\" ({1}): its text is kept, its meaning is not shown",
      "check its spelling, or add a rule for it in xslt/html.xsl and xslt/fo.xsl"),
  XSLT_MESSAGE(
      "LP-XSLT-004",
      Severity.NOTE,
      "the stylesheet says: {0}",
      "nothing need be done unless the message asks for it"),

  // Grammar: LP-RNG
  RNG_ELEMENT_UNKNOWN(
      "LP-RNG-001",
      Severity.ERROR,
      "the schema has no element \"{0}\"",
      "check the spelling, or use the element that TEI has for this"),
  RNG_ELEMENT(
      "LP-RNG-002",
      Severity.ERROR,
      "element \"{0}\" is not allowed here",
      "move it to where the schema allows it, or use another element"),
  RNG_ELEMENT_EARLY(
      "LP-RNG-003",
      Severity.ERROR,
      "element \"{0}\" comes too early inside <{1}>: it needs {2} before it",
      "add what is missing before <{0}>, or move <{0}> behind it"),
  RNG_INCOMPLETE(
      "LP-RNG-004",
      Severity.ERROR,
      "element \"{0}\" ends too early: it still needs {1}",
      "add what is missing before the end of <{0}>"),
  RNG_ATTRIBUTE(
      "LP-RNG-005",
      Severity.ERROR,
      "attribute \"{0}\" is not allowed on <{1}>",
      "remove it, or use the attribute that TEI has for this"),
  RNG_ATTRIBUTE_VALUE(
      "LP-RNG-006",
      Severity.ERROR,
      "\"{0}\" is not a value for attribute \"{1}\" of <{2}>",
      "look up in the guide which values it takes"),
  RNG_ATTRIBUTE_MISSING(
      "LP-RNG-007",
      Severity.ERROR,
      "element \"{0}\" lacks {1}",
      "add it to the start tag of <{0}>"),
  RNG_TEXT(
      "LP-RNG-008",
      Severity.ERROR,
      "text is not allowed directly inside <{0}>",
      "put the text into an element, for instance <p>, or delete a stray character"),
  RNG_CONTENT(
      "LP-RNG-009",
      Severity.ERROR,
      "the content of <{0}> is not what the schema asks for",
      "fill it with a value of the right form"),
  RNG_OTHER(
      "LP-RNG-010",
      Severity.ERROR,
      "the schema does not allow this: {0}",
      "compare this place with the schema's documentation"),
  RNG_ROOT(
      "LP-RNG-011",
      Severity.ERROR,
      "a document cannot begin with the element \"{0}\"",
      "begin it with {1}"),
  RNG_NAMESPACE(
      "LP-RNG-012",
      Severity.ERROR,
      "the element \"{0}\" is in {1}, so nothing in this file can be checked or printed",
      "write xmlns=\"{2}\" into its start tag"),

  // W3C XML Schema: LP-XSD
  XSD_INVALID(
      "LP-XSD-001",
      Severity.ERROR,
      "the XML Schema does not allow this: {0}",
      "compare this place with the schema's documentation"),

  // Schematron: LP-SCH
  SCH_RULE("LP-SCH-001", Severity.WARNING, "{1} [{0}]", ""),
  SCH_FAILED(
      "LP-SCH-002",
      Severity.WARNING,
      "the Schematron rules could not be run on this file: {0}",
      "mend the rule in the schema; the other checks were made"),

  // Schemas: LP-SCHEMA
  SCHEMA_BROKEN(
      "LP-SCHEMA-001",
      Severity.ERROR,
      "the schema cannot be used: {0}",
      "mend the schema at this place; its checks were left out"),
  SCHEMA_ABSENT(
      "LP-SCHEMA-002",
      Severity.WARNING,
      "the schema {0} that {1} is not used, since {2}: {3} instead",
      "{4}"),
  SCHEMA_UNKNOWN(
      "LP-SCHEMA-003",
      Severity.WARNING,
      "the schema {0} is not used, since {1}",
      "name a schema in RELAX NG, Schematron or W3C XML Schema, with its href and schematypens"),
  SCHEMA_NOT_FETCHED(
      "LP-SCHEMA-004",
      Severity.ERROR,
      "the schema {0} is not fetched: {1}",
      "check the address in a browser; what the cache had before stays there"),

  // Printing: LP-PRINT
  PRINT_GLYPH(
      "LP-PRINT-001",
      Severity.WARNING,
      "no font has {0}: its code is printed instead ({2}{1})",
      "name a TrueType font (.ttf) that covers {3} for the print edition"),
  PRINT_IMAGE(
      "LP-PRINT-002",
      Severity.WARNING,
      "the image {0} is not printed: {1}",
      "its description is printed instead; give a JPEG, PNG, GIF, TIFF or SVG file inside the"
          + " edition"),
  PRINT_OVERFLOW(
      "LP-PRINT-003",
      Severity.WARNING,
      "{0} does not fit on the page: it sticks out{1}",
      "look at this place in the PDF; put soft hyphens into a long word, or choose larger pages"),
  PRINT_LAYOUT(
      "LP-PRINT-004",
      Severity.ERROR,
      "this cannot be laid out as pages: {0}",
      "the PDF is left out; mend the edition's xslt/fo.xsl, or report it when there is none"),
  PRINT_FENCE(
      "LP-PRINT-005",
      Severity.WARNING,
      "the image {0} is not printed: {1}",
      "its description is printed instead; put a copy of the image into the edition's folder"),
  PRINT_ENGINE(
      "LP-PRINT-006",
      Severity.WARNING,
      "the typesetter found something odd: {0}",
      "look at the PDF; mend the edition's xslt/fo.xsl, or report it when there is none"),
  PRINT_DIVIDED(
      "LP-PRINT-007",
      Severity.NOTE,
      "a paragraph of {1} signs{0} is set in {2} parts",
      "nothing needs to be done; look whether paragraphs of the source are marked up as one"),
  PRINT_LINK(
      "LP-PRINT-008",
      Severity.WARNING,
      "\"{0}\" is no address that a PDF can lead to, so its words are printed without a link",
      "write the whole address, such as https://example.org/page"),
  PRINT_UNSETTLED(
      "LP-PRINT-009",
      Severity.WARNING,
      "after {0} layouts {1} still moved, \"{2}\" on page {3} first: page or line numbers may be"
          + " wrong",
      "look at the PDF; a word more or less near that place mostly settles it"),
  PRINT_NOTE(
      "LP-PRINT-010",
      Severity.ERROR,
      "{0} not printed, \"{1}\" first: the typesetter forgets a note that is called there",
      "call the note from running text; mend the edition's xslt/fo.xsl, or report it when there is"
          + " none"),
  PRINT_TORN(
      "LP-PRINT-011",
      Severity.WARNING,
      "\"{0}\" is wider than its line and is divided in print where the line is full",
      "put soft hyphens (U+00AD) where it may be divided, or spaces if it is several words"),

  // Notes: LP-NOTE
  NOTE_UNCALLED(
      "LP-NOTE-001",
      Severity.WARNING,
      "nothing in the text calls this note{0}",
      "it is printed at the end of the notes; name its place in @target, or call it with a ptr"),
  NOTE_LOST(
      "LP-NOTE-002",
      Severity.NOTE,
      "nothing points to the anchor \"{0}\"",
      "point the @target of the note that belongs here to it, or remove the anchor"),

  // The edition as a whole: LP-ID, LP-LINK, LP-FACS, LP-LETTER
  ID_REPEATED(
      "LP-ID-001",
      Severity.ERROR,
      "the xml:id \"{0}\" occurs twice in this file",
      "give each element an xml:id of its own"),
  ID_ENTRY_TWICE(
      "LP-ID-002",
      Severity.ERROR,
      "the register entry \"{0}\" exists twice",
      "merge the two entries, or give one of them another xml:id"),
  ID_LETTER_TWICE(
      "LP-ID-003",
      Severity.WARNING,
      "the letter \"{0}\" seems to be the same as \"{1}\": sender, addressee and day ({2}) agree,"
          + " and {3}",
      "keep one of the two records; if they are two letters, the texts or dates should tell them"
          + " apart"),
  ID_LETTER_SHARED(
      "LP-ID-004",
      Severity.WARNING,
      "the letter has the xml:id \"{0}\" of another, so the addresses of both are made of file and"
          + " id: {1} and {2}",
      "give the copy an xml:id of its own; the other letter then has its former address again"),
  LINK_UNRESOLVED(
      "LP-LINK-001",
      Severity.WARNING,
      "\"{0}\" in @{1} of {2} leads to nothing in this edition",
      "{3}"),
  LINK_KIND(
      "LP-LINK-002",
      Severity.WARNING,
      "{0} refers to \"{1}\", which is a {2}",
      "refer to an entry of the fitting register, or use another element"),
  LINK_UNSAFE(
      "LP-LINK-003",
      Severity.WARNING,
      "the address \"{0}\" is not made a link",
      "use an address that begins with https:, http: or mailto:"),
  LINK_UNFIT(
      "LP-LINK-004",
      Severity.WARNING,
      "\"{2}\" in @{0} of <{1}> leads to a <{3}>, which cannot be meant",
      "point to an element that describes what @{0} names"),
  LINK_HAND(
      "LP-LINK-005",
      Severity.WARNING,
      "the hand \"{0}\" of <{1}> is not declared in this edition",
      "describe it: add a handNote with this xml:id to handNotes in the header's profileDesc"),
  LINK_RESP(
      "LP-LINK-006",
      Severity.WARNING,
      "the responsible person \"{0}\" of <{1}> is not declared in this edition",
      "add a respStmt or editor with this xml:id to the header, or point to the register of"
          + " persons"),
  LINK_WIT(
      "LP-LINK-007",
      Severity.WARNING,
      "the witness \"{0}\" of <{1}> is not declared in this edition",
      "add a witness with this xml:id to a listWit"),
  LINK_SOURCE(
      "LP-LINK-008",
      Severity.WARNING,
      "the source \"{0}\" of <{1}> is not declared in this edition",
      "add a bibl or witness with this xml:id to the header or a listBibl"),
  LINK_RENDITION(
      "LP-LINK-009",
      Severity.WARNING,
      "the rendition \"{0}\" of <{1}> is not declared in this edition",
      "add a rendition with this xml:id to tagsDecl in the header"),
  LINK_ANA(
      "LP-LINK-010",
      Severity.WARNING,
      "the interpretation \"{0}\" of <{1}> is not declared in this edition",
      "add a category or interp with this xml:id, or declare the prefix"),
  FACS_UNRESOLVED(
      "LP-FACS-001",
      Severity.WARNING,
      "\"{0}\" in @facs of <{1}> leads to no surface or image",
      "add a surface or graphic with this xml:id to the facsimile, or correct @facs"),
  FACS_UNFIT(
      "LP-FACS-002",
      Severity.WARNING,
      "\"{0}\" in @facs of <{1}> leads to a <{2}>, which is no image",
      "point to a surface, zone or graphic, or to the file of the image"),
  FACS_NO_IMAGE(
      "LP-FACS-003",
      Severity.WARNING,
      "the file names {0} that cannot be found: \"{1}\" {2}",
      "put the images where the paths lead, from this file or the edition's folder, or write web"
          + " addresses"),
  FACS_IMAGE(
      "LP-FACS-004",
      Severity.WARNING,
      "the image \"{0}\" is not shown: {1}",
      "its description is shown instead; give a JPEG, PNG, GIF, WebP or SVG file inside the"
          + " edition's folder"),
  FACS_DAMAGED(
      "LP-FACS-005",
      Severity.WARNING,
      "the image \"{0}\" seems to be damaged",
      "open it in a viewer, and save it anew; the site has it as it is"),
  AUDIT_LOST(
      "LP-AUDIT-001",
      Severity.ERROR,
      "words of <{0}> are missing from {1}",
      "missing: \"{2}\"; show them in the stylesheet, or leave them out by a rule of the views"),
  AUDIT_SURPLUS(
      "LP-AUDIT-002",
      Severity.ERROR,
      "words stand more often in {0} than in the source",
      "too often: \"{1}\"; enclose what a stylesheet adds by itself in an element of class lp-sign,"
          + " or in lp:sign()"),
  AUDIT_GLUED(
      "LP-AUDIT-003",
      Severity.WARNING,
      "words run together at <{0}> in {1}",
      "at the bar: \"{2}\"; let the stylesheet put a space there"),
  LETTER_NO_SENDER(
      "LP-LETTER-001",
      Severity.WARNING,
      "nothing says who wrote this letter",
      "add a correspAction of type \"sent\" with a persName or orgName to the correspDesc"),
  LETTER_NO_ADDRESSEE(
      "LP-LETTER-002",
      Severity.WARNING,
      "nothing says to whom this letter was written",
      "add a correspAction of type \"received\" with a persName or orgName to the correspDesc"),
  LETTER_NO_DATE(
      "LP-LETTER-003",
      Severity.WARNING,
      "nothing says when this letter was written, so it stands at the end of the edition",
      "add a date to the correspAction of type \"sent\"; notBefore and notAfter do, too"),
  LETTER_BAD_DATE(
      "LP-LETTER-004",
      Severity.ERROR,
      "\"{0}\" is not a date",
      "write it as 1958, 1958-01 or 1958-01-24"),
  LETTER_INFERRED(
      "LP-LETTER-005",
      Severity.NOTE,
      "the letter has no correspDesc; {0} taken from its text or title",
      "add a correspDesc to the header's profileDesc to state it"),
  LETTER_NO_TEXT(
      "LP-LETTER-006",
      Severity.WARNING,
      "the letter has no text",
      "transcribe it; until then its page shows what the header says"),
  LETTER_IN_REGISTER(
      "LP-LETTER-007",
      Severity.NOTE,
      "the document is taken for a register; its {0} words outside the entries stand on {1}",
      "if it is a letter, add a correspDesc to the header's profileDesc"),
  LETTER_UNREGISTERED(
      "LP-LETTER-008",
      Severity.NOTE,
      "the {0} \"{1}\" points to no register entry",
      "add @ref with the id of the entry, and the entry if there is none"),
  LETTER_ARRIVES_FIRST(
      "LP-LETTER-009",
      Severity.ERROR,
      "the letter was received on {0}, before it was sent on {1}",
      "correct one of the two dates; if two calendars are the reason, write both in the Gregorian"
          + " calendar"),
  LETTER_ORDER(
      "LP-LETTER-010",
      Severity.WARNING,
      "{0}, \"{1}\", is dated {2}, but this letter {3}",
      "correct one of the dates, or the @type of the reference"),
  LETTER_ONE_SIDED(
      "LP-LETTER-011",
      Severity.WARNING,
      "{0} is \"{1}\", but its correspContext {2}",
      "correct one of the two, or add the reference there"),
  LETTER_OTHER_DATE(
      "LP-LETTER-012",
      Severity.WARNING,
      "the text says \"{0}\", but its value is {1}: another {2}",
      "correct the value; if the writer erred, say so with cert=\"medium\" or a note in the date"),
  LETTER_WEEKDAY(
      "LP-LETTER-013",
      Severity.WARNING,
      "the text says \"{0}\", but {1} was a {2}",
      "correct the value; if the writer erred, say so in a note in the date"),
  LETTER_LIFETIME(
      "LP-LETTER-014",
      Severity.WARNING,
      "the {0}, {1}, {2}, but the letter is dated {3}",
      "correct the date of the letter or of the register, or point to another entry"),
  LETTER_NO_TIME_BETWEEN(
      "LP-LETTER-015",
      Severity.ERROR,
      "no time lies between @{2} \"{0}\" and @{3} \"{1}\" of <{4}>",
      "exchange or correct the two"),
  LETTER_ENDS_FIRST(
      "LP-LETTER-016",
      Severity.ERROR,
      "the time of <{4}> ends (@{3} \"{1}\") before it begins (@{2} \"{0}\")",
      "exchange or correct the two"),

  // Registers: LP-REG
  REG_SAME_AUTHORITY(
      "LP-REG-001",
      Severity.WARNING,
      "\"{0}\" and \"{1}\" have the same identifier: {2} {3}",
      "merge the two entries, or correct the identifier of one"),
  REG_SAME_NAME(
      "LP-REG-002",
      Severity.WARNING,
      "two entries are called \"{0}\" and have the same dates ({1})",
      "merge the two entries, or tell them apart"),
  REG_UNMENTIONED(
      "LP-REG-003",
      Severity.NOTE,
      "no letter mentions the {0} \"{1}\"",
      "nothing needs to be done; look whether a name in a letter should point here"),
  REG_AUTHORITY_FORM(
      "LP-REG-004",
      Severity.WARNING,
      "\"{0}\" is no identifier of {1}: {2}",
      "look it up again; {3}"),
  REG_COORDINATES(
      "LP-REG-005",
      Severity.WARNING,
      "the coordinates \"{0}\" lie nowhere: {1}",
      "write latitude and longitude in degrees, divided by a space: 48.2082 16.3738"),

  // Text: LP-TEXT
  TEXT_LANGUAGE_TAG(
      "LP-TEXT-001",
      Severity.WARNING,
      "\"{0}\" in @{1} is no language tag: {2}",
      "write the tag as BCP 47 has it, such as de, la or zh-Hant"),
  TEXT_SCRIPT(
      "LP-TEXT-002",
      Severity.NOTE,
      "\"{0}\" is written in {1} letters, but {2}",
      "put these words into a foreign, or another element, with the xml:lang of their language"),
  TEXT_NORMALISATION(
      "LP-TEXT-003",
      Severity.WARNING,
      "letters like \"{0}\" stand with their marks apart here ({1}), elsewhere as one character",
      "convert the files to the Unicode form NFC, so that searches find both"),
  TEXT_PRIVATE_USE(
      "LP-TEXT-004",
      Severity.WARNING,
      "the private-use character {0} is not described",
      "describe it by a char in charDecl, and write it as a g with @ref"),
  TEXT_SPACE(
      "LP-TEXT-005",
      Severity.WARNING,
      "white space of the mark-up will show: {0}",
      "move it out of the element, or remove it"),
  TEXT_EMPTY(
      "LP-TEXT-006",
      Severity.WARNING,
      "<{0}> is empty",
      "write what belongs into it, or remove it; for lost words there is gap"),
  TEXT_SPAN(
      "LP-TEXT-007",
      Severity.ERROR,
      "how far this {0} reaches cannot be told: {1}",
      "put an anchor with an xml:id behind its end, and point @spanTo to it");

  private final String id;
  private final Severity severity;
  private final String message;
  private final String remedy;

  Code(String id, Severity severity, String message, String remedy) {
    this.id = id;
    this.severity = severity;
    this.message = message;
    this.remedy = remedy;
  }

  /** The stable public code, for instance {@code LP-XML-001}. */
  public String id() {
    return id;
  }

  /** The weight this finding has unless something says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** The message with its arguments filled in. */
  public String message(Object... arguments) {
    return fill(message, arguments);
  }

  /** The remedy with its arguments filled in. */
  public String remedy(Object... arguments) {
    return fill(remedy, arguments);
  }

  /** The entry with this public code, or null when there is none. */
  public static Code byId(String id) {
    for (Code code : values()) {
      if (code.id.equals(id)) {
        return code;
      }
    }
    return null;
  }

  private static String fill(String pattern, Object... arguments) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}') {
        int index = pattern.charAt(at + 1) - '0';
        out.append(index < arguments.length ? arguments[index] : "");
        at += 3;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }
}
