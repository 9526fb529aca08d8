package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.letterpress.letter.EditionFacts;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.site.search.DiplomaticWords;
import org.letterpress.site.search.Facet;
import org.letterpress.site.search.FoundPage;
import org.letterpress.site.search.FoundPage.Kind;
import org.letterpress.site.search.LetterFacets;
import org.letterpress.site.search.LetterWords;
import org.letterpress.site.search.PageText;
import org.letterpress.site.search.Passage;
import org.letterpress.site.search.SearchIndex;
import org.letterpress.site.search.Tokens;

/** The index of the search page, made of the pages that stand to be published. */
final class SearchOutput {
  /** Where its files stand, from the root of the site. */
  static final String FOLDER = "assets/search/";

  /** Letters whose pages are in memory at one time. */
  private static final int BATCH = 256;

  /** Label of what is neither letter nor entry. */
  private static final String TEXT = "other-text";

  private final Rendering rendering;
  private final Path caches;
  private final LetterFacets facets;
  private final ThreadLocal<Tokens> tokens = ThreadLocal.withInitial(Tokens::new);

  /** A page and what it was made of; null when it has to be read again by the next build. */
  private record Read(FoundPage page, String fingerprint) {}

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
    EditionIndex edition = rendering.index();
    try (WordsCache cache = WordsCache.of(caches, rendering.edition().folder())) {
      add(index, jobs, cache, edition.letters(), letter -> letter(letter, cache));
      if (edition.edition() != EditionFacts.NONE) {
        String title = edition.edition().title();
        add(index, jobs, cache, List.of(title), one -> text("index.html", one, cache));
      }
      add(index, jobs, cache, edition.volumes(), one -> text(one.href(), one.title(), cache));
      for (List<EntryFacts> register : edition.registers().values()) {
        add(index, jobs, cache, register, entry -> entry(entry, cache));
      }
      cache.save();
    }
    index.finish();
  }

  private static <T> void add(
      SearchIndex index, Jobs jobs, WordsCache cache, List<T> all, Function<T, Read> reader)
      throws IOException {
    for (int from = 0; from < all.size(); from += BATCH) {
      for (Read read : jobs.map(all.subList(from, Math.min(from + BATCH, all.size())), reader)) {
        index.add(read.page);
        if (read.fingerprint != null) {
          cache.keep(read.fingerprint, read.page.words());
        }
      }
    }
  }

  private Read letter(IndexedLetter letter, WordsCache cache) {
    String diplomatic = letter.href().replaceFirst("^letters/", LetterStep.DIPLOMATIC);
    return read(
        Kind.LETTER,
        letter.href(),
        diplomatic,
        letter.heading(),
        letter.date(),
        facets.of(letter),
        cache);
  }

  private Read text(String href, String title, WordsCache cache) {
    return read(Kind.TEXT, href, "", title, TEXT, Map.of(), cache);
  }

  private Read entry(EntryFacts entry, WordsCache cache) {
    String href = rendering.index().href(entry);
    return read(Kind.ENTRY, href, "", entry.name(), entry.kind().word(), Map.of(), cache);
  }

  private Read read(
      Kind kind,
      String href,
      String diplomatic,
      String title,
      String date,
      Map<Facet, List<Facet.Value>> facets,
      WordsCache cache) {
    try {
      String fingerprint = fingerprint(href, diplomatic);
      LetterWords words = fingerprint == null ? null : cache.find(fingerprint);
      if (words == null) {
        List<Passage> passages = new ArrayList<>(passages(href));
        if (!diplomatic.isEmpty()) {
          passages.addAll(DiplomaticWords.of(passages, passages(diplomatic)));
        }
        words = LetterWords.of(passages, tokens.get());
      }
      return new Read(new FoundPage(kind, href, title, date, words, facets), fingerprint);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Of a letter's page and of its diplomatic view, if it has one. */
  private String fingerprint(String href, String diplomatic) throws IOException {
    String page = rendering.staging().fingerprintNow(href);
    if (page == null || diplomatic.isEmpty() || rendering.staging().content(diplomatic) == null) {
      return page;
    }
    String view = rendering.staging().fingerprintNow(diplomatic);
    return view == null ? null : page + "+" + view;
  }

  /** What a page shows; nothing when there is no such page. */
  private List<Passage> passages(String href) throws IOException {
    byte[] page = rendering.staging().content(href);
    return page == null ? List.of() : PageText.of(page);
  }
}
