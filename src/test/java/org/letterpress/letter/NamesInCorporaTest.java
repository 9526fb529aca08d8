package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;

/**
 * Where the names in the texts of published editions lead. Skipped where the editions are not at
 * hand.
 */
class NamesInCorporaTest {
  private static final Path CORPORA = Path.of("..", "shared", "corpora");

  private final Diagnostics findings = new Diagnostics();

  /**
   * @param unresolved how many names point at nothing, because what they name is not in the edition
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"auden-musulin, 4", "serafin, 4", "estournelles, 0", "frus, 14", "mitford, 1190"})
  void namesLeadToEntriesOrToOtherPlaces(String corpus, int unresolved) throws IOException {
    Path folder = CORPORA.resolve(corpus);
    assumeTrue(Files.isDirectory(folder), () -> "no " + folder + " here: left out");
    EditionIndex index = EditionIndex.join(read(folder), "en", findings);
    long nowhere = 0;
    for (IndexedLetter letter : index.letters()) {
      LetterFacts facts = letter.facts();
      Map<Integer, List<String>> values = facts.namingValues();
      for (Mention mention : facts.mentions()) {
        Kind kind = Kind.ofName(mention.element());
        for (String attribute : values.get(mention.ordinal())) {
          for (String value : EditionIndex.values(attribute)) {
            boolean found =
                index.entry(facts, kind, List.of(value)) != null
                    || !(index.resolve(facts.file().key(), value) instanceof Target.Nothing);
            nowhere += found ? 0 : 1;
          }
        }
      }
    }
    assertThat(nowhere).isEqualTo(unresolved);
  }

  private List<FileFacts> read(Path folder) throws IOException {
    Edition edition =
        new Edition(folder.toAbsolutePath().normalize(), folder.toString(), Settings.DEFAULT);
    SourceFolder names = new SourceFolder(edition.folder(), edition.folder());
    List<FileFacts> facts = new ArrayList<>();
    for (Path source : edition.sourceFolders()) {
      for (SourceFile file : names.below(source, findings)) {
        if (file.looksLikeTei()) {
          FactsHandler handler = new FactsHandler(file, "", false, findings);
          new SafeParser(edition.folder()).parse(file, file.bytes(), List.of(handler), findings);
          facts.add(handler.facts());
        }
      }
    }
    return facts;
  }
}
