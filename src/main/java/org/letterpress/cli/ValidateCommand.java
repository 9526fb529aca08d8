package org.letterpress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.GitChanges;
import org.letterpress.validate.SchemaOptions;
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
      paramLabel = "SCHEMA",
      description =
          "Check against this schema, a file or an address: RELAX NG (.rng, .rnc), Schematron or"
              + " XML Schema. May be given several times. Without it: the schemas that each file"
              + " names, else the edition's, else ours.")
  private List<String> schemas = new ArrayList<>();

  @Option(
      names = "--embedded",
      description = "Apply also the Schematron rules inside the grammars of --schema.")
  private boolean embedded;

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      defaultValue = "",
      description = "The Schematron phase to check.")
  private String phase;

  @Option(
      names = "--allow-network",
      description = "Fetch schemas that the files name and that are not in the cache.")
  private boolean network;

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
        boolean changed = fixes.mend(target.check(), session.visible(found));
        found = changed ? target.check().all() : found;
      }
      session.findings().addAll(found);
      checked += target.check().size();
    }
    String closing = Count.of(checked, "file") + " checked";
    if (fix) {
      closing = fixes.closing(session.visible(session.findings().sorted()).size());
    }
    return session.finish(false, targets.unusable(), targets.unusable() ? "" : closing);
  }

  private Targets targets() {
    Session session =
        new Session(
            main.standing(), spec.commandLine().getOut(), spec.commandLine().getErr(), common);
    SchemaOptions options =
        new SchemaOptions(
            schemas.stream().map(session::address).toList(),
            embedded,
            phase,
            network,
            session.cache());
    return new Targets(session, paths, options);
  }
}
