package org.letterpress.site.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Kind;
import org.letterpress.letter.LetterDate;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Named;
import org.letterpress.letter.Version;

/** Reads off the edition's index by what each letter can be found. */
public final class LetterFacets {
  private final EditionIndex index;

  /** The persons whom letters mention, by the letters' numbers. */
  private final Map<Integer, List<Facet.Value>> persons = new HashMap<>();

  public LetterFacets(EditionIndex index) {
    this.index = index;
    for (EntryFacts person : index.entriesByKind().getOrDefault(Kind.PERSON, List.of())) {
      Facet.Value value = new Facet.Value(index.id(person), person.name());
      for (IndexedLetter letter : index.lettersMentioning(person)) {
        persons.computeIfAbsent(letter.number(), number -> new ArrayList<>()).add(value);
      }
    }
  }

  /** The values of a letter, by facet; each value once. */
  public Map<Facet, List<Facet.Value>> of(IndexedLetter letter) {
    LetterFacts facts = letter.facts();
    Map<Facet, List<Facet.Value>> all = new EnumMap<>(Facet.class);
    all.put(
        Facet.CORRESPONDENT,
        unique(
            Stream.concat(facts.senders().stream(), facts.addressees().stream())
                .map(party -> value(facts, party))));
    all.put(Facet.PLACE, unique(facts.sentPlaces().stream().map(place -> value(facts, place))));
    all.put(Facet.YEAR, unique(Stream.of(year(facts))));
    all.put(Facet.PERSON, persons.getOrDefault(letter.number(), List.of()));
    all.put(
        Facet.LANGUAGE,
        unique(
            Stream.concat(
                    Stream.of(facts.language()), facts.versions().stream().map(Version::language))
                .map(LetterFacets::language)));
    return all;
  }

  private Facet.Value value(LetterFacts facts, Named named) {
    EntryFacts entry = index.entry(facts, named);
    if (entry != null) {
      return new Facet.Value(index.id(entry), entry.name());
    }
    String name = named.spoken(null).strip().replaceAll("\\s+", " ");
    return name.isEmpty() ? null : new Facet.Value(name, name);
  }

  private static Facet.Value year(LetterFacts facts) {
    LetterDate date = facts.sent() != null && facts.sent().isKnown() ? facts.sent() : null;
    if (date == null) {
      date = facts.received();
    }
    if (date == null) {
      return null;
    }
    LocalDate day = date.earliest() != null ? date.earliest() : date.latest();
    if (day == null) {
      return null;
    }
    String year = String.valueOf(day.getYear());
    return new Facet.Value(year, year);
  }

  /** The language without its region or script; its name is left to the reader's browser. */
  private static Facet.Value language(String tag) {
    String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return language.isEmpty() ? null : new Facet.Value(language, language);
  }

  private static List<Facet.Value> unique(Stream<Facet.Value> values) {
    Map<String, Facet.Value> unique = new LinkedHashMap<>();
    values.filter(Objects::nonNull).forEach(value -> unique.putIfAbsent(value.key(), value));
    return new ArrayList<>(unique.values());
  }
}
