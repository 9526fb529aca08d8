package org.letterpress.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;

/**
 * Findings with the line they are about and a caret under the place.
 *
 * <p>However many there are, they stay readable: findings with the same words are shown once, of
 * one code not more than {@value #MESSAGES} messages, and a table at the end counts the rest by
 * code and names the files that have most.
 */
final class HumanReport implements Reporter {
  private static final int PLACES = 3;

  /** How many messages of one code are shown. */
  private static final int MESSAGES = 10;

  /** From how many findings on the end says how many there are of each code and in each file. */
  private static final int MANY = 30;

  private static final int FILES = 10;

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
    Cascades cascades = all ? new Cascades(findings, Map.of()) : Cascades.of(findings);
    for (Diagnostic finding : cascades.shown()) {
      String alike = finding.code().id() + finding.severity() + finding.message();
      String key = all ? String.valueOf(groups.size()) : alike;
      groups.computeIfAbsent(key, same -> new ArrayList<>()).add(finding);
    }
    Map<String, Integer> messages = new HashMap<>();
    int hidden = 0;
    for (List<Diagnostic> group : groups.values()) {
      if (!all && messages.merge(group.get(0).code().id(), 1, Integer::sum) > MESSAGES) {
        hidden += group.size();
        continue;
      }
      List<Diagnostic> shown = group.subList(0, least(PLACES, group));
      int followers =
          group.stream().mapToInt(one -> cascades.followers().getOrDefault(one, 0)).sum();
      show(TagStart.of(shown, sources), group.size(), followers, sources, out);
    }
    if (!all && findings.size() > MANY) {
      tables(findings, out);
    }
    if (hidden > 0) {
      out.append(Count.of(hidden, "finding") + " not shown (--all shows every one)\n");
    }
    if (!findings.isEmpty()) {
      out.append(counts(findings)).append("\n");
    }
  }

  /** How many findings there are of each code, and the files that have most. */
  private void tables(List<Diagnostic> findings, Appendable out) throws IOException {
    Map<String, List<Diagnostic>> codes =
        findings.stream().collect(Collectors.groupingBy(f -> f.code().id()));
    out.append(paint("by code", BOLD)).append('\n');
    for (Map.Entry<String, List<Diagnostic>> code : most(codes)) {
      out.append(row(code.getValue().size(), code.getKey() + "  " + counts(code.getValue())));
    }
    Map<String, List<Diagnostic>> files =
        findings.stream()
            .filter(finding -> !finding.location().file().isEmpty())
            .collect(Collectors.groupingBy(finding -> finding.location().file()));
    out.append(paint("by file", BOLD)).append('\n');
    List<Map.Entry<String, List<Diagnostic>>> worst = most(files);
    for (Map.Entry<String, List<Diagnostic>> file : worst.subList(0, least(FILES, worst))) {
      String name = Excerpt.harmless(file.getKey());
      out.append(row(file.getValue().size(), name + "  " + counts(file.getValue())));
    }
    if (worst.size() > FILES) {
      int rest = worst.size() - FILES;
      out.append("        ... and " + Count.of(rest, "more file") + "\n");
    }
    out.append('\n');
  }

  private static int least(int most, List<?> list) {
    return Math.min(most, list.size());
  }

  private static String row(int count, String text) {
    return String.format(Locale.ROOT, "%7d  %s\n", count, text);
  }

  /** Those with most errors first, then most warnings, then most notes. */
  private static List<Map.Entry<String, List<Diagnostic>>> most(
      Map<String, List<Diagnostic>> groups) {
    // Counted once: of a large edition there are as many groups as files.
    Map<String, long[]> counts = new HashMap<>();
    groups.forEach(
        (key, group) ->
            counts.put(
                key,
                Stream.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)
                    .mapToLong(severity -> -count(group, severity))
                    .toArray()));
    return groups.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, List<Diagnostic>> entry) -> counts.get(entry.getKey()),
                    Arrays::compare)
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private static long count(List<Diagnostic> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private void show(
      List<Diagnostic> group, int times, int followers, SourceText sources, Appendable out)
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
    if (followers > 0) {
      out.append(
          "  and " + Count.of(followers, "more finding") + " beside it, of the same cause\n");
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
      long count = count(findings, severity);
      if (count > 0) {
        parts.add(Count.of(count, severity.word()));
      }
    }
    return String.join(", ", parts);
  }
}
