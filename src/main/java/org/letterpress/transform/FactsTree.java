package org.letterpress.transform;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.image.EditionImages;
import org.letterpress.letter.Action;
import org.letterpress.letter.EditionFacts;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EditionIndex.Occurrence;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Identifier;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.letter.Kind;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.LetterParts;
import org.letterpress.letter.Mention;
import org.letterpress.letter.Named;
import org.letterpress.letter.Part;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Relation;
import org.letterpress.letter.Target;
import org.letterpress.letter.Version;
import org.letterpress.letter.Wording;
import org.xml.sax.SAXException;

/**
 * Writes what the edition's index knows as trees for the stylesheets: the facts of one letter, and
 * the index as a whole.
 */
public final class FactsTree {
  private static final Pattern EXTERNAL = Pattern.compile("(?i)(https?|mailto):.*");

  private final EditionIndex index;
  private final String siteUrl;
  private final Processor processor;

  private final EditionImages images;

  /**
   * Facts of an edition that shows no images.
   *
   * @param siteUrl where the site is published, with a slash at its end, or empty
   */
  public FactsTree(EditionIndex index, String siteUrl, Processor processor) {
    this(index, siteUrl, processor, EditionImages.none());
  }

  /**
   * Facts of an edition.
   *
   * @param siteUrl where the site is published, with a slash at its end, or empty
   * @param images what images the sources name
   */
  public FactsTree(EditionIndex index, String siteUrl, Processor processor, EditionImages images) {
    this.index = index;
    this.siteUrl = siteUrl;
    this.processor = processor;
    this.images = images;
  }

  /** Gives the element of a register's file that describes an entry, or null. */
  @FunctionalInterface
  public interface EntryElements {
    XdmNode element(EntryFacts entry);
  }

  /**
   * The facts that the preparation of one letter needs: {@code lp:facts} with the letter's metadata
   * and a link for each element whose pointers lead somewhere.
   */
  public XdmNode letterFacts(IndexedLetter letter) {
    return build(
        out -> {
          out.start("facts");
          letter(out, letter);
          out.start("links");
          links(out, letter);
          out.end();
          images(out, images.of(letter, index.ordinalsIn(letter.facts().file())));
          out.end();
        });
  }

  /** Facts for a document that is not a letter: nothing but the edition's title and language. */
  public XdmNode frontFacts() {
    return build(
        out -> {
          out.start("facts");
          out.start("letter", "id", "edition", "href", "index.html", "lang", language());
          edition(out);
          out.end();
          out.start("links").end();
          out.end();
        });
  }

  /**
   * Facts for a volume or register without what has a page of its own: in the place of each letter
   * and entry stands a link to that page.
   *
   * @param volume the volume
   */
  public XdmNode volumeFacts(IndexedVolume volume) {
    Map<Integer, IndexedLetter> letters = new TreeMap<>();
    for (IndexedLetter letter : volume.letters()) {
      letters.put(letter.facts().ordinal(), letter);
      letter.facts().versions().forEach(version -> letters.put(version.ordinal(), letter));
    }
    return build(
        out -> {
          out.start("facts");
          out.start(
              "letter",
              "id",
              volume.id(),
              "href",
              volume.href(),
              "lang",
              language(),
              "title",
              volume.title(),
              "heading",
              volume.title());
          edition(out);
          out.end();
          out.start("links");
          for (Map.Entry<Integer, IndexedLetter> place : letters.entrySet()) {
            IndexedLetter letter = place.getValue();
            boolean isFirst = place.getKey() == letter.facts().ordinal();
            out.start(
                    "link",
                    "n",
                    String.valueOf(place.getKey()),
                    "letter",
                    letter.href(),
                    "letter-title",
                    isFirst ? letter.title(index.wording()) : "")
                .end();
          }
          for (EntryFacts entry : volume.entries()) {
            out.start(
                    "link",
                    "n",
                    String.valueOf(entry.ordinal()),
                    "letter",
                    index.href(entry),
                    "letter-title",
                    entry.name())
                .end();
          }
          out.end();
          images(out, images.of(volume.file()));
          out.end();
        });
  }

