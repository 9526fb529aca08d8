package org.letterpress.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Kind;
import org.letterpress.letter.LanguageRules;
import org.letterpress.letter.Named;
import org.letterpress.letter.PageName;

/** The correspondents and the places of writing of an edition, each with its letters. */
final class Parties {
  /** Correspondents in the alphabet of the edition's language. */
  final List<Party> correspondents;

  /** Places of writing in that alphabet. */
  final List<Party> places;

  /** Letters of which no correspondent is known. */
  final List<IndexedLetter> anonymous = new ArrayList<>();

  private final EditionIndex index;
  private final Map<EntryFacts, Party> byEntry = new IdentityHashMap<>();
  private final Map<EntryFacts, Party> placeByEntry = new IdentityHashMap<>();

  Parties(EditionIndex index) {
    this.index = index;
    Map<String, Party> persons = new HashMap<>();
    Map<String, Party> origins = new HashMap<>();
    for (IndexedLetter letter : index.letters()) {
      List<Party> senders = parties(letter, letter.facts().senders(), persons);
      List<Party> addressees = parties(letter, letter.facts().addressees(), persons);
      for (Party sender : senders) {
        Party.add(sender.sent, letter);
        Party.add(sender.letters, letter);
        for (Party addressee : addressees) {
          if (addressee != sender) {
            sender.written.merge(addressee, 1, Integer::sum);
            sender.partners.merge(addressee, 1, Integer::sum);
            addressee.partners.merge(sender, 1, Integer::sum);
          }
        }
      }
      for (Party addressee : addressees) {
        Party.add(addressee.received, letter);
        Party.add(addressee.letters, letter);
      }
      if (senders.isEmpty() && addressees.isEmpty()) {
        anonymous.add(letter);
      }
      for (Party place : parties(letter, letter.facts().sentPlaces(), origins)) {
        Party.add(place.sent, letter);
        Party.add(place.letters, letter);
      }
    }
    this.correspondents = inOrder(persons, byEntry);
    this.places = inOrder(origins, placeByEntry);
  }

  /** The correspondent that an entry describes, or null. */
  Party correspondent(EntryFacts entry) {
    return byEntry.get(entry);
  }

  /** The place of writing that an entry describes, or null. */
  Party place(EntryFacts entry) {
    return placeByEntry.get(entry);
  }

  private List<Party> parties(IndexedLetter letter, List<Named> named, Map<String, Party> known) {
    List<Party> parties = new ArrayList<>();
    for (Named one : named) {
      EntryFacts entry = index.entry(letter.facts(), one);
      String name = entry == null ? one.name().strip() : entry.name();
      if (name.isEmpty()) {
        continue;
      }
      String key = entry == null ? "?" + name : entry.kind().folder() + "/" + index.id(entry);
      Party party =
          known.computeIfAbsent(
              key,
              first ->
                  new Party(key, name, entry == null ? one.sortName() : entry.sortName(), entry));
      if (!parties.contains(party)) {
        parties.add(party);
      }
    }
    return parties;
  }

  /** In alphabetical order, with a name for each page; those of the register keep their ids. */
  private List<Party> inOrder(Map<String, Party> known, Map<EntryFacts, Party> entries) {
    List<Party> all =
        LanguageRules.sorted(
            known.values(),
            index.wording().locale(),
            party -> party.sortName,
            Comparator.comparing(party -> party.key));
    Set<String> taken = new HashSet<>();
    for (int rank = 0; rank < all.size(); rank++) {
      Party party = all.get(rank);
      party.rank = rank;
      if (party.entry != null) {
        entries.put(party.entry, party);
        if (party.entry.kind() == Kind.PERSON || party.entry.kind() == Kind.PLACE) {
          party.page = index.id(party.entry);
          taken.add(party.page.toLowerCase(Locale.ROOT));
        }
      }
    }
    for (Party party : all) {
      if (party.page.isEmpty()) {
        String base = PageName.of(party.entry == null ? party.name : index.id(party.entry));
        party.page = base;
        for (int n = 2; !taken.add(party.page.toLowerCase(Locale.ROOT)); n++) {
          party.page = base + "-" + n;
        }
      }
    }
    return all;
  }
}
