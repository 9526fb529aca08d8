package org.letterpress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.GitChanges;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code letterpress validate}: checks editions, folders and single files. */
@Command(
    name = "validate",
    description = "Check editions, folders or files; write nothing, except with --fix.")
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Editions, folders or TEI files (default: the edition in this folder).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "Check against this RELAX NG grammar instead of the edition's or ours.")
  private Path schema;

  @Option(names = "--fix", description = "Mend in the files what is certain, and show each change.")
  private boolean fix;

  @Option(names = "--dry-run", description = "With --fix: show the changes, make none.")
  private boolean dryRun;

  @Option(
      names = "--changed-since",
      paramLabel = "REV",
      description = "Check what git says has changed since this revision, and what points at it.")
  private String changedSince;

  @Option(names = "--watch", description = "Go on checking what changes, until it is stopped.")
  private boolean watch;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    if (dryRun && !fix) {
      throw new ParameterException(spec.commandLine(), "--dry-run goes with --fix only");
    }
    if (watch && (fix || changedSince != null)) {
      throw new ParameterException(
          spec.commandLine(), "--watch goes neither with --fix nor with --changed-since");
    }
    if (watch) {
      return new WatchRun(this::targets, spec.commandLine().getErr()).run();
    }
    Targets targets = targets();
    Session session = targets.session();
    FixRun fixes = new FixRun(session.beside(), spec.commandLine().getErr(), dryRun);
    int checked = 0;
    for (Targets.Target target : targets.all()) {
      List<Diagnostic> found;
      try {
        found = changedSince == null ? target.check().all() : target.changedSince(changedSince);
      } catch (GitChanges.Unknown unknown) {
        return session.refuse(unknown.getMessage(), unknown.remedy());
      }
      if (fix) {
        Set<String> changed = fixes.mend(target.check(), session.visible(found));
        found = changed.isEmpty() ? found : target.check().again(changed);
      }
      session.findings().addAll(found);
      target.complainWhenEmpty(session.findings());
      checked += target.check().size();
    }
    String closing = checked == 1 ? "1 file checked" : checked + " files checked";
    if (fix) {
      closing = fixes.closing(session.visible(session.findings().sorted()).size());
    }
    return session.finish(false, targets.unusable(), targets.unusable() ? "" : closing);
  }

  private Targets targets() {
    Session session =
        new Session(
            main.standing(), spec.commandLine().getOut(), spec.commandLine().getErr(), common);
    return new Targets(session, paths, schema, common.verbose);
  }
}