  /**
   * The index of the whole edition.
   *
   * @param root local name of the root element: {@code edition}, or {@code volume} for print
   * @param front the prepared edition.xml, or null
   * @param texts prepared letters in order; empty where only the index is wanted
   * @param elements gives the registers' own elements
   */
  public XdmNode edition(String root, XdmNode front, List<XdmNode> texts, EntryElements elements) {
    return edition(root, front, texts, Map.of(), List.of(), elements);
  }

  /**
   * Words of a volume that stand between letters of the book.
   *
   * @param before how many of the letters stand before it
   * @param element the {@code lp:volume-part}
   */
  public record Between(int before, XdmNode element) {}

  /**
   * The same with the texts of registers, and what volumes say outside their letters.
   *
   * @param registers what each register says outside its entries, prepared
   * @param between parts of volumes; those for one place in their order
   */
  public XdmNode edition(
      String root,
      XdmNode front,
      List<XdmNode> texts,
      Map<IndexedVolume, XdmNode> registers,
      List<Between> between,
      EntryElements elements) {
    return build(
        out -> {
          startEdition(out, root);
          if (front != null) {
            out.start("front").copy(front).end();
          }
          out.start("letters");
          for (IndexedLetter letter : index.letters()) {
            letter(out, letter);
          }
          out.end();
          if (!index.volumes().isEmpty()) {
            out.start("volumes");
            for (IndexedVolume volume : index.volumes()) {
              out.start(
                  "volume",
                  "id",
                  volume.id(),
                  "href",
                  volume.href(),
                  "title",
                  volume.title(),
                  "letters",
                  String.valueOf(!volume.letters().isEmpty()));
              XdmNode text = registers.get(volume);
              if (text != null) {
                out.copy(text);
              }
              out.end();
            }
            out.end();
          }
          out.start("registers");
          for (Map.Entry<Kind, List<EntryFacts>> register : index.registers().entrySet()) {
            out.start(
                "register",
                "kind",
                register.getKey().folder(),
                "href",
                register.getKey().folder() + ".html");
            for (EntryFacts entry : register.getValue()) {
              entry(out, entry, elements);
            }
            out.end();
          }
          out.end();
          if (!texts.isEmpty() || !between.isEmpty()) {
            out.start("text");
            for (int before = 0; before <= texts.size(); before++) {
              for (Between part : between) {
                if (part.before() == before) {
                  out.copy(part.element());
                }
              }
              if (before < texts.size()) {
                out.copy(texts.get(before));
              }
            }
            out.end();
          }
          out.end();
        });
  }

  /** What a page of the site shows. */
  @FunctionalInterface
  public interface Content {
    /** Writes it into a tree that is open. */
    void write(TreeWriter out) throws SAXException, SaxonApiException;
  }

  /**
   * What one page of the site is made of: {@code lp:edition} with the title, the registers, the
   * other ways into the edition, and the page's own content.
   *
   * @param ways {@code lp:way} elements: the pages that lead to the letters
   */
  public XdmNode page(Content ways, Content content) {
    return build(
        out -> {
          startEdition(out, "edition");
          out.start("registers");
          for (Kind kind : index.registers().keySet()) {
            out.start("register", "kind", kind.folder(), "href", kind.folder() + ".html").end();
          }
          out.end();
          ways.write(out);
          content.write(out);
          out.end();
        });
  }

  /** A letter as a line of a list needs it: number, heading, date, parties' sides and place. */
  public void line(TreeWriter out, IndexedLetter letter, String side) throws SAXException {
    LetterFacts facts = letter.facts();
    String title = facts.title();
    out.start(
        "letter",
        "id",
        letter.id(),
        "href",
        letter.href(),
        "number",
        String.valueOf(letter.number()),
        "heading",
        letter.heading(),
        "title",
        title.isEmpty() || title.equals(letter.heading()) ? "" : title,
        "date",
        letter.date(),
        "side",
        side);
    named(out, "sent-place", facts, facts.sentPlaces());
    out.end();
  }

