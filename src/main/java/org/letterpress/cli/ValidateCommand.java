package org.letterpress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.letterpress.build.BuildOptions;
import org.letterpress.build.EditionBuild;
import org.letterpress.build.FileCheck;
import org.letterpress.build.Output;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.project.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code letterpress validate}: checks editions, folders and single files, and writes nothing. */
@Command(name = "validate", description = "Check editions, folders or files; write nothing.")
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

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Session session =
        new Session(
            main.standing(), spec.commandLine().getOut(), spec.commandLine().getErr(), common);
    Path grammar = schema == null ? null : session.resolve(schema);
    boolean configuration = false;
    int checked = 0;
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      Path found = session.resolve(path);
      if (isEdition(found) || !Files.exists(found)) {
        Edition edition = session.edition(path);
        configuration |= edition == null;
        if (edition != null) {
          checked += checkEdition(session, edition, grammar);
        }
      } else {
        checked += checkFiles(session, found, grammar);
      }
    }
    String closing = configuration ? "" : Count.of(checked, "file") + " checked";
    return session.finish(false, configuration, closing);
  }

  private static boolean isEdition(Path path) {
    return Files.isDirectory(path)
        && (Files.isDirectory(path.resolve("tei"))
            || Files.isRegularFile(path.resolve(SettingsFile.NAME)));
  }

  private int checkEdition(Session session, Edition edition, Path grammar) {
    BuildOptions options =
        new BuildOptions(
            edition.folder().resolve("site"),
            session.jobs(),
            false,
            EnumSet.allOf(Output.class),
            common.verbose,
            false);
    return new EditionBuild(
            edition,
            session.folder(edition.folder()),
            options,
            session.findings(),
            session.progress(),
            grammar)
        .check();
  }

  private int checkFiles(Session session, Path path, Path grammar) {
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    Edition around = new Edition(folder, session.folder(folder).name(folder), Settings.DEFAULT);
    int checked =
        new FileCheck(around, session.folder(folder), session.jobs(), session.findings(), grammar)
            .check(path);
    if (checked == 0) {
      session
          .findings()
          .add(
              Code.CONF_NO_LETTERS,
              Location.of(session.folder(folder).name(path)),
              session.folder(folder).name(path));
    }
    return checked;
  }
}
