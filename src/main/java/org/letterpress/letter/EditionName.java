package org.letterpress.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an edition is called that has no title: as nine of ten of its letters call the series that
 * they are part of; else by the one or two correspondents who wrote or received nine of ten; else
 * by what it holds, letters. The name depends on the sources alone, not on the folder they lie in.
 */
final class EditionName {
  /** How many of ten letters name the series, or a correspondent who gives the edition its name. */
  private static final int TENTHS = 9;

  /** "Musulin, Stella": a name as an alphabet has it. */
  private static final Pattern INVERTED =
      Pattern.compile("([^,(\\d]+), (\\p{Lu}[^,(\\d]*)", Pattern.UNICODE_CHARACTER_CLASS);

  private static final class Party {
    final String name;
    int letters;
    int sent;

    Party(String name) {
      this.name = name;
    }
  }

  private EditionName() {}

  /** The name, in the language of the index; never empty. */
  static String of(EditionIndex index) {
    String series = series(index.letters());
    if (!series.isEmpty()) {
      return series;
    }
    Map<String, Party> parties = new HashMap<>();
    for (IndexedLetter letter : index.letters()) {
      Set<Party> taking = new HashSet<>();
      for (Named sender : letter.facts().senders()) {
        Party party = party(index, letter, sender, parties);
        if (party != null && taking.add(party)) {
          party.sent++;
        }
      }
      for (Named addressee : letter.facts().addressees()) {
        Party party = party(index, letter, addressee, parties);
        if (party != null) {
          taking.add(party);
        }
      }
      taking.forEach(party -> party.letters++);
    }
    List<Party> named = new ArrayList<>(parties.values());
    named.removeIf(party -> isRare(party.letters, index.letters()));
    named.sort(
        Comparator.<Party>comparingInt(party -> -party.sent).thenComparing(party -> party.name));
    return named.isEmpty() || named.size() > 2
        ? index.wording().label("letters")
        : index
            .wording()
            .label(
                "correspondence-of",
                index.wording().list(named.stream().map(party -> party.name).toList()));
  }

  /** The series of nearly all letters, or empty. */
  private static String series(List<IndexedLetter> letters) {
    Map<String, Integer> counts = new HashMap<>();
    letters.forEach(letter -> counts.merge(letter.facts().series(), 1, Integer::sum));
    return counts.keySet().stream()
        .filter(title -> !isRare(counts.get(title), letters))
        .findFirst()
        .orElse("");
  }

  private static boolean isRare(int count, List<IndexedLetter> letters) {
    return count * 10 < letters.size() * TENTHS;
  }

  private static Party party(
      EditionIndex index, IndexedLetter letter, Named named, Map<String, Party> parties) {
    EntryFacts entry = index.entry(letter.facts(), named);
    String name = entry == null ? named.name().strip() : entry.name();
    if (name.isEmpty()) {
      return null;
    }
    String key = entry == null ? "?" + name : entry.kind().folder() + "/" + index.id(entry);
    return parties.computeIfAbsent(key, first -> new Party(spoken(name)));
  }

  /** "Stella Musulin" of "Musulin, Stella"; any other name as it is. */
  private static String spoken(String name) {
    Matcher inverted = INVERTED.matcher(name);
    return inverted.matches() ? inverted.group(2) + " " + inverted.group(1) : name;
  }
}
