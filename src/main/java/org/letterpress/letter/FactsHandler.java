package org.letterpress.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
 * <p>A letter is a TEI document with a correspDesc, or whose text holds the parts of a letter or
 * more words than the register entries behind it; or a text of a group; or a division of a volume.
 * Which of these it is can be told at the end only, so everything that may be a letter gathers its
 * own facts, and those of the parts that are none go to the whole. Elements are counted in document
 * order, so that a later pass finds them again by their ordinal.
 */
public final class FactsHandler extends DefaultHandler {
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

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
          "line",
          "zone",
          "surface",
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
          "bibl",
          "signed",
          "author",
          "editor",
          "pubPlace",
          "origPlace");

  /** Elements that may refer to an entry by @target. */
  private static final Set<String> REFERENCES = Set.of("gloss", "ref", "ptr", "term", "rs");

  private static final Set<String> POINTING =
      Set.of("ref", "key", "corresp", "target", "sameAs", "copyOf", "next", "prev");

  private static final List<String> NAMING = List.of("ref", "key", "corresp");

  private final SourceFile file;
  private final String division;
  private final boolean isEdition;
  private final Diagnostics findings;

  private static final Set<String> NAME_PARTS =
      Set.of("forename", "surname", "genName", "roleName", "addName", "nameLink");

  private Locator locator;
  private int ordinal;
  private Frame frame;
  private Unit unit;
  private Box rootBox;
  private final List<Unit> units = new ArrayList<>();
  private final List<Unit> roots = new ArrayList<>();
  private final List<EntryFacts> entries = new ArrayList<>();
  private final Map<EntryFacts, Unit> entryUnits = new IdentityHashMap<>();
  private final Map<String, Place> ids = new HashMap<>();
  private final List<FileFacts.Prefix> prefixes = new ArrayList<>();
  private final Captures captures = new Captures();
  private final EditionHead editionHead = new EditionHead();
  private final Deque<EntryReader> openEntries = new ArrayDeque<>();
  private final Deque<Corpus> corpora = new ArrayDeque<>();
  private Correspondence correspondence;
  private Correspondence.Step step;
  private Party party;
  private TitleNames titleNames;
  private Captures.Capture titleCapture;

  /** What may be a letter, by the ids of the notes that its text calls. */
  private final Map<String, Unit> callers = new HashMap<>();

  /** While a note at the end of a volume is read for its letter: where it stands, and its depth. */
  private Unit noteLender;

  private int noteDepth = -1;
  private boolean contexts = true;
  private boolean inWord;
  private boolean finished;
  private FileFacts known;

  /** Where an id stands. */
  private record Place(String element, Unit unit) {}

  /** A teiCorpus that is open: what its own header describes, and the letters it holds. */
  private record Corpus(int depth, List<Correspondence> correspondences, int firstUnit) {}

  /** A name of the header that may hold further names, which say no more than it does. */
  private static final class Party {
    final int depth;
    final List<String> pointers;
    Kind kind;
    String surname = "";
    String forename = "";

    /** True when it has several surnames: those of several people, or of one in several forms. */
    boolean several;

    Party(int depth, List<String> pointers, Kind kind) {
      this.depth = depth;
      this.pointers = pointers;
      this.kind = kind;
    }

    Named named(String words) {
      return several
          ? new Named(kind, words, pointers)
          : new Named(
              kind,
              NameOrder.spoken(words, surname, forename),
              NameOrder.sorted(words, surname, forename),
              pointers,
              false);
    }
  }

  /**
   * @param file the file that is parsed
   * @param division type of the divs that are letters, or empty to find out
   * @param isEdition true for the document that describes the edition itself
   * @param findings gets what is wrong with single values
   */
  public FactsHandler(SourceFile file, String division, boolean isEdition, Diagnostics findings) {
    this.file = file;
    this.division = division;
    this.isEdition = isEdition;
    this.findings = findings;
  }

  /**
   * Has mentions come without their words and those around them, which pages show and no rule asks
   * for; to be called before the parse.
   */
  public FactsHandler withoutContexts() {
    contexts = false;
    return this;
  }

  /** The facts, once the parse has ended; null when it ended too early. */
  public FileFacts facts() {
    if (finished && known == null) {
      known = gather();
    }
    return known;
  }

  private FileFacts gather() {
    if (rootBox != null) {
      rootBox.number();
    }
    Volume volume = new Volume(division.isEmpty());
    List<Unit> letters = new ArrayList<>();
    if (!isEdition) {
      for (Unit root : roots) {
        letters.addAll(volume.letters(root));
      }
    }
    List<LetterFacts> facts = new ArrayList<>();
    Map<Unit, Integer> numbers = new IdentityHashMap<>();
    for (Unit letter : letters) {
      numbers.put(letter, facts.size());
      facts.add(letter.facts(file, facts.size() + 1, letters.size() == 1));
    }
    Map<String, FileFacts.Anchor> anchors = new HashMap<>();
    ids.forEach(
        (id, place) ->
            anchors.put(
                id, new FileFacts.Anchor(place.element, numberAround(place.unit, numbers))));
    // A list inside a letter is part of its text; outside, it is a register of the volume.
    List<EntryFacts> kept =
        entries.stream()
            .filter(
                entry ->
                    !entry.isLocal()
                        || (volume.isDivided() && numberAround(entryUnits.get(entry), numbers) < 0))
            .map(
                entry ->
                    numberAround(entryUnits.get(entry), numbers) < 0 ? entry : entry.inLetter())
            .toList();
    return new FileFacts(
        file,
        List.copyOf(facts),
        kept,
        Map.copyOf(anchors),
        List.copyOf(prefixes),
        volume.outside(),
        isEdition ? editionHead.facts() : null);
  }

  private static int numberAround(Unit unit, Map<Unit, Integer> numbers) {
    for (Unit at = unit; at != null; at = at.parent) {
      Integer number = numbers.get(at);
      if (number != null) {
        return number;
      }
    }
    return -1;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    ordinal++;
    String element = TEI.equals(uri) ? local : "";
    frame = new Frame(element, ordinal, frame, box(element, attributes));
    if (element.equals("teiCorpus")) {
      corpora.push(new Corpus(frame.depth, new ArrayList<>(), units.size()));
    }
    if (isUnit(element, attributes)) {
      openUnit(element, attributes);
    } else if (element.equals("note") && unit != null && noteDepth < 0) {
      lendNote(attributes);
    }
    identify(local, attributes);
    if (NAME_PARTS.contains(element)) {
      captures.part(frame);
      partOfParty();
    }
    if (frame.header) {
      if (isMilestone(element)) {
        captures.divide(frame, "no".equals(attributes.getValue("", "break")));
      }
      startInHeader(attributes);
    } else if (unit != null) {
      startInText(attributes);
    }
    startEntry(attributes);
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (frame == null) {
      return;
    }
    captures.append(frame, chars, start, length);
    if (unit == null) {
      return;
    }
    if (!openEntries.isEmpty()) {
      unit.entryWords += count(chars, start, length);
    } else if (frame.text) {
      int words = count(chars, start, length);
      if (unit.words == 0 && words > 0) {
        unit.firstWordLine = locator.getLineNumber();
      }
      unit.words += words;
      unit.headWords += words > 0 && frame.isIn("head") ? words : 0;
    }
    if (frame.text && !frame.unread && contexts) {
      flow().append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    captures.end(frame.depth);
    if (titleCapture != null && !captures.isOpen(titleCapture)) {
      titleCapture = null;
      titleNames = null;
    }
    if (party != null && party.depth == frame.depth) {
      party = null;
    }
    if (!openEntries.isEmpty() && openEntries.peek().depth == frame.depth) {
      EntryFacts entry = openEntries.pop().facts(file);
      if (entry != null) {
        entries.add(entry);
        entryUnits.put(entry, unit);
      }
    }
    if (frame.element.equals("correspAction") || (correspondence != null && isSide(frame))) {
      step = null;
    } else if (frame.element.equals("correspDesc")) {
      correspondence = null;
      step = null;
    } else if (frame.element.equals("teiCorpus")) {
      closeCorpus(corpora.pop());
    }
    if (unit != null) {
      if (frame.text) {
        if (!frame.unread) {
          unit.endName(frame.depth);
        }
        if (isBlock(frame.element)) {
          inWord = false;
          if (!frame.unread && contexts) {
            flow().block();
          }
        }
      }
      if (noteDepth == frame.depth) {
        unit = noteLender;
        noteDepth = -1;
      } else if (noteDepth < 0 && unit.depth == frame.depth) {
        unit = unit.parent;
      }
    }
    frame = frame.parent;
  }

  @Override
  public void endDocument() {
    finished = true;
  }

  // ---- what may be a letter --------------------------------------------------------------------

  private boolean isUnit(String element, Attributes attributes) {
    if (element.equals("TEI")) {
      return true;
    }
    if (unit == null || frame.quoted) {
      return false;
    }
    if (element.equals("text")) {
      return frame.parent.element.equals("group");
    }
    if (!element.startsWith("div") || !frame.text) {
      return false;
    }
    String type = attribute(attributes, "type");
    return division.isEmpty() ? Unit.isLetterType(type) : division.equals(type);
  }

  private void openUnit(String element, Attributes attributes) {
    Unit around = element.equals("TEI") ? null : unit;
    Unit opened =
        new Unit(element, ordinal, locator.getLineNumber(), frame.depth, around, frame.box);
    opened.xmlId = xmlAttribute(attributes, "id");
    opened.language = xmlAttribute(attributes, "lang");
    opened.points =
        (attribute(attributes, "decls") + " " + attribute(attributes, "corresp")).strip();
    if (opened.language.isEmpty() && around != null) {
      opened.language = around.language;
    }
    opened.hasTextElement = element.equals("text") || element.startsWith("div");
    units.add(opened);
    if (around == null) {
      roots.add(opened);
    }
    unit = opened;
  }

  /** A note that stands apart belongs to the letter that it targets, or that calls it. */
  private void lendNote(Attributes attributes) {
    Unit owner = callers.get(xmlAttribute(attributes, "id"));
    String targets = attribute(attributes, "target") + " " + attribute(attributes, "corresp");
    for (String target : EditionIndex.values(targets.strip())) {
      Place place = target.startsWith("#") ? ids.get(target.substring(1)) : null;
      owner = owner == null && place != null ? place.unit : owner;
    }
    for (Unit at = owner; at != null; at = at.parent) {
      if (at == unit && owner != unit) {
        noteLender = unit;
        noteDepth = frame.depth;
        unit = owner;
        return;
      }
    }
  }

  private Box box(String element, Attributes attributes) {
    boolean first = rootBox == null;
    if (!first
        && !element.equals("TEI")
        && !element.equals("text")
        && !element.equals("sourceDoc")
        && !element.startsWith("div")) {
      return null;
    }
    Box around = frame == null ? null : frame.box;
    Box box =
        new Box(
            element,
            ordinal,
            around,
            attribute(attributes, "type"),
            xmlAttribute(attributes, "id"),
            xmlAttribute(attributes, "lang"),
            attribute(attributes, "corresp"));
    rootBox = first ? box : rootBox;
    return box;
  }

  private void identify(String element, Attributes attributes) {
    String id = xmlAttribute(attributes, "id");
    if (!id.isEmpty() && ids.putIfAbsent(id, new Place(element, unit)) != null) {
      findings.add(Code.ID_REPEATED, here(), id);
    }
  }

  private void closeCorpus(Corpus corpus) {
    List<Unit> inside =
        units.subList(corpus.firstUnit, units.size()).stream()
            .filter(one -> one.isDocument() && one.correspondences.isEmpty())
            .toList();
    Volume.assign(corpus.correspondences, inside);
  }

  /**
   * How many words begin here, made of letters or digits; mark-up inside a word does not part it.
   */
  private int count(char[] chars, int start, int length) {
    int words = 0;
    for (int i = start; i < start + length; i++) {
      char c = chars[i];
      // Most characters are these; the general question takes long.
      boolean letter =
          c < 0x80
              ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9'
              : Character.isLetterOrDigit(c)
                  || Character.isSurrogate(c)
                  || Character.getType(c) == Character.NON_SPACING_MARK;
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return words;
  }

  // ---- the header ------------------------------------------------------------------------------

  private static boolean isMilestone(String element) {
    return element.equals("lb") || element.equals("pb") || element.equals("cb");
  }

  private void startInHeader(Attributes attributes) {
    if (frame.element.equals("prefixDef")) {
      prefixes.add(
          new FileFacts.Prefix(
              attribute(attributes, "ident"),
              attribute(attributes, "matchPattern"),
              attribute(attributes, "replacementPattern")));
    }
    if (isEdition) {
      editionHead.start(frame, attributes);
    }
    if (frame.element.equals("correspDesc")) {
      openCorrespondence(attributes);
    } else if (correspondence != null) {
      startInCorrespondence(attributes);
    } else if (unit != null) {
      startInDescription(attributes);
    }
  }

  /** What a header says outside the correspDesc: title, author, place and time of writing. */
  private void startInDescription(Attributes attributes) {
    switch (frame.element) {
      case "title" -> {
        boolean own = frame.parent.element.equals("titleStmt");
        if (own) {
          String language = xmlAttribute(attributes, "lang");
          title(titleRank(attributes), language.isEmpty() ? unit.language : language);
        }
        int rank =
            frame.parent.element.equals("seriesStmt")
                ? 2
                : own && attribute(attributes, "level").equals("s") ? 1 : 0;
        if (rank > unit.seriesRank && !frame.isIn("sourceDesc")) {
          Unit of = unit;
          captures.begin(
              frame,
              words -> {
                of.series = words.isEmpty() ? of.series : words;
                of.seriesRank = words.isEmpty() ? of.seriesRank : rank;
              });
        }
      }
      case "author" -> {
        if (frame.parent.element.equals("titleStmt")) {
          name(attributes, unit.authors, Kind.PERSON);
        }
      }
      case "persName", "orgName", "name", "rs" -> nameInTitle(attributes);
      case "date" -> {
        Unit of = unit;
        if (frame.isIn("creation") && unit.created == null) {
          readDate(attributes, true, date -> of.created = date);
        } else if (titleCapture != null && unit.titled == null) {
          readDate(attributes, false, date -> of.titled = date);
        }
      }
      case "origDate", "docDate" -> {
        Unit of = unit;
        if (unit.origin == null && frame.isIn("msDesc")) {
          readDate(attributes, false, date -> of.origin = date.isKnown() ? date : of.origin);
        }
      }
      case "origPlace" -> {
        if (unit.originPlaces.isEmpty()) {
          name(attributes, unit.originPlaces, Kind.PLACE);
        }
      }
      case "placeName" -> {
        if (frame.isIn("creation") && unit.originPlaces.isEmpty()) {
          name(attributes, unit.originPlaces, Kind.PLACE);
        }
      }
      default -> {}
    }
    innerName(attributes);
  }

  /** A title of the letter itself ranks above that of a series, a subtitle below all. */
  private static int titleRank(Attributes attributes) {
    String level = attribute(attributes, "level");
    return switch (attribute(attributes, "type")) {
      case "sub", "alt", "desc", "short", "series", "subseries", "volumenumber" -> 0;
      case "main" -> 3;
      default ->
          level.equals("a") || level.equals("u")
              ? 3
              : level.equals("s") || level.equals("j") ? 1 : 2;
    };
  }

  private void title(int rank, String language) {
    if (rank <= unit.titleRank || titleCapture != null) {
      return;
    }
    Unit of = unit;
    TitleNames names = new TitleNames();
    titleNames = names;
    Captures.Capture[] own = new Captures.Capture[1];
    own[0] =
        captures.begin(
            frame,
            words -> {
              if (!words.isEmpty()) {
                of.title = words;
                of.titleRank = rank;
                of.titleSenders.clear();
                of.titleAddressees.clear();
                names.read(own[0].words, language, of.titleSenders, of.titleAddressees);
              }
            });
    titleCapture = own[0];
  }

  private void nameInTitle(Attributes attributes) {
    if (titleCapture == null || party != null || frame.hidden != titleCapture.hidden()) {
      return;
    }
    TitleNames names = titleNames;
    Words title = titleCapture.words;
    int start = title.length();
    name(attributes, named -> names.add(named, start, title.length()), null);
  }

  private void openCorrespondence(Attributes attributes) {
    correspondence =
        new Correspondence(
            xmlAttribute(attributes, "id"),
            (attribute(attributes, "corresp")
                    + " "
                    + attribute(attributes, "sameAs")
                    + " "
                    + attribute(attributes, "ref")
                    + " "
                    + attribute(attributes, "key")
                    + " "
                    + attribute(attributes, "source"))
                .strip());
    step = null;
    if (unit != null) {
      unit.correspondences.add(correspondence);
    } else if (!corpora.isEmpty()) {
      corpora.peek().correspondences.add(correspondence);
    }
  }

  /** The two sides of a letter as they were named before there was correspAction. */
  private static boolean isSide(Frame frame) {
    return frame.element.equals("sender") || frame.element.equals("addressee");
  }

  private void startInCorrespondence(Attributes attributes) {
    Correspondence of = correspondence;
    switch (frame.element) {
      case "correspAction" -> step = of.begin(attribute(attributes, "type"));
      case "sender" -> openSide(of, "sent", attributes);
      case "addressee" -> openSide(of, "received", attributes);
      case "persName", "orgName", "name", "rs" -> {
        Correspondence.Step at = step;
        if (at == null || party != null || isInside("note")) {
          innerName(attributes);
        } else {
          Kind kind = Kind.ofType(attribute(attributes, "type"));
          if (kind == Kind.PLACE && !frame.element.equals("persName")) {
            name(attributes, at.places::add, null);
          } else {
            String role = attribute(attributes, "role");
            String side = role.isEmpty() ? attribute(attributes, "type") : role;
            name(attributes, named -> of.party(at, side, named), null);
          }
        }
      }
      case "placeName", "settlement", "country", "region", "geogName", "district", "bloc" -> {
        if (step == null || party != null || isInside("note")) {
          innerName(attributes);
        } else {
          name(attributes, step.places::add, null);
        }
      }
      case "date" -> {
        if (step != null && !isInside("note")) {
          readDates(attributes, step.dates);
        }
      }
      case "note", "p", "desc", "ab" -> {
        if (!isInside("correspContext") && !isInside("note") && !isInside("p")) {
          StringBuilder prose = step == null ? null : step.note;
          captures.begin(
              frame,
              words -> {
                if (prose != null) {
                  prose.append(' ').append(words);
                } else if (!words.isEmpty()) {
                  of.remarks.add(words);
                }
              });
        }
      }
      case "ref", "ptr" -> {
        if (isInside("correspContext")) {
          relation(of, attributes);
        }
      }
      default -> {}
    }
  }

  private boolean isInside(String name) {
    return frame.parent.isIn(name);
  }

  private void openSide(Correspondence of, String type, Attributes attributes) {
    Correspondence.Step opened = of.begin(type);
    step = opened;
    if (!pointers(attributes).isEmpty()) {
      // <sender ref="#a">Ada</sender> names the party itself.
      name(attributes, named -> of.party(opened, "", named), null);
      return;
    }
    captures.begin(
        frame,
        words -> {
          if (opened.parties.isEmpty() && opened.places.isEmpty() && !words.isEmpty()) {
            of.party(opened, "", new Named(null, words, List.of()));
          }
        });
  }

  private void relation(Correspondence of, Attributes attributes) {
    String type = attribute(attributes, "type");
    String subtype = attribute(attributes, "subtype");
    String target = attribute(attributes, "target");
    captures.begin(frame, words -> of.relations.add(new Relation(type, subtype, target, words)));
    if (!target.isEmpty()) {
      of.pointers.add(pointer(frame.element, "target", target));
    }
  }

  private void name(Attributes attributes, List<Named> into, Kind fallback) {
    name(attributes, into::add, fallback);
  }

  /** A name whose words, and the pointers of all names in it, belong together. */
  private void name(Attributes attributes, Consumer<Named> into, Kind fallback) {
    List<String> pointers = new ArrayList<>(pointers(attributes));
    Kind kind = Kind.ofName(frame.element);
    kind = kind != null ? kind : Kind.ofType(attribute(attributes, "type"));
    Party opened = new Party(frame.depth, pointers, kind != null ? kind : fallback);
    party = opened;
    String ref = attribute(attributes, "ref");
    if (!ref.isEmpty() && correspondence != null) {
      correspondence.pointers.add(pointer(frame.element, "ref", ref));
    }
    captures.begin(
        frame,
        words -> {
          if (!words.isEmpty() || !pointers.isEmpty()) {
            into.accept(opened.named(words));
          }
        });
  }

  /** A part of a name tells in which order they stand. */
  private void partOfParty() {
    Party of = party;
    if (of == null || of.depth == frame.depth) {
      return;
    }
    if (frame.element.equals("surname")) {
      captures.begin(
          frame,
          words -> {
            of.several |= !of.surname.isEmpty();
            of.surname = words;
          });
    } else if (frame.element.equals("forename")) {
      captures.begin(frame, words -> of.forename = (of.forename + " " + words).strip());
    }
  }

  private void innerName(Attributes attributes) {
    if (party == null || party.depth == frame.depth || !NAMES.contains(frame.element)) {
      return;
    }
    party.pointers.addAll(pointers(attributes));
    party.kind =
        party.kind != null || !frame.element.equals("rs")
            ? party.kind
            : Kind.ofType(attribute(attributes, "type"));
    String ref = attribute(attributes, "ref");
    if (!ref.isEmpty() && correspondence != null) {
      correspondence.pointers.add(pointer(frame.element, "ref", ref));
    }
  }

  private void readDates(Attributes attributes, List<LetterDate> into) {
    Location place = here();
    LetterDate date =
        LetterDate.of(attributes, "", bad -> findings.add(Code.LETTER_BAD_DATE, place, bad));
    captures.begin(frame, words -> into.add(date.withText(words)));
  }

  /** A date that counts when it is well formed, and is reported otherwise only where it is due. */
  private void readDate(Attributes attributes, boolean due, Consumer<LetterDate> into) {
    Location place = here();
    LetterDate date =
        LetterDate.of(
            attributes,
            "",
            bad -> {
              if (due) {
                findings.add(Code.LETTER_BAD_DATE, place, bad);
              }
            });
    captures.begin(frame, words -> into.accept(date.withText(words)));
  }

  // ---- the text --------------------------------------------------------------------------------

  private void startInText(Attributes attributes) {
    if (!frame.text) {
      return;
    }
    String element = frame.element;
    if (frame.box != null && !frame.quoted) {
      frame.box.shape(element);
    }
    if (element.equals("text")) {
      unit.hasTextElement = true;
      if (unit.language.isEmpty()) {
        unit.language = xmlAttribute(attributes, "lang");
      }
    }
    if (LETTER_PARTS.contains(element)) {
      unit.hasParts = true;
    }
    if (!frame.quoted) {
      inferFrom(element, attributes);
    }
    boolean points = false;
    boolean block = isBlock(element);
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getLocalName(i);
      if (attributes.getURI(i).isEmpty() && POINTING.contains(name)) {
        String value = attributes.getValue(i).strip();
        // Some editions write prev="true" where they have nothing to point at.
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
          unit.pointers.add(pointer(element, name, value));
          if (name.equals("target") && value.startsWith("#")) {
            callers.putIfAbsent(value.substring(1), unit);
          }
          points |= mayMention(element, name, value);
        }
      }
    }
    boolean milestone = isMilestone(element);
    boolean insideAWord = milestone && "no".equals(attributes.getValue("", "break"));
    if (milestone || block) {
      captures.divide(frame, insideAWord);
      inWord &= insideAWord;
    }
    if (frame.unread) {
      return;
    }
    if (contexts) {
      flow(element, milestone, insideAWord, block);
    }
    if (points) {
      unit.beginName(frame, ordinal);
    }
  }

  /** What an element means for the words around mentions. */
  private void flow(String element, boolean milestone, boolean insideAWord, boolean block) {
    if (NAME_PARTS.contains(element)) {
      flow().part();
    } else if (insideAWord) {
      flow().join();
    } else if (element.equals("gap")) {
      flow().gap();
    } else if (milestone) {
      flow().line();
    } else if (block) {
      flow().block();
    }
  }

  private static boolean mayMention(String element, String attribute, String value) {
    return switch (attribute) {
      case "ref", "key" -> !element.equals("g");
      case "corresp" -> NAMES.contains(element);
      case "target" -> REFERENCES.contains(element) && !Identifier.isAddress(value);
      default -> false;
    };
  }

  /** What the text says of itself, for letters that no header describes. */
  private void inferFrom(String element, Attributes attributes) {
    Unit of = unit;
    switch (element) {
      case "head" -> {
        String around = frame.parent.element;
        if (around.startsWith("div") || around.equals("body") || around.equals("front")) {
          // A document is called what its header calls it; its head counts where there is no title.
          title(unit.isDocument() ? 0 : 4, unit.language);
        }
      }
      case "date", "docDate" -> {
        if ((frame.isIn("dateline") || frame.isIn("opener")) && !isKnown(unit.dateline)) {
          boolean due = frame.isIn("dateline");
          readDate(
              attributes,
              due,
              date -> of.dateline = of.dateline == null || date.isKnown() ? date : of.dateline);
        }
      }
      case "persName", "orgName", "name", "rs" -> {
        if (titleCapture != null) {
          nameInTitle(attributes);
        } else if (party == null) {
          partyInText(attributes);
        } else {
          innerName(attributes);
        }
      }
      case "signed" -> {
        if (!pointers(attributes).isEmpty() && isSignature()) {
          name(attributes, of.signed, Kind.PERSON);
        }
      }
      case "placeName", "settlement" -> {
        if (party == null && frame.isIn("dateline") && unit.datelinePlaces.isEmpty()) {
          name(attributes, unit.datelinePlaces, Kind.PLACE);
        }
      }
      default -> {}
    }
  }

  private static boolean isKnown(LetterDate date) {
    return date != null && date.isKnown();
  }

  private void partyInText(Attributes attributes) {
    Kind kind = Kind.ofName(frame.element);
    kind = kind != null ? kind : Kind.ofType(attribute(attributes, "type"));
    if (frame.isIn("dateline")) {
      if (kind == Kind.PLACE && unit.datelinePlaces.isEmpty()) {
        name(attributes, unit.datelinePlaces, Kind.PLACE);
      }
      return;
    }
    if (kind != Kind.PERSON && kind != Kind.ORG) {
      return;
    }
    if (frame.isIn("signed")) {
      if (isSignature()) {
        name(attributes, unit.signed, Kind.PERSON);
      }
    } else if (frame.isIn("address")) {
      if (unit.addressed.isEmpty()) {
        name(attributes, unit.addressed, Kind.PERSON);
      }
    } else if (frame.isIn("salute") && frame.element.equals("persName")) {
      if (unit.saluted.isEmpty() && !frame.isIn("closer")) {
        name(attributes, unit.saluted, Kind.PERSON);
      }
    }
  }

  /** True inside the first signature of the letter and those that stand beside it. */
  private boolean isSignature() {
    Frame at = frame;
    while (!at.element.equals("signed")) {
      at = at.parent;
    }
    if (unit.signature == null) {
      unit.signature = at.parent;
    }
    return unit.signature == at.parent;
  }

  private Words flow() {
    return frame.note == null ? unit.flow : frame.note;
  }

  private static boolean isBlock(String element) {
    return BLOCKS.contains(element) || element.equals("note") || isNumberedDivision(element);
  }

  private static boolean isNumberedDivision(String element) {
    return element.length() == 4 && element.startsWith("div");
  }

  // ---- registers -------------------------------------------------------------------------------

  private void startEntry(Attributes attributes) {
    EntryReader around = openEntries.peek();
    Kind kind = Kind.ofEntry(frame.element);
    if (kind != null && frame.parent != null && isListed(around, kind)) {
      String id = xmlAttribute(attributes, "id");
      // Without an id it may be known by a key or idno; a book in a list of literature is not.
      boolean known =
          !id.isEmpty()
              || (around == null
                  && attribute(attributes, "sameAs").isEmpty()
                  && (kind != Kind.WORK || frame.isIn("standOff")));
      if (known && !frame.isIn("sourceDesc")) {
        openEntry(new EntryReader(kind, id, ordinal, line(), frame.depth, false), attributes);
        return;
      }
    }
    if (around != null) {
      around.start(frame, attributes, captures);
    } else {
      startItem(attributes);
    }
  }

  private boolean isListed(EntryReader around, Kind kind) {
    return Kind.isList(frame.parent.element)
        || (around != null
            && frame.parent.depth == around.depth
            && kind != Kind.WORK
            && kind != Kind.EVENT);
  }

  private void openEntry(EntryReader entry, Attributes attributes) {
    entry.start(attributes);
    openEntries.push(entry);
    if (unit != null) {
      unit.hasEntries = true;
      unit.listsEntries |= frame.text && !frame.isIn("back");
    }
  }

  /**
   * An item of a volume's list of persons, places or terms: it begins with a name that has an id,
   * to which the text points.
   */
  private void startItem(Attributes attributes) {
    String id = frame.text && !frame.quoted ? xmlAttribute(attributes, "id") : "";
    if (id.isEmpty()) {
      return;
    }
    Kind kind = frame.element.equals("term") ? Kind.TERM : Kind.ofName(frame.element);
    Frame item = frame.parent;
    while (item != null && !item.element.equals("item") && !isBlock(item.element)) {
      item = item.parent;
    }
    if (kind == null || item == null || !item.element.equals("item")) {
      return;
    }
    EntryReader entry = new EntryReader(kind, id, item.itemAt, line(), item.depth, true);
    openEntries.push(entry);
    entry.name(frame, captures);
  }

  // ---- small things ----------------------------------------------------------------------------

  private int line() {
    return locator.getLineNumber();
  }

  private Pointer pointer(String element, String attribute, String value) {
    return new Pointer(
        ordinal, element, attribute, value, locator.getLineNumber(), locator.getColumnNumber());
  }

  private Location here() {
    return Location.of(file.name(), locator.getLineNumber(), locator.getColumnNumber());
  }

  private static List<String> pointers(Attributes attributes) {
    List<String> values = new ArrayList<>();
    for (String name : NAMING) {
      String value = attribute(attributes, name);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  static String attribute(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value.strip();
  }

  private static String xmlAttribute(Attributes attributes, String name) {
    String value = attributes.getValue(XML, name);
    return value == null ? "" : value.strip();
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

    void start(Frame frame, Attributes attributes) {
      switch (frame.element) {
        case "title" -> {
          if (frame.isIn("titleStmt")) {
            boolean sub = "sub".equals(attributes.getValue("", "type"));
            captures.begin(
                frame,
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
            captures.begin(frame, editors::add);
          }
        }
        case "name", "persName", "orgName" -> {
          if (frame.isIn("respStmt") && frame.isIn("titleStmt") && editors.isEmpty()) {
            captures.begin(frame, editors::add);
          }
        }
        case "publisher" -> {
          if (frame.isIn("publicationStmt")) {
            captures.begin(frame, words -> publisher = words);
          }
        }
        case "date" -> {
          if (frame.isIn("publicationStmt")) {
            captures.begin(frame, words -> date = words);
          }
        }
        case "licence" -> {
          licenceHref = attribute(attributes, "target");
          captures.begin(frame, words -> licence = words);
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