  /** An entry as a line of a register needs it. */
  public void line(TreeWriter out, EntryFacts entry) throws SAXException {
    startEntry(out, "entry", entry, String.valueOf(index.letterCount(entry))).end();
  }

  /**
   * An entry with its record and some of its mentions.
   *
   * @param element the register's own element, or null
   * @param occurrences those that the page shows
   */
  public void entry(TreeWriter out, EntryFacts entry, XdmNode element, List<Occurrence> occurrences)
      throws SAXException, SaxonApiException {
    startEntry(out, "entry", entry, String.valueOf(index.letterCount(entry)));
    record(out, entry, element);
    for (Occurrence occurrence : occurrences) {
      mention(out, occurrence);
    }
    out.end();
  }

  private void startEdition(TreeWriter out, String root) throws SAXException {
    EditionFacts facts = index.edition();
    out.start(
        root,
        "title",
        index.title(),
        "subtitle",
        facts.subtitle(),
        "lang",
        language(),
        "editors",
        index.wording().list(facts.editors()),
        "publisher",
        facts.publisher(),
        "date",
        facts.date(),
        "licence",
        facts.licence(),
        "licence-href",
        facts.licenceHref(),
        "url",
        siteUrl);
  }

  private void letter(TreeWriter out, IndexedLetter letter) throws SAXException {
    LetterFacts facts = letter.facts();
    Wording wording = index.wording();
    out.start(
        "letter",
        "id",
        letter.id(),
        "href",
        letter.href(),
        "number",
        String.valueOf(letter.number()),
        "lang",
        facts.language().isEmpty() ? language() : facts.language(),
        "language",
        languageName(facts.language()),
        "title",
        facts.title().isEmpty() ? letter.heading() : facts.title(),
        "heading",
        letter.heading(),
        "date",
        letter.date(),
        "sort",
        facts.sortKey(),
        "inferred",
        facts.described() ? "" : "true");
    named(out, "sender", facts, facts.senders());
    named(out, "addressee", facts, facts.addressees());
    date(out, "sent-date", facts.sent());
    date(out, "received-date", facts.received());
    named(out, "sent-place", facts, facts.sentPlaces());
    named(out, "received-place", facts, facts.receivedPlaces());
    for (Action action : facts.actions()) {
      action(out, facts, action);
    }
    for (String remark : facts.remarks()) {
      out.start("remark").text(remark).end();
    }
    for (Version version : facts.versions()) {
      out.start(
              "version",
              "n",
              String.valueOf(version.ordinal()),
              "number",
              String.valueOf(version.number()),
              "type",
              version.type(),
              "lang",
              version.language())
          .end();
    }
    for (Relation relation : facts.relations()) {
      Target target = first(facts, relation.target());
      String href = "";
      String words = relation.text();
      if (target instanceof Target.ToLetter to) {
        href = href(to);
        words = words.isEmpty() ? to.letter().title(wording) : words;
      } else if (target instanceof Target.ToWeb to) {
        href = to.address();
        words = words.isEmpty() ? href : words;
      } else if (target instanceof Target.ToEntry to) {
        href = index.href(to.entry());
        words = new Named(null, words, List.of()).spoken(to.entry());
      }
      words = words.isEmpty() ? relation.target() : words;
      out.start("relation", "type", relation.type(), "subtype", relation.subtype(), "href", href)
          .text(words)
          .end();
    }
    neighbour(out, "previous", index.neighbour(letter, -1));
    neighbour(out, "next", index.neighbour(letter, 1));
    neighbour(out, "previous-in-correspondence", index.neighbourInCorrespondence(letter, -1));
    neighbour(out, "next-in-correspondence", index.neighbourInCorrespondence(letter, 1));
    correspondence(out, letter);
    part(out, letter);
    edition(out);
    for (EntryFacts entry : entities(letter)) {
      startEntry(out, "entity", entry, String.valueOf(index.letterCount(entry)));
      identifiers(out, entry);
      out.end();
    }
    out.end();
  }

