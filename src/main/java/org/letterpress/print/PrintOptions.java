package org.letterpress.print;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What holds for every PDF of a run.
 *
 * @param editionFolder images are read from inside this folder only
 * @param producer name and version of the program, as the PDF names it
 * @param creationDate the date that the PDFs carry: handed in, so that the same sources give the
 *     same bytes
 * @param fonts further TrueType files for signs that the built-in fonts lack, in order of
 *     preference
 */
public record PrintOptions(
    Path editionFolder, String producer, Instant creationDate, List<Path> fonts) {

  public PrintOptions {
    Objects.requireNonNull(editionFolder);
    Objects.requireNonNull(producer);
    Objects.requireNonNull(creationDate);
    fonts = List.copyOf(fonts);
  }

  /** Options with the built-in fonts alone. */
  public PrintOptions(Path editionFolder, String producer, Instant creationDate) {
    this(editionFolder, producer, creationDate, List.of());
  }
}
