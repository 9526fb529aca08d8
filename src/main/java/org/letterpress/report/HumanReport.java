package org.letterpress.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;

/** Findings with the line they are about and a caret under the place. */
final class HumanReport implements Reporter {
  private static final int PLACES = 3;
  private static final int WIDTH = 100;

  private final boolean all;

  HumanReport(boolean all) {
    this.all = all;
  }

  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    Map<String, List<Diagnostic>> groups = new LinkedHashMap<>();
    for (Diagnostic finding : findings) {
      String key =
          all
              ? String.valueOf(groups.size())
              : finding.code().id() + finding.severity() + finding.message();
      groups.computeIfAbsent(key, same -> new ArrayList<>()).add(finding);
    }
    for (List<Diagnostic> group : groups.values()) {
      show(group, sources, out);
    }
    if (!findings.isEmpty()) {
      out.append(counts(findings)).append("\n");
    }
  }

  private static void show(List<Diagnostic> group, SourceText sources, Appendable out)
      throws IOException {
    Diagnostic first = group.get(0);
    out.append(first.severity().word() + "[" + first.code().id() + "]: " + first.message());
    out.append(group.size() > 1 ? " (" + group.size() + " times)\n" : "\n");
    if (!first.location().file().isEmpty()) {
      out.append("  " + first.location().show() + "\n");
      excerpt(first.location(), sources, out);
    }
    for (Diagnostic.Related related : first.related()) {
      out.append("  see " + related.location().show() + ": " + related.message() + "\n");
    }
    for (Diagnostic other : group.subList(1, Math.min(PLACES, group.size()))) {
      out.append("  " + other.location().show() + "\n");
    }
    if (group.size() > PLACES) {
      out.append("  ... and " + (group.size() - PLACES) + " more places (--all shows them)\n");
    }
    if (!first.remedy().isEmpty()) {
      out.append("   help: " + first.remedy() + "\n");
    }
    out.append("\n");
  }

  private static void excerpt(Location place, SourceText sources, Appendable out)
      throws IOException {
    String line = place.line() == 0 ? null : sources.line(place.file(), place.line()).orElse(null);
    if (line == null) {
      return;
    }
    // The parser names the end of a start tag; the caret belongs under its beginning.
    int end = Math.min(Math.max(place.column() - 1, 0), line.length());
    int caret = end;
    if (end > 0 && line.charAt(end - 1) == '>') {
      caret = Math.max(line.lastIndexOf('<', end - 1), 0);
    }
    int from = Math.max(0, Math.min(caret - WIDTH / 2, line.length() - WIDTH));
    int to = Math.min(line.length(), from + WIDTH);
    String number = String.format("%5d", place.line());
    out.append(
        number + " | " + (from > 0 ? "…" : "") + line.substring(from, to).replace('\t', ' '));
    out.append(to < line.length() ? "…\n" : "\n");
    if (place.column() > 0) {
      int shift = columns(line.substring(from, caret)) + (from > 0 ? 1 : 0);
      out.append("      | " + " ".repeat(shift) + "^\n");
    }
  }

  /** How many columns of a terminal a text takes: East Asian characters take two. */
  private static int columns(String text) {
    return text.codePoints()
        .map(
            c -> {
              Character.UnicodeScript script = Character.UnicodeScript.of(c);
              boolean wide =
                  script == Character.UnicodeScript.HAN
                      || script == Character.UnicodeScript.HANGUL
                      || script == Character.UnicodeScript.HIRAGANA
                      || script == Character.UnicodeScript.KATAKANA
                      || (c >= 0xFF01 && c <= 0xFF60);
              int type = Character.getType(c);
              boolean combining =
                  type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
              return combining ? 0 : wide ? 2 : 1;
            })
        .sum();
  }

  private static String counts(List<Diagnostic> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        parts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
      }
    }
    return String.join(", ", parts);
  }
}
