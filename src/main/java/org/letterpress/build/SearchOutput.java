package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.site.search.FoundLetter;
import org.letterpress.site.search.LetterFacets;
import org.letterpress.site.search.LetterWords;
import org.letterpress.site.search.PageText;
import org.letterpress.site.search.SearchIndex;
import org.letterpress.site.search.Tokens;

/** The index of the search page, made of the pages that stand to be published. */
final class SearchOutput {
  /** Where its files stand, from the root of the site. */
  static final String FOLDER = "assets/search/";

  /** Letters whose pages are in memory at one time. */
  private static final int BATCH = 256;

  private final Rendering rendering;
  private final Path caches;
  private final LetterFacets facets;
  private final ThreadLocal<Tokens> tokens = ThreadLocal.withInitial(Tokens::new);

  /**
   * A letter and what its page was made of; null when it has to be read again by the next build.
   */
  private record Read(FoundLetter letter, String fingerprint) {}

  /**
   * @param rendering what the steps share
   * @param caches the user's cache folder, or null
   */
  SearchOutput(Rendering rendering, Path caches) {
    this.rendering = rendering;
    this.caches = caches;
    this.facets = new LetterFacets(rendering.index());
  }

  /**
   * Makes the index, or keeps it when the last build made it of the same.
   *
   * @param fingerprint of everything that the edition is made of
   * @throws IOException when a page cannot be read or a file cannot be written
   */
  void make(Jobs jobs, String fingerprint) throws IOException {
    if (rendering.staging().keepFreshFolder(FOLDER, fingerprint)) {
      return;
    }
    SearchIndex index =
        new SearchIndex((path, bytes) -> rendering.staging().stage(path, fingerprint, "", bytes));
    List<IndexedLetter> letters = rendering.index().letters();
    try (WordsCache cache = WordsCache.of(caches, rendering.edition().folder())) {
      for (int from = 0; from < letters.size(); from += BATCH) {
        List<IndexedLetter> batch = letters.subList(from, Math.min(from + BATCH, letters.size()));
        for (Read read : jobs.map(batch, letter -> read(letter, cache))) {
          index.add(read.letter);
          if (read.fingerprint != null) {
            cache.keep(read.fingerprint, read.letter.words());
          }
        }
      }
      cache.save();
    }
    index.finish();
  }

  private Read read(IndexedLetter letter, WordsCache cache) {
    try {
      String fingerprint = rendering.staging().fingerprintNow(letter.href());
      LetterWords words = fingerprint == null ? null : cache.find(fingerprint);
      if (words == null) {
        byte[] page = rendering.staging().content(letter.href());
        words = LetterWords.of(page == null ? List.of() : PageText.of(page), tokens.get());
      }
      return new Read(
          new FoundLetter(letter.href(), letter.heading(), letter.date(), words, facets.of(letter)),
          fingerprint);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
