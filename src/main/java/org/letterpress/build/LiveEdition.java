package org.letterpress.build;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Severity;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.project.Edition;
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
  /** How the codes begin of what keeps a file from being read. */
  private static final String UNREADABLE = "LP-XML-";

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

  /** Files that were read and do not yet stand in the state, by key. */
  private final Map<String, KnownFile> gathered = new ConcurrentHashMap<>();

  /** The files that are known, by where they stand. */
  private final Map<Path, SourceFile> byPath = new ConcurrentHashMap<>();

  private final LiveLink link;
  private final LiveMaker maker;

  /** What builds and earlier previews learned, while all is read for the first time. */
  private volatile FactsCache cache = FactsCache.none();

  private final Path caches;
  private boolean listed;

  /** How many pages are being made. */
  private final AtomicInteger making = new AtomicInteger();

  private volatile LiveState state;

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
    this.maker = new LiveMaker(edition, folder, threads, schemas, reader);
    this.state =
        new LiveState(
            new TreeMap<>(), EditionIndex.join(List.of(), "", new Diagnostics()), Drift.UNKNOWN);
  }

  /** The edition as it was opened. */
  public Edition edition() {
    return edition;
  }

  // ---- following the sources -----------------------------------------------------------------

  /** Compiles stylesheets and reads style sheets anew; their findings stand with the others. */
  public void retool() {
    maker.retool();
    synchronized (this) {
      LiveState now = state;
      state = new LiveState(now.known(), now.index(), now.drift());
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
    maker.warmUp();
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
              gather(first(file));
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
    LiveState before = state;
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
        boolean isNew = !before.known().containsKey(file.key());
        if (uncertain || isNew && !pending.containsKey(file.key())) {
          changed.add(file);
        }
      }
      before.known().values().stream()
          .map(KnownFile::file)
          .filter(file -> !keys.contains(file.key()))
          .forEach(gone::add);
    }
    Set<Path> doubtful = new TreeSet<>();
    if (!settled && !gone.isEmpty()) {
      gone.forEach(file -> doubtful.add(file.path()));
      gone.clear();
    }
    List<KnownFile> read = new ArrayList<>();
    for (KnownFile now : checked(changed)) {
      KnownFile old = before.of(now.file());
      if (old != null && old.whole() && now.whole() && isSame(old, now)) {
        continue;
      }
      if (now.whole() || settled) {
        read.add(now.whole() || old == null ? now : broken(now, old));
      } else {
        doubtful.add(now.file().path());
      }
    }
    if (read.isEmpty() && gone.isEmpty()) {
      return new Outcome(false, doubtful);
    }
    follow(read, gone);
    return new Outcome(true, doubtful);
  }

  private static boolean isSame(KnownFile old, KnownFile now) {
    return now.bytes() == null
        ? old.read().digest().equals(now.read().digest())
        : old.read().isOf(now.bytes());
  }

  /** The last good state of a file, with what is wrong with it now. */
  private static KnownFile broken(KnownFile now, KnownFile old) {
    return new KnownFile(now.file(), old.read(), old.bytes(), now.findings(), false);
  }

  private boolean mayHoldSources(Path path) {
    boolean inside = edition.sourceFolders().stream().anyMatch(path::startsWith);
    boolean loose = edition.isSearched() && edition.folder().equals(path.getParent());
    return (inside || loose)
        && (Files.isDirectory(path) || path.toString().toLowerCase().endsWith(".xml"));
  }

  private List<KnownFile> checked(Set<SourceFile> files) {
    if (files.size() <= MANY) {
      return files.stream().map(this::checkAndKeep).toList();
    }
    try (Jobs jobs = new Jobs(threads)) {
      return jobs.map(List.copyOf(files), this::check);
    }
  }

  /** What earlier runs learned of a file, else what is learned now. */
  private KnownFile first(SourceFile file) {
    Diagnostics findings = new Diagnostics();
    ReadFile read = reader.read(file, cache, findings);
    return known(file, read, null, findings);
  }

  /** What a page needs to know of a file; what is wrong with it is found in its turn. */
  private KnownFile factsOnly(SourceFile file) {
    Diagnostics findings = new Diagnostics();
    return known(file, reader.read(file, false, findings), null, findings);
  }

  private KnownFile check(SourceFile file) {
    KnownFile known = checkAndKeep(file);
    return new KnownFile(file, known.read(), null, known.findings(), known.whole());
  }

  /** The same, with the bytes, for the time when the file is broken. */
  private KnownFile checkAndKeep(SourceFile file) {
    Diagnostics findings = new Diagnostics();
    byte[] bytes = reader.bytes(file, findings);
    ReadFile read = bytes == null ? null : reader.read(file, bytes, findings);
    return known(file, read, bytes, findings);
  }

  private static KnownFile known(
      SourceFile file, ReadFile read, byte[] bytes, Diagnostics findings) {
    List<Diagnostic> all = findings.sorted();
    if (read == null) {
      // What the grammar says then mostly follows from that.
      all = all.stream().filter(each -> each.code().id().startsWith(UNREADABLE)).toList();
    }
    return new KnownFile(file, read, bytes, all, read != null);
  }

  /** Takes over what was read, and joins it to the rest as well as that is possible at once. */
  private synchronized void follow(List<KnownFile> read, Set<SourceFile> gone) {
    SortedMap<String, KnownFile> known = new TreeMap<>(state.known());
    EditionIndex near = gone.isEmpty() && read.size() <= MANY ? state.index() : null;
    Drift drift = state.drift();
    for (KnownFile now : read) {
      byPath.put(now.file().path(), now.file());
      gathered.remove(now.file().key());
      KnownFile old = known.put(now.file().key(), now);
      boolean same = old != null && old.read() == now.read();
      if (near != null && !same && now.read() != null) {
        EditionIndex mended = near.nearly(now.read().facts());
        if (mended != null) {
          drift = drift.and(near, old.read().facts(), now.read().facts());
        }
        near = mended;
      }
      if (!same) {
        maker.forget(now.file());
      }
    }
    for (SourceFile file : gone) {
      known.remove(file.key());
      byPath.remove(file.path());
    }
    state =
        near == null
            ? new LiveState(known, joined(known), Drift.UNKNOWN)
            : new LiveState(known, near, drift);
  }

  private void gather(KnownFile read) {
    // What was deleted meanwhile is told as deleted, and not as a file with a fault.
    if (read.whole() || Files.exists(read.file().path(), LinkOption.NOFOLLOW_LINKS)) {
      gathered.put(read.file().key(), read);
    }
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
    SortedMap<String, KnownFile> known = new TreeMap<>(state.known());
    gathered.forEach(
        (key, read) -> {
          known.put(key, read);
          byPath.put(read.file().path(), read.file());
          gathered.remove(key, read);
        });
    state = new LiveState(known, joined(known), Drift.UNKNOWN);
  }

  private EditionIndex joined(SortedMap<String, KnownFile> known) {
    return EditionLink.index(edition, LiveState.learned(known), new Diagnostics());
  }

  /**
   * Finds out what follows from changes for the edition as a whole. Ends early, with nothing found,
   * when the files change meanwhile.
   *
   * @return false when it ended early
   */
  public boolean relink() {
    synchronized (link) {
      LiveState now = state;
      LiveLink.Linked linked =
          link.link(LiveState.learned(now.known()), now.index(), now.drift(), () -> state != now);
      synchronized (this) {
        if (linked == null || state != now) {
          return false;
        }
        link.accept(linked);
        // Where the index was right, so are the pages that were made of it.
        state =
            linked.index() == now.index()
                ? new LiveState(now.known(), now.index(), Drift.NONE, now.made(), now.pages())
                : new LiveState(now.known(), linked.index(), Drift.NONE);
        return true;
      }
    }
  }

  /** Has everything looked up again: files may have come or gone that pointers lead to. */
  public synchronized void doubt() {
    LiveState now = state;
    state = new LiveState(now.known(), now.index(), Drift.UNKNOWN, now.made(), now.pages());
  }

  // ---- what is asked for ---------------------------------------------------------------------

  /** What is wrong, as far as it is known; without what the settings silence. */
  public List<Diagnostic> findings() {
    Diagnostics all = new Diagnostics();
    all.addAll(basics.sorted());
    all.addAll(maker.findings());
    state.known().values().forEach(each -> all.addAll(each.findings()));
    all.addAll(link.findings());
    all.addAll(maker.pageFindings());
    return all.sorted().stream().filter(edition.settings()::shows).toList();
  }

  /** The words of the interface in the edition's language. */
  public String label(String key) {
    return state.index().wording().label(key);
  }

  /** The file that a page is made of, or null for one that is made of many. */
  public SourceFile source(String path) {
    LiveState now = state;
    IndexedLetter letter = now.letter(path);
    if (letter != null) {
      return letter.facts().file();
    }
    IndexedVolume volume = now.volume(path);
    return volume != null ? volume.file() : unread(now, path);
  }

  /** A file that could never be read and that may be the page's source; or null. */
  private SourceFile unread(LiveState now, String path) {
    if (!LiveState.isLetterPath(path)) {
      return null;
    }
    String id = LiveState.stem(path);
    return now.known().values().stream()
        .filter(each -> each.read() == null && each.file().stem().equals(id))
        .map(KnownFile::file)
        .findFirst()
        .orElse(null);
  }

  /** What keeps a page from showing its source as it is now; empty when it does show it. */
  public List<Diagnostic> obstacles(String path) {
    List<Diagnostic> all = new ArrayList<>();
    LiveState now = state;
    SourceFile source = source(path);
    KnownFile known = source == null ? null : now.of(source);
    if (known != null && !known.whole()) {
      all.addAll(known.findings());
    }
    if (!maker.works()) {
      all.addAll(maker.findings());
    }
    Objects.requireNonNullElse(maker.pageFindings(path), List.<Diagnostic>of()).stream()
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
    if (maker.isImage(path)) {
      return maker.image(path);
    }
    hurry(path);
    LiveState now = state;
    byte[] made = now.made().get(path);
    if (made != null) {
      return made;
    }
    if (!maker.works()) {
      return maker.lastPage(path);
    }
    boolean exists =
        LiveState.isLetterPath(path) ? now.letter(path) != null : !path.endsWith("edition.pdf");
    if (!exists) {
      return null;
    }
    SourceFile source = source(path);
    KnownFile known = source == null ? null : now.of(source);
    if (known != null && !maker.isAtHand(known)) {
      if (!known.whole()) {
        return maker.lastPage(path);
      }
      // It has changed, and whoever watches has not told so yet.
      KnownFile fresh = checkAndKeep(source);
      if (!fresh.whole()) {
        return maker.lastPage(path);
      }
      follow(List.of(fresh), Set.of());
      now = state;
    }
    byte[] bytes = maker.make(now, path);
    return bytes == null && maker.pageFindings(path) != null ? maker.lastPage(path) : bytes;
  }

  /** Reads the file of a letter that is asked for before its turn has come. */
  private void hurry(String path) {
    if (!LiveState.isLetterPath(path) || !isReading() || state.letter(path) != null) {
      return;
    }
    list();
    String id = LiveState.stem(path);
    List<SourceFile> wanted =
        pending.values().stream()
            .filter(file -> id.equals(file.stem()) || id.startsWith(file.stem() + "-"))
            .toList();
    if (!wanted.isEmpty()) {
      wanted.forEach(file -> gather(factsOnly(file)));
      join();
    } else if (gathered.values().stream().anyMatch(each -> id.startsWith(each.file().stem()))) {
      join();
    }
  }
}
