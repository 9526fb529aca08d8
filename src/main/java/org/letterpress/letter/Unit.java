package org.letterpress.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.letterpress.source.SourceFile;

/** A letter, or what may turn out to be one: a TEI, a text of a group, a division of a volume. */
final class Unit {
  private static final int CONTEXT = 70;

  private record OpenName(
      String element, int ordinal, int depth, Words flow, int start, boolean inNote, Box box) {}

  final String element;
  final int ordinal;
  final int line;
  final int depth;
  final Unit parent;
  final Box box;
  String xmlId = "";
  String language = "";
  String points = "";
  boolean hasParts;
  boolean hasTextElement;

  /** Words of its text outside register entries, and how many of them stand in heads. */
  int words;

  int headWords;

  /** Words of its register entries, wherever these stand. */
  int entryWords;

  int firstWordLine;
  boolean hasEntries;

  /** True when some of its register entries stand in its text, outside the back. */
  boolean listsEntries;

  /** The title of the header or the head of the division, and how well it fits. */
  String title = "";

  int titleRank = -1;

  /** The title of the series or edition of which its header says that it is a part. */
  String series = "";

  int seriesRank;
  LetterDate created;
  LetterDate origin;
  LetterDate titled;
  LetterDate dateline;
  final List<Named> authors = new ArrayList<>();
  final List<Named> signed = new ArrayList<>();
  final List<Named> addressed = new ArrayList<>();
  final List<Named> saluted = new ArrayList<>();
  final List<Named> titleSenders = new ArrayList<>();
  final List<Named> titleAddressees = new ArrayList<>();
  final List<Named> datelinePlaces = new ArrayList<>();
  final List<Named> originPlaces = new ArrayList<>();
  Frame signature;

  /** What its header describes; for a division, what was found to be its own. */
  final List<Correspondence> correspondences = new ArrayList<>();

  final List<Unit> parts = new ArrayList<>();

  /** Other divisions that give this letter in another version. */
  final List<Unit> joined = new ArrayList<>();

  final List<Pointer> pointers = new ArrayList<>();
  final Words flow = new Words();
  private final Deque<OpenName> openNames = new ArrayDeque<>();
  private final List<OpenName> names = new ArrayList<>();
  private final Map<Integer, Integer> ends = new HashMap<>();

  Unit(String element, int ordinal, int line, int depth, Unit parent, Box box) {
    this.element = element;
    this.ordinal = ordinal;
    this.line = line;
    this.depth = depth;
    this.parent = parent;
    this.box = box;
    if (parent != null) {
      parent.parts.add(this);
    }
  }

  boolean isDocument() {
    return element.equals("TEI");
  }

  void beginName(Frame frame, int at) {
    Words text = frame.note == null ? flow : frame.note;
    OpenName name =
        new OpenName(
            frame.element, at, frame.depth, text, text.length(), frame.note != null, frame.box);
    openNames.push(name);
  }

  void endName(int atDepth) {
    while (!openNames.isEmpty() && openNames.peek().depth == atDepth) {
      OpenName done = openNames.pop();
      ends.put(done.ordinal, done.flow.length());
      names.add(done);
    }
  }

  /** Takes over what a part said that is no letter of its own. */
  void merge(Unit part) {
    part.parts.forEach(part::merge);
    hasParts |= part.hasParts;
    if (words == 0) {
      firstWordLine = part.firstWordLine;
    }
    words += part.words;
    headWords += part.headWords;
    entryWords += part.entryWords;
    hasEntries |= part.hasEntries;
    listsEntries |= part.listsEntries;
    if (title.isEmpty()) {
      title = part.title;
    }
    dateline = dateline == null ? part.dateline : dateline;
    addAllIfEmpty(signed, part.signed);
    addAllIfEmpty(addressed, part.addressed);
    addAllIfEmpty(saluted, part.saluted);
    addAllIfEmpty(titleSenders, part.titleSenders);
    addAllIfEmpty(titleAddressees, part.titleAddressees);
    addAllIfEmpty(datelinePlaces, part.datelinePlaces);
    pointers.addAll(part.pointers);
    names.addAll(part.names);
    ends.putAll(part.ends);
  }

  /** Takes a division of another place as a further version of this letter. */
  void join(Unit version) {
    box.version = 1;
    version.box.version = joined.size() + 2;
    joined.add(version);
    merge(version);
  }

  private static void addAllIfEmpty(List<Named> into, List<Named> more) {
    if (into.isEmpty()) {
      into.addAll(more);
    }
  }

