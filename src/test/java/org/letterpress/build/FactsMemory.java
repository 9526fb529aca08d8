package org.letterpress.build;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.project.Edition;
import org.letterpress.project.EditionFolder;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/**
 * How much memory the facts of an edition take, with the index that joins them.
 *
 * <p>A program for {@code src/bench/run.sh}, no test: it prints a number of bytes.
 */
public final class FactsMemory {
  private FactsMemory() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the edition
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    SourceFolder names = new SourceFolder(folder, folder);
    Diagnostics findings = new Diagnostics();
    Edition edition = EditionFolder.open(folder, "edition", names, findings);
    Path cache = Files.createTempDirectory("letterpress-memory");
    SchemaOptions choice = new SchemaOptions(List.of(), false, "", false, cache);
    Stylesheets stylesheets = new Stylesheets(edition, findings);
    Schemas schemas = new Schemas(edition, choice, names, stylesheets::processor, findings);
    EditionReader reader =
        new EditionReader(edition, names, stylesheets::processor, schemas, findings);
    List<SourceFile> files = reader.files();
    // What the parsers keep for themselves is no fact, nor is what the first use of classes takes.
    List<Learned> some = new ArrayList<>();
    for (SourceFile file : List.of(files.get(0), files.get(files.size() / 2))) {
      some.add(reader.read(file, false, findings).learned());
    }
    EditionLink.index(edition, some, new Diagnostics());
    some.clear();
    long before = used();
    List<Learned> learned = new ArrayList<>();
    try (Jobs jobs = new Jobs(2)) {
      jobs.map(files, file -> reader.read(file, false, new Diagnostics()))
          .forEach(
              read -> {
                if (read != null) {
                  learned.add(read.learned());
                }
              });
    }
    EditionIndex index = EditionLink.index(edition, learned, new Diagnostics());
    System.out.println(used() - before);
    // A build has it as long as the facts, with the texts that they share.
    Reference.reachabilityFence(reader);
    Reference.reachabilityFence(index);
    Reference.reachabilityFence(learned);
  }

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