  /** The place of a letter in its correspondence, unless that is the whole edition. */
  private void correspondence(TreeWriter out, IndexedLetter letter) throws SAXException {
    List<IndexedLetter> all = index.correspondence(letter);
    int before = Collections.binarySearch(all, letter, comparingInt(IndexedLetter::number));
    if (all.size() > 1 && all.size() < index.letters().size() && before >= 0) {
      out.start(
              "correspondence",
              "place",
              String.valueOf(before + 1),
              "count",
              String.valueOf(all.size()))
          .end();
    }
  }

  /**
   * The part of the edition: a volume with a page of its own, else the year where it has several.
   */
  private void part(TreeWriter out, IndexedLetter letter) throws SAXException {
    IndexedVolume volume = index.volume(letter);
    LetterParts parts = index.parts();
    if (volume != null) {
      out.start("part", "href", volume.href(), "title", volume.title()).end();
    } else if (parts.all().size() > 1) {
      Part part = parts.of(letter);
      out.start(
              "part",
              "href",
              parts.href(part),
              "title",
              part.label().isEmpty() ? index.wording().label("undated-letters") : part.label())
          .end();
    }
  }

  /** True when the source of a letter names images that may stand in its page. */
  public boolean hasImages(IndexedLetter letter) {
    return !images.of(letter, index.ordinalsIn(letter.facts().file())).isEmpty();
  }

  /** What becomes of the images that the source names. */
  private static void images(TreeWriter out, Collection<EditionImages.Shown> shown)
      throws SAXException {
    if (shown.isEmpty()) {
      return;
    }
    out.start("images");
    for (EditionImages.Shown image : shown) {
      out.start(
              "image",
              "address",
              image.address(),
              "kind",
              image.kind(),
              "href",
              image.href(),
              "width",
              image.width() == 0 ? "" : String.valueOf(image.width()),
              "height",
              image.height() == 0 ? "" : String.valueOf(image.height()),
              "thumbnail",
              image.thumbnail(),
              "in-text",
              image.inText(),
              "host",
              image.host(),
              "media-type",
              image.mediaType())
          .end();
    }
    out.end();
  }

  private void edition(TreeWriter out) throws SAXException {
    EditionFacts facts = index.edition();
    out.start(
        "edition",
        "title",
        index.title(),
        "untitled",
        facts.title().isEmpty() ? "true" : "",
        "href",
        "index.html",
        "lang",
        language(),
        "editors",
        index.wording().list(facts.editors()),
        "publisher",
        facts.publisher(),
        "date",
        facts.date(),
        "licence",
        facts.licence(),
        "licence-href",
        facts.licenceHref(),
        "url",
        siteUrl);
    for (String editor : facts.editors()) {
      out.start("editor").text(editor).end();
    }
    out.end();
    for (Kind kind : index.registers().keySet()) {
      out.start("register", "kind", kind.folder(), "href", kind.folder() + ".html").end();
    }
  }

  /** The entries that the page of a letter links to: of its record first, then of its text. */
  private List<EntryFacts> entities(IndexedLetter letter) {
    Set<EntryFacts> found = new LinkedHashSet<>();
    LetterFacts facts = letter.facts();
    Stream.of(facts.senders(), facts.addressees(), facts.sentPlaces(), facts.receivedPlaces())
        .flatMap(List::stream)
        .forEach(named -> add(found, facts, named));
    for (Action action : facts.actions()) {
      action.parties().forEach(named -> add(found, facts, named));
      action.places().forEach(named -> add(found, facts, named));
    }
    Map<Integer, List<String>> values = facts.namingValues();
    for (Mention mention : facts.mentions()) {
      found.addAll(
          index.entries(
              letter.facts(),
              Kind.ofName(mention.element()),
              values.getOrDefault(mention.ordinal(), List.of())));
    }
    return new ArrayList<>(found);
  }

  private void add(Set<EntryFacts> found, LetterFacts letter, Named named) {
    EntryFacts entry = index.entry(letter, named);
    if (entry != null) {
      found.add(entry);
    }
  }

