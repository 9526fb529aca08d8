package org.letterpress.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.letterpress.corpora.EditionGenerator;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FactsHandler;
import org.letterpress.letter.FileFacts;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;

/** The index of an edition that was made up for a test, without anything being rendered. */
final class GeneratedEdition {
  private GeneratedEdition() {}

  /**
   * Generates an edition, reads it and joins it.
   *
   * @param folder gets the files
   * @param language of the interface
   */
  static EditionIndex index(Path folder, EditionGenerator edition, String language)
      throws IOException {
    edition.write(folder, null);
    Diagnostics findings = new Diagnostics();
    List<FileFacts> facts = new ArrayList<>();
    SafeParser parser = new SafeParser(folder);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String key = folder.relativize(file).toString();
      SourceFile source = new SourceFile(file, key, key);
      FactsHandler handler = new FactsHandler(source, "", key.endsWith("edition.xml"), findings);
      parser.parse(source, Files.readAllBytes(file), List.of(handler), findings);
      facts.add(handler.facts());
    }
    return EditionIndex.join(facts, language, findings);
  }
}
