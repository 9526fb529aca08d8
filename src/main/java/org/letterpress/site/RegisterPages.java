package org.letterpress.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.SaxonApiException;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EditionIndex.Occurrence;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Kind;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/** The registers: a list of each, by initials where it is long, and a page for each entry. */
final class RegisterPages {
  /** An entry that is mentioned more often has further pages for its mentions. */
  private static final int MOST_MENTIONS = 300;

  /** A person with more letters is referred to the page of its correspondence. */
  private static final int MOST_LETTERS = 40;

  private static final List<String> ROLES = List.of("sender", "addressee", "mention", "note");

  private final EditionIndex index;
  private final FactsTree facts;
  private final FactsTree.EntryElements elements;
  private final Parties parties;

  RegisterPages(
      EditionIndex index, FactsTree facts, FactsTree.EntryElements elements, Parties parties) {
    this.index = index;
    this.facts = facts;
    this.elements = elements;
    this.parties = parties;
  }

  void addPages(List<SitePage> pages) {
    Initials initials = new Initials(index.wording().locale());
    for (Map.Entry<Kind, List<EntryFacts>> register : index.registers().entrySet()) {
      Kind kind = register.getKey();
      List<EntryFacts> all = register.getValue();
      InitialList<EntryFacts> list =
          InitialList.of(kind.folder() + ".html", all, initials, EntryFacts::sortName);
      list.addPages(
          pages, SitePage::ofCounts, (out, href, shown) -> register(out, href, kind, list, shown));
      for (EntryFacts entry : all) {
        addEntry(pages, kind, entry);
      }
    }
  }

  private void register(
      TreeWriter out,
      String href,
      Kind kind,
      InitialList<EntryFacts> list,
      Initials.Group<EntryFacts> shown)
      throws SAXException {
    out.start("page", "kind", "register", "href", href, "up", shown == null ? "" : list.path());
    int count = list.groups().stream().mapToInt(group -> group.entries().size()).sum();
    out.start(
        "register", "kind", kind.folder(), "href", list.path(), "count", String.valueOf(count));
    list.write(out, shown, facts::line);
    out.end();
    out.end();
  }

  /** The page of an entry, and further ones when it is mentioned very often. */
  private void addEntry(List<SitePage> pages, Kind kind, EntryFacts entry) {
    int listed = listedCount(entry);
    int count = Math.max(1, (listed + MOST_MENTIONS - 1) / MOST_MENTIONS);
    for (int n = 1; n <= count; n++) {
      int number = n;
      pages.add(
          SitePage.ofEntry(href(entry, n), out -> entry(out, kind, entry, number, count), entry));
    }
  }

  private String href(EntryFacts entry, int number) {
    String first = index.href(entry);
    return number == 1 ? first : first.replaceFirst("\\.html$", "/" + number + ".html");
  }

  private Party correspondent(EntryFacts entry) {
    return parties.correspondent(entry);
  }

  /** Where an entry occurs, role by role, without the letters that have a list elsewhere. */
  private List<Occurrence> listed(EntryFacts entry) {
    boolean referred = isLong(correspondent(entry));
    boolean written = isLong(parties.place(entry));
    List<Occurrence> listed = new ArrayList<>();
    for (Occurrence occurrence : index.occurrences(entry)) {
      boolean elsewhere =
          referred && !occurrence.role().equals("mention") && !occurrence.role().equals("note")
              || written && occurrence.role().equals("sender");
      if (!elsewhere) {
        listed.add(occurrence);
      }
    }
    listed.sort(Comparator.comparingInt(occurrence -> ROLES.indexOf(occurrence.role())));
    return listed;
  }

  /** How many these are. */
  private int listedCount(EntryFacts entry) {
    EditionIndex.Counts counts = index.counts(entry);
    boolean referred = isLong(correspondent(entry));
    boolean written = isLong(parties.place(entry));
    return counts.mentions()
        + (referred ? 0 : counts.addressees())
        + (referred || written ? 0 : counts.senders());
  }

  /** True when the letters of a correspondent or place stand in a list of their own. */
  private static boolean isLong(Party party) {
    return party != null && party.letters.size() > MOST_LETTERS;
  }

  private void entry(TreeWriter out, Kind kind, EntryFacts entry, int number, int count)
      throws SAXException, SaxonApiException {
    out.start(
        "page",
        "kind",
        "entry",
        "href",
        href(entry, number),
        "number",
        number == 1 ? "" : String.valueOf(number));
    Pager.write(out, n -> href(entry, n), number, count);
    Party person = correspondent(entry);
    Party place = parties.place(entry);
    if (person != null) {
      way(out, "correspondence", PartyPages.correspondent(person), person);
    }
    if (place != null) {
      way(out, "written-here", PartyPages.place(place), place);
    }
    out.start("register", "kind", kind.folder(), "href", kind.folder() + ".html");
    List<Occurrence> listed = listed(entry);
    int from = (number - 1) * MOST_MENTIONS;
    facts.entry(
        out,
        entry,
        number == 1 ? elements.element(entry) : null,
        listed.subList(from, Math.min(listed.size(), from + MOST_MENTIONS)));
    out.end();
    out.end();
  }

  private static void way(TreeWriter out, String kind, String href, Party party)
      throws SAXException {
    out.start(
            "list",
            "kind",
            kind,
            "href",
            href,
            "sent",
            String.valueOf(party.sent.size()),
            "received",
            String.valueOf(party.received.size()),
            "count",
            String.valueOf(party.letters.size()))
        .end();
  }
}
