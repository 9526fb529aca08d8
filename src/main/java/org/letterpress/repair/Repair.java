package org.letterpress.repair;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Edit;
import org.letterpress.diagnostic.Severity;
import org.letterpress.source.Markup;

/**
 * The fixes of one file, worked out but not yet written.
 *
 * @param before the text as it is
 * @param after the text with the fixes made
 * @param bytes what has to be written; the same as before when nothing is mended
 * @param mended findings whose fixes are made, in their order
 * @param left findings whose fixes are not made, in their order
 */
public record Repair(
    String before, String after, byte[] bytes, List<Diagnostic> mended, List<Left> left) {

  /** A finding with a fix that is not made, and why, in one clause. */
  public record Left(Diagnostic finding, String reason) {}

  /**
   * Works out the fixes of a file.
   *
   * <p>Of two fixes that would change the same text the first is made. Fixes after which the file
   * would not be well-formed, or would have more errors than before, are not made.
   *
   * @param bytes the file as it is
   * @param findings all findings of this file
   * @param check what would be wrong with the file, were these its bytes
   */
  public static Repair of(
      byte[] bytes, List<Diagnostic> findings, Function<byte[], List<Diagnostic>> check) {
    List<Diagnostic> fixable = findings.stream().filter(finding -> finding.fix() != null).toList();
    Optional<Markup> read = fixable.isEmpty() ? Optional.empty() : Markup.of(bytes);
    Attempt attempt = new Attempt(read.orElse(null), bytes, check);
    for (Diagnostic finding : fixable) {
      attempt.add(finding);
    }
    return attempt.result();
  }

  /** Edits gathered so far, and what came of them. */
  private static final class Attempt {
    private final Markup markup;
    private final byte[] bytes;
    private final Function<byte[], List<Diagnostic>> check;
    private final List<Diagnostic> chosen = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final TreeSet<Edit> edits = new TreeSet<>();

    Attempt(Markup markup, byte[] bytes, Function<byte[], List<Diagnostic>> check) {
      this.markup = markup;
      this.bytes = bytes;
      this.check = check;
    }

    void add(Diagnostic finding) {
      List<Edit> wanted = finding.fix().edits();
      if (markup == null || wanted.isEmpty()) {
        leave(finding, finding.fix().obstacle());
      } else if (edits.containsAll(wanted) || wanted.stream().noneMatch(this::conflicts)) {
        // The same change for two reasons is one change.
        edits.addAll(wanted);
        chosen.add(finding);
      } else {
        leave(finding, "it overlaps another fix: run --fix again");
      }
    }

    private boolean conflicts(Edit edit) {
      return edits.stream().anyMatch(edit::conflictsWith);
    }

    private void leave(Diagnostic finding, String reason) {
      left.add(new Left(finding, reason));
    }

    Repair result() {
      if (!chosen.isEmpty()) {
        List<Diagnostic> before = check.apply(bytes);
        if (broken(before)) {
          chosen.forEach(finding -> leave(finding, "the file is not well-formed"));
          chosen.clear();
        } else if (worse(chosen, before)) {
          oneByOne(before);
        }
      }
      byte[] changed = written(chosen);
      String after = chosen.isEmpty() ? text() : Markup.of(changed).orElseThrow().text();
      left.sort((one, other) -> one.finding().compareTo(other.finding()));
      return new Repair(text(), after, changed, List.copyOf(chosen), List.copyOf(left));
    }

    private String text() {
      return markup == null ? "" : markup.text();
    }

    /** One fix that does harm shall not keep the others from being made. */
    private void oneByOne(List<Diagnostic> before) {
      List<Diagnostic> good = new ArrayList<>();
      for (Diagnostic finding : chosen) {
        good.add(finding);
        if (worse(good, before)) {
          good.remove(good.size() - 1);
          leave(finding, "with it the file would have other errors");
        }
      }
      chosen.clear();
      chosen.addAll(good);
    }

    private boolean worse(List<Diagnostic> fixes, List<Diagnostic> before) {
      byte[] changed = written(fixes);
      if (changed == null) {
        return true;
      }
      List<Diagnostic> after = check.apply(changed);
      return broken(after) || errors(after) > errors(before);
    }

    /** The file with these fixes; null when its encoding lacks a character. */
    private byte[] written(List<Diagnostic> fixes) {
      Set<Edit> wanted = new HashSet<>();
      fixes.forEach(finding -> wanted.addAll(finding.fix().edits()));
      try {
        return wanted.isEmpty() ? bytes : markup.with(wanted.stream().sorted().toList());
      } catch (CharacterCodingException lacking) {
        return null;
      }
    }

    private static boolean broken(List<Diagnostic> findings) {
      return findings.stream()
          .anyMatch(
              finding ->
                  finding.severity() == Severity.ERROR && finding.code().id().startsWith("LP-XML"));
    }

    private static long errors(List<Diagnostic> findings) {
      return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    }
  }
}
