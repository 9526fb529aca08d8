package org.letterpress.site;

import java.util.List;
import net.sf.saxon.s9api.SaxonApiException;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.LetterParts;
import org.letterpress.letter.Part;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/** The pages of the letters by date. */
final class LetterLists {
  static final String PATH = LetterParts.PATH;

  private final EditionIndex index;
  private final FactsTree facts;
  private final LetterParts parts;

  LetterLists(EditionIndex index, FactsTree facts) {
    this.index = index;
    this.facts = facts;
    this.parts = index.parts();
  }

  /** The address of a letter's line in the list. */
  String row(IndexedLetter letter) {
    return parts.page(parts.of(letter)) + "#letter-" + letter.id();
  }

  void addPages(List<SitePage> pages) {
    pages.add(SitePage.ofRecords(PATH, this::whole));
    if (parts.isSplit()) {
      for (int i = 0; i < parts.all().size(); i++) {
        int at = i;
        pages.add(SitePage.ofRecords(parts.page(parts.all().get(i)), out -> part(out, at)));
      }
    }
  }

  private void whole(TreeWriter out) throws SAXException, SaxonApiException {
    out.start(
        "page", "kind", "letters", "href", PATH, "letters", String.valueOf(index.letters().size()));
    Timeline.of(index.letters(), index.wording(), parts::href, parts.all()).write(out);
    if (parts.isSplit()) {
      parts(out);
    } else {
      for (Part part : parts.all()) {
        start(out, part);
        letters(out, part.letters());
        out.end();
      }
    }
    out.end();
  }

  private void part(TreeWriter out, int at) throws SAXException {
    Part part = parts.all().get(at);
    out.start(
        "page",
        "kind",
        "letters-part",
        "href",
        parts.page(part),
        "label",
        part.label(),
        "up",
        PATH);
    neighbour(out, "previous-part", at - 1);
    neighbour(out, "next-part", at + 1);
    start(out, part);
    letters(out, part.letters());
    out.end();
    out.end();
  }

  private void neighbour(TreeWriter out, String name, int at) throws SAXException {
    if (at >= 0 && at < parts.all().size()) {
      Part part = parts.all().get(at);
      out.start(name, "href", parts.page(part), "label", part.label()).end();
    }
  }

  /** The parts with their addresses and without their letters. */
  void parts(TreeWriter out) throws SAXException {
    out.start("parts");
    for (Part part : parts.all()) {
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
        parts.href(part));
  }

  /** Lines of letters as the index has them now; its parts may be those from before a change. */
  void letters(TreeWriter out, List<IndexedLetter> letters) throws SAXException {
    for (IndexedLetter letter : letters) {
      facts.line(out, index.letters().get(letter.number() - 1), "");
    }
  }
}
