package org.letterpress.build;

import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.Edition;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/** Checks a whole edition: each file for itself, and what joins them. */
public final class EditionCheck {
  private final Edition edition;
  private final int threads;
  private final Progress progress;
  private final Schemas schemas;
  private final EditionReader reader;

  /**
   * @param folder names files as the user knows them
   * @param threads how many files are read at once
   * @param progress told how far the check has come
   * @param options what the user says about schemas
   * @param findings gets what is wrong with schemas; what is wrong with files the check gives back
   */
  public EditionCheck(
      Edition edition,
      SourceFolder folder,
      int threads,
      Progress progress,
      SchemaOptions options,
      Diagnostics findings) {
    this.edition = edition;
    this.threads = threads;
    this.progress = progress;
    Stylesheets stylesheets = new Stylesheets(edition, findings);
    this.schemas = new Schemas(edition, options, folder, stylesheets::processor, findings);
    this.reader =
        new EditionReader(edition, folder, stylesheets::processor, schemas, findings)
            .withoutContexts();
  }

  /** The check of all its sources. */
  public SourceCheck sources() {
    return new SourceCheck(
        reader,
        reader::files,
        (learned, unlinked) -> {
          schemas.report();
          EditionLink.join(edition, learned, unlinked);
        },
        threads,
        progress);
  }
}
