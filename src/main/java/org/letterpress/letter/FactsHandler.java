package org.letterpress.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.SourceFile;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Learns the facts of one file from the events of its parse.
 *
 * <p>A letter is a TEI document with a correspDesc, or whose text holds the parts of a letter, or
 * that is no register; with a division type set, each div of that type is a letter instead.
 * Elements are counted in document order, so that a later pass finds them again by their ordinal.
 */
public final class FactsHandler extends DefaultHandler {
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** Words of these elements are not repeated in lines of context: another reading stands there. */
  private static final Set<String> UNREAD = Set.of("sic", "orig", "rdg", "del", "fw", "figDesc");

  /** Elements that end a line of context. */
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "ab",
          "div",
          "head",
          "item",
          "label",
          "l",
          "lg",
          "cell",
          "row",
          "opener",
          "closer",
          "dateline",
          "salute",
          "signed",
          "postscript",
          "addrLine",
          "body",
          "front",
          "back");

  private static final Set<String> LETTER_PARTS =
      Set.of("opener", "closer", "dateline", "salute", "signed", "postscript");

  private static final Set<String> NAMES =
      Set.of(
          "persName",
          "orgName",
          "placeName",
          "rs",
          "name",
          "geogName",
          "settlement",
          "country",
          "region",
          "district",
          "bloc",
          "title",
          "eventName",
          "objectName",
          "term",
          "bibl");

  private static final Set<String> POINTING =
      Set.of("ref", "key", "corresp", "target", "sameAs", "copyOf", "next", "prev");

  private static final int CONTEXT = 70;
  private static final char BREAK = '\u2029';

  private final SourceFile file;
  private final String division;
  private final boolean isEdition;
  private final Diagnostics findings;

  private Locator locator;
  private int ordinal;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<EntryFacts> entries = new ArrayList<>();
  private final Map<String, FileFacts.Anchor> ids = new HashMap<>();
  private final List<FileFacts.Prefix> prefixes = new ArrayList<>();
  private final Deque<Unit> open = new ArrayDeque<>();
  private final Captures captures = new Captures();
  private final EditionHead editionHead = new EditionHead();
  private Entry entry;
  private boolean finished;

  /**
   * @param file the file that is parsed
   * @param division type of the divs that are letters, or empty
   * @param isEdition true for the document that describes the edition itself
   * @param findings gets what is wrong with single values
   */
  public FactsHandler(SourceFile file, String division, boolean isEdition, Diagnostics findings) {
    this.file = file;
    this.division = division;
    this.isEdition = isEdition;
    this.findings = findings;
  }

  /** The facts, once the parse has ended; null when it ended too early. */
  public FileFacts facts() {
    if (!finished) {
      return null;
    }
    boolean divided = units.stream().anyMatch(unit -> unit.isDivision);
    List<Unit> letters =
        isEdition
            ? List.of()
            : units.stream()
                .filter(unit -> unit.isDivision || (!divided && unit.isLetter(!entries.isEmpty())))
                .toList();
    List<LetterFacts> facts = new ArrayList<>();
    for (Unit unit : letters) {
      facts.add(unit.facts(file, facts.size() + 1, letters.size() == 1));
    }
    Map<String, FileFacts.Anchor> anchors = new HashMap<>();
    ids.forEach(
        (id, anchor) -> {
          int letter = anchor.letter() < 0 ? -1 : letters.indexOf(units.get(anchor.letter()));
          anchors.put(id, new FileFacts.Anchor(anchor.element(), letter));
        });
    return new FileFacts(
        file,
        List.copyOf(facts),
        List.copyOf(entries),
        Map.copyOf(anchors),
        List.copyOf(prefixes),
        isEdition ? editionHead.facts() : null);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    ordinal++;
    String element = TEI.equals(uri) ? local : "";
    Frame frame = new Frame(element, frames.peek());
    frames.push(frame);
    identify(local, attributes);
    if (element.equals("TEI") || (!division.isEmpty() && isLetterDivision(element, attributes))) {
      openUnit(element, attributes);
    }
    if (frame.header) {
      startInHeader(frame, attributes);
    } else if (!open.isEmpty()) {
      startInText(frame, attributes);
    }
    startEntry(frame, attributes);
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    captures.append(chars, start, length);
    if (!open.isEmpty() && !frames.isEmpty()) {
      Frame frame = frames.peek();
      if (frame.text && !frame.unread) {
        frame.flow(open.peek()).append(chars, start, length);
      }
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    Frame frame = frames.pop();
    captures.end(frames.size());
    if (entry != null && entry.depth == frames.size()) {
      entries.add(entry.facts());
      entry = null;
    }
    if (!open.isEmpty()) {
      Unit unit = open.peek();
      if (frame.text && !frame.unread) {
        unit.endName(frames.size());
        if (BLOCKS.contains(frame.element) || frame.element.equals("note")) {
          frame.flow(unit).append(BREAK);
        }
      }
      if (unit.depth == frames.size()) {
        open.pop();
      }
    }
  }

  @Override
  public void endDocument() {
    finished = true;
  }

  private boolean isLetterDivision(String element, Attributes attributes) {
    return element.startsWith("div") && division.equals(attributes.getValue("", "type"));
  }

  private void openUnit(String element, Attributes attributes) {
    Unit around = open.peek();
    Unit unit = new Unit(ordinal, locator.getLineNumber(), frames.size() - 1);
    unit.isDivision = !element.equals("TEI");
    unit.xmlId = xmlAttribute(attributes, "id");
    unit.language = xmlAttribute(attributes, "lang");
    if (unit.language.isEmpty() && around != null) {
      unit.language = around.language;
    }
    units.add(unit);
    open.push(unit);
  }

  private void identify(String element, Attributes attributes) {
    String id = xmlAttribute(attributes, "id");
    if (id.isEmpty()) {
      return;
    }
    Unit unit = open.peek();
    FileFacts.Anchor anchor =
        new FileFacts.Anchor(element, unit == null ? -1 : units.indexOf(unit));
    if (ids.putIfAbsent(id, anchor) != null) {
      findings.add(Code.ID_REPEATED, here(), id);
    }
  }

  // ---- the header ----------------------------------------------------------------------------

  private void startInHeader(Frame frame, Attributes attributes) {
    int depth = frames.size() - 1;
    if (frame.element.equals("prefixDef")) {
      prefixes.add(
          new FileFacts.Prefix(
              attribute(attributes, "ident"),
              attribute(attributes, "matchPattern"),
              attribute(attributes, "replacementPattern")));
    }
    if (isEdition) {
      editionHead.start(frame, attributes, depth);
    }
    Unit unit = open.peek();
    if (unit == null) {
      return;
    }
    switch (frame.element) {
      case "title" -> {
        boolean subordinate = "sub".equals(attributes.getValue("", "type"));
        if (frame.isIn("titleStmt") && unit.title.isEmpty() && !subordinate) {
          captures.begin(depth, words -> unit.title = words);
        }
      }
      case "date" -> {
        if (frame.isIn("creation") && unit.created == null) {
          readDate(attributes, depth, date -> unit.created = date);
        }
      }
      default -> {}
    }
    if (frame.isIn("correspDesc")) {
      unit.described = true;
      startInCorrespondence(unit, frame, attributes, depth);
    }
  }

  private void startInCorrespondence(Unit unit, Frame frame, Attributes attributes, int depth) {
    if (frame.element.equals("correspAction")) {
      frame.action = attribute(attributes, "type");
      return;
    }
    String action = frame.action;
    boolean sent = "sent".equals(action);
    boolean received = "received".equals(action);
    switch (frame.element) {
      case "persName", "orgName", "name", "rs" -> {
        if ((sent || received) && !frame.parent.isNameOrNote()) {
          name(frame.element, attributes, depth, sent ? unit.senders : unit.addressees);
        }
      }
      case "placeName", "settlement", "country", "region", "geogName" -> {
        if ((sent || received) && !frame.parent.isNameOrNote()) {
          name(frame.element, attributes, depth, sent ? unit.sentPlaces : unit.receivedPlaces);
        }
      }
      case "date" -> {
        if (sent && unit.sent == null) {
          readDate(attributes, depth, date -> unit.sent = date);
        } else if (received && unit.received == null) {
          readDate(attributes, depth, date -> unit.received = date);
        }
      }
      case "ref", "ptr" -> {
        if (frame.isIn("correspContext")) {
          String type = attribute(attributes, "type");
          String target = attribute(attributes, "target");
          captures.begin(depth, words -> unit.relations.add(new Relation(type, target, words)));
          if (!target.isEmpty()) {
            unit.pointers.add(pointer(frame.element, "target", target));
          }
        }
      }
      default -> {}
    }
  }

  private void name(String element, Attributes attributes, int depth, List<Named> into) {
    List<String> pointers = pointers(attributes);
    Kind kind = Kind.ofName(element);
    if (kind == null && "org".equals(attribute(attributes, "type"))) {
      kind = Kind.ORG;
    }
    Kind claimed = kind;
    for (String at : List.of("ref", "key")) {
      String value = attribute(attributes, at);
      if (!value.isEmpty() && !open.isEmpty() && at.equals("ref")) {
        open.peek().pointers.add(pointer(element, at, value));
      }
    }
    captures.begin(
        depth,
        words -> {
          if (!words.isEmpty() || !pointers.isEmpty()) {
            into.add(new Named(claimed, words, pointers));
          }
        });
  }

  private void readDate(
      Attributes attributes, int depth, java.util.function.Consumer<LetterDate> into) {
    Location place = here();
    LetterDate date =
        LetterDate.of(attributes, "", bad -> findings.add(Code.LETTER_BAD_DATE, place, bad));
    into.accept(date);
    captures.begin(depth, words -> into.accept(date.withText(words)));
  }

  // ---- the text --------------------------------------------------------------------------------

  private void startInText(Frame frame, Attributes attributes) {
    Unit unit = open.peek();
    int depth = frames.size() - 1;
    String element = frame.element;
    if (!frame.text) {
      return;
    }
    if (LETTER_PARTS.contains(element)) {
      unit.hasParts = true;
    }
    if (element.equals("head") && unit.isDivision && unit.title.isEmpty() && !frame.isIn("note")) {
      captures.begin(depth, words -> unit.title = words);
    }
    if (element.equals("date") && frame.isIn("dateline") && unit.dateline == null) {
      readDate(attributes, depth, date -> unit.dateline = date);
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getLocalName(i);
      if (attributes.getURI(i).isEmpty() && POINTING.contains(name)) {
        String value = attributes.getValue(i).strip();
        if (!value.isEmpty()) {
          unit.pointers.add(pointer(element, name, value));
        }
      }
    }
    if (frame.unread) {
      return;
    }
    if (BLOCKS.contains(element)) {
      frame.flow(unit).append(BREAK);
    } else if (element.equals("lb") || element.equals("pb") || element.equals("cb")) {
      if (!"no".equals(attributes.getValue("", "break"))) {
        frame.flow(unit).append(' ');
      }
    }
    if (NAMES.contains(element) && !pointers(attributes).isEmpty()) {
      unit.beginName(element, ordinal, depth, frame);
    }
  }

  // ---- registers -------------------------------------------------------------------------------

  private void startEntry(Frame frame, Attributes attributes) {
    int depth = frames.size() - 1;
    if (entry == null) {
      Kind kind = Kind.ofEntry(frame.element);
      String id = xmlAttribute(attributes, "id");
      boolean listed = frame.parent != null && Kind.isList(frame.parent.element);
      if (kind != null && !id.isEmpty() && listed && !frame.isIn("sourceDesc")) {
        entry = new Entry(kind, id, ordinal, locator.getLineNumber(), depth);
        if (kind == Kind.EVENT) {
          entry.span = years(attributes);
        }
      }
      return;
    }
    boolean direct = depth == entry.depth + 1;
    Entry current = entry;
    switch (frame.element) {
      case "persName", "orgName", "placeName", "title", "label", "head", "desc", "geogName" -> {
        boolean first = current.name.isEmpty() && current.pendingName < 0;
        if (first && (direct || frame.element.equals("title"))) {
          current.pendingName = depth;
          captures.begin(
              depth,
              words -> {
                current.setName(words);
                current.pendingName = -1;
              });
        }
      }
      case "surname" -> part(current, depth, words -> current.surname = words);
      case "forename" ->
          part(
              current, depth, words -> current.forename = (current.forename + " " + words).strip());
      case "settlement", "country", "region", "name" -> {
        if (current.name.isEmpty() && current.pendingName < 0 && direct) {
          captures.begin(depth, current::setName);
        }
      }
      case "birth" -> lived(current, attributes, depth, true);
      case "death" -> lived(current, attributes, depth, false);
      case "date" -> {
        if (frame.parent.element.equals("birth")) {
          lived(current, attributes, depth, true);
        } else if (frame.parent.element.equals("death")) {
          lived(current, attributes, depth, false);
        } else if (current.kind == Kind.EVENT && current.span.isEmpty()) {
          current.span = years(attributes);
        }
      }
      case "idno" -> {
        String type = attribute(attributes, "type");
        String subtype = attribute(attributes, "subtype");
        captures.begin(
            depth,
            words -> {
              if (!words.isEmpty()) {
                current.identifiers.add(Identifier.of(subtype.isEmpty() ? type : subtype, words));
              }
            });
      }
      default -> {}
    }
  }

  private void part(Entry current, int depth, java.util.function.Consumer<String> into) {
    if (current.pendingName >= 0) {
      captures.begin(depth, into);
    }
  }

  private void lived(Entry current, Attributes attributes, int depth, boolean birth) {
    String year = years(attributes);
    java.util.function.Consumer<String> into =
        value -> {
          if (birth && current.birth.isEmpty()) {
            current.birth = value;
          } else if (!birth && current.death.isEmpty()) {
            current.death = value;
          }
        };
    if (!year.isEmpty()) {
      into.accept(year);
    } else {
      captures.begin(depth, words -> into.accept(words.length() <= 12 ? words : ""));
    }
  }

  private static String years(Attributes attributes) {
    LetterDate date = LetterDate.of(attributes, "", bad -> {});
    String from = year(date.from());
    String to = year(date.to());
    return from.isEmpty() ? to : to.isEmpty() || to.equals(from) ? from : from + "–" + to;
  }

  private static String year(String iso) {
    return iso.length() < 4 ? "" : iso.substring(0, 4);
  }

  // ---- small things
  // ------------------------------------------------------------------------------

  private Pointer pointer(String element, String attribute, String value) {
    return new Pointer(
        ordinal, element, attribute, value, locator.getLineNumber(), locator.getColumnNumber());
  }

  private Location here() {
    return Location.of(file.name(), locator.getLineNumber(), locator.getColumnNumber());
  }

  private static List<String> pointers(Attributes attributes) {
    List<String> values = new ArrayList<>();
    for (String name : List.of("ref", "key", "corresp")) {
      String value = attribute(attributes, name);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  private static String attribute(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value.strip();
  }

  private static String xmlAttribute(Attributes attributes, String name) {
    String value = attributes.getValue(XML, name);
    return value == null ? "" : value.strip();
  }

  static String spaced(CharSequence text) {
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  /** One open element. */
  private static final class Frame {
    final String element;
    final Frame parent;
    final boolean header;
    final boolean text;
    final boolean unread;

    /** The text that belongs together with this element's: the letter's, or that of one note. */
    final StringBuilder note;

    String action;

    Frame(String element, Frame parent) {
      this.element = element;
      this.parent = parent;
      boolean inText = parent != null && parent.text;
      this.header =
          parent != null
              && !element.equals("TEI")
              && (parent.header || element.equals("teiHeader"));
      this.text = !header && !element.equals("TEI") && (inText || element.equals("text"));
      this.unread =
          parent != null && (parent.unread || UNREAD.contains(element)) && !element.equals("note");
      this.note =
          text && element.equals("note")
              ? new StringBuilder()
              : parent == null ? null : parent.note;
      this.action = parent == null ? null : parent.action;
    }

    StringBuilder flow(Unit unit) {
      return note == null ? unit.flow : note;
    }

    boolean isIn(String name) {
      for (Frame at = this; at != null; at = at.parent) {
        if (at.element.equals(name)) {
          return true;
        }
      }
      return false;
    }

    boolean isNameOrNote() {
      return element.equals("note") || NAMES.contains(element);
    }
  }

  /** Collects the words of elements that are waited for. */
  private static final class Captures {
    private record Capture(
        int depth, StringBuilder words, java.util.function.Consumer<String> into) {}

    private final Deque<Capture> open = new ArrayDeque<>();

    void begin(int depth, java.util.function.Consumer<String> into) {
      open.push(new Capture(depth, new StringBuilder(), into));
    }

    void append(char[] chars, int start, int length) {
      open.forEach(capture -> capture.words.append(chars, start, length));
    }

    void end(int depth) {
      while (!open.isEmpty() && open.peek().depth == depth) {
        Capture done = open.pop();
        done.into.accept(spaced(done.words));
      }
    }
  }

  /** A letter, or what may turn out to be one. */
  private static final class Unit {
    private record OpenName(
        String element, int ordinal, int depth, StringBuilder flow, int start, boolean inNote) {}

    final int ordinal;
    final int line;
    final int depth;
    boolean isDivision;
    boolean described;
    boolean hasParts;
    String xmlId = "";
    String language = "";
    String title = "";
    LetterDate sent;
    LetterDate received;
    LetterDate created;
    LetterDate dateline;
    final List<Named> senders = new ArrayList<>();
    final List<Named> addressees = new ArrayList<>();
    final List<Named> sentPlaces = new ArrayList<>();
    final List<Named> receivedPlaces = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    final List<Pointer> pointers = new ArrayList<>();
    final StringBuilder flow = new StringBuilder();
    private final Deque<OpenName> openNames = new ArrayDeque<>();
    private final List<OpenName> names = new ArrayList<>();
    private final Map<Integer, Integer> ends = new HashMap<>();

    Unit(int ordinal, int line, int depth) {
      this.ordinal = ordinal;
      this.line = line;
      this.depth = depth;
    }

    boolean isLetter(boolean hasEntries) {
      return described || hasParts || !hasEntries;
    }

    void beginName(String element, int at, int atDepth, Frame frame) {
      StringBuilder text = frame.flow(this);
      openNames.push(new OpenName(element, at, atDepth, text, text.length(), text != flow));
    }

    void endName(int atDepth) {
      while (!openNames.isEmpty() && openNames.peek().depth == atDepth) {
        OpenName name = openNames.pop();
        names.add(name);
        ends.put(name.ordinal, name.flow.length());
      }
    }

    LetterFacts facts(SourceFile file, int position, boolean alone) {
      names.sort(java.util.Comparator.comparingInt(OpenName::ordinal));
      LetterDate date = sent;
      if (date == null) {
        date = dateline != null && dateline.isKnown() ? dateline : created;
      }
      return new LetterFacts(
          file,
          ordinal,
          position,
          alone,
          xmlId,
          line,
          language,
          title,
          List.copyOf(senders),
          List.copyOf(addressees),
          date,
          received,
          List.copyOf(sentPlaces),
          List.copyOf(receivedPlaces),
          List.copyOf(relations),
          described,
          names.stream().map(this::mention).toList(),
          List.copyOf(pointers));
    }

    private Mention mention(OpenName name) {
      StringBuilder text = name.flow;
      int start = name.start;
      int end = Math.max(start, ends.get(name.ordinal));
      int from = start;
      while (from > 0 && start - from < CONTEXT && text.charAt(from - 1) != BREAK) {
        from--;
      }
      int to = end;
      while (to < text.length() && to - end < CONTEXT && text.charAt(to) != BREAK) {
        to++;
      }
      String before = text.substring(from, start);
      String after = text.substring(end, to);
      if (start - from >= CONTEXT) {
        before = "…" + before.replaceFirst("^\\S*", "");
      }
      if (to - end >= CONTEXT) {
        after = after.replaceFirst("\\S*$", "") + "…";
      }
      return new Mention(
          name.ordinal,
          name.element,
          name.inNote,
          before.replaceAll("\\s+", " ").stripLeading(),
          spaced(text.substring(start, end).replace(BREAK, ' ')),
          after.replaceAll("\\s+", " ").stripTrailing());
    }
  }

  /** A register entry that is being read. */
  private final class Entry {
    final Kind kind;
    final String id;
    final int at;
    final int line;
    final int depth;
    String name = "";
    String surname = "";
    String forename = "";
    String birth = "";
    String death = "";
    String span = "";
    int pendingName = -1;
    final List<Identifier> identifiers = new ArrayList<>();

    Entry(Kind kind, String id, int at, int line, int depth) {
      this.kind = kind;
      this.id = id;
      this.at = at;
      this.line = line;
      this.depth = depth;
    }

    void setName(String words) {
      if (name.isEmpty()) {
        name = words;
      }
    }

    EntryFacts facts() {
      String shown = name.isEmpty() ? id : name;
      String sorted =
          surname.isEmpty() ? shown : forename.isEmpty() ? surname : surname + ", " + forename;
      String dates = span;
      if (!birth.isEmpty() || !death.isEmpty()) {
        dates = birth + "–" + death;
      }
      return new EntryFacts(
          kind, id, shown, sorted, dates, List.copyOf(identifiers), file, at, line);
    }
  }

  /** The head of edition.xml. */
  private final class EditionHead {
    private String title = "";
    private String subtitle = "";
    private String publisher = "";
    private String date = "";
    private String licence = "";
    private String licenceHref = "";
    private final List<String> editors = new ArrayList<>();

    void start(Frame frame, Attributes attributes, int depth) {
      switch (frame.element) {
        case "title" -> {
          if (frame.isIn("titleStmt")) {
            boolean sub = "sub".equals(attributes.getValue("", "type"));
            captures.begin(
                depth,
                words -> {
                  if (sub) {
                    subtitle = subtitle.isEmpty() ? words : subtitle;
                  } else {
                    title = title.isEmpty() ? words : title;
                  }
                });
          }
        }
        case "editor" -> {
          if (frame.isIn("titleStmt")) {
            captures.begin(depth, editors::add);
          }
        }
        case "name", "persName", "orgName" -> {
          if (frame.isIn("respStmt") && frame.isIn("titleStmt") && editors.isEmpty()) {
            captures.begin(depth, editors::add);
          }
        }
        case "publisher" -> {
          if (frame.isIn("publicationStmt")) {
            captures.begin(depth, words -> publisher = words);
          }
        }
        case "date" -> {
          if (frame.isIn("publicationStmt")) {
            captures.begin(depth, words -> date = words);
          }
        }
        case "licence" -> {
          licenceHref = attribute(attributes, "target");
          captures.begin(depth, words -> licence = words);
        }
        default -> {}
      }
    }

    EditionFacts facts() {
      String tag = units.isEmpty() ? "" : units.get(0).language;
      return new EditionFacts(
          title, subtitle, tag, List.copyOf(editors), publisher, date, licence, licenceHref);
    }
  }
}
