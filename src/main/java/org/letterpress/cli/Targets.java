package org.letterpress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.letterpress.build.BuildOptions;
import org.letterpress.build.EditionBuild;
import org.letterpress.build.FileCheck;
import org.letterpress.build.Output;
import org.letterpress.build.SourceCheck;
import org.letterpress.build.Touched;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.project.SettingsFile;
import org.letterpress.source.GitChanges;
import org.letterpress.source.SourceFolder;

/** What {@code letterpress validate} is to check: editions, folders and single files. */
final class Targets {
  private final Session session;
  private final Path grammar;
  private final boolean verbose;
  private final List<Path> typed = new ArrayList<>();
  private final List<Target> all = new ArrayList<>();
  private boolean unusable;

  /**
   * One of the paths that the user named.
   *
   * @param path where it is, absolute
   * @param name how messages call it
   * @param edition true for a whole edition
   * @param check its check
   */
  record Target(Path path, String name, boolean edition, SourceCheck check) {

    /**
     * Checks what has changed since a revision, and what points at it; everything, when the schemas
     * or settings have changed.
     */
    List<Diagnostic> changedSince(String revision) throws GitChanges.Unknown {
      Path folder = folder();
      Touched touched = new Touched(GitChanges.since(folder, name, revision));
      boolean all =
          touched.touchesBelow(folder.resolve("schema"))
              || touched.touches(List.of(folder.resolve(SettingsFile.NAME)));
      return all ? check.all() : check.some(touched::among);
    }

    /** The folder that it is, or that it lies in. */
    Path folder() {
      return Files.isDirectory(path) ? path : path.getParent();
    }

    /** To be called after the check: a path without sources is worth a word. */
    void complainWhenEmpty(Diagnostics findings) {
      if (!edition && check.files().isEmpty()) {
        findings.add(Code.CONF_NO_LETTERS, Location.of(name), name);
      }
    }
  }

  /**
   * @param session gets what is wrong with settings and schemas
   * @param paths what the user named; nothing for the folder that the user stands in
   * @param schema a grammar to use instead of the edition's or ours, or null
   */
  Targets(Session session, List<Path> paths, Path schema, boolean verbose) {
    this.session = session;
    this.grammar = schema == null ? null : session.resolve(schema);
    this.verbose = verbose;
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      add(path);
    }
  }

  List<Target> all() {
    return all;
  }

  /** What finds and shows them. */
  Session session() {
    return session;
  }

  /** The folders in which something that counts may change; unusable ones are among them. */
  Set<Path> watched() {
    Set<Path> folders = new LinkedHashSet<>();
    typed.forEach(path -> folders.add(Files.isRegularFile(path) ? path.getParent() : path));
    for (Path path : typed) {
      Path schemas = path.resolveSibling("schema");
      if (Files.isRegularFile(path) && Files.isDirectory(schemas)) {
        folders.add(schemas);
      }
    }
    if (grammar != null) {
      folders.add(grammar.getParent());
    }
    return folders;
  }

  /** True when the folders in one of these count, too. */
  boolean isDeep(Path folder) {
    return typed.contains(folder);
  }

  /** True for what may be a source that is new or changed, or a source or folder that is gone. */
  boolean isSource(Path changed) {
    boolean known =
        all.stream()
            .flatMap(target -> target.check().files().stream())
            .anyMatch(file -> file.path().startsWith(changed));
    boolean xml = changed.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml");
    return known || xml && typed.stream().filter(Files::isDirectory).anyMatch(changed::startsWith);
  }

  /** True for a file on which all checks depend: a schema, or settings. */
  boolean isBasic(Path changed) {
    return changed.getParent().equals(grammar == null ? null : grammar.getParent())
        || all.stream()
            .map(Target::folder)
            .anyMatch(
                folder ->
                    changed.startsWith(folder.resolve("schema"))
                        || changed.equals(folder.resolve(SettingsFile.NAME)));
  }

  /** True when one of them is no edition, or has wrong settings. */
  boolean unusable() {
    return unusable;
  }

  private void add(Path named) {
    Path path = session.resolve(named);
    typed.add(path);
    if (isEdition(path) || !Files.exists(path)) {
      Edition edition = session.edition(named);
      unusable |= edition == null;
      if (edition != null) {
        all.add(new Target(path, edition.name(), true, edition(edition)));
      }
    } else {
      Path folder = Files.isDirectory(path) ? path : path.getParent();
      SourceFolder names = session.folder(folder);
      Edition around = new Edition(folder, names.name(folder), Settings.DEFAULT);
      SourceCheck check =
          new FileCheck(around, names, session.jobs(), session.findings(), grammar).sources(path);
      all.add(new Target(path, names.name(path), false, check));
    }
  }

  private static boolean isEdition(Path path) {
    return Files.isDirectory(path)
        && (Files.isDirectory(path.resolve("tei"))
            || Files.isRegularFile(path.resolve(SettingsFile.NAME)));
  }

  private SourceCheck edition(Edition edition) {
    BuildOptions options =
        new BuildOptions(
            edition.folder().resolve("site"),
            session.jobs(),
            false,
            EnumSet.allOf(Output.class),
            verbose,
            false);
    return new EditionBuild(
            edition,
            session.folder(edition.folder()),
            options,
            session.findings(),
            session.progress(),
            grammar)
        .sources();
  }
}
