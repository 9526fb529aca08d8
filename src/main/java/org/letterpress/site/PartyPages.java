package org.letterpress.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Moment;
import org.letterpress.letter.Part;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/** The letters by correspondent and by place of writing: lists, and a page for each. */
final class PartyPages {
  static final String CORRESPONDENTS = "correspondents.html";
  static final String PLACES = "written-at.html";

  /** A correspondent with more partners shows those with the most letters. */
  private static final int MOST_PARTNERS = 300;

  /** Fewer letters need no picture. */
  private static final int LEAST_FOR_TIMELINE = 12;

  private static final String ANONYMOUS = "correspondents/_unknown.html";

  private final EditionIndex index;
  private final FactsTree facts;
  private final Parties parties;

  PartyPages(EditionIndex index, FactsTree facts, Parties parties) {
    this.index = index;
    this.facts = facts;
    this.parties = parties;
  }

  /** The address of a correspondent's page. */
  static String correspondent(Party party) {
    return "correspondents/" + party.page + ".html";
  }

  /** The address of the page of a place of writing. */
  static String place(Party party) {
    return "written-at/" + party.page + ".html";
  }

  void addPages(List<SitePage> pages) {
    addPages(pages, "correspondents", CORRESPONDENTS, parties.correspondents);
    addPages(pages, "written-at", PLACES, parties.places);
    if (!parties.anonymous.isEmpty() && !parties.correspondents.isEmpty()) {
      addLetters(
          pages, "unknown-correspondents", CORRESPONDENTS, ANONYMOUS, null, parties.anonymous);
    }
  }

  private void addPages(List<SitePage> pages, String kind, String path, List<Party> all) {
    if (all.isEmpty()) {
      return;
    }
    InitialList<Party> list =
        InitialList.of(path, all, new Initials(index.wording().locale()), party -> party.sortName);
    list.addPages(
        pages, SitePage::ofRecords, (out, href, shown) -> list(out, kind, href, list, shown));
    boolean persons = path.equals(CORRESPONDENTS);
    for (Party party : all) {
      String href = persons ? correspondent(party) : place(party);
      String page = persons ? "correspondent" : "place-of-writing";
      addLetters(pages, page, path, href, party, party.letters);
    }
  }

  private void list(
      TreeWriter out,
      String kind,
      String href,
      InitialList<Party> list,
      Initials.Group<Party> shown)
      throws SAXException {
    boolean persons = kind.equals("correspondents");
    out.start("page", "kind", kind, "href", href, "up", shown == null ? "" : list.path());
    list.write(out, shown, (tree, party) -> start(tree, "party", party, persons).end());
    if (persons && !parties.anonymous.isEmpty()) {
      out.start("unknown", "href", ANONYMOUS, "count", String.valueOf(parties.anonymous.size()))
          .end();
    }
    out.end();
  }

  private TreeWriter start(TreeWriter out, String element, Party party, boolean person)
      throws SAXException {
    return out.start(
        element,
        "name",
        party.name,
        "sort",
        party.sortName,
        "dates",
        party.entry == null ? "" : party.entry.dates(),
        "href",
        person ? correspondent(party) : place(party),
        "entry",
        party.entry == null ? "" : index.href(party.entry),
        "kind",
        party.entry == null ? "" : party.entry.kind().word(),
        "sent",
        String.valueOf(party.sent.size()),
        "received",
        String.valueOf(party.received.size()),
        "count",
        String.valueOf(party.letters.size()),
        "from",
        time(party.letters, false),
        "to",
        time(party.letters, true));
  }

  /** The year of the first or last letter that has one. */
  private String time(List<IndexedLetter> letters, boolean last) {
    for (int i = 0; i < letters.size(); i++) {
      String year = Moment.of(letters.get(last ? letters.size() - 1 - i : i)).year();
      if (!year.isEmpty()) {
        return Moment.label(year, index.wording());
      }
    }
    return "";
  }

  /** The page of a correspondent or place, and those of its parts where there are many letters. */
  private void addLetters(
      List<SitePage> pages,
      String kind,
      String up,
      String path,
      Party party,
      List<IndexedLetter> letters) {
    boolean split = Part.splits(letters);
    pages.add(
        SitePage.ofRecords(
            path,
            out -> {
              out.start("page", "kind", kind, "href", path, "up", up);
              about(out, kind, party);
              List<Part> parts = Part.of(letters, index.wording());
              if (letters.size() >= LEAST_FOR_TIMELINE) {
                Timeline.of(
                        letters,
                        index.wording(),
                        part -> split ? partHref(path, part) : path + "#y-" + part.key(),
                        parts)
                    .write(out);
              }
              for (Part part : parts) {
                part(out, part, path, split);
              }
              out.end();
            }));
    if (split) {
      List<Part> parts = Part.of(letters, index.wording());
      for (int i = 0; i < parts.size(); i++) {
        int at = i;
        pages.add(
            SitePage.ofRecords(
                partHref(path, parts.get(i)),
                out -> {
                  Part part = parts.get(at);
                  String href = partHref(path, part);
                  out.start(
                      "page",
                      "kind",
                      kind + "-part",
                      "href",
                      href,
                      "up",
                      path,
                      "label",
                      part.label());
                  about(out, kind, party);
                  neighbour(out, "previous-part", path, parts, at - 1);
                  neighbour(out, "next-part", path, parts, at + 1);
                  part(out, part, path, false);
                  out.end();
                }));
      }
    }
  }

  private static String partHref(String path, Part part) {
    return path.replaceFirst("\\.html$", "/" + part.key() + ".html");
  }

  private static void neighbour(TreeWriter out, String name, String path, List<Part> parts, int at)
      throws SAXException {
    if (at >= 0 && at < parts.size()) {
      Part part = parts.get(at);
      out.start(name, "href", partHref(path, part), "label", part.label()).end();
    }
  }

  private void about(TreeWriter out, String kind, Party party) throws SAXException {
    if (party == null) {
      return;
    }
    start(out, "party", party, kind.equals("correspondent"));
    List<Map.Entry<Party, Integer>> partners = new ArrayList<>(party.partners.entrySet());
    partners.sort(
        Map.Entry.<Party, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(partner -> partner.getKey().rank));
    int shown = Math.min(MOST_PARTNERS, partners.size());
    for (Map.Entry<Party, Integer> partner : partners.subList(0, shown)) {
      out.start(
              "partner",
              "href",
              correspondent(partner.getKey()),
              "count",
              String.valueOf(partner.getValue()))
          .text(partner.getKey().name)
          .end();
    }
    if (shown < partners.size()) {
      out.start("more-partners", "count", String.valueOf(partners.size() - shown)).end();
    }
    out.end();
  }

  private void part(TreeWriter out, Part part, String path, boolean split) throws SAXException {
    out.start(
        "part",
        "key",
        part.key(),
        "label",
        part.label(),
        "count",
        String.valueOf(part.letters().size()),
        "href",
        split ? partHref(path, part) : "");
    if (!split) {
      for (IndexedLetter letter : part.letters()) {
        facts.line(out, letter, "");
      }
    }
    out.end();
  }
}
