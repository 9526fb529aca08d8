package org.letterpress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.letterpress.build.BuildOptions;
import org.letterpress.build.EditionBuild;
import org.letterpress.build.FileCheck;
import org.letterpress.build.Output;
import org.letterpress.diagnostic.Count;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.project.SettingsFile;
import org.letterpress.validate.SchemaOptions;
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

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
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
    boolean configuration = false;
    int checked = 0;
    // Files of one edition are checked together, so that they share their schemas.
    Map<Path, List<Path>> single = new TreeMap<>();
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      Path found = session.resolve(path);
      if (isEdition(found) || !Files.exists(found)) {
        Edition edition = session.edition(path);
        configuration |= edition == null;
        if (edition != null) {
          checked += checkEdition(session, edition, options);
        }
      } else {
        Path folder = Edition.enclosing(Files.isDirectory(found) ? found : found.getParent());
        single.computeIfAbsent(folder, none -> new ArrayList<>()).add(found);
      }
    }
    for (Map.Entry<Path, List<Path>> each : single.entrySet()) {
      checked += checkFiles(session, each.getKey(), each.getValue(), options);
    }
    String closing = configuration ? "" : Count.of(checked, "file") + " checked";
    return session.finish(false, configuration, closing);
  }

  private static boolean isEdition(Path path) {
    return Files.isDirectory(path)
        && (Files.isDirectory(path.resolve("tei"))
            || Files.isRegularFile(path.resolve(SettingsFile.NAME)));
  }

  private int checkEdition(Session session, Edition edition, SchemaOptions schemaOptions) {
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
            schemaOptions)
        .check();
  }

  private static int checkFiles(
      Session session, Path folder, List<Path> files, SchemaOptions options) {
    Edition around = new Edition(folder, session.folder(folder).name(folder), Settings.DEFAULT);
    return new FileCheck(
            around, session.folder(folder), session.jobs(), options, session.findings())
        .check(files);
  }
}
