package org.letterpress.build;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.letterpress.image.EditionImages;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.project.Edition;
import org.letterpress.site.SitePages;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/**
 * An edition in memory that follows its sources: what was learned of each file is kept, what
 * changes is read again, and a page is made when somebody asks for it. Nothing is written.
 *
 * <p>One thread at a time tells it of changes; pages may be asked for from any thread, all the
 * time. Letters are nested deeply: both need threads with a deep stack.
 */
public final class LiveEdition {
  private static final String LETTERS = "letters/";

  /** How the codes begin of what keeps a file from being read. */
  private static final String UNREADABLE = "LP-XML-";

  /** Pages and trees that are kept for the time when their source is broken. */
  private static final int MOST_KEPT = 50;

  /** After a change of this many files, such as a checkout of git, all is joined anew at once. */
  private static final int MANY = 8;

  /** How long, and how often at the most, the reading of an edition waits for pages. */
  private static final long WAIT_MILLIS = 5;

  private static final int MOST_WAITS = 400;

  private final Edition edition;
  private final SourceFolder folder;
  private final int threads;
  private final Schemas schemas;
  private final EditionReader reader;
  private final Diagnostics basics = new Diagnostics();

  /** Files that are still to be read, by key; empty once all have been. */
  private final Map<String, SourceFile> pending = new ConcurrentHashMap<>();

  private final Map<String, byte[]> lastPages = recent();
  private final Map<String, List<Diagnostic>> pageFindings = recent();
  private final Map<String, XdmNode> trees = recent();

  /** Files that were read and do not yet stand in the state, by key. */
  private final Map<String, Known> gathered = new ConcurrentHashMap<>();

  /** The images of pages that were made, by path from the root of the site. */
  private final Map<String, EditionImages.Published> images = new ConcurrentHashMap<>();

  /** The files that are known, by where they stand. */
  private final Map<Path, SourceFile> byPath = new ConcurrentHashMap<>();

  private final LiveLink link;

  /** What builds and earlier previews learned, while all is read for the first time. */
  private volatile FactsCache cache = FactsCache.none();

  private final Path caches;
  private boolean listed;

  /** How many pages are being made. */
  private final AtomicInteger making = new AtomicInteger();

  private final Object toolsLock = new Object();
  private volatile Tools tools;
  private volatile State state;

  /**
   * Stylesheets and what belongs to them.
   *
   * @param workshop makes pages; null when a stylesheet is broken
   * @param press prints; opened when something is printed first
   */
  private record Tools(
      Stylesheets stylesheets,
      EditionReader reader,
      Workshop workshop,
      AtomicReference<Workshop> press,
      Diagnostics findings) {}

  /**
   * A file as it is known.
   *
   * @param read as it could be read last, or null
   * @param bytes of that, of files that are being worked on; else null
   * @param findings about what is in the file now
   * @param whole false when that cannot be read to its end
   */
  private record Known(
      SourceFile file, ReadFile read, byte[] bytes, List<Diagnostic> findings, boolean whole) {}

  /**
   * All that is known at one time, and what was made of it.
   *
   * @param drift how far the index may be from one that is joined anew
   * @param made files of the site, by path
   * @param pages the pages of the edition as a whole, by path; empty until one is asked for
   */
  private record State(
      SortedMap<String, Known> known,
      EditionIndex index,
      Drift drift,
      Map<String, byte[]> made,
      LivePages pages) {

    State(SortedMap<String, Known> known, EditionIndex index, Drift drift) {
      this(known, index, drift, new ConcurrentHashMap<>(), new LivePages());
    }

    Known of(SourceFile file) {
      return known.get(file.key());
    }
  }

  /**
   * What became of changes.
   *
   * @param changed true when pages may look different
   * @param doubtful files that are gone or cannot be read: an editor may still be writing them
   */
  public record Outcome(boolean changed, Set<Path> doubtful) {}

