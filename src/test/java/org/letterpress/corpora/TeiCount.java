package org.letterpress.corpora;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Counts what a folder of TEI holds, from the files alone: letters, notes, mentions, words.
 *
 * <p>It uses the JDK only and nothing of letterpress, so that its figures can be held against those
 * of a build. Run by itself it prints them, one line for each figure, name and number divided by a
 * tab:
 *
 * <pre>java src/test/java/org/letterpress/corpora/TeiCount.java FOLDER</pre>
 *
 * <p>Its rules are plainer than those of letterpress, on purpose:
 *
 * <ul>
 *   <li>A file counts when its root is {@code TEI} or {@code teiCorpus} in the TEI namespace and it
 *       stands in no folder called {@code schema}.
 *   <li>A volume is a TEI with two or more {@code div[@type = 'document' or @type = 'letter']} that
 *       stand in no other: each is a letter. Else, in a {@code group}, each {@code text} directly
 *       below that holds no group itself is a letter. Else the TEI is one letter.
 *   <li>A TEI with a correspDesc, an opener, closer, salute, signed or dateline, or a pb is a
 *       letter. Any other is one when its text has words; if it holds an entry with an id in a
 *       listPerson, listPlace, listOrg, listEvent, listBibl, listObject or listNym, when a
 *       paragraph outside such a list has words.
 *   <li>An entry of a register is one in such a list, or an item of a list; the first name or term
 *       in it that has an id names it.
 *   <li>A word is a run of letters, marks and digits; a Han, Hiragana or Katakana sign is one word.
 * </ul>
 *
 * @param files how many files were read
 * @param unread files that are no well-formed XML
 * @param letters the letters, in the order of the files' names
 * @param notes every note element of the folder
 * @param apps every app element of the folder
 * @param mentions every value of {@code @ref}, {@code @key}, {@code @corresp} and {@code @target}
 */
