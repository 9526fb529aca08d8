package org.letterpress.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.letter.EditionFacts;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EditionIndex.Occurrence;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Identifier;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Kind;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Mention;
import org.letterpress.letter.Named;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Relation;
import org.letterpress.letter.Target;
import org.letterpress.letter.Wording;
import org.xml.sax.SAXException;

/**
 * Writes what the edition's index knows as trees for the stylesheets: the facts of one letter, and
 * the index as a whole.
 */
public final class FactsTree {
  private static final Set<String> NAMING = Set.of("ref", "key", "corresp");

  private final EditionIndex index;
  private final Processor processor;

  public FactsTree(EditionIndex index, Processor processor) {
    this.index = index;
    this.processor = processor;
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
          out.end().end();
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
   * The index of the whole edition.
   *
   * @param root local name of the root element: {@code edition}, or {@code volume} for print
   * @param front the prepared edition.xml, or null
   * @param texts prepared letters in order; empty where only the index is wanted
   * @param elements gives the registers' own elements
   */
  public XdmNode edition(String root, XdmNode front, List<XdmNode> texts, EntryElements elements) {
    EditionFacts facts = index.edition();
    return build(
        out -> {
          out.start(
              root,
              "title",
              title(),
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
              facts.licenceHref());
          if (front != null) {
            out.start("front").copy(front).end();
          }
          out.start("letters");
          for (IndexedLetter letter : index.letters()) {
            letter(out, letter);
          }
          out.end();
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
          if (!texts.isEmpty()) {
            out.start("text");
            for (XdmNode text : texts) {
              out.copy(text);
            }
            out.end();
          }
          out.end();
        });
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
    for (Relation relation : facts.relations()) {
      Target target =
          relation.target().isEmpty()
              ? new Target.Nothing()
              : index.resolve(facts.file().key(), relation.target());
      String href = "";
      String words = relation.text();
      if (target instanceof Target.ToLetter to) {
        href = to.letter().href();
        words = words.isEmpty() ? to.letter().title(wording) : words;
      } else if (target instanceof Target.ToWeb to) {
        href = to.address();
        words = words.isEmpty() ? href : words;
      }
      out.start("relation", "type", relation.type(), "href", href).text(words).end();
    }
    neighbour(out, "previous", index.neighbour(letter, -1));
    neighbour(out, "next", index.neighbour(letter, 1));
    neighbour(out, "previous-in-correspondence", index.neighbourInCorrespondence(letter, -1));
    neighbour(out, "next-in-correspondence", index.neighbourInCorrespondence(letter, 1));
    edition(out);
    for (EntryFacts entry : entities(letter)) {
      startEntry(out, "entity", entry, String.valueOf(index.letterCount(entry))).end();
    }
    out.end();
  }

  private void edition(TreeWriter out) throws SAXException {
    out.start("edition", "title", title(), "href", "index.html", "lang", language()).end();
    for (Kind kind : index.registers().keySet()) {
      out.start("register", "kind", kind.folder(), "href", kind.folder() + ".html").end();
    }
  }

  private List<EntryFacts> entities(IndexedLetter letter) {
    Map<String, EntryFacts> found = new LinkedHashMap<>();
    Map<Integer, List<String>> values = namingValues(letter.facts());
    for (Mention mention : letter.facts().mentions()) {
      EntryFacts entry =
          index.entry(letter.facts(), values.getOrDefault(mention.ordinal(), List.of()));
      if (entry != null) {
        found.putIfAbsent(entry.id(), entry);
      }
    }
    return new ArrayList<>(found.values());
  }

  private void named(TreeWriter out, String name, LetterFacts letter, List<Named> all)
      throws SAXException {
    for (Named one : all) {
      EntryFacts entry = index.entry(letter, one.pointers());
      Kind kind = entry != null ? entry.kind() : one.kind();
      String words = one.name();
      if (words.isEmpty()) {
        words = entry != null ? entry.name() : String.join(" ", one.pointers());
      }
      out.start(
              name,
              "id",
              entry == null ? "" : entry.id(),
              "kind",
              kind == null ? "" : kind.word(),
              "href",
              entry == null ? "" : entry.href())
          .text(words)
          .end();
    }
  }

  private void date(TreeWriter out, String name, LetterDate date) throws SAXException {
    if (date != null) {
      String when = date.form() == LetterDate.Form.WHEN ? date.from() : "";
      out.start(name, "when", when, "cert", date.cert()).text(date.display(index.wording())).end();
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
    Map<Integer, List<String>> names = namingValues(facts);
    Map<Integer, Pointer> targets = new HashMap<>();
    for (Pointer pointer : facts.pointers()) {
      if (pointer.attribute().equals("target")) {
        targets.put(pointer.ordinal(), pointer);
      }
    }
    java.util.TreeSet<Integer> ordinals = new java.util.TreeSet<>(names.keySet());
    ordinals.addAll(targets.keySet());
    for (int ordinal : ordinals) {
      String n = String.valueOf(ordinal);
      EntryFacts entry = index.entry(facts, names.getOrDefault(ordinal, List.of()));
      if (entry != null) {
        out.start(
                "link",
                "n",
                n,
                "entity",
                entry.id(),
                "kind",
                entry.kind().word(),
                "href",
                entry.href(),
                "mention",
                index.anchor(letter, ordinal))
            .end();
      } else if (targets.containsKey(ordinal)) {
        target(out, facts, targets.get(ordinal), n);
      }
    }
  }

  private void target(TreeWriter out, LetterFacts facts, Pointer pointer, String n)
      throws SAXException {
    String first = pointer.value().split("\\s+")[0];
    Target target = index.resolve(facts.file().key(), first);
    String href = "";
    String link = "none";
    if (target instanceof Target.ToEntry to) {
      href = to.entry().href();
      link = "internal";
    } else if (target instanceof Target.ToLetter to) {
      href = to.letter().href() + (to.fragment().isEmpty() ? "" : "#" + to.fragment());
      link = "internal";
    } else if (target instanceof Target.ToWeb to) {
      href = to.address();
      link = href.matches("(?i)(https?|mailto):.*") ? "external" : "none";
    }
    out.start("link", "n", n, "href", link.equals("none") ? "" : href, "link", link).end();
  }

  /** Opens an element that says what an entry is; an empty count of letters is left out. */
  private static TreeWriter startEntry(
      TreeWriter out, String name, EntryFacts entry, String letters) throws SAXException {
    return out.start(
        name,
        "id",
        entry.id(),
        "kind",
        entry.kind().word(),
        "href",
        entry.href(),
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
    XdmNode element = elements.element(entry);
    if (element != null) {
      out.copy(element);
    }
    for (Identifier id : entry.identifiers()) {
      out.start("idno", "type", id.authority(), "href", id.href()).text(id.value()).end();
    }
    for (Occurrence occurrence : index.occurrences(entry)) {
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
    out.end();
  }

  private static Map<Integer, List<String>> namingValues(LetterFacts facts) {
    Map<Integer, List<String>> values = new HashMap<>();
    for (Pointer pointer : facts.pointers()) {
      if (NAMING.contains(pointer.attribute())) {
        values.computeIfAbsent(pointer.ordinal(), at -> new ArrayList<>()).add(pointer.value());
      }
    }
    return values;
  }

  private String title() {
    String title = index.edition().title();
    return title.isEmpty() ? index.wording().label("letters") : title;
  }

  private String language() {
    return index.wording().locale().toLanguageTag();
  }

  /** Something that writes a tree. */
  private interface Content {
    void write(TreeWriter out) throws SAXException, SaxonApiException;
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
