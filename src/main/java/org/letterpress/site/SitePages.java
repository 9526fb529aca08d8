package org.letterpress.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * The pages of the edition as a whole: title page, lists of letters, registers, and the page for a
 * wrong address.
 *
 * <p>Each page is written from a small tree of its own, so that no page and no tree grows with the
 * edition, and each can be kept when nothing in it has changed.
 */
public final class SitePages {
  /** A title page with more letters has the parts of the list instead of the letters. */
  private static final int MOST_IN_CONTENTS = 100;

  private final EditionIndex index;
  private final FactsTree facts;
  private final Supplier<XdmNode> front;
  private final Parties parties;
  private final LetterLists lists;
  private final Calendar calendar;
  private final PartyPages partyPages;
  private final RegisterPages registers;
  private final PlaceMap map;
  private final Network network;
  private final Statistics statistics;

  /**
   * @param index what all files say together
   * @param facts writes trees of it
   * @param front gives the prepared document of the edition itself, or null
   * @param elements gives the registers' own elements
   */
  public SitePages(
      EditionIndex index,
      FactsTree facts,
      Supplier<XdmNode> front,
      FactsTree.EntryElements elements) {
    this.index = index;
    this.facts = facts;
    this.front = front;
    this.parties = new Parties(index);
    this.lists = new LetterLists(index, facts);
    this.calendar = new Calendar(index, lists);
    this.partyPages = new PartyPages(index, facts, parties);
    this.registers = new RegisterPages(index, facts, elements, parties);
    this.map = new PlaceMap(index, elements);
    this.network = new Network(parties);
    this.statistics = new Statistics(index, parties);
  }

  /** All pages, in no particular order of importance. */
  public List<SitePage> pages() {
    List<SitePage> pages = new ArrayList<>();
    pages.add(SitePage.ofRecords("index.html", this::title));
    pages.add(SitePage.ofRecords("404.html", out -> out.start("page", "kind", "missing").end()));
    pages.add(
        SitePage.ofRecords(
            "search.html",
            out -> out.start("page", "kind", "search", "href", "search.html").end()));
    lists.addPages(pages);
    calendar.addPages(pages);
    partyPages.addPages(pages);
    registers.addPages(pages);
    map.addPages(pages);
    network.addPages(pages);
    statistics.addPages(pages);
    return pages;
  }

  /** The tree of a page. */
  public XdmNode tree(SitePage page) {
    return facts.page(this::ways, page.content());
  }

  /** The ways to the letters that this edition has. */
  private void ways(TreeWriter out) throws SAXException {
    out.start("ways");
    way(out, "by-date", LetterLists.PATH);
    if (calendar.exists()) {
      way(out, "calendar", Calendar.PATH);
    }
    if (!parties.correspondents.isEmpty()) {
      way(out, "by-correspondent", PartyPages.CORRESPONDENTS);
    }
    if (!parties.places.isEmpty()) {
      way(out, "by-place", PartyPages.PLACES);
    }
    if (map.exists()) {
      way(out, "map", PlaceMap.PATH);
    }
    if (network.exists()) {
      way(out, "network", Network.PATH);
    }
    if (statistics.exists()) {
      way(out, "statistics", Statistics.PATH);
    }
    out.end();
  }

  private static void way(TreeWriter out, String kind, String href) throws SAXException {
    out.start("way", "kind", kind, "href", href).end();
  }

  private void title(TreeWriter out) throws SAXException, SaxonApiException {
    out.start(
        "page",
        "kind",
        "index",
        "href",
        "index.html",
        "letters",
        String.valueOf(index.letters().size()),
        "correspondents",
        String.valueOf(parties.correspondents.size()));
    XdmNode described = front.get();
    if (described != null) {
      out.start("front").copy(described).end();
    }
    if (index.letters().size() <= MOST_IN_CONTENTS) {
      out.start("letters");
      lists.letters(out, index.letters());
      out.end();
    } else {
      lists.parts(out);
    }
    if (!index.volumes().isEmpty()) {
      out.start("volumes");
      for (IndexedVolume volume : index.volumes()) {
        out.start("volume", "href", volume.href(), "title", volume.title()).end();
      }
      out.end();
    }
    out.start("register-counts");
    for (Map.Entry<org.letterpress.letter.Kind, ?> register : index.registers().entrySet()) {
      out.start(
              "register-count",
              "kind",
              register.getKey().folder(),
              "href",
              register.getKey().folder() + ".html",
              "count",
              String.valueOf(((List<?>) register.getValue()).size()))
          .end();
    }
    out.end();
    out.end();
  }
}
