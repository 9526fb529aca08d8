package org.letterpress.api;

import java.nio.file.Path;
import java.util.List;
import org.letterpress.build.EditionCheck;
import org.letterpress.build.SourceCheck;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.EditionFolder;
import org.letterpress.source.CacheFolder;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.SchemaOptions;

/**
 * An edition on disk, for programs.
 *
 * <pre>{@code
 * Validation validation = Edition.open(Path.of("my-edition")).validate();
 * validation.findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class Edition {
  private final Path folder;
  private final List<String> schemas;
  private final Path cache;

  private Edition(Path folder, List<String> schemas, Path cache) {
    this.folder = folder;
    this.schemas = schemas;
    this.cache = cache;
  }

  /**
   * The edition in a folder. Nothing is read yet, so nothing can fail.
   *
   * @param folder the edition's folder, absolute or relative to the working directory
   */
  public static Edition open(Path folder) {
    return new Edition(folder, List.of(), CacheFolder.ofUser());
  }

  /**
   * The same edition, to be checked against these schemas before all others.
   *
   * @param locations absolute paths, or addresses of http and https that are in the cache
   */
  public Edition withSchemas(List<String> locations) {
    return new Edition(folder, List.copyOf(locations), cache);
  }

  /**
   * The same edition with another folder for fetched and compiled schemas than the user's.
   *
   * @param other a folder that is made when it does not exist
   */
  public Edition withCache(Path other) {
    return new Edition(folder, schemas, other.toAbsolutePath());
  }

  /**
   * Checks the whole edition, as {@code letterpress validate} does, on all processors.
   *
   * @return what was found. Whatever goes wrong is a finding: a folder that does not exist, wrong
   *     settings ({@code LP-CONF}), a file that cannot be read ({@code LP-XML}).
   */
  public Validation validate() {
    Path absolute = folder.toAbsolutePath().normalize();
    SourceFolder names = new SourceFolder(absolute, Path.of(""));
    Diagnostics findings = new Diagnostics();
    org.letterpress.project.Edition edition =
        EditionFolder.open(absolute, folder.toString(), names, findings);
    if (edition == null) {
      return new Validation(0, findings.sorted());
    }
    SourceCheck check =
        new EditionCheck(
                edition,
                names,
                Runtime.getRuntime().availableProcessors(),
                (step, done, all) -> {},
                new SchemaOptions(schemas, false, "", false, cache),
                findings)
            .sources();
    findings.addAll(check.all());
    return new Validation(
        check.size(), findings.sorted().stream().filter(edition.settings()::shows).toList());
  }
}
