package org.letterpress.letter;

import java.net.URI;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.SourceFile;

/**
 * What all files of an edition say, joined: letters in the order of time, register entries, and
 * where each pointer leads.
 *
 * <p>Immutable once made, and safe to share.
 */
public final class EditionIndex {

  /** A mention of an entry in a letter, or its part as sender or addressee. */
  public record Occurrence(IndexedLetter letter, String role, String anchor, Mention mention) {}

  /**
   * How often an entry occurs.
   *
   * @param senders as sender, or as place of writing
   * @param addressees as addressee, or as the place to which a letter went
   * @param mentions in texts and notes
   * @param sent in how many letters as sender or place of writing
   * @param mentioning in how many letters it is mentioned
   */
  public record Counts(int senders, int addressees, int mentions, int sent, int mentioning) {
    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }

  /** Private prefixes may lead to each other; real ones do so once at the most. */
  private static final int MOST_EXPANSIONS = 8;

  private static final Pattern SAFE = Pattern.compile("(?i)(https?|mailto|doi|urn):.*");
  private static final Pattern UNSAFE = Pattern.compile("(?i)javascript|data|vbscript|file");
  private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):(.*)");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final EditionFacts edition;
  private final Wording wording;
  private final EntryNames entries;
  private final List<IndexedLetter> letters;
  private final Layered<String, FileFacts> files;

  /** By the names of files, with their endings and without. */
  private final Lookup<FileFacts> named;

  private final Map<String, List<Prefix>> prefixes;

  /** By all by which a letter may be called; what is found has the number of what is meant. */
  private final Lookup<IndexedLetter> lettersById;

  private final Layered<LetterFacts, IndexedLetter> indexed;
  private final Layered<EntryFacts, Occurrences> occurrences;

  /** By the numbers of letters, the places of their mentions that have an anchor, in order. */
  private final int[][] anchors;

  private final Layered<String, List<IndexedLetter>> correspondences;

  /** What a private prefix means, with its pattern ready to use, in the files that say so. */
  private record Prefix(FileFacts.Prefix declared, Pattern match, Set<String> files) {}

  private final Map<Kind, List<EntryFacts>> byKind;
  private Map<Kind, List<EntryFacts>> registers;
  private String title;
  private final List<IndexedVolume> volumes = new ArrayList<>();

  /** Places in {@code volumes} by numbers of letters, counted from 1; 0 for none. */
  private final int[] volumeOfLetter;

  private final LetterParts parts;

  private EditionIndex(
      EditionFacts edition,
      Wording wording,
      EntryNames entries,
      List<FileFacts> facts,
      Diagnostics findings) {
    this.edition = edition;
    this.wording = wording;
    this.entries = entries;
    this.byKind = byKind(entries);
    this.files = Layered.byEquality();
    this.named = new Lookup<>();
    this.prefixes = new HashMap<>();
    this.lettersById = new Lookup<>();
    this.indexed = Layered.byIdentity();
    this.occurrences = Layered.byIdentity();
    this.correspondences = Layered.byEquality();
    addFiles(facts);
    // The heading of a letter calls people as the register does, so pointers are followed already.
    this.letters = LetterIds.order(facts, wording, findings, this::entry);
    this.parts = new LetterParts(letters, wording);
    this.volumeOfLetter = new int[letters.size() + 1];
    this.anchors = new int[letters.size() + 1][];
    addLetters();
  }

  /**
   * Joins the facts of all files.
   *
   * @param facts the files' facts, in the order of their keys
   * @param language tag of the interface's language, or empty to follow the edition
   * @param findings gets what does not fit together
   */
  public static EditionIndex join(List<FileFacts> facts, String language, Diagnostics findings) {
    return join(facts, language, Labels.NONE, findings);
  }

  /**
   * The same for an edition with words of its own.
   *
   * @param labels the edition's words of the interface
   */
  public static EditionIndex join(
      List<FileFacts> facts, String language, Labels labels, Diagnostics findings) {
    EditionFacts edition =
        facts.stream()
            .map(FileFacts::edition)
            .filter(found -> found != null)
            .findFirst()
            .orElse(EditionFacts.NONE);
    Wording wording = Wording.of(language.isEmpty() ? edition.language() : language, labels);
    EntryNames entries = EntryNames.of(facts, findings);
    EditionIndex index = new EditionIndex(edition, wording, entries, facts, findings);
    index.addOccurrences();
    index.addVolumes(facts, findings);
    facts.forEach(file -> check(file, findings));
    return index;
  }

  /**
   * The index after a change of one file, as far as it can be told without joining all files anew:
   * letters keep their pages, places and headings, entries what they are. Where nothing but texts
   * has changed, that is all there is to tell.
   *
   * @param now what the file says now
   * @return null when the file is new, or has more or fewer letters than before
   */
  public EditionIndex nearly(FileFacts now) {
    FileFacts before = files.get(now.file().key());
    if (before == null || before.letters().size() != now.letters().size()) {
      return null;
    }
    Map<IndexedLetter, IndexedLetter> changed = new IdentityHashMap<>();
    for (int i = 0; i < now.letters().size(); i++) {
      IndexedLetter old = indexed.get(before.letters().get(i));
      changed.put(
          old,
          new IndexedLetter(
              now.letters().get(i), old.id(), old.number(), old.heading(), old.date()));
    }
    return new EditionIndex(this, before, now, changed);
  }

  private EditionIndex(
      EditionIndex other,
      FileFacts before,
      FileFacts now,
      Map<IndexedLetter, IndexedLetter> changed) {
    this.edition = other.edition;
    this.wording = other.wording;
    this.entries = other.entries;
    this.byKind = other.byKind;
    this.registers = other.registers;
    this.parts = other.parts;
    this.volumeOfLetter = other.volumeOfLetter;
    this.prefixes = other.prefixes;
    this.files = other.files.copy();
    this.named = other.named;
    this.lettersById = other.lettersById;
    this.indexed = other.indexed.copy();
    this.occurrences = other.occurrences.copy();
    this.anchors = other.anchors.clone();
    this.correspondences = other.correspondences.copy();
    files.put(now.file().key(), now);
    List<IndexedLetter> all = new ArrayList<>(other.letters);
    changed.forEach((old, letter) -> all.set(old.number() - 1, letter));
    this.letters = Collections.unmodifiableList(all);
    for (IndexedVolume volume : other.volumes) {
      boolean changes = volume.file().key().equals(now.file().key());
      volumes.add(changes ? with(volume, changed) : volume);
    }
    changed.forEach((old, letter) -> replace(other, old, letter));
    changed.forEach((old, letter) -> replaceOccurrences(other, old, letter));
  }

  /** Puts a letter where the same letter stood as it was before. */
  private void replace(EditionIndex other, IndexedLetter old, IndexedLetter letter) {
    indexed.remove(old.facts());
    indexed.put(letter.facts(), letter);
    String pair = other.pair(old.facts());
    List<IndexedLetter> correspondence = correspondences.get(pair);
    if (correspondence != null) {
      correspondences.put(pair, with(correspondence, old, letter));
    }
  }

  private void replaceOccurrences(EditionIndex other, IndexedLetter old, IndexedLetter letter) {
    Map<EntryFacts, List<Integer>> now = new IdentityHashMap<>();
    // The entries of the old text, from which it disappears.
    other.occurrences(old.facts(), (entry, one) -> now.put(entry, new ArrayList<>()));
    int number = letter.number();
    anchors[number] =
        occurrences(
            letter.facts(),
            (entry, what) -> now.computeIfAbsent(entry, key -> new ArrayList<>()).add(what));
    now.forEach(
        (entry, own) -> {
          Occurrences before = occurrences.getOrDefault(entry, new Occurrences());
          Occurrences all = new Occurrences();
          int at = 0;
          for (; at < before.size() && before.letter(at) < number; at++) {
            all.add(before.letter(at), before.what(at));
          }
          own.forEach(what -> all.add(number, what));
          for (; at < before.size(); at++) {
            if (before.letter(at) != number) {
              all.add(before.letter(at), before.what(at));
            }
          }
          all.trim();
          if (all.size() == 0) {
            occurrences.remove(entry);
          } else {
            occurrences.put(entry, all);
          }
        });
  }

  private static IndexedVolume with(
      IndexedVolume volume, Map<IndexedLetter, IndexedLetter> changed) {
    return volume.with(
        volume.letters().stream().map(letter -> changed.getOrDefault(letter, letter)).toList());
  }

  private static List<IndexedLetter> with(
      List<IndexedLetter> letters, IndexedLetter old, IndexedLetter now) {
    return letters.stream().map(letter -> letter == old ? now : letter).toList();
  }

  /**
   * True when {@link #nearly} tells all that joining anew would tell: nothing has changed but
   * texts.
   */
  public boolean tellsAllOf(FileFacts now) {
    FileFacts before = files.get(now.file().key());
    return before != null && now.isSameButForTexts(before);
  }

  /** The letter with this name of its pages, or null. */
  public IndexedLetter letter(String id) {
    IndexedLetter found = called(id);
    return found != null && found.id().equals(id) ? found : null;
  }

  /** What the edition says of itself. */
  public EditionFacts edition() {
    return edition;
  }

  /**
   * What the edition is called: its title, or where it has none, the name that its letters give it
   * ({@link EditionName}); never empty.
   */
  public synchronized String title() {
    if (title == null) {
      title = edition.title().isEmpty() ? EditionName.of(this) : edition.title();
    }
    return title;
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
  public synchronized Map<Kind, List<EntryFacts>> registers() {
    // A check of the sources never asks for an alphabet.
    if (registers == null) {
      registers = new EnumMap<>(Kind.class);
      byKind.forEach(
          (kind, found) ->
              registers.put(
                  kind,
                  LanguageRules.sorted(
                      found,
                      wording.locale(),
                      EntryFacts::sortName,
                      Comparator.comparing(this::id))));
    }
    return registers;
  }

  /** The entries of each kind that has any, as they were read. */
  public Map<Kind, List<EntryFacts>> entriesByKind() {
    return byKind;
  }

  /** Volumes with text besides their letters, in the order of their files. */
  public List<IndexedVolume> volumes() {
    return volumes;
  }

  private void addVolumes(List<FileFacts> facts, Diagnostics findings) {
    Set<String> taken = new HashSet<>();
    for (FileFacts file : facts) {
      List<IndexedLetter> letters = file.letters().stream().map(indexed::get).toList();
      for (FileFacts.Outside outside : file.outside()) {
        String base = PageName.of(file.file().stem());
        String id = base;
        for (int n = 2; !taken.add(id.toLowerCase(Locale.ROOT)); n++) {
          id = base + "-" + n;
        }
        volumes.add(
            new IndexedVolume(
                file.file(),
                outside.ordinal(),
                outside.line(),
                id,
                outside.title().isEmpty() ? id : outside.title(),
                letters,
                outside.register() ? file.entries() : List.of()));
        if (letters.size() > 1) {
          int at = volumes.size() - 1;
          for (IndexedLetter letter : letters) {
            int known = volumeOfLetter[letter.number()];
            volumeOfLetter[letter.number()] = known == 0 ? at + 1 : known;
          }
        }
        if (outside.register()) {
          findings.add(
              Code.LETTER_IN_REGISTER,
              Location.of(file.file().name(), outside.line(), 0),
              outside.words(),
              volumes.get(volumes.size() - 1).href());
        }
      }
    }
  }

  private static Map<Kind, List<EntryFacts>> byKind(EntryNames entries) {
    Map<Kind, List<EntryFacts>> byKind = new EnumMap<>(Kind.class);
    for (EntryFacts entry : entries.all()) {
      byKind.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry);
    }
    return byKind;
  }

  /** The name of an entry's page and its id there. */
  public String id(EntryFacts entry) {
    return entries.id(entry);
  }

  /** The address of an entry's page from the root of the site. */
  public String href(EntryFacts entry) {
    return entry.kind().folder() + "/" + entries.id(entry) + ".html";
  }

  /** Where an entry occurs, in the order of the letters. */
  public List<Occurrence> occurrences(EntryFacts entry) {
    Occurrences all = occurrences.get(entry);
    return all == null
        ? List.of()
        : new AbstractList<>() {
          @Override
          public int size() {
            return all.size();
          }

          @Override
          public Occurrence get(int index) {
            return occurrence(all.letter(index), all.what(index));
          }
        };
  }

  /** How often an entry occurs, without a look at the letters. */
  public Counts counts(EntryFacts entry) {
    Occurrences all = occurrences.get(entry);
    return all == null ? Counts.NONE : all.counts();
  }

  /** The letters in which an entry occurs, each once, in their order. */
  public List<IndexedLetter> lettersWith(EntryFacts entry) {
    return letters(entry, what -> true);
  }

  /** The letters that mention an entry in texts or notes, each once, in their order. */
  public List<IndexedLetter> lettersMentioning(EntryFacts entry) {
    return letters(entry, what -> what >= 0);
  }

  private List<IndexedLetter> letters(EntryFacts entry, IntPredicate wanted) {
    Occurrences all = occurrences.get(entry);
    List<IndexedLetter> found = new ArrayList<>();
    int last = 0;
    for (int i = 0; all != null && i < all.size(); i++) {
      if (all.letter(i) != last && wanted.test(all.what(i))) {
        last = all.letter(i);
        found.add(letters.get(last - 1));
      }
    }
    return found;
  }

  private Occurrence occurrence(int number, int what) {
    IndexedLetter letter = letters.get(number - 1);
    if (what < 0) {
      return new Occurrence(letter, what == Occurrences.SENDER ? "sender" : "addressee", "", null);
    }
    Mention mention = letter.facts().mentions().get(what);
    return new Occurrence(
        letter, mention.inNote() ? "note" : "mention", anchor(letter, mention.ordinal()), mention);
  }

  /**
   * The entries that occur in a letter.
   *
   * @param letter as it is or was; all else is taken to be as it is
   */
  public Set<EntryFacts> entriesIn(LetterFacts letter) {
    return entriesIn(letter, what -> true);
  }

  /** Those of them that the letter mentions in its text or notes. */
  public Set<EntryFacts> mentionedIn(LetterFacts letter) {
    return entriesIn(letter, what -> what >= 0);
  }

  private Set<EntryFacts> entriesIn(LetterFacts letter, IntPredicate wanted) {
    Set<EntryFacts> found = Collections.newSetFromMap(new IdentityHashMap<>());
    occurrences(
        letter,
        (entry, what) -> {
          if (wanted.test(what)) {
            found.add(entry);
          }
        });
    return found;
  }

  /** In how many letters an entry occurs. */
  public int letterCount(EntryFacts entry) {
    Occurrences all = occurrences.get(entry);
    return all == null ? 0 : all.letters();
  }

  /** The anchor of the mention at an element, or empty when that element mentions no entry. */
  public String anchor(IndexedLetter letter, int ordinal) {
    int at = Arrays.binarySearch(anchors[letter.number()], ordinal);
    return at < 0 ? "" : "m-" + (at + 1);
  }

  /** The letter before ({@code -1}) or after ({@code 1}) in the whole edition, or null. */
  public IndexedLetter neighbour(IndexedLetter letter, int step) {
    return at(letters, letter.number() - 1 + step);
  }

  /** The letter before or after between the same correspondents, or null. */
  public IndexedLetter neighbourInCorrespondence(IndexedLetter letter, int step) {
    List<IndexedLetter> list = correspondence(letter);
    // The list is in the order of the numbers.
    int at = Collections.binarySearch(list, letter, Comparator.comparingInt(IndexedLetter::number));
    return at < 0 ? null : at(list, at + step);
  }

  /** The letters between the same correspondents, this one among them, in their order. */
  public List<IndexedLetter> correspondence(IndexedLetter letter) {
    return correspondences.getOrDefault(pair(letter.facts()), List.of());
  }

  /** The letters by date, in parts. Of an index after a change the parts are those from before. */
  public LetterParts parts() {
    return parts;
  }

  /** The volume of several letters in which a letter stands, where it has a page; else null. */
  public IndexedVolume volume(IndexedLetter letter) {
    int at = volumeOfLetter[letter.number()];
    return at == 0 ? null : volumes.get(at - 1);
  }

  /**
   * The entry that one of a name's pointers leads to, or null.
   *
   * @param kind what the name claims to be, or null: entries of different registers may have the
   *     same id
   */
  public EntryFacts entry(LetterFacts letter, Kind kind, List<String> pointers) {
    List<EntryFacts> found = entries(letter.file().key(), kind, pointers, 1);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The entry that a name of a letter points to, or null. */
  public EntryFacts entry(LetterFacts letter, Named named) {
    return entry(letter, named.kind(), named.pointers());
  }

  /** All entries that a name's pointers lead to, in the order of the pointers. */
  public List<EntryFacts> entries(LetterFacts letter, Kind kind, List<String> pointers) {
    return entries(letter.file().key(), kind, pointers, Integer.MAX_VALUE);
  }

  private List<EntryFacts> entries(String from, Kind kind, List<String> pointers, int most) {
    List<EntryFacts> found = new ArrayList<>();
    for (String pointer : pointers) {
      // A key may be a name as it is displayed, spaces and all.
      EntryFacts named = isPointer(pointer) ? null : entries.named(kind, pointer);
      if (named != null) {
        add(found, named);
        continue;
      }
      for (String value : values(pointer)) {
        if (found.size() < most
            && resolve(from, kind, value, MOST_EXPANSIONS) instanceof Target.ToEntry to) {
          add(found, to.entry());
        }
      }
    }
    return found;
  }

  private static void add(List<EntryFacts> found, EntryFacts entry) {
    if (!found.contains(entry)) {
      found.add(entry);
    }
  }

  private static boolean isPointer(String value) {
    return value.indexOf('#') >= 0;
  }

  /** The single values of an attribute that may hold several. */
  public static List<String> values(String attribute) {
    return attribute.indexOf(' ') < 0 && attribute.indexOf('\n') < 0 && attribute.indexOf('\t') < 0
        ? List.of(attribute)
        : List.of(SPACES.split(attribute));
  }

  /**
   * Where a single pointer leads.
   *
   * @param from key of the file that it stands in
   * @param value the pointer: {@code #id}, {@code file#id}, {@code prefix:value}, an address, an id
   */
  public Target resolve(String from, String value) {
    return resolve(from, null, value);
  }

  /**
   * Where a single pointer leads.
   *
   * @param kind what the element that points claims to name, or null: entries of different
   *     registers may have the same id
   */
  public Target resolve(String from, Kind kind, String value) {
    return resolve(from, kind, value, MOST_EXPANSIONS);
  }

  /** Places of the elements of all letters of a file, counted among all its elements. */
  public List<Integer> ordinalsIn(SourceFile file) {
    FileFacts facts = files.get(file.key());
    return facts == null
        ? List.of()
        : facts.letters().stream().map(LetterFacts::ordinal).sorted().toList();
  }

  /** The id of a register entry that is most like another, or null. */
  public String nearest(String id) {
    return entries.nearest(id);
  }

  private Target resolve(String from, Kind kind, String value, int expansions) {
    FileFacts file = files.get(from);
    if (value.startsWith("#")) {
      return resolveId(file, kind, value.substring(1));
    }
    if (value.indexOf(':') > 0) {
      Matcher scheme = SCHEME.matcher(value);
      if (scheme.matches()) {
        return resolveAddress(file, kind, value, scheme.group(1), expansions);
      }
    }
    int hash = value.indexOf('#');
    String path = hash < 0 ? value : value.substring(0, hash);
    String id = hash < 0 ? "" : value.substring(hash + 1);
    FileFacts other = find(file, path);
    if (other != null && (hash >= 0 || !isIdIn(file, value))) {
      return resolveIn(other, kind, id);
    }
    if (hash < 0) {
      return resolveId(file, kind, value);
    }
    // The file is not in this edition; of its ids only a register's may still be ours.
    EntryFacts entry = entries.global(kind, id);
    return entry == null ? new Target.Nothing() : new Target.ToEntry(entry);
  }

  private Target resolveIn(FileFacts file, Kind kind, String id) {
    if (!id.isEmpty()) {
      return resolveId(file, kind, id);
    }
    return file.letters().isEmpty()
        ? new Target.Inside("file")
        : new Target.ToLetter(indexed.get(file.letters().get(0)), "");
  }

  private static boolean isIdIn(FileFacts file, String id) {
    return file != null && file.ids().containsKey(id);
  }

  private Target resolveId(FileFacts file, Kind kind, String id) {
    if (file != null) {
      FileFacts.Anchor anchor = file.ids().get(id);
      if (anchor != null) {
        EntryFacts entry = entries.in(file.file(), kind, id);
        if (entry != null) {
          return new Target.ToEntry(entry);
        }
        if (anchor.letter() >= 0) {
          LetterFacts letter = file.letters().get(anchor.letter());
          boolean whole = id.equals(letter.xmlId());
          return new Target.ToLetter(indexed.get(letter), whole ? "" : id);
        }
        return new Target.Inside(anchor.element());
      }
    }
    return resolveGlobal(kind, id);
  }

  private Target resolveGlobal(Kind kind, String id) {
    EntryFacts entry = entries.global(kind, id);
    if (entry != null) {
      return new Target.ToEntry(entry);
    }
    IndexedLetter letter = called(id);
    return letter == null ? new Target.Nothing() : new Target.ToLetter(letter, "");
  }

  /** The letter of this name, or null. */
  private IndexedLetter called(String name) {
    IndexedLetter found = lettersById.first(name.hashCode(), letter -> isCalled(letter, name));
    return found == null ? null : letters.get(found.number() - 1);
  }

  private static boolean isCalled(IndexedLetter letter, String name) {
    return letter.id().equals(name)
        || letter.facts().xmlId().equals(name)
        || letter.facts().wantedId().equals(name);
  }

  private void call(IndexedLetter letter, String name) {
    if (called(name) == null) {
      lettersById.add(name.hashCode(), letter);
    }
  }

  private Target resolveAddress(
      FileFacts file, Kind kind, String value, String scheme, int expansions) {
    EntryFacts known = entries.at(value);
    if (known != null) {
      return new Target.ToEntry(known);
    }
    String rest = value.substring(scheme.length() + 1);
    String here = file == null ? "" : file.file().key();
    if (expansions > 0) {
      Target abroad = null;
      List<Prefix> meanings = prefixes.getOrDefault(scheme, List.of());
      boolean own = meanings.stream().anyMatch(prefix -> prefix.files.contains(here));
      for (Prefix prefix : meanings) {
        // What other headers declare holds where the file's own declares nothing.
        String expanded = own && !prefix.files.contains(here) ? null : expand(prefix, rest);
        if (expanded != null) {
          Target target = resolveExpanded(file, kind, expanded, expansions - 1);
          if (!(target instanceof Target.Nothing) && !(target instanceof Target.ToWeb)) {
            return target;
          }
          abroad = abroad == null || abroad instanceof Target.Nothing ? target : abroad;
        }
      }
      if (abroad != null) {
        return abroad;
      }
    }
    if (SAFE.matcher(value).matches()) {
      return new Target.ToWeb(value);
    }
    Target global = resolveGlobal(kind, rest.startsWith("#") ? rest.substring(1) : rest);
    if (!(global instanceof Target.Nothing)) {
      return global;
    }
    return UNSAFE.matcher(scheme).matches() ? new Target.Unsafe(value) : new Target.Nothing();
  }

  /**
   * A prefix may stand for the address at which the edition's own files are published; a file of
   * this name is then the one that is meant.
   */
  private Target resolveExpanded(FileFacts file, Kind kind, String expanded, int expansions) {
    int hash = expanded.indexOf('#');
    String path = hash < 0 ? expanded : expanded.substring(0, hash);
    if (SAFE.matcher(path).matches()) {
      FileFacts own = named(path.substring(path.lastIndexOf('/') + 1));
      if (own != null && entries.at(expanded) == null) {
        Target inside = resolveIn(own, kind, hash < 0 ? "" : expanded.substring(hash + 1));
        if (!(inside instanceof Target.Nothing)) {
          return inside;
        }
      }
    }
    return resolve(file == null ? "" : file.file().key(), kind, expanded, expansions);
  }

  private static String expand(Prefix prefix, String rest) {
    try {
      Matcher match = prefix.match.matcher(rest);
      return match.matches() ? match.replaceAll(prefix.declared.replacement()) : null;
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
    return named(path.substring(path.lastIndexOf('/') + 1));
  }

  /** The file of this name, in whatever folder; or null. */
  private FileFacts named(String name) {
    FileFacts found = named.first(name.hashCode(), file -> isNamed(file, name));
    return found == null ? null : files.get(found.file().key());
  }

  private static boolean isNamed(FileFacts file, String name) {
    return file.file().fileName().equals(name) || file.file().stem().equals(name);
  }

  private void name(FileFacts file, String name) {
    if (named(name) == null) {
      named.add(name.hashCode(), file);
    }
  }

  private void addFiles(List<FileFacts> facts) {
    for (FileFacts file : facts) {
      files.put(file.file().key(), file);
      name(file, file.file().fileName());
      for (FileFacts.Prefix prefix : file.prefixes()) {
        add(file, prefix);
      }
    }
    // A name without its ending is second to one that is written in full.
    facts.forEach(file -> name(file, file.file().stem()));
  }

  private void addLetters() {
    for (IndexedLetter letter : letters) {
      indexed.put(letter.facts(), letter);
      call(letter, letter.id());
    }
    for (IndexedLetter letter : letters) {
      call(letter, letter.facts().wantedId());
      if (!letter.facts().xmlId().isEmpty()) {
        call(letter, letter.facts().xmlId());
      }
    }
    for (IndexedLetter letter : letters) {
      // Letters of which one side is unknown are no correspondence with each other.
      if (!letter.facts().senders().isEmpty() && !letter.facts().addressees().isEmpty()) {
        correspondences.computeIfAbsent(pair(letter.facts()), ArrayList::new).add(letter);
      }
    }
  }

  private void add(FileFacts file, FileFacts.Prefix declared) {
    List<Prefix> meanings = prefixes.computeIfAbsent(declared.ident(), ident -> new ArrayList<>());
    for (Prefix prefix : meanings) {
      if (prefix.declared.equals(declared)) {
        prefix.files.add(file.file().key());
        return;
      }
    }
    try {
      Pattern match = Pattern.compile(declared.match());
      meanings.add(new Prefix(declared, match, new HashSet<>(Set.of(file.file().key()))));
    } catch (PatternSyntaxException broken) {
      // A prefix whose pattern is broken stands for nothing; its pointers are reported.
      return;
    }
  }

  private void addOccurrences() {
    for (IndexedLetter letter : letters) {
      anchors[letter.number()] =
          occurrences(
              letter.facts(),
              (entry, what) ->
                  occurrences.computeIfAbsent(entry, Occurrences::new).add(letter.number(), what));
    }
    occurrences.forEach((entry, all) -> all.trim());
  }

  /**
   * Where entries occur in one letter.
   *
   * @param found told each in its order: its place among the mentions, or as what it occurs
   * @return the places of mentions' elements that get an anchor, in ascending order
   */
  private int[] occurrences(LetterFacts facts, ObjIntConsumer<EntryFacts> found) {
    parts(facts, facts.senders(), Occurrences.SENDER, found);
    parts(facts, facts.addressees(), Occurrences.ADDRESSEE, found);
    parts(facts, facts.sentPlaces(), Occurrences.SENDER, found);
    parts(facts, facts.receivedPlaces(), Occurrences.ADDRESSEE, found);
    Map<Integer, List<String>> values = facts.namingValues();
    int[] named = new int[facts.mentions().size()];
    int count = 0;
    Map<EntryFacts, Integer> versions = new IdentityHashMap<>();
    int at = 0;
    for (Mention mention : facts.mentions()) {
      Kind kind = Kind.ofName(mention.element());
      List<String> pointers = values.getOrDefault(mention.ordinal(), List.of());
      for (EntryFacts entry : entries(facts, kind, pointers)) {
        // What a translation says again was counted in the original.
        if (versions.computeIfAbsent(entry, first -> mention.version()) != mention.version()) {
          continue;
        }
        if (count == 0 || named[count - 1] != mention.ordinal()) {
          named[count++] = mention.ordinal();
        }
        found.accept(entry, at);
      }
      at++;
    }
    return Arrays.copyOf(named, count);
  }

  private void parts(
      LetterFacts letter, List<Named> named, int what, ObjIntConsumer<EntryFacts> found) {
    for (Named one : named) {
      EntryFacts entry = entry(letter, one.kind(), one.pointers());
      if (entry != null) {
        found.accept(entry, what);
      }
    }
  }

  /** Finds what the letters of a file lack; a part of joining. */
  public static void check(FileFacts file, Diagnostics findings) {
    for (LetterFacts letter : file.letters()) {
      Location place = Location.of(letter.file().name(), letter.line(), 0);
      if (!letter.described()) {
        findings.add(Code.LETTER_INFERRED, place, inferred(letter));
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
      if (!letter.hasText()) {
        findings.add(Code.LETTER_NO_TEXT, place);
      }
    }
  }

  /** Says which facts of a letter without a correspDesc were found elsewhere. */
  private static String inferred(LetterFacts letter) {
    List<String> found = new ArrayList<>();
    found.add("title");
    if (!letter.senders().isEmpty()) {
      found.add("sender");
    }
    if (!letter.addressees().isEmpty()) {
      found.add("addressee");
    }
    if (!letter.sentPlaces().isEmpty()) {
      found.add("place");
    }
    if (letter.sent() != null) {
      found.add("date");
    }
    int last = found.size() - 1;
    return last == 0
        ? "its title was"
        : "its " + String.join(", ", found.subList(0, last)) + " and " + found.get(last) + " were";
  }

  private String pair(LetterFacts letter) {
    List<String> parties = new ArrayList<>();
    for (List<Named> side : List.of(letter.senders(), letter.addressees())) {
      for (Named party : side) {
        EntryFacts entry = entry(letter, party.kind(), party.pointers());
        parties.add(entry == null ? party.name() : entry.kind() + "#" + entries.id(entry));
      }
    }
    Collections.sort(parties);
    return String.join("|", parties);
  }

  private static <T> T at(List<T> list, int index) {
    return index < 0 || index >= list.size() ? null : list.get(index);
  }
}