public record TeiCount(
    int files,
    List<String> unread,
    List<Letter> letters,
    List<Note> notes,
    List<App> apps,
    List<Mention> mentions) {

  /**
   * One letter.
   *
   * @param file its file, relative to the folder
   * @param position which letter of its file it is, from 1
   * @param id its {@code @xml:id}, or empty
   * @param alone true when it is the only letter of its file
   * @param words words of its text, without notes
   * @param noteWords words of its notes, those in standOff included
   */
  public record Letter(
      String file, int position, String id, boolean alone, int words, int noteWords) {}

  /** Where a note element stands. */
  public enum Place {
    /** In the text of a letter. */
    TEXT,
    /** In a standOff. */
    STAND_OFF,
    /** In a header. */
    HEADER,
    /** In an entry of a register. */
    REGISTER,
    /** Anywhere else: the text of a register, or of a volume outside its letters. */
    ELSEWHERE
  }

  /**
   * One note element.
   *
   * @param file its file
   * @param letter position of its letter, or 0
   * @param place where it stands
   * @param parent name of the element around it
   * @param mechanism how it is joined with its place: in place, in a head, in another note, or
   *     apart and calling ({@code @target}, {@code @corresp}) or called
   * @param type its {@code @type}, else its {@code @subtype}, else empty
   * @param words how many words it has
   */
  public record Note(
      String file,
      int letter,
      Place place,
      String parent,
      String mechanism,
      String type,
      int words) {

    /** Whether it belongs to what a letter's page shows: its text or its standOff. */
    public boolean isOfLetter() {
      return letter > 0 && (place == Place.TEXT || place == Place.STAND_OFF);
    }

    /** Whether it remarks on an entry of a register that a letter has in itself. */
    public boolean isInEntryOfLetter() {
      return letter > 0 && place == Place.REGISTER;
    }

    /** Whether it is in truth the number of a sheet. */
    public boolean isSheetNumber() {
      return SHEET_NUMBERS.contains(type);
    }
  }

  /**
   * One app element.
   *
   * @param file its file
   * @param letter position of its letter, or 0
   * @param readings how many lem and rdg it has, those in a rdgGrp included, those of an app inside
   *     it not
   */
  public record App(String file, int letter, int readings) {

    /** Whether it belongs to a letter and has a reading beside the one that the text shows. */
    public boolean isEntry() {
      return letter > 0 && readings > 1;
    }
  }

  /**
   * One value of a pointing attribute.
   *
   * @param file its file
   * @param letter position of its letter, or 0
   * @param position which element of its file it stands on, so that several values of one are known
   * @param inText true when it stands in a text or standOff
   * @param inReading true when nothing around it is a deletion, the written half of a choice, or a
   *     running head; a reading of an app is read, in the text or in the apparatus
   * @param element local name of its element
   * @param attribute local name of the attribute
   * @param form {@code #id}, {@code file#id}, {@code prefix:}, {@code URI} or {@code bare}
   * @param value the value as written
   * @param names the id or idno of the folder that it names, or empty
   * @param entry true when that id belongs to an entry of a register
   */
  public record Mention(
      String file,
      int letter,
      int position,
      boolean inText,
      boolean inReading,
      String element,
      String attribute,
      String form,
      String value,
      String names,
      boolean entry) {}

  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final Set<String> SHEET_NUMBERS = Set.of("foliation", "folio", "pagination");
  private static final Set<String> PARTS =
      Set.of("opener", "closer", "salute", "signed", "dateline");
  private static final Set<String> LISTS =
      Set.of(
          "listPerson", "listPlace", "listOrg", "listEvent", "listBibl", "listObject", "listNym");
  private static final Set<String> ENTRIES =
      Set.of(
          "person",
          "personGrp",
          "place",
          "org",
          "event",
          "bibl",
          "biblStruct",
          "msDesc",
          "object",
          "nym");
  private static final Set<String> NAMES =
      Set.of("persName", "placeName", "orgName", "eventName", "objectName", "term");
  private static final Set<String> PARAGRAPHS = Set.of("p", "ab", "l");
  private static final Set<String> POINTING = Set.of("ref", "key", "corresp", "target");
  private static final Set<String> UNREAD = Set.of("del", "fw");
  private static final Set<String> UNREAD_IN_CHOICE = Set.of("sic", "orig", "abbr");
  private static final Set<String> DIVIDING =
      Set.of(
          "p",
          "ab",
          "div",
          "head",
          "l",
          "lg",
          "item",
          "label",
          "cell",
          "row",
          "opener",
          "closer",
          "dateline",
          "salute",
          "signed",
          "postscript",
          "address",
          "addrLine",
          "note",
          "table",
          "list",
          "lb",
          "pb",
          "cb",
          "figure",
          "text",
          "body",
          "front",
          "back",
          "rdg",
          "lem",
          "sic",
          "corr",
          "orig",
          "reg",
          "abbr",
          "expan",
          "del",
          "add",
          "space",
          "gap",
          "quote",
          "trailer");

  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

  /** Prints the figures of the folder that is named first. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: java TeiCount.java FOLDER");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    of(Path.of(arguments[0])).lines().forEach(out::println);
  }

  /**
   * The figures of all files below a folder whose name ends in {@code .xml}.
   *
   * @throws IOException when the folder cannot be listed or a file not be read
   */
  public static TeiCount of(Path folder) throws IOException {
    return new Counter(folder).count();
  }

  /** How many words a text has. */
  public static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  /** The figures as lines, name and number divided by a tab, sorted within their sort. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "files", files);
    add(lines, "files not well-formed", unread.size());
    add(lines, "letters", letters.size());
    add(lines, "words of text", letters.stream().mapToInt(Letter::words).sum());
    add(lines, "words of notes", letters.stream().mapToInt(Letter::noteWords).sum());
    add(lines, "notes", notes.size());
    tally(lines, "notes by place", notes, note -> note.place().name());
    List<Note> ofLetters = notes.stream().filter(Note::isOfLetter).toList();
    add(lines, "notes of letters", ofLetters.size());
    add(
        lines,
        "notes of letters with words",
        (int) ofLetters.stream().filter(note -> note.words() > 0).count());
    add(
        lines,
        "notes with words in entries of letters",
        (int) notes.stream().filter(n -> n.words() > 0 && n.isInEntryOfLetter()).count());
    add(
        lines,
        "notes of letters with words, sheet numbers",
        (int) ofLetters.stream().filter(n -> n.words() > 0 && n.isSheetNumber()).count());
    add(lines, "apparatus entries of letters", (int) apps.stream().filter(App::isEntry).count());
    tally(lines, "notes of letters by type", ofLetters, note -> orNone(note.type()));
    tally(lines, "notes of letters by mechanism", ofLetters, Note::mechanism);
    tally(lines, "notes of letters by parent", ofLetters, Note::parent);
    List<Mention> inText = mentions.stream().filter(Mention::inText).toList();
    add(lines, "pointers", mentions.size());
    add(lines, "pointers in texts", inText.size());
    add(
        lines,
        "pointers in texts that name an id or idno",
        (int) inText.stream().filter(mention -> !mention.names().isEmpty()).count());
    add(
        lines,
        "pointers in texts that name a register entry",
        (int) inText.stream().filter(Mention::entry).count());
    add(
        lines,
        "elements of reading texts that name a register entry",
        (int)
            inText.stream()
                .filter(mention -> mention.letter() > 0 && mention.inReading() && mention.entry())
                .map(mention -> mention.file() + " " + mention.position())
                .distinct()
                .count());
    tally(
        lines,
        "pointers in texts by form",
        inText,
        mention -> mention.element() + "/@" + mention.attribute() + " " + mention.form());
    tally(
        lines,
        "named by form",
        inText.stream().filter(mention -> !mention.names().isEmpty()).toList(),
        mention -> mention.element() + "/@" + mention.attribute() + " " + mention.form());
    return lines;
  }

  private static String orNone(String type) {
    return type.isEmpty() ? "(none)" : type;
  }

  private static void add(List<String> lines, String name, int number) {
    lines.add(name + "\t" + number);
  }

  private static <T> void tally(
      List<String> lines, String name, List<T> things, Function<T, String> by) {
    new TreeMap<>(things.stream().collect(Collectors.groupingBy(by, Collectors.counting())))
        .forEach((key, number) -> lines.add(name + ": " + key + "\t" + number));
  }

  /** Reads the files twice over: first for what ids there are, then for everything else. */
  private static final class Counter {
    private final Path folder;
    private final Map<String, Document> documents = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> entryIds = new HashSet<>();
    private final Map<String, String> idnos = new HashMap<>();
    private final Map<String, String[]> prefixes = new HashMap<>();
    private final List<Letter> letters = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<App> apps = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    Counter(Path folder) {
      this.folder = folder;
    }

    TeiCount count() throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".xml"))
            .filter(file -> !folder.relativize(file).startsWith("schema"))
            .forEach(this::read);
      }
      documents.values().forEach(document -> learn(document.getDocumentElement()));
      documents.forEach(this::count);
      return new TeiCount(
          documents.size(),
          List.copyOf(unread),
          List.copyOf(letters),
          List.copyOf(notes),
          List.copyOf(apps),
          List.copyOf(mentions));
    }

    private void read(Path file) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      try {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.setEntityResolver((id, address) -> new InputSource(new StringReader("")));
        Document document = builder.parse(file.toFile());
        Element root = document.getDocumentElement();
        if (is(root, "TEI") || is(root, "teiCorpus")) {
          documents.put(name, document);
        }
      } catch (SAXException notWellFormed) {
        unread.add(name);
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      } catch (ParserConfigurationException problem) {
        throw new IllegalStateException(problem);
      }
    }

    /** Ids, idnos and prefixes of one document. */
    private void learn(Element root) {
      for (Element element : below(root)) {
        String id = element.getAttributeNS(XML, "id").strip();
        if (!id.isEmpty()) {
          ids.add(id);
          if (isEntry(element) || isNamedItem(element)) {
            entryIds.add(id);
          }
        }
        if (is(element, "idno") && !element.getTextContent().isBlank()) {
          Element owner = (Element) element.getParentNode();
          String owned = owner.getAttributeNS(XML, "id").strip();
          idnos.putIfAbsent(address(element.getTextContent()), owned);
        }
        if (is(element, "prefixDef")) {
          prefixes.put(
              element.getAttribute("ident"),
              new String[] {
                element.getAttribute("matchPattern"), element.getAttribute("replacementPattern")
              });
        }
      }
    }

    private void count(String file, Document document) {
      List<Element> units = new ArrayList<>();
      Element root = document.getDocumentElement();
      for (Element element : below(root)) {
        if (is(element, "TEI")) {
          units.addAll(lettersOf(element));
        }
      }
      for (int i = 0; i < units.size(); i++) {
        letters.add(letter(file, units.get(i), i + 1, units.size() == 1));
      }
      int position = 0;
      for (Element element : below(root)) {
        int letter = letterOf(element, units);
        if (is(element, "note")) {
          notes.add(note(file, letter, element));
        } else if (is(element, "app")) {
          apps.add(new App(file, letter, readings(element)));
        }
        mentions(file, letter, ++position, element);
      }
    }

    /** The letters of one TEI element, by the rules above. */
    private List<Element> lettersOf(Element tei) {
      List<Element> all = below(tei);
      List<Element> divisions =
          all.stream()
              .filter(element -> isLetterDivision(element))
              .filter(element -> !isQuotedLetter(element))
              .toList();
      if (divisions.size() > 1) {
        return divisions;
      }
      List<Element> grouped =
          all.stream()
              .filter(element -> is(element, "text") && parentIs(element, "group"))
              .filter(element -> below(element).stream().noneMatch(inner -> is(inner, "group")))
              .toList();
      if (!grouped.isEmpty()) {
        return grouped;
      }
      boolean described = all.stream().anyMatch(element -> is(element, "correspDesc"));
      boolean looksIt = all.stream().anyMatch(e -> PARTS.contains(e.getLocalName()) && isTei(e));
      boolean lists =
          all.stream().anyMatch(e -> isEntry(e) && !e.getAttributeNS(XML, "id").isEmpty());
      boolean tells =
          all.stream()
              .filter(e -> is(e, "text"))
              .flatMap(text -> below(text).stream())
              .anyMatch(
                  e ->
                      is(e, "pb")
                          || (!lists || PARAGRAPHS.contains(e.getLocalName()) && !isInList(e))
                              && !e.getTextContent().isBlank());
      return described || looksIt || tells ? List.of(tei) : List.of();
    }

    private Letter letter(String file, Element unit, int position, boolean alone) {
      StringBuilder text = new StringBuilder();
      StringBuilder ofNotes = new StringBuilder();
      if (is(unit, "TEI")) {
        for (Element child : children(unit)) {
          if (is(child, "text")) {
            append(child, text, ofNotes);
          } else if (is(child, "standOff")) {
            append(child, new StringBuilder(), ofNotes);
          }
        }
      } else {
        append(unit, text, ofNotes);
      }
      return new Letter(
          file,
          position,
          unit.getAttributeNS(XML, "id").strip(),
          alone,
          words(text.toString()),
          words(ofNotes.toString()));
    }

    private Note note(String file, int letter, Element note) {
      Place place;
      if (hasAncestor(note, "teiHeader")) {
        place = Place.HEADER;
      } else if (isInEntry(note)) {
        place = Place.REGISTER;
      } else if (hasAncestor(note, "standOff")) {
        place = Place.STAND_OFF;
      } else if (letter > 0) {
        place = Place.TEXT;
      } else {
        place = Place.ELSEWHERE;
      }
      StringBuilder ignored = new StringBuilder();
      StringBuilder own = new StringBuilder();
      append(note, ignored, own);
      String type = note.getAttribute("type");
      return new Note(
          file,
          letter,
          place,
          note.getParentNode().getLocalName(),
          mechanism(note),
          type.isEmpty() ? note.getAttribute("subtype") : type,
          words(own.toString()));
    }

    private static String mechanism(Element note) {
      boolean apart =
          hasAncestor(note, "standOff")
              || hasAncestor(note, "noteGrp")
              || hasAncestor(note, "back")
              || isInNotesDivision(note);
      if (apart && !note.getAttribute("target").isBlank()) {
        return "apart, @target";
      }
      if (apart && !note.getAttribute("corresp").isBlank()) {
        return "apart, @corresp";
      }
      if (apart) {
        return "apart, called";
      }
      if (hasAncestor(note, "note")) {
        return "in a note";
      }
      if (hasAncestor(note, "head")) {
        return "in a head";
      }
      return parentIs(note, "seg") && children((Element) note.getParentNode()).size() > 1
          ? "in a seg"
          : "in place";
    }

    private static boolean isInNotesDivision(Element note) {
      for (Node at = note.getParentNode(); at instanceof Element around; at = at.getParentNode()) {
        if (is(around, "div") && around.getAttribute("type").matches("notes|apparatus")) {
          return true;
        }
      }
      return false;
    }

    private static int readings(Element app) {
      int readings = 0;
      for (Element child : children(app)) {
        if (is(child, "rdgGrp")) {
          readings += readings(child);
        } else if (is(child, "lem") || is(child, "rdg")) {
          readings++;
        }
      }
      return readings;
    }

    private void mentions(String file, int letter, int position, Element element) {
      NamedNodeMap attributes = element.getAttributes();
      boolean inText = hasAncestor(element, "text") || hasAncestor(element, "standOff");
      for (int i = 0; i < attributes.getLength(); i++) {
        Attr attribute = (Attr) attributes.item(i);
        if (attribute.getNamespaceURI() != null || !POINTING.contains(attribute.getName())) {
          continue;
        }
        for (String value : attribute.getValue().strip().split("\\s+")) {
          if (value.isEmpty()) {
            continue;
          }
          String named = named(value);
          mentions.add(
              new Mention(
                  file,
                  letter,
                  position,
                  inText,
                  isInReading(element),
                  element.getLocalName(),
                  attribute.getName(),
                  form(value),
                  value,
                  named,
                  entryIds.contains(named)));
        }
      }
    }

    private static String form(String value) {
      if (value.startsWith("#")) {
        return "#id";
      }
      if (value.matches("(?i)(https?|mailto|urn|ftp):.*")) {
        return "URI";
      }
      if (value.matches("[A-Za-z][\\w.+-]*:.*")) {
        return "prefix:";
      }
      return value.contains("#") ? "file#id" : "bare";
    }

    /**
     * The id of the folder that a value names: by its fragment, its prefix, its idno, or itself.
     */
    private String named(String value) {
      String at = value;
      int colon = at.indexOf(':');
      String[] rule = colon > 0 ? prefixes.get(at.substring(0, colon)) : null;
      if (rule != null) {
        String rest = at.substring(colon + 1);
        if (ids.contains(rest)) {
          return rest;
        }
        try {
          at = rest.replaceFirst("^(?:" + rule[0] + ")$", rule[1]);
        } catch (RuntimeException noPattern) {
          at = rest;
        }
      }
      String fragment = at.substring(at.indexOf('#') + 1);
      if (ids.contains(fragment)) {
        return fragment;
      }
      String owner = idnos.get(address(value));
      if (owner != null) {
        return owner;
      }
      String base = value.substring(value.lastIndexOf('/') + 1);
      return documents.keySet().stream()
              .anyMatch(name -> name.equals(base) || name.endsWith("/" + base))
          ? base
          : "";
    }

    /** An address without what differs from one edition to the next. */
    private static String address(String value) {
      return value.strip().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private static int letterOf(Element element, List<Element> units) {
      for (Node at = element; at != null; at = at.getParentNode()) {
        int unit = units.indexOf(at);
        if (unit >= 0) {
          return unit + 1;
        }
      }
      return 0;
    }

    private static boolean isLetterDivision(Element element) {
      return isTei(element)
          && element.getLocalName().matches("div[1-7]?")
          && element.getAttribute("type").matches("document|letter");
    }

    /** A letter in a letter belongs to the one that quotes it. */
    private static boolean isQuotedLetter(Element element) {
      for (Node at = element.getParentNode();
          at instanceof Element around;
          at = at.getParentNode()) {
        if (isLetterDivision(around)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isEntry(Element element) {
      Node list = element.getParentNode();
      return isTei(element)
          && ENTRIES.contains(element.getLocalName())
          && list instanceof Element around
          && LISTS.contains(around.getLocalName())
          && !hasAncestor(element, "sourceDesc");
    }

    /** The name or term that an item in a volume's list of persons or abbreviations begins with. */
    private static boolean isNamedItem(Element element) {
      if (!isTei(element) || !NAMES.contains(element.getLocalName())) {
        return false;
      }
      Node at = element.getParentNode();
      while (at instanceof Element around && !PARAGRAPHS.contains(around.getLocalName())) {
        if (is(around, "item")) {
          return hasAncestor(around, "text")
              && below(around).stream()
                  .filter(inner -> isTei(inner) && NAMES.contains(inner.getLocalName()))
                  .filter(inner -> !inner.getAttributeNS(XML, "id").isBlank())
                  .findFirst()
                  .equals(Optional.of(element));
        }
        at = around.getParentNode();
      }
      return false;
    }

    private static boolean isInEntry(Element element) {
      for (Node at = element.getParentNode();
          at instanceof Element around;
          at = at.getParentNode()) {
        if (isEntry(around)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isInList(Element element) {
      for (Node at = element.getParentNode();
          at instanceof Element around;
          at = at.getParentNode()) {
        if (LISTS.contains(around.getLocalName())) {
          return true;
        }
      }
      return false;
    }

    private static boolean isInReading(Element element) {
      for (Node at = element; at instanceof Element around; at = at.getParentNode()) {
        String name = around.getLocalName();
        if (UNREAD.contains(name)
            || UNREAD_IN_CHOICE.contains(name) && parentIs(around, "choice")) {
          return false;
        }
      }
      return true;
    }

    /** Adds the words of an element: notes apart from the text, blocks apart from each other. */
    private static void append(Node node, StringBuilder text, StringBuilder notes) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child.getNodeType() == Node.TEXT_NODE
            || child.getNodeType() == Node.CDATA_SECTION_NODE) {
          (isNoteOrIn(node) ? notes : text).append(child.getNodeValue());
        } else if (child instanceof Element element && !isEntry(element)) {
          boolean divides =
              DIVIDING.contains(element.getLocalName())
                  && !"no".equals(element.getAttribute("break"));
          StringBuilder into = isNoteOrIn(element) ? notes : text;
          into.append(divides ? " " : "");
          append(element, text, notes);
          into.append(divides ? " " : "");
        }
      }
    }

    private static boolean isNoteOrIn(Node node) {
      return node instanceof Element element
          && (is(element, "note") || hasAncestor(element, "note"));
    }

    private static boolean hasAncestor(Node node, String name) {
      for (Node at = node.getParentNode(); at instanceof Element around; at = at.getParentNode()) {
        if (is(around, name)) {
          return true;
        }
      }
      return false;
    }

    private static boolean parentIs(Element element, String name) {
      return element.getParentNode() instanceof Element around && is(around, name);
    }

    private static boolean isTei(Element element) {
      return TEI.equals(element.getNamespaceURI());
    }

    private static boolean is(Element element, String name) {
      return isTei(element) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element element) {
      List<Element> children = new ArrayList<>();
      for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element found) {
          children.add(found);
        }
      }
      return children;
    }

    /** An element and all elements in it, in document order, without recursion. */
    private static List<Element> below(Element root) {
      List<Element> all = new ArrayList<>();
      Node at = root;
      while (at != null) {
        if (at instanceof Element element) {
          all.add(element);
        }
        Node next = at.getFirstChild();
        while (next == null && at != null && at != root) {
          next = at.getNextSibling();
          if (next == null) {
            at = at.getParentNode();
          }
        }
        at = next;
      }
      return all;
    }
  }
}
