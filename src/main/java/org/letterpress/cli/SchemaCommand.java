package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.letterpress.build.SchemaFetch;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.source.ReadProblem;
import org.letterpress.validate.SchemaCache;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code letterpress schema}: the cache of schemas from the network. */
@Command(
    name = "schema",
    description = "Fetch schemas from the network, and list those that were fetched.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SchemaCommand.Fetch.class, SchemaCommand.Listing.class})
final class SchemaCommand implements Runnable {
  @ParentCommand private Main main;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }

  /** {@code letterpress schema fetch}. */
  @Command(
      name = "fetch",
      description = "Fetch schemas, with everything that they draw in, into the cache.")
  static final class Fetch implements Callable<Integer> {
    @ParentCommand private SchemaCommand parent;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
        arity = "0..*",
        paramLabel = "URL",
        description =
            "Addresses of schemas; or files, whose parts are fetched (default: all schemas that"
                + " the edition's files name).")
    private List<String> addresses = new ArrayList<>();

    @Option(
        names = "--edition",
        paramLabel = "DIR",
        description = "Folder of the edition (default: this one).")
    private Path edition = Path.of("");

    @Mixin private CommonOptions common;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Session session =
          new Session(parent.main.standing(), out, spec.commandLine().getErr(), common);
      SchemaOptions options = new SchemaOptions(List.of(), false, "", true, session.cache());
      Edition found = addresses.isEmpty() ? session.edition(edition) : here(session);
      if (found == null) {
        return session.finish(false, true, "");
      }
      SchemaFetch fetch =
          new SchemaFetch(found, session.folder(found.folder()), options, session.findings());
      List<Schemas.Fetched> fetched =
          addresses.isEmpty()
              ? fetch.fetchNamed()
              : fetch.fetch(addresses.stream().map(session::address).toList());
      for (Schemas.Fetched each : fetched) {
        out.println(each.name() + " (" + each.kind().shown() + ")");
      }
      String closing =
          fetched.size() == 1 ? "1 schema is at hand" : fetched.size() + " schemas are at hand";
      return session.finish(false, false, closing);
    }

    /** With addresses given, no edition is needed, only its catalogs if it has any. */
    private Edition here(Session session) {
      Path folder = session.resolve(edition);
      return new Edition(folder, session.folder(folder).name(folder), Settings.DEFAULT);
    }
  }

  /** {@code letterpress schema list}. */
  @Command(name = "list", description = "List the schemas that were fetched.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private SchemaCommand parent;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private CommonOptions common;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      Path folder = common.cache(parent.main.standing());
      SchemaCache cache = new SchemaCache(folder);
      List<SchemaCache.Entry> entries;
      try {
        entries = cache.list();
      } catch (IOException problem) {
        err.println("error: " + folder + " cannot be read: " + ReadProblem.describe(problem));
        return ExitStatus.IMPOSSIBLE;
      }
      for (SchemaCache.Entry entry : entries) {
        String kind = entry.kind() == null ? "part of another" : entry.kind().shown();
        String date = entry.fetched().toString().substring(0, 10);
        String whole = cache.isComplete(entry) ? "complete" : "incomplete";
        out.printf(
            "%s  %-24s  %9d bytes  %-10s  %s%n", date, kind, entry.size(), whole, entry.url());
      }
      out.flush();
      if (!common.quiet) {
        err.println(
            entries.size() + (entries.size() == 1 ? " schema in " : " schemas in ") + folder);
      }
      return ExitStatus.CLEAN;
    }
  }
}
