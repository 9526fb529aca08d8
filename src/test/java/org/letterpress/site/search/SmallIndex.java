package org.letterpress.site.search;

import java.io.IOException;
import java.util.List;

/** Makes an index of pages whose words are given. */
public final class SmallIndex {
  private SmallIndex() {}

  /** A page with its words. */
  public record Page(FoundPage found, LetterWords words) {}

  /** Makes the index of some pages and writes it. */
  public static void write(List<Page> pages, IndexFiles files) throws IOException {
    try (Segments segments = new Segments(null)) {
      write(pages, segments, files);
    }
  }

  /** The same with segments that may know some of the pages. */
  static void write(List<Page> pages, Segments segments, IndexFiles files) throws IOException {
    SearchIndex index = new SearchIndex(files);
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
