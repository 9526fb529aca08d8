package org.letterpress.letter;

import java.net.URI;
import java.util.ArrayList;
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
import java.util.function.BiConsumer;
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
  private final Layered<String, FileFacts> filesByName;
  private final Map<String, List<Prefix>> prefixes;
  private final Layered<String, IndexedLetter> lettersById;
  private final Layered<LetterFacts, IndexedLetter> indexed;
  private final Layered<EntryFacts, List<Occurrence>> occurrences;
  private final Layered<EntryFacts, Integer> letterCounts;
  private final Layered<IndexedLetter, Map<Integer, String>> anchors;
  private final Layered<String, List<IndexedLetter>> correspondences;

  /** What a private prefix means, with its pattern ready to use, in the files that say so. */
  private record Prefix(FileFacts.Prefix declared, Pattern match, Set<String> files) {}

  private final Map<Kind, List<EntryFacts>> byKind;
  private Map<Kind, List<EntryFacts>> registers;
  private final List<IndexedVolume> volumes = new ArrayList<>();

  /** Places in {@code volumes} by numbers of letters. */
  private final Map<Integer, Integer> volumeOfLetter;

  private final LetterParts parts;

  private EditionIndex(
      EditionFacts edition, Wording wording, EntryNames entries, List<IndexedLetter> letters) {
    this.edition = edition;
    this.wording = wording;
    this.entries = entries;
    this.letters = letters;
    this.byKind = byKind(entries);
    this.parts = new LetterParts(letters, wording);
    this.volumeOfLetter = new HashMap<>();
    this.files = Layered.byEquality();
    this.filesByName = Layered.byEquality();
    this.prefixes = new HashMap<>();
    this.lettersById = Layered.byEquality();
    this.indexed = Layered.byIdentity();
    this.occurrences = Layered.byIdentity();
    this.letterCounts = Layered.byIdentity();
    this.anchors = Layered.byIdentity();
    this.correspondences = Layered.byEquality();
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
    EditionIndex index =
        new EditionIndex(
            edition, wording, entries, LetterIds.order(facts, wording, findings, entries));
    index.addFiles(facts);
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
    this.filesByName = other.filesByName.copy();
    this.lettersById = other.lettersById.copy();
    this.indexed = other.indexed.copy();
    this.occurrences = other.occurrences.copy();
    this.letterCounts = other.letterCounts.copy();
    this.anchors = other.anchors.copy();
    this.correspondences = other.correspondences.copy();
    files.put(now.file().key(), now);
    filesByName.replace(now.file().path().getFileName().toString(), before, now);
    filesByName.replace(now.file().stem(), before, now);
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
    for (String id : List.of(old.id(), old.facts().wantedId(), old.facts().xmlId())) {
      lettersById.replace(id, old, letter);
    }
    indexed.remove(old.facts());
    indexed.put(letter.facts(), letter);
    anchors.remove(old);
    String pair = other.pair(old.facts());
    List<IndexedLetter> correspondence = correspondences.get(pair);
    if (correspondence != null) {
      correspondences.put(pair, with(correspondence, old, letter));
    }
  }

  private void replaceOccurrences(EditionIndex other, IndexedLetter old, IndexedLetter letter) {
    Map<EntryFacts, List<Occurrence>> now = new IdentityHashMap<>();
    // The entries of the old text, from which it disappears.
    other.occurrences(old, (entry, one) -> now.computeIfAbsent(entry, key -> new ArrayList<>()));
    anchors.put(
        letter,
        occurrences(
            letter, (entry, one) -> now.computeIfAbsent(entry, key -> new ArrayList<>()).add(one)));
    now.forEach(
        (entry, own) -> {
          List<Occurrence> all = new ArrayList<>();
          boolean placed = false;
          for (Occurrence one : occurrences.getOrDefault(entry, List.of())) {
            if (!placed && one.letter().number() > letter.number()) {
              all.addAll(own);
              placed = true;
            }
            if (one.letter() != old) {
              all.add(one);
            }
          }
          if (!placed) {
            all.addAll(own);
          }
          if (all.isEmpty()) {
            occurrences.remove(entry);
            letterCounts.remove(entry);
          } else {
            occurrences.put(entry, all);
            letterCounts.put(entry, letters(all));
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
    IndexedLetter found = lettersById.get(id);
    return found != null && found.id().equals(id) ? found : null;
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
  public synchronized Map<Kind, List<EntryFacts>> registers() {
    // A check of the sources never asks for an alphabet.
    if (registers == null) {
      Comparator<String> alphabet = LanguageRules.alphabet(wording.locale());
      registers = new EnumMap<>(Kind.class);
      byKind.forEach(
          (kind, found) -> {
            List<EntryFacts> sorted = new ArrayList<>(found);
            sorted.sort(
                Comparator.comparing(EntryFacts::sortName, alphabet).thenComparing(this::id));
            registers.put(kind, sorted);
          });
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
          letters.forEach(letter -> volumeOfLetter.putIfAbsent(letter.number(), at));
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
    return occurrences.getOrDefault(entry, List.of());
  }

  /**
   * The entries that occur in a letter.
   *
   * @param letter as it is or was; all else is taken to be as it is
   */
  public Set<EntryFacts> entriesIn(LetterFacts letter) {
    Set<EntryFacts> found = Collections.newSetFromMap(new IdentityHashMap<>());
    occurrences(new IndexedLetter(letter, "", 0, "", ""), (entry, one) -> found.add(entry));
    return found;
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
    Integer at = volumeOfLetter.get(letter.number());
    return at == null ? null : volumes.get(at);
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

  /** All entries that a name's pointers lead to, in the order of the pointers. */
  public List<EntryFacts> entries(LetterFacts letter, Kind kind, List<String> pointers) {
    return entries(letter.file().key(), kind, pointers, Integer.MAX_VALUE);
  }

  private List<EntryFacts> entries(String from, Kind kind, List<String> pointers, int most) {
    List<EntryFacts> found = new ArrayList<>();
    for (String pointer : pointers) {
      // A key may be a name as it is displayed, spaces and all.
      EntryFacts named = entries.named(kind, pointer);
      if (named != null && !isPointer(pointer)) {
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
          IndexedLetter letter = indexed.get(file.letters().get(anchor.letter()));
          boolean whole = id.equals(letter.facts().xmlId());
          return new Target.ToLetter(letter, whole ? "" : id);
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
    IndexedLetter letter = lettersById.get(id);
    return letter == null ? new Target.Nothing() : new Target.ToLetter(letter, "");
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
      FileFacts own = filesByName.get(path.substring(path.lastIndexOf('/') + 1));
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
    return filesByName.get(path.substring(path.lastIndexOf('/') + 1));
  }

  private void addFiles(List<FileFacts> facts) {
    for (FileFacts file : facts) {
      files.put(file.file().key(), file);
      filesByName.putIfAbsent(file.file().path().getFileName().toString(), file);
      for (FileFacts.Prefix prefix : file.prefixes()) {
        add(file, prefix);
      }
    }
    // A name without its ending is second to one that is written in full.
    facts.forEach(file -> filesByName.putIfAbsent(file.file().stem(), file));
    for (IndexedLetter letter : letters) {
      indexed.put(letter.facts(), letter);
      lettersById.putIfAbsent(letter.id(), letter);
    }
    for (IndexedLetter letter : letters) {
      lettersById.putIfAbsent(letter.facts().wantedId(), letter);
      if (!letter.facts().xmlId().isEmpty()) {
        lettersById.putIfAbsent(letter.facts().xmlId(), letter);
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
      anchors.put(
          letter,
          occurrences(
              letter, (entry, one) -> occurrences.computeIfAbsent(entry, ArrayList::new).add(one)));
    }
    // Asked once for each entity of each letter: counted here, not there.
    occurrences.forEach((entry, all) -> letterCounts.put(entry, letters(all)));
  }

  /** Of how many letters these are, which stand in the order of their letters. */
  private static int letters(List<Occurrence> all) {
    int count = 0;
    int last = 0;
    for (Occurrence one : all) {
      count += one.letter().number() == last ? 0 : 1;
      last = one.letter().number();
    }
    return count;
  }

  /**
   * Where entries occur in one letter.
   *
   * @param found told each in its order
   * @return the anchors of mentions, by the place of their elements
   */
  private Map<Integer, String> occurrences(
      IndexedLetter letter, BiConsumer<EntryFacts, Occurrence> found) {
    LetterFacts facts = letter.facts();
    part(letter, facts.senders(), "sender", found);
    part(letter, facts.addressees(), "addressee", found);
    part(letter, facts.sentPlaces(), "sender", found);
    part(letter, facts.receivedPlaces(), "addressee", found);
    Map<Integer, List<String>> values = facts.namingValues();
    Map<Integer, String> named = new HashMap<>();
    Map<EntryFacts, Integer> versions = new IdentityHashMap<>();
    for (Mention mention : facts.mentions()) {
      Kind kind = Kind.ofName(mention.element());
      List<String> pointers = values.getOrDefault(mention.ordinal(), List.of());
      for (EntryFacts entry : entries(facts, kind, pointers)) {
        // What a translation says again was counted in the original.
        if (versions.computeIfAbsent(entry, first -> mention.version()) != mention.version()) {
          continue;
        }
        String anchor = named.computeIfAbsent(mention.ordinal(), at -> anchor(named.size() + 1));
        String role = mention.inNote() ? "note" : "mention";
        found.accept(entry, new Occurrence(letter, role, anchor, mention));
      }
    }
    return named;
  }

  /** Every letter has a first mention: the same few names stand in all of them. */
  private static String anchor(int number) {
    return ("m-" + number).intern();
  }

  private void part(
      IndexedLetter letter,
      List<Named> named,
      String role,
      BiConsumer<EntryFacts, Occurrence> found) {
    for (Named one : named) {
      EntryFacts entry = entry(letter.facts(), one.kind(), one.pointers());
      if (entry != null) {
        found.accept(entry, new Occurrence(letter, role, "", null));
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