  /** A step of the letter's way: its parties, each on its side, then places, dates and prose. */
  private void action(TreeWriter out, LetterFacts letter, Action action) throws SAXException {
    out.start("action", "type", action.type());
    for (Named party : action.parties()) {
      String side =
          letter.senders().contains(party)
              ? "sender"
              : letter.addressees().contains(party) ? "addressee" : "";
      named(out, "party", letter, party, side);
    }
    for (Named place : action.places()) {
      named(out, "place", letter, place, "");
    }
    for (LetterDate date : action.dates()) {
      date(out, "date", date);
    }
    if (!action.note().isEmpty()) {
      out.start("remark").text(action.note()).end();
    }
    out.end();
  }

  private void named(TreeWriter out, String name, LetterFacts letter, List<Named> all)
      throws SAXException {
    for (Named one : all) {
      named(out, name, letter, one, "");
    }
  }

  private void named(TreeWriter out, String name, LetterFacts letter, Named one, String side)
      throws SAXException {
    EntryFacts entry = index.entry(letter, one);
    Kind kind = entry != null ? entry.kind() : one.kind();
    String words = one.spoken(entry);
    String sorted = entry != null ? entry.sortName() : one.sortName();
    out.start(
            name,
            "id",
            entry == null ? "" : index.id(entry),
            "kind",
            kind == null ? "" : kind.word(),
            "href",
            entry == null ? "" : index.href(entry),
            "side",
            side,
            "sort",
            entry != null || one.inferred() || !sorted.equals(words) ? sorted : "",
            "inferred",
            one.inferred() ? "true" : "")
        .text(one.inferred() ? index.wording().label("inferred-value", words) : words)
        .end();
  }

  private void date(TreeWriter out, String name, LetterDate date) throws SAXException {
    String shown = date == null ? "" : date.display(index.wording());
    if (!shown.isEmpty()) {
      String when = date.form() == LetterDate.Form.WHEN ? date.from() : "";
      out.start(name, "when", when, "cert", date.cert(), "inferred", date.inferred() ? "true" : "")
          .text(shown)
          .end();
    }
  }

  private void neighbour(TreeWriter out, String name, IndexedLetter other) throws SAXException {
    if (other != null) {
      out.start(name, "id", other.id(), "href", other.href(), "title", other.title(index.wording()))
          .end();
    }
  }

  private void links(TreeWriter out, IndexedLetter letter) throws SAXException {
    LetterFacts facts = letter.facts();
    Map<Integer, List<String>> names = facts.namingValues();
    Map<Integer, Pointer> targets = new HashMap<>();
    Map<Integer, String> elements = new TreeMap<>();
    for (Pointer pointer : facts.pointers()) {
      if (pointer.attribute().equals("target")) {
        targets.put(pointer.ordinal(), pointer);
      }
      if (names.containsKey(pointer.ordinal())) {
        elements.put(pointer.ordinal(), pointer.element());
      }
    }
    Map<Integer, String> versions = new TreeMap<>();
    for (Version version : facts.versions()) {
      versions.put(version.ordinal(), String.valueOf(version.number()));
      elements.putIfAbsent(version.ordinal(), "");
    }
    for (Map.Entry<Integer, String> at : elements.entrySet()) {
      int ordinal = at.getKey();
      String n = String.valueOf(ordinal);
      if (versions.containsKey(ordinal)) {
        out.start("link", "n", n, "version-number", versions.get(ordinal)).end();
        continue;
      }
      EntryFacts entry = index.entry(facts, Kind.ofName(at.getValue()), names.get(ordinal));
      // A ref or ptr is a link first; whether it also mentions somebody is told by its anchor.
      boolean isReference = at.getValue().equals("ref") || at.getValue().equals("ptr");
      if (entry != null && !(isReference && targets.containsKey(ordinal))) {
        out.start(
                "link",
                "n",
                n,
                "entity",
                index.id(entry),
                "kind",
                entry.kind().word(),
                "href",
                index.href(entry),
                "mention",
                index.anchor(letter, ordinal))
            .end();
      } else if (targets.containsKey(ordinal)) {
        target(out, facts, targets.get(ordinal), n, index.anchor(letter, ordinal));
      }
    }
  }

