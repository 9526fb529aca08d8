package org.letterpress.build;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;
import org.letterpress.project.Edition;
import org.letterpress.validate.edition.EditionRules;

/**
 * Links an edition again and again while its files change, as far as possible at the cost of what
 * has changed. One thread at a time may link.
 */
final class LiveLink {
  private final Edition edition;
  private final EditionRules rules = new EditionRules();

  private volatile Linked last = new Linked(null, List.of(), List.of());

  /**
   * An edition as it is linked.
   *
   * @param joining what joining its files found
   * @param findings all that is wrong with it as a whole
   */
  record Linked(EditionIndex index, List<Diagnostic> joining, List<Diagnostic> findings) {}

  LiveLink(Edition edition) {
    this.edition = edition;
  }

  /**
   * Links the edition. What this gives has to be {@link #accept accepted} to count as linked.
   *
   * @param files what is known of all files
   * @param near the index as it was mended
   * @param drift how far that is from what was accepted last
   * @param stopped asked from time to time; true when the files have changed again
   * @return null when it was stopped
   */
  Linked link(List<Learned> files, EditionIndex near, Drift drift, BooleanSupplier stopped) {
    Diagnostics joining = new Diagnostics();
    EditionIndex index = near;
    if (drift.exact()) {
      joining.addAll(mended(files, drift.before()));
    } else {
      index = EditionLink.index(edition, files, joining);
    }
    Diagnostics findings = new Diagnostics();
    rules.check(
        index,
        files.stream().map(Learned::facts).toList(),
        files.stream().map(Learned::observed).toList(),
        drift.anchored(),
        stopped,
        findings);
    if (stopped.getAsBoolean()) {
      return null;
    }
    findings.addAll(joining.sorted());
    return new Linked(index, joining.sorted(), findings.sorted());
  }

  /** Takes over what {@link #link} gave, if the files are still the same. */
  void accept(Linked linked) {
    last = linked;
  }

  /** All that is wrong with the edition as a whole, as it was linked last. */
  List<Diagnostic> findings() {
    return last.findings;
  }

  /** What joining would find, where files differ in their texts only. */
  private TreeSet<Diagnostic> mended(List<Learned> files, Map<String, FileFacts> before) {
    TreeSet<Diagnostic> findings = new TreeSet<>(last.joining);
    Diagnostics gone = new Diagnostics();
    before.values().forEach(file -> EditionIndex.check(file, gone));
    gone.sorted().forEach(findings::remove);
    Diagnostics come = new Diagnostics();
    files.stream()
        .map(Learned::facts)
        .filter(file -> before.containsKey(file.file().key()))
        .forEach(file -> EditionIndex.check(file, come));
    findings.addAll(come.sorted());
    return findings;
  }
}
