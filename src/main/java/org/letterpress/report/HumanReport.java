package org.letterpress.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;

/** Findings with the line they are about and a caret under the place. */
final class HumanReport implements Reporter {
  private static final int PLACES = 3;

  /** A suggestion stands beside the caret, the rest of the remedy below. */
  private static final Pattern MEANT = Pattern.compile("(did you mean \"[^\"]*\"\\?) ?(.*)");

  private static final String RESET = "\u001B[0m";
  private static final String BOLD = "\u001B[1m";
  private static final String DIM = "\u001B[2m";
  private static final String CYAN = "\u001B[36m";

  private final boolean all;
  private final boolean colour;

  /**
   * @param all show each finding, even when many are alike
   * @param colour mark the parts with ANSI colours
   */
  HumanReport(boolean all, boolean colour) {
    this.all = all;
    this.colour = colour;
  }

  @Override
  public void report(List<Diagnostic> findings, SourceText sources, Appendable out)
      throws IOException {
    Map<String, List<Diagnostic>> groups = new LinkedHashMap<>();
    for (Diagnostic finding : findings) {
      String alike = finding.code().id() + finding.severity() + finding.message();
      String key = all ? String.valueOf(groups.size()) : alike;
      groups.computeIfAbsent(key, same -> new ArrayList<>()).add(finding);
    }
    for (List<Diagnostic> group : groups.values()) {
      List<Diagnostic> shown = group.subList(0, Math.min(PLACES, group.size()));
      show(TagStart.of(shown, sources), group.size(), sources, out);
    }
    if (!findings.isEmpty()) {
      out.append(counts(findings)).append("\n");
    }
  }

  private void show(List<Diagnostic> group, int times, SourceText sources, Appendable out)
      throws IOException {
    Diagnostic first = group.get(0);
    String head = first.severity().word() + "[" + first.code().id() + "]";
    String many = times > 1 ? " (" + Count.times(times) + ")" : "";
    out.append(paint(head, BOLD + of(first.severity())) + ": ");
    out.append(paint(Excerpt.harmless(first.message()), BOLD) + many + "\n");
    Matcher meant = MEANT.matcher(first.remedy().replace('\n', ' '));
    String beside = meant.matches() ? Excerpt.harmless(meant.group(1)) : "";
    String help = meant.matches() ? meant.group(2) : first.remedy();
    boolean excerpt = false;
    if (!first.location().file().isEmpty()) {
      out.append("  " + Excerpt.harmless(first.location().show()) + "\n");
      excerpt = excerpt(first.location(), beside, sources, out);
    }
    for (Diagnostic.Related related : first.related()) {
      String place = related.location().show();
      out.append("  see " + Excerpt.harmless(place + ": " + related.message()) + "\n");
    }
    for (Diagnostic other : group.subList(1, group.size())) {
      out.append("  " + Excerpt.harmless(other.location().show()) + "\n");
    }
    if (times > PLACES) {
      int rest = times - PLACES;
      out.append("  ... and " + Count.of(rest, "more place") + " (--all shows them)\n");
    }
    String whole = excerpt || beside.isEmpty() ? help : (beside + " " + help).strip();
    if (!whole.isEmpty()) {
      out.append("   " + paint("help", CYAN) + ": " + Excerpt.harmless(whole) + "\n");
    }
    out.append("\n");
  }

  /** Shows the line of a place, when it can be had; says so with true if the note came along. */
  private boolean excerpt(Location place, String note, SourceText sources, Appendable out)
      throws IOException {
    String line = place.line() == 0 ? null : sources.line(place.file(), place.line()).orElse(null);
    if (line == null) {
      return false;
    }
    Excerpt excerpt = Excerpt.of(line, Math.max(0, place.column() - 1));
    out.append(paint(String.format(Locale.ROOT, "%5d |", place.line()), DIM));
    out.append((" " + excerpt.text()).stripTrailing() + "\n");
    if (place.column() == 0) {
      return false;
    }
    out.append(paint("      |", DIM) + " ".repeat(excerpt.caret() + 1));
    out.append(paint((note.isEmpty() ? "^" : "^ " + note), BOLD) + "\n");
    return true;
  }

  private String paint(String text, String with) {
    return colour ? with + text + RESET : text;
  }

  private static String of(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001B[31m";
      case WARNING -> "\u001B[33m";
      case NOTE -> CYAN;
    };
  }

  private static String counts(List<Diagnostic> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        parts.add(Count.of(count, severity.word()));
      }
    }
    return String.join(", ", parts);
  }
}
