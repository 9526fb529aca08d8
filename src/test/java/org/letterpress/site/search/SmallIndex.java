package org.letterpress.site.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Makes an index of pages whose words are given. */
public final class SmallIndex {
  private SmallIndex() {}

  /** A page with its words. */
  public record Page(FoundPage found, LetterWords words) {}

  /** A letter of some text, which was written in some year. */
  static Page letter(String name, String year, String text, Tokens tokens) {
    List<Passage> passages =
        List.of(
            new Passage("h", Passage.Part.HEADING, "Letter " + name),
            new Passage("p-1", Passage.Part.TEXT, text));
    Map<Facet, List<Facet.Value>> facets =
        Map.of(Facet.YEAR, List.of(new Facet.Value(year, "year")));
    return new Page(
        new FoundPage(FoundPage.Kind.LETTER, name + ".html", name, "", facets),
        LetterWords.of(passages, tokens));
  }

  /** Makes the index of some pages and writes it. */
  public static void write(List<Page> pages, IndexFiles files) throws IOException {
    try (Segments segments = new Segments(null)) {
      write(pages, segments, files);
    }
  }

  /** The same with segments that may know some of the pages. */
  static void write(List<Page> pages, Segments segments, IndexFiles files) throws IOException {
    SearchIndex index = new SearchIndex(files, segments);
    for (List<Page> some : Segments.cut(pages, page -> page.found.href())) {
      Segment segment =
          segments.of(
              some.get(some.size() - 1).found.href(),
              some.stream()
                  .map(page -> page.found.href() + Shards.key(page.words.pieces()))
                  .toList(),
              number -> some.get(number).words);
      index.add(segment, some.stream().map(Page::found).toList());
    }
    index.finish();
  }
}
