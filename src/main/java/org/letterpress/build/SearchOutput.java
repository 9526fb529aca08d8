package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.site.search.FoundLetter;
import org.letterpress.site.search.LetterFacets;
import org.letterpress.site.search.PageText;
import org.letterpress.site.search.Passage;
import org.letterpress.site.search.SearchIndex;

/** The index of the search page, made of the pages that stand to be published. */
final class SearchOutput {
  /** Where its files stand, from the root of the site. */
  static final String FOLDER = "assets/search/";

  /** Letters whose pages are in memory at one time. */
  private static final int BATCH = 256;

  private final Rendering rendering;
  private final LetterFacets facets;

  /**
   * @param rendering what the steps share
   */
  SearchOutput(Rendering rendering) {
    this.rendering = rendering;
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
    for (int from = 0; from < letters.size(); from += BATCH) {
      List<IndexedLetter> batch = letters.subList(from, Math.min(from + BATCH, letters.size()));
      for (FoundLetter letter : jobs.map(batch, this::letter)) {
        index.add(letter);
      }
    }
    index.finish();
  }

  private FoundLetter letter(IndexedLetter letter) {
    try {
      byte[] page = rendering.staging().content(letter.href());
      List<Passage> passages = new ArrayList<>();
      if (page != null) {
        passages.addAll(PageText.of(page));
      }
      return new FoundLetter(
          letter.href(), letter.heading(), letter.date(), passages, facets.of(letter));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
