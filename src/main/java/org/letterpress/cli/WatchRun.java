package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.letterpress.build.SourceCheck;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.source.FolderWatch;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;

/**
 * {@code letterpress validate --watch}: checks, and checks again what changes, until it is stopped.
 */
final class WatchRun {
  /** Folders whose files are no sources, but which builds and tools write to. */
  private static final Set<String> NO_SOURCES = Set.of("site", "target", "node_modules");

  /** How a process ends that was stopped before it had anything to say. */
  private static final int INTERRUPTED = 130;

  private final Supplier<Targets> start;
  private final PrintWriter err;
  private Targets targets;
  private List<Diagnostic> shown;
  private volatile int status = INTERRUPTED;

  /**
   * @param start reads settings and schemas afresh
   * @param err gets what is no finding
   */
  WatchRun(Supplier<Targets> start, PrintWriter err) {
    this.start = start;
    this.err = err;
  }

  /** Checks until the thread is interrupted or the process is stopped; the last exit status. */
  int run() {
    // Whoever stops the process gets the status of the last check.
    Thread hook = new Thread(() -> Runtime.getRuntime().halt(status));
    try (FolderWatch watch = new FolderWatch(WatchRun::isSkipped)) {
      targets = start.get();
      boolean any = false;
      for (Map.Entry<Path, Boolean> each : targets.watched().entrySet()) {
        // First watch, then look: what changes in between is not missed.
        if (Files.isDirectory(each.getKey())) {
          watch.watch(each.getKey(), each.getValue());
          any = true;
        }
      }
      Runtime.getRuntime().addShutdownHook(hook);
      show(found(SourceCheck::all));
      if (any) {
        err.println("watching; Ctrl-C ends");
        follow(watch);
      }
    } catch (IOException problem) {
      String why = ReadProblem.describe(problem);
      err.println("error: the folder cannot be watched: " + why);
      err.println("   help: check without --watch; on Linux fs.inotify limits may be too low");
      status = ExitStatus.IMPOSSIBLE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      unhook(hook);
    }
    return status;
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process is ending; the hook gives it its status.
    }
  }

  private void follow(FolderWatch watch) throws IOException, InterruptedException {
    FolderWatch.Changes changes = watch.next();
    while (changes != null) {
      if (changes.uncertain() || targets.unusable() || needsAll(changes.paths())) {
        targets = start.get();
        show(found(SourceCheck::all));
      } else if (changes.paths().stream().anyMatch(targets::isSource)) {
        show(again(changes.paths()));
      }
      changes = watch.next();
    }
    err.println("the folder is gone");
  }

  /** What is wrong with schemas is found when files are read, so all of them have to be. */
  private boolean needsAll(Set<Path> paths) {
    return !targets.session().findings().sorted().isEmpty()
        || paths.stream().anyMatch(targets::isBasic);
  }

  private static boolean isSkipped(Path folder) {
    return NO_SOURCES.contains(folder.getFileName().toString());
  }

  private List<Diagnostic> again(Set<Path> paths) {
    return found(
        check -> {
          Set<String> changed =
              check.files().stream()
                  .filter(file -> paths.contains(file.path()))
                  .map(SourceFile::key)
                  .collect(Collectors.toSet());
          return check.again(changed);
        });
  }

  private List<Diagnostic> found(Function<SourceCheck, List<Diagnostic>> checking) {
    Diagnostics all = new Diagnostics();
    for (Targets.Target target : targets.all()) {
      all.addAll(checking.apply(target.check()));
    }
    all.addAll(targets.session().findings().sorted());
    status =
        targets.unusable()
            ? ExitStatus.USAGE
            : all.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    return targets.session().visible(all.sorted());
  }

  /** The first time everything; later what is new and what is gone. */
  private void show(List<Diagnostic> now) {
    Session session = targets.session();
    if (shown == null || !session.isForPeople()) {
      session.reportOnce(now);
    } else {
      List<Diagnostic> gone = without(shown, now);
      List<Diagnostic> added = without(now, shown);
      session.say(added.size() + " new, " + gone.size() + " gone");
      gone.forEach(
          finding -> session.say("gone: " + finding.location().file() + ": " + finding.message()));
      session.reportOnce(added);
      session.say("in all " + Count.of(now.size(), "finding"));
    }
    shown = now;
  }

  /** The findings that others do not have; where in its file each stands does not matter. */
  private static List<Diagnostic> without(List<Diagnostic> findings, List<Diagnostic> others) {
    Map<List<String>, Integer> there = new HashMap<>();
    others.forEach(other -> there.merge(kind(other), 1, Integer::sum));
    List<Diagnostic> rest = new ArrayList<>();
    for (Diagnostic finding : findings) {
      if (there.merge(kind(finding), -1, Integer::sum) < 0) {
        rest.add(finding);
      }
    }
    return rest;
  }

  private static List<String> kind(Diagnostic finding) {
    return List.of(finding.code().id(), finding.location().file(), finding.message());
  }
}
