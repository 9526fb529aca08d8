package org.letterpress.site;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.SaxonApiException;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/** The letters by date: one page, or one for each part where there are very many. */
final class LetterLists {
  static final String PATH = "letters.html";
  private static final String FOLDER = "years/";

  private final EditionIndex index;
  private final FactsTree facts;
  private final List<Part> parts;
  private final boolean split;
  private final Map<IndexedLetter, String> rows = new IdentityHashMap<>();

  LetterLists(EditionIndex index, FactsTree facts) {
    this.index = index;
    this.facts = facts;
    this.parts = Part.of(index.letters(), index.wording());
    this.split = Part.splits(index.letters());
    for (Part part : parts) {
      for (IndexedLetter letter : part.letters()) {
        rows.put(letter, page(part) + "#letter-" + letter.id());
      }
    }
  }

  /** The address of a letter's line in the list. */
  String row(IndexedLetter letter) {
    return rows.get(letter);
  }

  /** The address of a part of the list. */
  String href(Part part) {
    return split ? page(part) : PATH + "#y-" + part.key();
  }

  List<Part> parts() {
    return parts;
  }

  private String page(Part part) {
    return split ? FOLDER + part.key() + ".html" : PATH;
  }

  void addPages(List<SitePage> pages) {
    pages.add(SitePage.ofRecords(PATH, this::whole));
    if (split) {
      for (int i = 0; i < parts.size(); i++) {
        int at = i;
        pages.add(SitePage.ofRecords(page(parts.get(i)), out -> part(out, at)));
      }
    }
  }

  private void whole(TreeWriter out) throws SAXException, SaxonApiException {
    out.start(
        "page", "kind", "letters", "href", PATH, "letters", String.valueOf(index.letters().size()));
    Timeline.of(index.letters(), index.wording(), part -> href(part), parts).write(out);
    if (split) {
      parts(out);
    } else {
      for (Part part : parts) {
        start(out, part);
        letters(out, part.letters());
        out.end();
      }
    }
    out.end();
  }

  private void part(TreeWriter out, int at) throws SAXException {
    Part part = parts.get(at);
    out.start(
        "page", "kind", "letters-part", "href", page(part), "label", part.label(), "up", PATH);
    neighbour(out, "previous-part", at - 1);
    neighbour(out, "next-part", at + 1);
    start(out, part);
    letters(out, part.letters());
    out.end();
    out.end();
  }

  private void neighbour(TreeWriter out, String name, int at) throws SAXException {
    if (at >= 0 && at < parts.size()) {
      Part part = parts.get(at);
      out.start(name, "href", page(part), "label", part.label()).end();
    }
  }

  /** The parts with their addresses and without their letters. */
  void parts(TreeWriter out) throws SAXException {
    out.start("parts");
    for (Part part : parts) {
      start(out, part).end();
    }
    out.end();
  }

  private TreeWriter start(TreeWriter out, Part part) throws SAXException {
    return out.start(
        "part",
        "key",
        part.key(),
        "label",
        part.label(),
        "count",
        String.valueOf(part.letters().size()),
        "href",
        href(part));
  }

  /** Lines of letters. */
  void letters(TreeWriter out, List<IndexedLetter> letters) throws SAXException {
    for (IndexedLetter letter : letters) {
      facts.line(out, letter, "");
    }
  }
}
