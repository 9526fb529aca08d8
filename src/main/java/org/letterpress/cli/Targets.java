package org.letterpress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.letterpress.build.EditionCheck;
import org.letterpress.build.FileCheck;
import org.letterpress.build.SourceCheck;
import org.letterpress.build.Touched;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.project.SettingsFile;
import org.letterpress.source.GitChanges;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.SchemaOptions;

/** What {@code letterpress validate} is to check: editions, folders and single files. */
final class Targets {
  private static final String SCHEMAS = "schema";
  private static final String CATALOG = "catalog.xml";

  /** Endings of schemas, and of what a document may draw in. */
  private static final Set<String> PARTS = Set.of("rng", "rnc", "sch", "xsd", "dtd", "ent", "mod");

  private final Session session;
  private final SchemaOptions schemas;
  private final List<Path> paths = new ArrayList<>();
  private final List<Target> all = new ArrayList<>();
  private boolean unusable;

  /**
   * An edition, or files and folders of one.
   *
   * @param folder the edition's folder, absolute; of files in no edition the one they lie in
   * @param name how messages call it
   * @param check its check
   */
  record Target(Path folder, String name, SourceCheck check) {

    /**
     * Checks what has changed since a revision, and what points at it; everything, when the schemas
     * or settings have changed.
     */
    List<Diagnostic> changedSince(String revision) throws GitChanges.Unknown {
      Touched touched = new Touched(GitChanges.since(folder, name, revision));
      boolean basic =
          touched.touchesBelow(folder.resolve(SCHEMAS))
              || touched.touches(List.of(folder.resolve(SettingsFile.NAME)));
      return basic ? check.all() : check.some(touched::among);
    }
  }

  /**
   * @param session gets what is wrong with settings and schemas
   * @param named what the user named; nothing for the folder that the user stands in
   */
  Targets(Session session, List<Path> named, SchemaOptions schemas) {
    this.session = session;
    this.schemas = schemas;
    // Files of one edition are checked together, so that they share their schemas.
    Map<Path, List<Path>> single = new TreeMap<>();
    for (Path typed : named.isEmpty() ? List.of(Path.of("")) : named) {
      Path path = session.resolve(typed);
      paths.add(path);
      if (isEdition(path) || !Files.exists(path)) {
        addEdition(typed);
      } else {
        Path folder = Edition.enclosing(Files.isDirectory(path) ? path : path.getParent());
        single.computeIfAbsent(folder, none -> new ArrayList<>()).add(path);
      }
    }
    single.forEach(this::addFiles);
  }

  private static boolean isEdition(Path path) {
    return Files.isDirectory(path)
        && (Files.isDirectory(path.resolve("tei"))
            || Files.isRegularFile(path.resolve(SettingsFile.NAME)));
  }

  private void addEdition(Path typed) {
    Edition edition = session.edition(typed);
    if (edition == null) {
      unusable = true;
      return;
    }
    EditionCheck check =
        new EditionCheck(
            edition,
            session.folder(edition.folder()),
            session.jobs(),
            session.progress(),
            schemas,
            session.findings());
    all.add(new Target(edition.folder(), edition.name(), check.sources()));
  }

  private void addFiles(Path folder, List<Path> files) {
    SourceFolder names = session.folder(folder);
    Edition around = new Edition(folder, names.name(folder), Settings.DEFAULT);
    FileCheck check = new FileCheck(around, names, session.jobs(), schemas, session.findings());
    all.add(new Target(folder, names.name(folder), check.sources(files)));
  }

  List<Target> all() {
    return all;
  }

  /** What finds and shows them. */
  Session session() {
    return session;
  }

  /** True when one of them is no edition, or has wrong settings. */
  boolean unusable() {
    return unusable;
  }

  /**
   * The folders in which something that counts may change, and whether the folders in them count,
   * too.
   */
  Map<Path, Boolean> watched() {
    Map<Path, Boolean> folders = new LinkedHashMap<>();
    Set<Path> beside = new LinkedHashSet<>();
    for (Path path : paths) {
      boolean deep = !Files.isRegularFile(path);
      folders.merge(deep ? path : path.getParent(), deep, Boolean::logicalOr);
    }
    for (Target target : all) {
      beside.add(target.folder);
      beside.add(target.folder.resolve(SCHEMAS));
    }
    for (String schema : schemas.schemas()) {
      if (!schema.contains("://")) {
        beside.add(Path.of(schema).getParent());
      }
    }
    beside.forEach(folder -> folders.putIfAbsent(folder, false));
    return folders;
  }

  /** True for what may be a source that is new or changed, or a source or folder that is gone. */
  boolean isSource(Path changed) {
    boolean known =
        all.stream()
            .flatMap(target -> target.check().files().stream())
            .anyMatch(file -> file.path().startsWith(changed));
    boolean xml = ending(changed).equals("xml");
    return known || xml && paths.stream().filter(Files::isDirectory).anyMatch(changed::startsWith);
  }

  /** True for a file on which other files' checks depend: a schema, a part of one, or settings. */
  boolean isBasic(Path changed) {
    return PARTS.contains(ending(changed))
        || changed.getFileName().toString().equals(CATALOG)
        || all.stream()
            .map(Target::folder)
            .anyMatch(
                folder ->
                    changed.startsWith(folder.resolve(SCHEMAS))
                        || changed.equals(folder.resolve(SettingsFile.NAME)));
  }

  private static String ending(Path path) {
    String name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
