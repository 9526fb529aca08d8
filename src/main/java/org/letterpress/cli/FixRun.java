package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.letterpress.build.SourceCheck;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.repair.FileReplacement;
import org.letterpress.repair.Repair;
import org.letterpress.repair.UnifiedDiff;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;

/** Makes the certain fixes of some findings and shows each as a diff. */
final class FixRun {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean dryRun;
  private final Set<Path> seen = new HashSet<>();
  private int fixes;
  private int files;

  /**
   * @param out gets the diffs
   * @param err gets what could not be fixed, and why
   * @param dryRun show what would be done, and do nothing
   */
  FixRun(PrintWriter out, PrintWriter err, boolean dryRun) {
    this.out = out;
    this.err = err;
    this.dryRun = dryRun;
  }

  /**
   * Mends files.
   *
   * @param check has read the files
   * @param findings what is to be mended
   * @return true when a file was changed
   */
  boolean mend(SourceCheck check, List<Diagnostic> findings) {
    Map<String, List<Diagnostic>> byFile =
        findings.stream().collect(Collectors.groupingBy(finding -> finding.location().file()));
    boolean changed = false;
    for (SourceFile file : check.files()) {
      List<Diagnostic> here = byFile.getOrDefault(file.name(), List.of());
      List<Diagnostic> fixable = here.stream().filter(finding -> finding.fix() != null).toList();
      // A file that is named twice was checked twice, but is mended once.
      if (!fixable.isEmpty() && seen.add(file.path())) {
        changed |= mend(check, file, fixable);
      }
    }
    return changed;
  }

  private boolean mend(SourceCheck check, SourceFile file, List<Diagnostic> findings) {
    try {
      byte[] bytes = file.bytes();
      if (!check.isWhole(file)) {
        return leave(findings, "the file is not well-formed");
      }
      if (!check.isAsRead(file, bytes)) {
        return leave(findings, "the file was changed meanwhile: run --fix again");
      }
      Repair repair = Repair.of(bytes, findings, changed -> check.findingsIn(file, changed));
      repair.left().forEach(left -> leave(List.of(left.finding()), left.reason()));
      if (repair.mended().isEmpty()) {
        return false;
      }
      if (!dryRun) {
        FileReplacement.replace(file.path(), bytes, repair.bytes());
      }
      UnifiedDiff.of(file.name(), repair.before(), repair.after()).forEach(out::println);
      fixes += repair.mended().size();
      files++;
      return !dryRun;
    } catch (FileReplacement.Refused refused) {
      return leave(findings, refused.getMessage());
    } catch (IOException problem) {
      return leave(findings, "the file cannot be written: " + ReadProblem.describe(problem));
    }
  }

  private boolean leave(List<Diagnostic> findings, String reason) {
    for (Diagnostic finding : findings) {
      err.println("not fixed: " + finding.location().show() + ": " + reason);
    }
    return false;
  }

  /** What was done, for instance {@code 3 fixes in 2 files; 1 finding left}. */
  String closing(int left) {
    String made = (fixes == 1 ? "1 fix" : fixes + " fixes") + (dryRun ? " possible" : "");
    return made + " in " + Count.of(files, "file") + "; " + Count.of(left, "finding") + " left";
  }
}
