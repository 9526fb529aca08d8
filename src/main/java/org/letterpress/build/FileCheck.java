package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/** Checks single files, each for itself: well-formedness, grammar, Schematron. */
public final class FileCheck {
  private final SourceFolder folder;
  private final int threads;
  private final Schemas schemas;
  private final EditionReader reader;

  /**
   * @param around the edition that the files belong to; entities are read from its folder only
   * @param options what the user says about schemas
   */
  public FileCheck(
      Edition around,
      SourceFolder folder,
      int threads,
      SchemaOptions options,
      Diagnostics findings) {
    this.folder = folder;
    this.threads = threads;
    Stylesheets stylesheets = new Stylesheets(around, findings);
    this.schemas = new Schemas(around, options, folder, stylesheets::processor, findings);
    this.reader =
        new EditionReader(around, folder, stylesheets::processor, schemas, findings)
            .ofSingleFiles();
  }

  /** The check of files, and of every XML file below folders. */
  public SourceCheck sources(List<Path> paths) {
    return new SourceCheck(
        reader,
        apart -> {
          Set<SourceFile> files = new LinkedHashSet<>();
          paths.forEach(path -> files.addAll(files(path, apart)));
          return List.copyOf(files);
        },
        (facts, unlinked) -> schemas.report(),
        threads,
        (step, done, all) -> {});
  }

  private List<SourceFile> files(Path path, Diagnostics apart) {
    if (!Files.isDirectory(path)) {
      return List.of(folder.file(path));
    }
    try {
      List<SourceFile> below = folder.below(path, apart);
      if (below.isEmpty()) {
        apart.add(Code.CONF_NO_XML, Location.of(folder.name(path)), folder.name(path));
      }
      return below;
    } catch (IOException problem) {
      apart.add(Code.XML_UNREADABLE, Location.of(folder.name(path)), ReadProblem.describe(problem));
      return List.of();
    }
  }
}
