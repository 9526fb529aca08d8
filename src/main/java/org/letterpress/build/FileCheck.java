package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.OwnSchemas;

/** Checks single files, each for itself: well-formedness, grammar, Schematron. */
public final class FileCheck {
  private final SourceFolder folder;
  private final int threads;
  private final EditionReader reader;

  /**
   * @param around the folder that external entities may be read from
   * @param grammar the grammar to use, or null for the edition's or ours
   */
  public FileCheck(
      Edition around, SourceFolder folder, int threads, Diagnostics findings, Path grammar) {
    this.folder = folder;
    this.threads = threads;
    Stylesheets stylesheets = new Stylesheets(around, findings);
    OwnSchemas schemas = OwnSchemas.of(around, grammar, stylesheets.processor(), findings);
    this.reader =
        new EditionReader(
            around, folder, stylesheets.processor(), schemas.grammar(), schemas.rules(), findings);
  }

  /** The check of a file, or of every XML file below a folder. */
  public SourceCheck sources(Path path) {
    return new SourceCheck(
        reader,
        unread -> files(path, unread),
        (facts, unlinked) -> {},
        threads,
        (step, done, all) -> {});
  }

  private List<SourceFile> files(Path path, Diagnostics unread) {
    try {
      return Files.isDirectory(path) ? folder.below(path, unread) : List.of(folder.file(path));
    } catch (IOException problem) {
      unread.add(
          Code.XML_UNREADABLE, Location.of(folder.name(path)), ReadProblem.describe(problem));
      return List.of();
    }
  }
}
