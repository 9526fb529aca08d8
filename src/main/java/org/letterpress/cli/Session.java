package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.build.Progress;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.Edition;
import org.letterpress.project.EditionFolder;
import org.letterpress.project.Settings;
import org.letterpress.report.Format;
import org.letterpress.report.Reporter;
import org.letterpress.report.SourceText;
import org.letterpress.source.SourceFolder;

/** One run of a command: its folder, its findings, and how they are shown in the end. */
final class Session {
  private final Path standing;
  private final PrintWriter out;
  private final PrintWriter err;
  private final CommonOptions options;
  private final Diagnostics findings = new Diagnostics();

  /** The settings of the editions that were opened, by the names of their folders. */
  private final Map<String, Settings> settings = new LinkedHashMap<>();

  Session(Path standing, PrintWriter out, PrintWriter err, CommonOptions options) {
    this.standing = standing;
    this.out = out;
    this.err = err;
    this.options = options;
  }

  Diagnostics findings() {
    return findings;
  }

  /** The threads that may work. */
  int jobs() {
    return options.jobs();
  }

  /** The folder for fetched and compiled schemas. */
  Path cache() {
    return options.cache(standing);
  }

  /** Names files of an edition as the user would. */
  SourceFolder folder(Path edition) {
    return new SourceFolder(edition, standing);
  }

  /** An absolute path for what the user typed. */
  Path resolve(Path typed) {
    return standing.resolve(typed).toAbsolutePath().normalize();
  }

  /** A schema that the user named: an address of the network as it is, a file as a whole path. */
  String address(String typed) {
    return typed.matches("(?i)https?://.*") ? typed : resolve(Path.of(typed)).toString();
  }

  /**
   * The edition in a folder.
   *
   * @return null when there is none, or its settings are wrong; findings then say why
   */
  Edition edition(Path typed) {
    Path folder = resolve(typed);
    Edition edition = EditionFolder.open(folder, typed.toString(), folder(folder), findings);
    if (edition != null) {
      settings.put(edition.name(), edition.settings());
    }
    return edition;
  }

  /** Shows progress on standard error when somebody looks at it. */
  Progress progress() {
    if (options.quiet || System.console() == null) {
      return (step, done, all) -> {};
    }
    return new ProgressLine(err, System::nanoTime);
  }

  /** Says why a command cannot be carried out as it was given; the exit status for that. */
  int refuse(String message, String remedy) {
    err.println("error: " + message);
    err.println("   help: " + remedy);
    return ExitStatus.USAGE;
  }

  /** The findings that the settings do not silence. */
  List<Diagnostic> visible(List<Diagnostic> all) {
    return all.stream().filter(each -> settings(each.location().file()).shows(each)).toList();
  }

  /** The settings that hold for a file; those of the only edition hold for all there is. */
  private Settings settings(String file) {
    if (settings.size() == 1) {
      return settings.values().iterator().next();
    }
    Path path = resolve(Path.of(file));
    return settings.entrySet().stream()
        .filter(each -> path.startsWith(resolve(Path.of(each.getKey()))))
        .max(Comparator.comparingInt(each -> resolve(Path.of(each.getKey())).getNameCount()))
        .map(Map.Entry::getValue)
        .orElse(Settings.DEFAULT);
  }

  /** Where results go that are no findings: not between those that a program reads. */
  PrintWriter beside() {
    return isForPeople() ? out : err;
  }

  /** True when findings are shown as people read them. */
  boolean isForPeople() {
    return options.format == Format.HUMAN;
  }

  /** A line among the findings. */
  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** One report of several: JSON and SARIF then take one line each. */
  void reportOnce(List<Diagnostic> shown) {
    if (options.format == Format.JSON || options.format == Format.SARIF) {
      StringBuilder text = new StringBuilder();
      report(shown, text);
      // Line ends within texts are escaped, so these are only layout.
      say(text.toString().replaceAll("\\s*\\n\\s*", ""));
    } else {
      report(shown, out);
      out.flush();
    }
  }

  /** Writes findings in the chosen format; false when that is not possible. */
  private boolean report(List<Diagnostic> shown, Appendable to) {
    try {
      boolean colour = System.console() != null && System.getenv("NO_COLOR") == null;
      Reporter.of(options.format, options.all, colour).report(shown, sources(), to);
      out.flush();
      return true;
    } catch (IOException impossibleToWrite) {
      return false;
    }
  }

  /** Shows the findings and gives the exit status that follows from them. */
  int finish(boolean impossible, boolean configuration, String closing) {
    if (!report(visible(findings.sorted()), out)) {
      return ExitStatus.IMPOSSIBLE;
    }
    if (!options.quiet && !closing.isEmpty()) {
      err.println(closing);
    }
    if (impossible) {
      return ExitStatus.IMPOSSIBLE;
    }
    if (configuration) {
      return ExitStatus.USAGE;
    }
    return findings.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  /** The lines of sources for reports; each thread that asks has its own file at hand. */
  SourceText sources() {
    ThreadLocal<SourceText> lines = ThreadLocal.withInitial(() -> new SourceLines(standing));
    return (file, number) -> lines.get().line(file, number);
  }
}
