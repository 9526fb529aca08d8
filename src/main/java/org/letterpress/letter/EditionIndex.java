package org.letterpress.letter;

import java.net.URI;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;

/**
 * What all files of an edition say, joined: letters in the order of time, register entries, and
 * where each pointer leads.
 *
 * <p>Immutable once made, and safe to share.
 */
public final class EditionIndex {

  /** A mention of an entry in a letter, or its part as sender or addressee. */
  public record Occurrence(IndexedLetter letter, String role, String anchor, Mention mention) {}

  /** Private prefixes may lead to each other; real ones do so once at the most. */
  private static final int MOST_EXPANSIONS = 8;

  private static final Pattern SAFE = Pattern.compile("(?i)(https?|mailto|doi|urn):.*");
  private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):(.*)");

  private final EditionFacts edition;
  private final Wording wording;
  private final List<IndexedLetter> letters;
  private final Map<String, FileFacts> files = new HashMap<>();
  private final Map<String, FileFacts> filesByName = new HashMap<>();
  private final Map<String, EntryFacts> entries = new LinkedHashMap<>();
  private final Map<String, EntryFacts> entriesByAddress = new HashMap<>();
  private final Map<String, IndexedLetter> lettersById = new HashMap<>();
  private final Map<LetterFacts, IndexedLetter> indexed = new IdentityHashMap<>();
  private final Map<EntryFacts, List<Occurrence>> occurrences = new IdentityHashMap<>();
  private final Map<EntryFacts, Integer> letterCounts = new IdentityHashMap<>();
  private final Map<IndexedLetter, Map<Integer, String>> anchors = new IdentityHashMap<>();
  private final Map<String, List<IndexedLetter>> correspondences = new HashMap<>();

  private EditionIndex(EditionFacts edition, Wording wording, List<IndexedLetter> letters) {
    this.edition = edition;
    this.wording = wording;
    this.letters = letters;
  }

  /**
   * Joins the facts of all files.
   *
   * @param facts the files' facts, in the order of their keys
   * @param language tag of the interface's language, or empty to follow the edition
   * @param findings gets what does not fit together
   */
  public static EditionIndex join(List<FileFacts> facts, String language, Diagnostics findings) {
    EditionFacts edition =
        facts.stream()
            .map(FileFacts::edition)
            .filter(found -> found != null)
            .findFirst()
            .orElse(EditionFacts.NONE);
    Wording wording = Wording.of(language.isEmpty() ? edition.language() : language);
    Map<String, EntryFacts> entries = new HashMap<>();
    for (FileFacts file : facts) {
      for (EntryFacts entry : file.entries()) {
        entries.putIfAbsent(entry.id(), entry);
      }
    }
    EditionIndex index =
        new EditionIndex(edition, wording, order(facts, wording, findings, entries));
    index.addFiles(facts, findings);
    index.addOccurrences();
    index.check(facts, findings);
    return index;
  }

  /** What the edition says of itself. */
  public EditionFacts edition() {
    return edition;
  }

  /** The words of the interface. */
  public Wording wording() {
    return wording;
  }

  /** All letters in the order of time; undated ones stand last, in the order of their files. */
  public List<IndexedLetter> letters() {
    return letters;
  }

  /** The entries of each kind that has any, in the alphabet of the edition's language. */
  public Map<Kind, List<EntryFacts>> registers() {
    Map<Kind, List<EntryFacts>> registers = new EnumMap<>(Kind.class);
    for (EntryFacts entry : entries.values()) {
      registers.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry);
    }
    Collator collator = Collator.getInstance(wording.locale());
    Comparator<EntryFacts> alphabet =
        (one, other) -> collator.compare(one.sortName(), other.sortName());
    registers.values().forEach(list -> list.sort(alphabet.thenComparing(EntryFacts::id)));
    return registers;
  }

  /** Where an entry occurs, in the order of the letters. */
  public List<Occurrence> occurrences(EntryFacts entry) {
    return occurrences.getOrDefault(entry, List.of());
  }

  /** In how many letters an entry occurs. */
  public int letterCount(EntryFacts entry) {
    return letterCounts.getOrDefault(entry, 0);
  }

  /** The anchor of the mention at an element, or empty when that element mentions no entry. */
  public String anchor(IndexedLetter letter, int ordinal) {
    return anchors.getOrDefault(letter, Map.of()).getOrDefault(ordinal, "");
  }

  /** The letter before ({@code -1}) or after ({@code 1}) in the whole edition, or null. */
  public IndexedLetter neighbour(IndexedLetter letter, int step) {
    return at(letters, letter.number() - 1 + step);
  }

  /** The letter before or after between the same correspondents, or null. */
  public IndexedLetter neighbourInCorrespondence(IndexedLetter letter, int step) {
    List<IndexedLetter> list = correspondences.getOrDefault(pair(letter.facts()), List.of());
    int at = list.indexOf(letter);
    return at < 0 ? null : at(list, at + step);
  }

  /** The entry that one of a name's pointers leads to, or null. */
  public EntryFacts entry(LetterFacts letter, List<String> pointers) {
    for (String pointer : pointers) {
      for (String value : pointer.split("\\s+")) {
        if (resolve(letter.file().key(), value) instanceof Target.ToEntry found) {
          return found.entry();
        }
      }
    }
    return null;
  }

  /**
   * Where a single pointer leads.
   *
   * @param from key of the file that it stands in
   * @param value the pointer: {@code #id}, {@code file#id}, {@code prefix:value}, an address, an id
   */
  public Target resolve(String from, String value) {
    return resolve(from, value, MOST_EXPANSIONS);
  }

  private Target resolve(String from, String value, int expansions) {
    FileFacts file = files.get(from);
    if (value.startsWith("#")) {
      return resolveId(file, value.substring(1));
    }
    Matcher scheme = SCHEME.matcher(value);
    if (scheme.matches()) {
      return resolveAddress(file, value, scheme.group(1), expansions);
    }
    int hash = value.indexOf('#');
    String path = hash < 0 ? value : value.substring(0, hash);
    String id = hash < 0 ? "" : value.substring(hash + 1);
    FileFacts other = find(file, path);
    if (other != null) {
      if (!id.isEmpty()) {
        return resolveId(other, id);
      }
      return other.letters().isEmpty()
          ? new Target.Inside("file")
          : new Target.ToLetter(indexed.get(other.letters().get(0)), "");
    }
    return hash < 0 ? resolveId(file, value) : resolveGlobal(id);
  }

  private Target resolveId(FileFacts file, String id) {
    if (file != null) {
      FileFacts.Anchor anchor = file.ids().get(id);
      if (anchor != null) {
        EntryFacts entry = entries.get(id);
        if (entry != null && entry.file().key().equals(file.file().key())) {
          return new Target.ToEntry(entry);
        }
        if (anchor.letter() >= 0) {
          IndexedLetter letter = indexed.get(file.letters().get(anchor.letter()));
          boolean whole = id.equals(letter.facts().xmlId());
          return new Target.ToLetter(letter, whole ? "" : id);
        }
        return new Target.Inside(anchor.element());
      }
    }
    return resolveGlobal(id);
  }

  private Target resolveGlobal(String id) {
    EntryFacts entry = entries.get(id);
    if (entry != null) {
      return new Target.ToEntry(entry);
    }
    IndexedLetter letter = lettersById.get(id);
    return letter == null ? new Target.Nothing() : new Target.ToLetter(letter, "");
  }

  private Target resolveAddress(FileFacts file, String value, String scheme, int expansions) {
    EntryFacts known = entriesByAddress.get(withoutScheme(value));
    if (known != null) {
      return new Target.ToEntry(known);
    }
    String rest = value.substring(scheme.length() + 1);
    if (file != null) {
      for (FileFacts.Prefix prefix : file.prefixes()) {
        if (prefix.ident().equals(scheme)) {
          String expanded = expand(prefix, rest);
          if (expanded != null && expansions > 0) {
            return resolve(file.file().key(), expanded, expansions - 1);
          }
        }
      }
    }
    if (SAFE.matcher(value).matches()) {
      return new Target.ToWeb(value);
    }
    Target global = resolveGlobal(rest.startsWith("#") ? rest.substring(1) : rest);
    if (!(global instanceof Target.Nothing)) {
      return global;
    }
    return scheme.matches("(?i)javascript|data|vbscript|file")
        ? new Target.Unsafe(value)
        : new Target.Nothing();
  }

  private static String expand(FileFacts.Prefix prefix, String rest) {
    try {
      Matcher match = Pattern.compile(prefix.match()).matcher(rest);
      return match.matches() ? match.replaceAll(prefix.replacement()) : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException bad) {
      return null;
    }
  }

  private FileFacts find(FileFacts from, String path) {
    if (from != null) {
      try {
        URI base = new URI(null, null, "/" + from.file().key(), null);
        String key = base.resolve(new URI(null, null, path, null)).getPath();
        FileFacts found = files.get(key.startsWith("/") ? key.substring(1) : key);
        if (found != null) {
          return found;
        }
      } catch (java.net.URISyntaxException notAPath) {
        return null;
      }
    }
    return filesByName.get(path.substring(path.lastIndexOf('/') + 1));
  }

  private static List<IndexedLetter> order(
      List<FileFacts> facts,
      Wording wording,
      Diagnostics findings,
      Map<String, EntryFacts> entries) {
    List<LetterFacts> all = new ArrayList<>();
    facts.forEach(file -> all.addAll(file.letters()));
    all.sort(
        Comparator.comparing(LetterFacts::sortKey)
            .thenComparing(letter -> letter.file().key())
            .thenComparingInt(LetterFacts::position));
    Map<String, LetterFacts> taken = new TreeMap<>();
    List<IndexedLetter> letters = new ArrayList<>();
    for (LetterFacts letter : all) {
      String id = letter.wantedId();
      LetterFacts rival = taken.get(id.toLowerCase(Locale.ROOT));
      if (rival != null) {
        findings.add(
            Diagnostic.of(
                    Code.OUT_COLLISION,
                    Location.of(letter.file().name(), letter.line(), 0),
                    "letters/" + id + ".html",
                    rival.file().name())
                .relatedTo(
                    List.of(
                        new Diagnostic.Related(
                            Location.of(rival.file().name(), rival.line(), 0),
                            "the other letter"))));
        String base = id + "-" + letter.position();
        for (int n = 2; taken.containsKey(id.toLowerCase(Locale.ROOT)); n++) {
          id = base + "-" + n;
        }
      }
      taken.put(id.toLowerCase(Locale.ROOT), letter);
      String date = letter.sent() == null ? "" : letter.sent().display(wording);
      letters.add(
          new IndexedLetter(
              letter, id, letters.size() + 1, heading(letter, wording, entries), date));
    }
    return Collections.unmodifiableList(letters);
  }

  private static String heading(
      LetterFacts letter, Wording wording, Map<String, EntryFacts> entries) {
    String from = wording.list(names(letter.senders(), entries));
    String to = wording.list(names(letter.addressees(), entries));
    if (!from.isEmpty() && !to.isEmpty()) {
      return wording.label("heading-to", from, to);
    }
    if (!letter.title().isEmpty()) {
      return letter.title();
    }
    if (!from.isEmpty()) {
      return wording.label("heading-from", from);
    }
    return to.isEmpty() ? letter.wantedId() : wording.label("heading-unknown-sender", to);
  }

  private static List<String> names(List<Named> parties, Map<String, EntryFacts> entries) {
    return parties.stream()
        .map(
            party -> {
              if (!party.name().isEmpty()) {
                return party.name();
              }
              String pointer = party.pointers().get(0);
              EntryFacts entry = entries.get(pointer.substring(pointer.indexOf('#') + 1));
              return entry == null ? pointer : entry.name();
            })
        .toList();
  }

  private void addFiles(List<FileFacts> facts, Diagnostics findings) {
    for (FileFacts file : facts) {
      files.put(file.file().key(), file);
      filesByName.put(file.file().path().getFileName().toString(), file);
      for (EntryFacts entry : file.entries()) {
        EntryFacts first = entries.putIfAbsent(entry.id(), entry);
        if (first != null && first.file() != entry.file()) {
          findings.add(
              Diagnostic.of(
                      Code.ID_ENTRY_TWICE,
                      Location.of(entry.file().name(), entry.line(), 0),
                      entry.id())
                  .relatedTo(
                      List.of(
                          new Diagnostic.Related(
                              Location.of(first.file().name(), first.line(), 0),
                              "the first entry"))));
        }
        for (Identifier identifier : entry.identifiers()) {
          if (!identifier.href().isEmpty()) {
            entriesByAddress.putIfAbsent(withoutScheme(identifier.href()), entry);
          }
        }
      }
    }
    for (IndexedLetter letter : letters) {
      indexed.put(letter.facts(), letter);
      lettersById.putIfAbsent(letter.id(), letter);
      correspondences.computeIfAbsent(pair(letter.facts()), pair -> new ArrayList<>()).add(letter);
    }
  }

  private void addOccurrences() {
    for (IndexedLetter letter : letters) {
      LetterFacts facts = letter.facts();
      part(letter, facts.senders(), "sender");
      part(letter, facts.addressees(), "addressee");
      part(letter, facts.sentPlaces(), "sender");
      part(letter, facts.receivedPlaces(), "addressee");
      Map<Integer, List<String>> values = new HashMap<>();
      for (Pointer pointer : facts.pointers()) {
        if (List.of("ref", "key", "corresp").contains(pointer.attribute())) {
          values.computeIfAbsent(pointer.ordinal(), at -> new ArrayList<>()).add(pointer.value());
        }
      }
      Map<Integer, String> named = new HashMap<>();
      for (Mention mention : facts.mentions()) {
        EntryFacts entry = entry(facts, values.getOrDefault(mention.ordinal(), List.of()));
        if (entry != null) {
          String anchor = "m-" + (named.size() + 1);
          named.put(mention.ordinal(), anchor);
          String role = mention.inNote() ? "note" : "mention";
          occurrences
              .computeIfAbsent(entry, key -> new ArrayList<>())
              .add(new Occurrence(letter, role, anchor, mention));
        }
      }
      anchors.put(letter, named);
    }
    // Asked once for each entity of each letter: counted here, not there.
    occurrences.forEach(
        (entry, all) ->
            letterCounts.put(entry, (int) all.stream().map(Occurrence::letter).distinct().count()));
  }

  private void part(IndexedLetter letter, List<Named> named, String role) {
    for (Named one : named) {
      EntryFacts entry = entry(letter.facts(), one.pointers());
      if (entry != null) {
        occurrences
            .computeIfAbsent(entry, key -> new ArrayList<>())
            .add(new Occurrence(letter, role, "", null));
      }
    }
  }

  private void check(List<FileFacts> facts, Diagnostics findings) {
    for (FileFacts file : facts) {
      for (LetterFacts letter : file.letters()) {
        Location place = Location.of(letter.file().name(), letter.line(), 0);
        if (!letter.described()) {
          String what = letter.sent() == null ? "its title was" : "its title and date were";
          findings.add(Code.LETTER_INFERRED, place, what);
        } else {
          if (letter.senders().isEmpty()) {
            findings.add(Code.LETTER_NO_SENDER, place);
          }
          if (letter.addressees().isEmpty()) {
            findings.add(Code.LETTER_NO_ADDRESSEE, place);
          }
        }
        if (letter.sortKey().equals(LetterDate.UNDATED)) {
          findings.add(Code.LETTER_NO_DATE, place);
        }
        letter.pointers().forEach(pointer -> check(letter, pointer, findings));
      }
    }
  }

  private void check(LetterFacts letter, Pointer pointer, Diagnostics findings) {
    boolean key = pointer.attribute().equals("key");
    Location place = pointer.in(letter.file().name());
    for (String value : key ? List.of(pointer.value()) : List.of(pointer.value().split("\\s+"))) {
      Target target = resolve(letter.file().key(), value);
      if (target instanceof Target.Nothing && !key) {
        findings.add(
            Code.LINK_UNRESOLVED,
            place,
            value,
            pointer.attribute(),
            pointer.element(),
            hint(value));
      } else if (target instanceof Target.Unsafe) {
        findings.add(Code.LINK_UNSAFE, place, value);
      } else if (target instanceof Target.ToEntry found) {
        Kind claimed = Kind.ofName(pointer.element());
        if (claimed != null && claimed != found.entry().kind() && !isPlaceAndOrg(claimed, found)) {
          findings.add(
              Code.LINK_KIND, place, pointer.element(), value, found.entry().kind().word());
        }
      }
    }
  }

  /** A government or a town may be named as a place and registered as an organisation. */
  private static boolean isPlaceAndOrg(Kind claimed, Target.ToEntry found) {
    Kind kind = found.entry().kind();
    return (claimed == Kind.PLACE && kind == Kind.ORG)
        || (claimed == Kind.ORG && kind == Kind.PLACE);
  }

  private String hint(String value) {
    String id = value.substring(value.indexOf('#') + 1);
    String near = org.letterpress.diagnostic.Spelling.nearest(id, entries.keySet());
    return near == null
        ? "add an element with this xml:id, or correct the pointer"
        : "did you mean \"" + near + "\"?";
  }

  private String pair(LetterFacts letter) {
    List<String> parties = new ArrayList<>();
    for (List<Named> side : List.of(letter.senders(), letter.addressees())) {
      for (Named party : side) {
        EntryFacts entry = entry(letter, party.pointers());
        parties.add(entry == null ? party.name() : "#" + entry.id());
      }
    }
    Collections.sort(parties);
    return String.join("|", parties);
  }

  private static String withoutScheme(String address) {
    return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/+$", "");
  }

  private static <T> T at(List<T> list, int index) {
    return index < 0 || index >= list.size() ? null : list.get(index);
  }
}
