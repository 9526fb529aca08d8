package org.letterpress.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.letterpress.letter.EditionFacts;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.site.search.DamagedSegmentException;
import org.letterpress.site.search.DiplomaticWords;
import org.letterpress.site.search.FoundPage;
import org.letterpress.site.search.FoundPage.Kind;
import org.letterpress.site.search.IndexFiles;
import org.letterpress.site.search.LetterFacets;
import org.letterpress.site.search.LetterWords;
import org.letterpress.site.search.PageText;
import org.letterpress.site.search.Passage;
import org.letterpress.site.search.SearchIndex;
import org.letterpress.site.search.Segment;
import org.letterpress.site.search.Segments;
import org.letterpress.site.search.Tokens;

/** The index of the search page, made of the pages that stand to be published. */
final class SearchOutput {
  /** Where its files stand, from the root of the site. */
  static final String FOLDER = "assets/search/";

  /** What every search begins with. */
  private static final String MAIN = "index.js";

  /** Label of what is neither letter nor entry. */
  private static final String TEXT = "other-text";

  private final Rendering rendering;
  private final Path caches;
  private final LetterFacets facets;
  private final ThreadLocal<Tokens> tokens = ThreadLocal.withInitial(Tokens::new);

  /**
   * A page that is to be found.
   *
   * @param diplomatic where the diplomatic view of a letter stands, or empty
   * @param fingerprint of what the page and that view were made of
   */
  private record Page(FoundPage found, String diplomatic, String fingerprint) {}

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
    if (rendering.staging().keepFreshFolder(FOLDER, MAIN, fingerprint)) {
      return;
    }
    try (Segments segments = new Segments(folder())) {
      try {
        make(jobs, segments, fingerprint);
      } catch (DamagedSegmentException damaged) {
        segments.forget();
        make(jobs, segments, fingerprint);
      }
      segments.sweep();
    }
  }

  private Path folder() {
    if (caches == null) {
      return null;
    }
    Path facts = FactsCache.file(caches, rendering.edition().folder());
    return facts.resolveSibling(facts.getFileName() + "-search");
  }

  private void make(Jobs jobs, Segments segments, String fingerprint) throws IOException {
    SearchIndex index = new SearchIndex(new Taker(rendering.staging(), fingerprint), segments);
    List<List<Page>> groups = Segments.cut(pages(jobs), page -> page.found.href());
    List<Segment> made = jobs.map(groups, group -> segment(segments, group));
    for (int i = 0; i < made.size(); i++) {
      index.add(made.get(i), groups.get(i).stream().map(Page::found).toList());
    }
    index.finish();
  }

  /** Takes the files of the index for the staging. */
  private record Taker(Staging staging, String fingerprint) implements IndexFiles {
    @Override
    public void add(String path, String key, byte[] bytes) throws IOException {
      staging.stage(path, key.isEmpty() ? fingerprint : of(key), "", bytes);
    }

    @Override
    public boolean keep(String path, String key) {
      return staging.keepFresh(path, of(key));
    }

    @Override
    public byte[] read(String path, String key) throws IOException {
      return staging.isFresh(path, of(key)) ? staging.lastContent(path) : null;
    }

    private static String of(String key) {
      return new Fingerprint().add(Fingerprint.ofProgram()).add(key).hex();
    }
  }

  // ---- pages -----------------------------------------------------------------------------------

  private List<Page> pages(Jobs jobs) {
    EditionIndex edition = rendering.index();
    List<Page> pages = new ArrayList<>(jobs.map(edition.letters(), this::letter));
    if (edition.edition() != EditionFacts.NONE) {
      pages.add(text("index.html", edition.edition().title()));
    }
    edition.volumes().forEach(one -> pages.add(text(one.href(), one.title())));
    for (List<EntryFacts> register : edition.registers().values()) {
      pages.addAll(jobs.map(register, this::entry));
    }
    return pages;
  }

  private Page letter(IndexedLetter letter) {
    String diplomatic = letter.href().replaceFirst("^letters/", LetterStep.DIPLOMATIC);
    return page(
        new FoundPage(
            Kind.LETTER, letter.href(), letter.heading(), letter.date(), facets.of(letter)),
        rendering.staging().isThere(diplomatic) ? diplomatic : "");
  }

  private Page text(String href, String title) {
    return page(new FoundPage(Kind.TEXT, href, title, TEXT, Map.of()), "");
  }

  private Page entry(EntryFacts entry) {
    String href = rendering.index().href(entry);
    return page(new FoundPage(Kind.ENTRY, href, entry.name(), entry.kind().word(), Map.of()), "");
  }

  private Page page(FoundPage found, String diplomatic) {
    String fingerprint = fingerprint(found.href());
    return new Page(
        found,
        diplomatic,
        diplomatic.isEmpty() ? fingerprint : fingerprint + "+" + fingerprint(diplomatic));
  }

  /** Of what a page was made of; of the page itself when it has a finding. */
  private String fingerprint(String href) {
    String made = rendering.staging().fingerprintNow(href);
    if (made != null) {
      return made;
    }
    byte[] bytes = content(href);
    return bytes == null ? "" : new Fingerprint().add(Fingerprint.ofProgram()).add(bytes).hex();
  }

  private byte[] content(String href) {
    try {
      return rendering.staging().content(href);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  // ---- words -----------------------------------------------------------------------------------

  private Segment segment(Segments segments, List<Page> pages) {
    try {
      return segments.of(
          pages.get(pages.size() - 1).found.href(),
          pages.stream().map(Page::fingerprint).toList(),
          number -> words(pages.get(number)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private LetterWords words(Page page) {
    List<Passage> passages = new ArrayList<>(passages(page.found.href()));
    if (!page.diplomatic.isEmpty()) {
      passages.addAll(DiplomaticWords.of(passages, passages(page.diplomatic)));
    }
    return LetterWords.of(passages, tokens.get());
  }

  /** What a page shows; nothing when there is no such page. */
  private List<Passage> passages(String href) {
    byte[] page = content(href);
    return page == null ? List.of() : PageText.of(page);
  }
}