  /** The facts of a letter. */
  LetterFacts facts(SourceFile file, int position, boolean alone) {
    boolean described = !correspondences.isEmpty();
    List<Named> senders = new ArrayList<>();
    List<Named> addressees = new ArrayList<>();
    List<Named> sentPlaces = new ArrayList<>();
    List<Named> receivedPlaces = new ArrayList<>();
    List<Action> actions = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    LetterDate sent = null;
    LetterDate received = null;
    for (Correspondence correspondence : correspondences) {
      senders.addAll(correspondence.senders());
      addressees.addAll(correspondence.addressees());
      sentPlaces.addAll(correspondence.places("sent"));
      receivedPlaces.addAll(correspondence.places("received"));
      actions.addAll(correspondence.actions());
      remarks.addAll(correspondence.remarks);
      relations.addAll(correspondence.relations);
      pointers.addAll(correspondence.pointers);
      sent = better(sent, correspondence.date("sent"));
      received = better(received, correspondence.date("received"));
    }
    if (!described) {
      addressees.addAll(inferredAddressees());
      senders.addAll(inferredSenders(addressees));
      sentPlaces.addAll(inferred(datelinePlaces.isEmpty() ? originPlaces : datelinePlaces));
    }
    if (sent == null || !sent.isKnown()) {
      LetterDate inferred = inferredDate();
      sent = inferred != null && (inferred.isKnown() || sent == null) ? inferred : sent;
    }
    names.sort(Comparator.comparingInt(OpenName::ordinal));
    pointers.sort(Comparator.comparingInt(Pointer::ordinal));
    return new LetterFacts(
        file,
        ordinal,
        position,
        alone,
        xmlId,
        line,
        language,
        title,
        seriesAround(),
        List.copyOf(senders),
        List.copyOf(addressees),
        sent,
        received,
        List.copyOf(sentPlaces),
        List.copyOf(receivedPlaces),
        List.copyOf(actions),
        List.copyOf(remarks),
        List.copyOf(relations),
        described,
        words,
        versions(),
        mentions(),
        Pointers.of(pointers));
  }

  /** Its own series, or that of the volume in which it stands. */
  private String seriesAround() {
    Unit at = this;
    while (at.series.isEmpty() && at.parent != null) {
      at = at.parent;
    }
    return at.series;
  }

  private static LetterDate better(LetterDate one, LetterDate other) {
    return one == null || (other != null && !one.isKnown() && other.isKnown()) ? other : one;
  }

  private List<Named> inferredAddressees() {
    List<Named> named =
        !titleAddressees.isEmpty() ? titleAddressees : !addressed.isEmpty() ? addressed : saluted;
    return inferred(named);
  }

  private List<Named> inferredSenders(List<Named> addressees) {
    List<Named> named =
        authors.size() == 1 || (signed.isEmpty() && titleSenders.isEmpty())
            ? authors
            : !signed.isEmpty() ? signed : titleSenders;
    Set<String> taken = new LinkedHashSet<>();
    addressees.forEach(addressee -> taken.addAll(addressee.pointers()));
    return inferred(named).stream()
        .filter(
            one -> one.pointers().isEmpty() || one.pointers().stream().noneMatch(taken::contains))
        .toList();
  }

  private static List<Named> inferred(List<Named> named) {
    // A name without words says nothing to readers when no correspDesc vouches for it.
    return named.stream()
        .filter(one -> !one.name().isEmpty())
        .distinct()
        .map(Named::asInferred)
        .toList();
  }

  private LetterDate inferredDate() {
    LetterDate best = null;
    for (LetterDate date : new LetterDate[] {dateline, created, origin, titled}) {
      best = date != null && date.isKnown() ? better(best, date) : best;
    }
    if (best == null) {
      best = dateline != null ? dateline : created;
    }
    return best == null ? null : best.asInferred();
  }

  private List<Version> versions() {
    Set<Box> boxes = new LinkedHashSet<>();
    box.versions(boxes);
    // That this division is itself one of several matters only where it has the others.
    if (joined.isEmpty()) {
      boxes.remove(box);
    }
    joined.forEach(one -> one.box.versions(boxes));
    return boxes.stream()
        .map(one -> new Version(one.ordinal, one.version, one.type, one.language))
        .toList();
  }

  /** Where there is a text, the sourceDoc beside it is not read. */
  private boolean isRead(OpenName name) {
    return !hasTextElement || name.box == null || !name.box.isInSourceDoc();
  }

  private Mentions mentions() {
    Mentions.Packer mentions = new Mentions.Packer();
    for (OpenName name : names) {
      if (isRead(name)) {
        int end = ends.get(name.ordinal);
        int start = Math.min(name.start, end);
        mentions.add(
            name.ordinal,
            name.element,
            name.inNote,
            name.box == null ? 1 : name.box.versionAround(),
            name.flow.before(start, CONTEXT),
            name.flow.spaced(start, end),
            name.flow.after(end, CONTEXT));
      }
    }
    return mentions.mentions();
  }

  /** True when @type is a word for a letter. */
  static boolean isLetterType(String type) {
    return LETTER_TYPES.contains(type.toLowerCase(Locale.ROOT));
  }

  /** Words for a letter in the languages that editions are made in. */
  private static final Set<String> LETTER_TYPES =
      Set.of(
          "letter",
          "document",
          "epistle",
          "postcard",
          "telegram",
          "missive",
          "lettre",
          "épître",
          "épitre",
          "epistre",
          "brief",
          "postkarte",
          "telegramm",
          "lettera",
          "epistola",
          "epistula",
          "litterae",
          "carta",
          "cartas",
          "list",
          "dopis",
          "brev",
          "bref",
          "bréf",
          "kirje",
          "levél",
          "scrisoare",
          "pismo",
          "письмо",
          "писмо",
          "лист",
          "ліст",
          "επιστολή",
          "γράμμα",
          "mektup",
          "信",
          "书信",
          "書信",
          "書簡",
          "手紙",
          "편지");
}