  /** The first of several values that leads anywhere, else what becomes of the first. */
  private Target first(LetterFacts facts, String values) {
    Target best = new Target.Nothing();
    for (String value : EditionIndex.values(values)) {
      if (!value.isEmpty()) {
        Target target = index.resolve(facts.file().key(), value);
        if (!(target instanceof Target.Nothing) && !(target instanceof Target.Inside)) {
          return target;
        }
        best = best instanceof Target.Nothing ? target : best;
      }
    }
    return best;
  }

  private static String href(Target.ToLetter to) {
    return to.letter().href() + (to.fragment().isEmpty() ? "" : "#" + to.fragment());
  }

  private void target(TreeWriter out, LetterFacts facts, Pointer pointer, String n, String anchor)
      throws SAXException {
    Target target = first(facts, pointer.value());
    String href = "";
    String link = "none";
    if (target instanceof Target.ToEntry to) {
      href = index.href(to.entry());
      link = "internal";
    } else if (target instanceof Target.ToLetter to) {
      href = href(to);
      link = "internal";
    } else if (target instanceof Target.ToWeb to) {
      href = to.address();
      link = EXTERNAL.matcher(href).matches() ? "external" : "none";
    }
    out.start(
            "link",
            "n",
            n,
            "href",
            link.equals("none") ? "" : href,
            "link",
            link,
            "mention",
            anchor)
        .end();
  }

  /** Opens an element that says what an entry is; an empty count of letters is left out. */
  private TreeWriter startEntry(TreeWriter out, String name, EntryFacts entry, String letters)
      throws SAXException {
    return out.start(
        name,
        "id",
        index.id(entry),
        "kind",
        entry.kind().word(),
        "href",
        index.href(entry),
        "name",
        entry.name(),
        "sort",
        entry.sortName(),
        "dates",
        entry.dates(),
        "letters",
        letters);
  }

  private void entry(TreeWriter out, EntryFacts entry, EntryElements elements)
      throws SAXException, SaxonApiException {
    startEntry(out, "entry", entry, "");
    record(out, entry, elements.element(entry));
    for (Occurrence occurrence : index.occurrences(entry)) {
      mention(out, occurrence);
    }
    out.end();
  }

  /** The register's own element, and the identifiers of authority files. */
  private static void record(TreeWriter out, EntryFacts entry, XdmNode element)
      throws SAXException, SaxonApiException {
    if (element != null) {
      out.copy(element);
    }
    identifiers(out, entry);
  }

  private void mention(TreeWriter out, Occurrence occurrence) throws SAXException {
    IndexedLetter letter = occurrence.letter();
    String anchor = occurrence.anchor().isEmpty() ? "" : "#" + occurrence.anchor();
    out.start(
        "mention",
        "letter",
        letter.id(),
        "href",
        letter.href() + anchor,
        "title",
        letter.title(index.wording()),
        "sort",
        letter.facts().sortKey(),
        "role",
        occurrence.role());
    Mention mention = occurrence.mention();
    if (mention != null) {
      out.text(mention.before());
      out.start("hit").text(mention.hit()).end();
      out.text(mention.after());
    }
    out.end();
  }

  private static void identifiers(TreeWriter out, EntryFacts entry) throws SAXException {
    for (Identifier id : entry.identifiers()) {
      out.start("idno", "type", id.authority(), "href", id.href()).text(id.value()).end();
    }
  }

  /** A language as the language of the interface calls it; empty when it has no name there. */
  private String languageName(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayLanguage(index.wording().locale());
    return name.equals(locale.getLanguage()) ? "" : name;
  }

  private String language() {
    return index.wording().locale().toLanguageTag();
  }

  private XdmNode build(Content content) {
    try {
      TreeWriter out = new TreeWriter(processor);
      content.write(out);
      return out.document();
    } catch (SAXException | SaxonApiException impossible) {
      throw new IllegalStateException("a tree of facts cannot be built", impossible);
    }
  }
}
