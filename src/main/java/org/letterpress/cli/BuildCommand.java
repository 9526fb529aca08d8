package org.letterpress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.letterpress.build.BuildOptions;
import org.letterpress.build.BuildSummary;
import org.letterpress.build.EditionBuild;
import org.letterpress.build.Output;
import org.letterpress.diagnostic.Count;
import org.letterpress.project.Edition;
import org.letterpress.validate.SchemaOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code letterpress build}: read, check, render, publish. */
@Command(name = "build", description = "Read, check and render an edition into site/.")
final class BuildCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "EDITION",
      description = "Folder of the edition (default: this one).")
  private Path edition = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output folder (default: site/ in the edition).")
  private Path out;

  @Option(names = "--strict", description = "Publish nothing when there is an error.")
  private boolean strict;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      split = ",",
      description = "Make these only: ${COMPLETION-CANDIDATES}.")
  private List<Output> only = new ArrayList<>();

  @Option(
      names = "--no-audit",
      description = "Do not compare the words of the outputs with those of the sources.")
  private boolean noAudit;

  @Option(
      names = "--allow-network",
      description = "Fetch schemas that the files name and that are not in the cache.")
  private boolean network;

  @Option(
      names = "--profile",
      description =
          "Say where the time went, by step, how often the book was laid out, and which ten"
              + " letters took longest.")
  private boolean profile;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Session session =
        new Session(
            main.standing(), spec.commandLine().getOut(), spec.commandLine().getErr(), common);
    Edition found = session.edition(edition);
    if (found == null) {
      return session.finish(false, true, "");
    }
    Path target = out == null ? found.folder().resolve("site") : session.resolve(out);
    Set<Output> outputs = only.isEmpty() ? EnumSet.allOf(Output.class) : EnumSet.copyOf(only);
    BuildOptions options =
        new BuildOptions(target, session.jobs(), strict, outputs, common.verbose, !noAudit);
    EditionBuild build =
        new EditionBuild(
            found,
            session.folder(found.folder()),
            options,
            session.findings(),
            session.progress(),
            new SchemaOptions(List.of(), false, "", network, session.cache()));
    BuildSummary summary = build.build();
    if (profile) {
      spec.commandLine().getErr().print(ProfileReport.of(build.profile()));
      spec.commandLine().getErr().flush();
    }
    return session.finish(summary.impossible(), false, closing(summary, session, target));
  }

  private static String closing(BuildSummary summary, Session session, Path target) {
    if (summary.impossible()) {
      return "";
    }
    String letters = Count.of(summary.letters(), "letter");
    if (!summary.published()) {
      return audit(summary) + letters + ", nothing published";
    }
    return audit(summary)
        + letters
        + ", "
        + Count.of(summary.written(), "file")
        + " written, "
        + summary.kept()
        + " still right: "
        + session.folder(target).name(target);
  }

  /** A line of its own; none when nothing was made anew, and so nothing looked at. */
  private static String audit(BuildSummary summary) {
    BuildSummary.Audited audited = summary.audited();
    if (audited == null || audited.letters() + audited.volumes() == 0) {
      return "";
    }
    String volumes = audited.volumes() == 0 ? "" : " and " + Count.of(audited.volumes(), "volume");
    return "audit: %s in %s%s, %d lost%n"
        .formatted(
            Count.of(audited.words(), "word"),
            Count.of(audited.letters(), "letter"),
            volumes,
            audited.lost());
  }
}
