package org.letterpress.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.FileFacts;
import org.letterpress.source.SourceFile;

/**
 * Checks the sources of an edition, or files that stand for themselves, as often as somebody asks,
 * and reads only what changed.
 *
 * <p>What was learned of a file is kept until it is read again; what concerns all files is looked
 * at anew each time. For one thread, which has others work for it.
 */
public final class SourceCheck {
  private final EditionReader reader;
  private final Function<Diagnostics, List<SourceFile>> files;
  private final BiConsumer<List<Learned>, Diagnostics> link;
  private final int threads;
  private final Progress progress;
  private final Map<String, Known> known = new TreeMap<>();

  /** A file as it was read; nothing is learned of one that cannot be parsed. */
  private record Known(
      SourceFile file, Learned learned, String digest, boolean full, List<Diagnostic> findings) {}

  /**
   * @param files lists the sources as they are now
   * @param link looks at all of them together
   */
  SourceCheck(
      EditionReader reader,
      Function<Diagnostics, List<SourceFile>> files,
      BiConsumer<List<Learned>, Diagnostics> link,
      int threads,
      Progress progress) {
    this.reader = reader;
    this.files = files;
    this.link = link;
    this.threads = threads;
    this.progress = progress;
  }

  /** Reads and checks everything. */
  public List<Diagnostic> all() {
    known.clear();
    return again(Set.of());
  }

  /**
   * Checks again.
   *
   * @param changed keys of files to read again; new files are read in any case, and those that are
   *     gone are forgotten
   */
  public List<Diagnostic> again(Collection<String> changed) {
    Diagnostics findings = new Diagnostics();
    List<SourceFile> now = files.apply(findings);
    known.keySet().retainAll(now.stream().map(SourceFile::key).collect(Collectors.toSet()));
    changed.forEach(known::remove);
    read(now.stream().filter(file -> !known.containsKey(file.key())).toList(), true);
    known.values().forEach(file -> findings.addAll(file.findings()));
    link.accept(learned(), findings);
    return findings.sorted();
  }

  /**
   * Checks some of the files in full, and reads the others only for what has to be known of them.
   *
   * @param chosen picks the files, when the facts of all of them are known
   * @return what is wrong with the chosen files
   */
  public List<Diagnostic> some(Function<List<FileFacts>, Predicate<SourceFile>> chosen) {
    known.clear();
    Diagnostics findings = new Diagnostics();
    read(files.apply(findings), false);
    Predicate<SourceFile> wanted = chosen.apply(learned().stream().map(Learned::facts).toList());
    List<SourceFile> full = files().stream().filter(wanted).toList();
    read(full, true);
    known.values().forEach(file -> findings.addAll(file.findings()));
    link.accept(learned(), findings);
    Set<String> names = full.stream().map(SourceFile::name).collect(Collectors.toSet());
    return findings.sorted().stream().filter(finding -> concerns(finding, names)).toList();
  }

  private static boolean concerns(Diagnostic finding, Set<String> names) {
    return names.contains(finding.location().file())
        || finding.related().stream().anyMatch(place -> names.contains(place.location().file()));
  }

  /** What would be wrong with a file by itself, were these its bytes. */
  public List<Diagnostic> findingsIn(SourceFile file, byte[] bytes) {
    Diagnostics findings = new Diagnostics();
    try (Jobs jobs = new Jobs(1)) {
      jobs.run(() -> reader.check(file, bytes, findings));
    }
    return findings.sorted();
  }

  /** True when these are the bytes of the file that its findings are about. */
  public boolean isAsRead(SourceFile file, byte[] bytes) {
    return Fingerprint.of(bytes).equals(known.get(file.key()).digest());
  }

  /** True when a file that was read could be read to its end. */
  public boolean isWhole(SourceFile file) {
    return known.get(file.key()).learned() != null;
  }

  /** The files that were read. */
  public List<SourceFile> files() {
    return known.values().stream().map(Known::file).toList();
  }

  /** How many files were checked in full. */
  public int size() {
    return (int) known.values().stream().filter(Known::full).count();
  }

  private List<Learned> learned() {
    return known.values().stream().map(Known::learned).filter(Objects::nonNull).toList();
  }

  private void read(List<SourceFile> files, boolean full) {
    AtomicInteger done = new AtomicInteger();
    try (Jobs jobs = new Jobs(threads)) {
      List<Known> read =
          jobs.map(
              files,
              file -> {
                Diagnostics findings = new Diagnostics();
                ReadFile result = reader.read(file, full, findings);
                progress.at(full ? "check" : "read", done.incrementAndGet(), files.size());
                Learned learned = result == null ? null : result.learned();
                String digest = result == null ? null : result.digest();
                return new Known(file, learned, digest, full, findings.sorted());
              });
      read.forEach(file -> known.put(file.file().key(), file));
    }
  }
}
