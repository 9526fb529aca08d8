package org.letterpress.build;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.SourceFile;

/**
 * Turns what goes wrong with one file into findings, and keeps what the last build published of it.
 * Thread-safe.
 */
final class Guard {
  /** How many files of the site a finding names. */
  private static final int MOST_NAMED = 8;

  private static final String UNLISTED =
      "; until then lists, registers and edition.pdf leave its letters out";

  private final Diagnostics findings;
  private final boolean verbose;
  private final Shelf shelf;
  private final UnknownElements unknownElements = new UnknownElements();

  /** Files whose letters could not be made anew. */
  private final Set<SourceFile> unmade;

  /**
   * @param verbose true to give the details of defects
   */
  Guard(Diagnostics findings, boolean verbose, Shelf shelf) {
    this(findings, verbose, shelf, ConcurrentHashMap.newKeySet());
  }

  private Guard(Diagnostics findings, boolean verbose, Shelf shelf, Set<SourceFile> unmade) {
    this.findings = findings;
    this.verbose = verbose;
    this.shelf = shelf;
    this.unmade = unmade;
  }

  /** One that keeps as this does and reports nothing. */
  Guard silent() {
    return new Guard(new Diagnostics(), verbose, shelf, unmade);
  }

  /** Work that may fail for one letter without stopping the others. */
  interface Work {
    void run() throws SaxonApiException, IOException;
  }

  /**
   * Does some work; what fails becomes a finding.
   *
   * @param file what the work is about, or null for the edition as a whole
   * @throws UncheckedIOException when an output cannot be written, which ends the build
   */
  void run(SourceFile file, Work work) {
    Location place = file == null ? Location.NONE : Location.of(file.name());
    try {
      work.run();
    } catch (SaxonApiException failed) {
      findings.add(
          Diagnostic.of(Code.XSLT_RUN, place, String.valueOf(failed.getMessage()))
              .relatedTo(
                  failed.getSystemId() == null
                      ? List.of()
                      : List.of(
                          new Diagnostic.Related(
                              Location.of(failed.getSystemId(), failed.getLineNumber(), 0),
                              "the instruction that failed"))));
      keep(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (RuntimeException | StackOverflowError defect) {
      findings.add(Code.OUT_DEFECT, place, describe(defect));
      keep(file);
    }
  }

  /** Keeps all that the last build made from a file; null for none. */
  void keep(SourceFile file) {
    if (file != null) {
      shelf.keepAllOf(file.key());
      unmade.add(file);
    }
  }

  /** True when all was made that is made of a file. */
  boolean isMade(SourceFile file) {
    return !unmade.contains(file);
  }

  /** Remembers that something of a file could not be made anew. */
  void unmade(SourceFile file) {
    unmade.add(file);
  }

  /**
   * Reports a message of the stylesheets.
   *
   * @param file what was rendered, or null for pages of the whole edition
   * @param source its tree, or null
   */
  void message(SourceFile file, XdmNode source, XdmNode message) {
    String name = file == null ? "" : file.name();
    if (!unknownElements.note(name, source, message)) {
      findings.add(
          Code.XSLT_MESSAGE,
          file == null ? Location.NONE : Location.of(name),
          message.getStringValue());
    }
  }

  /** One finding for each element that the stylesheets do not know. */
  void reportUnknownElements() {
    unknownElements.report(findings);
  }

  /**
   * Says of each file whose letters could not be made anew what the site still has of them.
   *
   * @param read keys of the files that were read to their end
   */
  void reportKept(Set<String> read) {
    for (SourceFile file : unmade) {
      List<String> paths = shelf.keptOf(file.key());
      if (!paths.isEmpty()) {
        Diagnostic kept =
            Diagnostic.of(
                Code.OUT_KEPT,
                Location.of(file.name()),
                Count.of(paths.size(), "file"),
                paths.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (paths.size() > MOST_NAMED ? ", ..." : ""));
        boolean listed = read.contains(file.key());
        findings.add(listed ? kept : kept.withRemedy(kept.remedy() + UNLISTED));
      }
    }
  }

  private String describe(Throwable defect) {
    String name = defect.getClass().getSimpleName();
    String message = defect.getMessage() == null ? name : name + ": " + defect.getMessage();
    if (!verbose) {
      return message;
    }
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace, true));
    return message + "\n" + trace;
  }
}