  /**
   * Opens an edition; nothing is read yet, and no stylesheet compiled.
   *
   * @param folder names files as the user knows them
   * @param options what the user says about schemas
   * @param threads how many files are read at once
   */
  public LiveEdition(Edition edition, SourceFolder folder, SchemaOptions options, int threads) {
    this.edition = edition;
    this.folder = folder;
    this.threads = threads;
    this.caches = options.cache();
    Stylesheets checks = new Stylesheets(edition, basics);
    this.schemas = new Schemas(edition, options, folder, checks::processor, basics);
    this.reader = new EditionReader(edition, folder, checks::processor, schemas, basics);
    this.link = new LiveLink(edition);
    this.state =
        new State(
            new TreeMap<>(), EditionIndex.join(List.of(), "", new Diagnostics()), Drift.UNKNOWN);
  }

  private static <T> Map<String, T> recent() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST_KEPT;
          }
        });
  }

  /** The edition as it was opened. */
  public Edition edition() {
    return edition;
  }

  // ---- following the sources -----------------------------------------------------------------

  /** Compiles stylesheets and reads style sheets anew; their findings stand with the others. */
  public void retool() {
    synchronized (toolsLock) {
      tools = opened();
    }
    synchronized (this) {
      State now = state;
      state = new State(now.known, now.index, now.drift);
    }
  }

  /** What pages are made with; whoever needs it first gets it ready. */
  private Tools tools() {
    Tools ready = tools;
    if (ready != null) {
      return ready;
    }
    synchronized (toolsLock) {
      if (tools == null) {
        tools = opened();
      }
      return tools;
    }
  }

  private Tools opened() {
    Diagnostics findings = new Diagnostics();
    Stylesheets stylesheets = new Stylesheets(edition, findings);
    EditionReader own =
        new EditionReader(edition, folder, stylesheets::processor, schemas, findings);
    Workshop workshop = workshop(Output.HTML, stylesheets, own, findings);
    trees.clear();
    return new Tools(stylesheets, own, workshop, new AtomicReference<>(), findings);
  }

  private Workshop workshop(
      Output output, Stylesheets stylesheets, EditionReader own, Diagnostics findings) {
    try {
      return Workshop.open(edition, options(output), own, stylesheets, findings);
    } catch (IOException problem) {
      findings.add(Code.XML_UNREADABLE, Location.of(edition.name()), ReadProblem.describe(problem));
      return null;
    }
  }

  /** What makes outputs of a kind; null when a stylesheet is broken. */
  private Workshop workshop(Tools tools, Output output) {
    if (output != Output.PDF) {
      return tools.workshop;
    }
    synchronized (tools.press) {
      if (tools.press.get() == null) {
        tools.press.set(workshop(output, tools.stylesheets, tools.reader, tools.findings));
      }
      return tools.press.get();
    }
  }

  /**
   * Reads and checks everything. While this goes on, pages are made of what was read so far, and
   * what is asked for is read first.
   *
   * @param shown told when more can be shown
   */
  public void readAll(Progress progress, Runnable shown) {
    list();
    // Whoever has just started the preview waits for a page, not for the end of the reading.
    tools();
    List<SourceFile> files = new ArrayList<>(pending.values());
    cache = FactsCache.of(edition, folder.standing(), caches);
    // The title page needs no letter, and all letters need the registers.
    files.sort(
        Comparator.comparing((SourceFile file) -> !file.stem().equals("edition"))
            .thenComparing(file -> !file.key().contains("registers/"))
            .thenComparing(SourceFile::key));
    AtomicInteger done = new AtomicInteger();
    AtomicInteger next = new AtomicInteger(1);
    try (Jobs jobs = new Jobs(threads)) {
      jobs.map(
          files,
          file -> {
            letPagesPass();
            if (pending.containsKey(file.key())) {
              // What was deleted meanwhile is told as deleted, and not as a file with a fault.
              if (Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
                gather(first(file));
              }
              pending.remove(file.key());
            }
            int count = done.incrementAndGet();
            progress.at("read", count, files.size());
            // At each doubling, so that all the joining takes no longer than the last one.
            if (count == next.get() && next.compareAndSet(count, Math.max(500, 2 * count))) {
              join();
              shown.run();
            }
            return null;
          });
    }
    schemas.report();
    cache.save();
    cache = FactsCache.none();
    join();
    shown.run();
    relink();
  }

  /** Lists the files that are to be read; whoever asks for a page of them first may do it. */
  private synchronized void list() {
    if (!listed) {
      reader.files(basics).forEach(file -> pending.put(file.key(), file));
      listed = true;
    }
  }

  /** True while there are files that were never read. */
  public synchronized boolean isReading() {
    return !listed || !pending.isEmpty();
  }

  /**
   * Reads again what has changed. Afterwards the pages of changed letters are right; what follows
   * for the edition as a whole, {@link #relink} finds out.
   *
   * @param paths files and folders that are new, changed or gone
   * @param uncertain true when more than these may have changed
   * @param settled true when the files are as they are meant to be; else those that are gone or
   *     broken stay as they were, and the outcome names them
   */
  public Outcome reread(Collection<Path> paths, boolean uncertain, boolean settled) {
    if (isReading()) {
      join();
    }
    State before = state;
    Set<SourceFile> changed = new java.util.LinkedHashSet<>();
    Set<SourceFile> gone = new java.util.LinkedHashSet<>();
    boolean list = uncertain;
    for (Path path : paths) {
      SourceFile file = byPath.get(path);
      if (file == null) {
        list |= mayHoldSources(path) || byPath.keySet().stream().anyMatch(p -> p.startsWith(path));
      } else if (Files.exists(path)) {
        changed.add(file);
      } else {
        gone.add(file);
      }
    }
    if (list) {
      Set<String> keys = new TreeSet<>();
      for (SourceFile file : reader.files(new Diagnostics())) {
        keys.add(file.key());
        boolean isNew = !before.known.containsKey(file.key());
        if (uncertain || isNew && !pending.containsKey(file.key())) {
          changed.add(file);
        }
      }
      before.known.values().stream()
          .map(Known::file)
          .filter(file -> !keys.contains(file.key()))
          .forEach(gone::add);
    }
    Set<Path> doubtful = new TreeSet<>();
    if (!settled && !gone.isEmpty()) {
      gone.forEach(file -> doubtful.add(file.path()));
      gone.clear();
    }
    List<Known> read = new ArrayList<>();
    for (Known now : checked(changed)) {
      Known old = before.of(now.file);
      if (old != null && old.whole && now.whole && isSame(old, now)) {
        continue;
      }
      if (now.whole || settled) {
        read.add(now.whole || old == null ? now : broken(now, old));
      } else {
        doubtful.add(now.file.path());
      }
    }
    if (read.isEmpty() && gone.isEmpty()) {
      return new Outcome(false, doubtful);
    }
    follow(read, gone);
    return new Outcome(true, doubtful);
  }

  private static boolean isSame(Known old, Known now) {
    return now.bytes == null
        ? old.read.digest().equals(now.read.digest())
        : isOf(old.read, now.bytes);
  }

  /** The last good state of a file, with what is wrong with it now. */
  private static Known broken(Known now, Known old) {
    return new Known(now.file, old.read, old.bytes, now.findings, false);
  }

  private boolean mayHoldSources(Path path) {
    boolean inside = edition.sourceFolders().stream().anyMatch(path::startsWith);
    boolean loose = edition.isSearched() && edition.folder().equals(path.getParent());
    return (inside || loose)
        && (Files.isDirectory(path) || path.toString().toLowerCase().endsWith(".xml"));
  }

  private List<Known> checked(Set<SourceFile> files) {
    if (files.size() <= MANY) {
      return files.stream().map(this::checkAndKeep).toList();
    }
    try (Jobs jobs = new Jobs(threads)) {
      return jobs.map(List.copyOf(files), this::check);
    }
  }

  /** What earlier runs learned of a file, else what is learned now. */
  private Known first(SourceFile file) {
    Diagnostics findings = new Diagnostics();
    ReadFile read = reader.read(file, cache, findings);
    return known(file, read, null, findings);
  }

  /** What a page needs to know of a file; what is wrong with it is found in its turn. */
  private Known factsOnly(SourceFile file) {
    Diagnostics findings = new Diagnostics();
    return known(file, reader.read(file, false, findings), null, findings);
  }

  private Known check(SourceFile file) {
    Known known = checkAndKeep(file);
    return new Known(file, known.read, null, known.findings, known.whole);
  }

  /** The same, with the bytes, for the time when the file is broken. */
  private Known checkAndKeep(SourceFile file) {
    Diagnostics findings = new Diagnostics();
    byte[] bytes = reader.bytes(file, findings);
    ReadFile read = bytes == null ? null : reader.read(file, bytes, findings);
    return known(file, read, bytes, findings);
  }

  private static Known known(SourceFile file, ReadFile read, byte[] bytes, Diagnostics findings) {
    List<Diagnostic> all = findings.sorted();
    if (read == null) {
      // What the grammar says then mostly follows from that.
      all = all.stream().filter(each -> each.code().id().startsWith(UNREADABLE)).toList();
    }
    return new Known(file, read, bytes, all, read != null);
  }

  /** Takes over what was read, and joins it to the rest as well as that is possible at once. */
  private synchronized void follow(List<Known> read, Set<SourceFile> gone) {
    SortedMap<String, Known> known = new TreeMap<>(state.known);
    EditionIndex near = gone.isEmpty() && read.size() <= MANY ? state.index : null;
    Drift drift = state.drift;
    for (Known now : read) {
      byPath.put(now.file.path(), now.file);
      gathered.remove(now.file.key());
      Known old = known.put(now.file.key(), now);
      boolean same = old != null && old.read == now.read;
      if (near != null && !same && now.read != null) {
        EditionIndex mended = near.nearly(now.read.facts());
        if (mended != null) {
          drift = drift.and(near, old.read.facts(), now.read.facts());
        }
        near = mended;
      }
      if (!same) {
        trees.remove(now.file.key());
      }
    }
    for (SourceFile file : gone) {
      known.remove(file.key());
      byPath.remove(file.path());
    }
    state =
        near == null
            ? new State(known, joined(known), Drift.UNKNOWN)
            : new State(known, near, drift);
  }

  private void gather(Known read) {
    gathered.put(read.file.key(), read);
  }

  /** Waits while a page is made that somebody looks at. */
  private void letPagesPass() {
    try {
      for (int waits = 0; making.get() > 0 && waits < MOST_WAITS; waits++) {
        Thread.sleep(WAIT_MILLIS);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes over what was gathered. */
  private synchronized void join() {
    SortedMap<String, Known> known = new TreeMap<>(state.known);
    gathered.forEach(
        (key, read) -> {
          known.put(key, read);
          byPath.put(read.file.path(), read.file);
          gathered.remove(key, read);
        });
    state = new State(known, joined(known), Drift.UNKNOWN);
  }

  private EditionIndex joined(SortedMap<String, Known> known) {
    return EditionLink.index(edition, learned(known), new Diagnostics());
  }

  private static List<Learned> learned(SortedMap<String, Known> known) {
    return known.values().stream()
        .map(Known::read)
        .filter(Objects::nonNull)
        .map(ReadFile::learned)
        .toList();
  }

  /**
   * Finds out what follows from changes for the edition as a whole. Ends early, with nothing found,
   * when the files change meanwhile.
   *
   * @return false when it ended early
   */
  public boolean relink() {
    synchronized (link) {
      State now = state;
      LiveLink.Linked linked =
          link.link(learned(now.known), now.index, now.drift, () -> state != now);
      synchronized (this) {
        if (linked == null || state != now) {
          return false;
        }
        link.accept(linked);
        // Where the index was right, so are the pages that were made of it.
        state =
            linked.index() == now.index
                ? new State(now.known, now.index, Drift.NONE, now.made, now.pages)
                : new State(now.known, linked.index(), Drift.NONE);
        return true;
      }
    }
  }

  /** Has everything looked up again: files may have come or gone that pointers lead to. */
  public synchronized void doubt() {
    State now = state;
    state = new State(now.known, now.index, Drift.UNKNOWN, now.made, now.pages);
  }

  // ---- what is asked for ---------------------------------------------------------------------

  /** What is wrong, as far as it is known; without what the settings silence. */
  public List<Diagnostic> findings() {
    Diagnostics all = new Diagnostics();
    all.addAll(basics.sorted());
    all.addAll(tools().findings.sorted());
    state.known.values().forEach(each -> all.addAll(each.findings));
    all.addAll(link.findings());
    synchronized (pageFindings) {
      pageFindings.values().forEach(all::addAll);
    }
    return all.sorted().stream().filter(edition.settings()::shows).toList();
  }

  /** The words of the interface in the edition's language. */
  public String label(String key) {
    return state.index.wording().label(key);
  }

  /** The file that a page is made of, or null for one that is made of many. */
  public SourceFile source(String path) {
    State now = state;
    IndexedLetter letter = letter(now, path);
    if (letter != null) {
      return letter.facts().file();
    }
    IndexedVolume volume = volume(now, path);
    return volume != null ? volume.file() : unread(now, path);
  }

  /** A file that could never be read and that may be the page's source; or null. */
  private SourceFile unread(State now, String path) {
    if (!isLetterPath(path)) {
      return null;
    }
    String id = stem(path);
    return now.known.values().stream()
        .filter(each -> each.read == null && each.file.stem().equals(id))
        .map(Known::file)
        .findFirst()
        .orElse(null);
  }

  /** What keeps a page from showing its source as it is now; empty when it does show it. */
  public List<Diagnostic> obstacles(String path) {
    List<Diagnostic> all = new ArrayList<>();
    State now = state;
    SourceFile source = source(path);
    Known known = source == null ? null : now.of(source);
    if (known != null && !known.whole) {
      all.addAll(known.findings);
    }
    Tools tools = tools();
    if (tools.workshop == null) {
      all.addAll(tools.findings.sorted());
    }
    pageFindings.getOrDefault(path, List.of()).stream()
        .filter(each -> each.code() == Code.XSLT_RUN || each.code() == Code.OUT_DEFECT)
        .forEach(all::add);
    return all.stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  /**
   * The file of the site at a path, as the sources are now. Where they are broken, the last good
   * one.
   *
   * @return null when there is none
   */
  public byte[] file(String path) {
    making.incrementAndGet();
    try {
      return current(path);
    } finally {
      making.decrementAndGet();
    }
  }

  private byte[] current(String path) {
    EditionImages.Published image = images.get(path);
    if (image != null) {
      return image(image);
    }
    hurry(path);
    State now = state;
    byte[] made = now.made.get(path);
    if (made != null) {
      return made;
    }
    Tools tools = tools();
    if (tools.workshop == null) {
      return lastPages.get(path);
    }
    boolean exists = isLetterPath(path) ? letter(now, path) != null : !path.endsWith("edition.pdf");
    if (!exists) {
      return null;
    }
    SourceFile source = source(path);
    Known known = source == null ? null : now.of(source);
    if (known != null && !isAtHand(known)) {
      if (!known.whole) {
        return lastPages.get(path);
      }
      // It has changed, and whoever watches has not told so yet.
      Known fresh = checkAndKeep(source);
      if (!fresh.whole) {
        return lastPages.get(path);
      }
      follow(List.of(fresh), Set.of());
      now = state;
    }
    byte[] bytes = make(now, tools, path);
    if (bytes == null) {
      return pageFindings.containsKey(path) ? lastPages.get(path) : null;
    }
    now.made.put(path, bytes);
    if (path.endsWith(".html")) {
      lastPages.put(path, bytes);
    }
    return bytes;
  }

  private byte[] make(State now, Tools tools, String path) {
    Diagnostics findings = new Diagnostics();
    Tray tray = new Tray();
    Guard guard = new Guard(findings, false, tray);
    Output output = Output.of(path);
    IndexedLetter letter = letter(now, path);
    IndexedVolume volume = volume(now, path);
    SourceFile source =
        letter != null ? letter.facts().file() : volume != null ? volume.file() : null;
    Workshop workshop = workshop(tools, output);
    if (workshop == null) {
      return null;
    }
    Rendering rendering =
        workshop.rendering(
            now.index,
            imagesOf(now, source),
            options(output),
            path,
            new Staging(tray),
            guard,
            findings);
    guard.run(
        source,
        () -> {
          PrintStep print =
              output == Output.PDF ? new PrintStep(rendering, workshop.printer()) : null;
          LetterStep step = new LetterStep(rendering, print, tools.stylesheets, BookPages.NONE);
          if (letter != null) {
            step.letter(letter, withTree(now.of(source), tools));
          } else if (volume != null) {
            step.volume(volume, withTree(now.of(source), tools));
          } else if (path.startsWith("assets/")) {
            new SiteStep(rendering).assets();
            new ImageStep(rendering).viewer();
            now.made.putAll(tray.files());
          } else {
            whole(now, tools, rendering);
          }
        });
    guard.reportUnknownElements();
    if (letter != null || volume != null || !findings.sorted().isEmpty()) {
      pageFindings.put(path, findings.sorted());
    } else {
      pageFindings.remove(path);
    }
    return tray.files().get(path);
  }

  /** The images of the page that is made; remembered, because its reader asks for them next. */
  private EditionImages imagesOf(State now, SourceFile source) {
    if (source == null) {
      return EditionImages.none();
    }
    EditionImages found =
        EditionImages.of(
            List.of(source), file -> now.of(file).read.observed().pointers(), now.index);
    found.published().forEach(image -> images.put(image.path(), image));
    return found;
  }

  private byte[] image(EditionImages.Published image) {
    try {
      return image.side() > 0
          ? image.image().smaller(image.side())
          : Files.readAllBytes(image.image().path());
    } catch (IOException damaged) {
      return null;
    }
  }

  private void whole(State now, Tools tools, Rendering rendering)
      throws IOException, SaxonApiException {
    String path = rendering.page();
    XdmNode tree = now.pages.tree(path, () -> pages(now, tools, rendering));
    if (tree != null) {
      new SiteStep(rendering).page(path, tree);
    }
  }

  private SitePages pages(State now, Tools tools, Rendering rendering) {
    XdmNode front = null;
    for (Known each : now.known.values()) {
      if (front == null && each.read != null && each.read.facts().edition() != null) {
        front = EditionBuild.front(rendering, withTree(each, tools));
      }
    }
    Map<String, Map<EntryFacts, XdmNode>> elements = new ConcurrentHashMap<>();
    return new SitePages(
        rendering.index(),
        rendering.facts(),
        front,
        entry ->
            elements
                .computeIfAbsent(
                    entry.file().key(),
                    file -> Elements.ofEntries(withTree(now.of(entry.file()), tools), tools.reader))
                .get(entry));
  }

  /** A file with its tree, as it could be read last. */
  private ReadFile withTree(Known known, Tools tools) {
    String key = known.file.key();
    XdmNode tree = trees.get(key);
    if (tree == null) {
      byte[] bytes =
          known.bytes != null ? known.bytes : reader.bytes(known.file, new Diagnostics());
      tree = tools.reader.treeWithLines(known.file, bytes);
      trees.put(key, tree);
    }
    ReadFile read = known.read;
    return new ReadFile(
        read.file(), read.facts(), read.observed(), read.digest(), new SoftReference<>(tree));
  }

  /** True when the tree of a file can be made of what its facts were learned from. */
  private boolean isAtHand(Known known) {
    if (trees.containsKey(known.file.key()) || known.bytes != null) {
      return true;
    }
    byte[] bytes = known.whole ? reader.bytes(known.file, new Diagnostics()) : null;
    return bytes != null && isOf(known.read, bytes);
  }

  /** True when a file was read from these bytes. */
  private static boolean isOf(ReadFile read, byte[] bytes) {
    return Fingerprint.quick(bytes).equals(read.digest())
        || new Fingerprint().add(bytes).hex().equals(read.digest());
  }

  private BuildOptions options(Output output) {
    return new BuildOptions(
        edition.folder().resolve("site"), threads, false, EnumSet.of(output), false, false);
  }

  /** Reads the file of a letter that is asked for before its turn has come. */
  private void hurry(String path) {
    if (!isLetterPath(path) || !isReading() || letter(state, path) != null) {
      return;
    }
    list();
    String id = stem(path);
    List<SourceFile> wanted =
        pending.values().stream()
            .filter(file -> id.equals(file.stem()) || id.startsWith(file.stem() + "-"))
            .toList();
    if (!wanted.isEmpty()) {
      wanted.forEach(file -> gather(factsOnly(file)));
      join();
    } else if (gathered.values().stream().anyMatch(each -> id.startsWith(each.file.stem()))) {
      join();
    }
  }

  private static boolean isLetterPath(String path) {
    return path.startsWith(LETTERS)
        || path.startsWith(LetterStep.DIPLOMATIC)
        || path.startsWith(LetterStep.CITATIONS);
  }

  private static String stem(String path) {
    String name = path.substring(path.indexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static IndexedLetter letter(State now, String path) {
    return isLetterPath(path) ? now.index.letter(stem(path)) : null;
  }

  private static IndexedVolume volume(State now, String path) {
    return now.index.volumes().stream()
        .filter(volume -> volume.href().equals(path))
        .findFirst()
        .orElse(null);
  }
}
