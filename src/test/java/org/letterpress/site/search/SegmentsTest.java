package org.letterpress.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.site.search.SmallIndex.Page;

class SegmentsTest {
  @TempDir Path folder;

  private final Random random = new Random(20);
  private final Tokens tokens = new Tokens();

  private Page page(String name) {
    int size = random.nextInt(40) == 0 ? 2500 : random.nextInt(60);
    StringBuilder text = new StringBuilder("Ü \uD83D\uDCDC");
    for (int i = 0; i < size; i++) {
      text.append(" w").append(random.nextInt(1 + random.nextInt(500)));
    }
    return SmallIndex.letter(name, "18" + size % 100, text.toString(), tokens);
  }

  private List<Page> pages(int count) {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(page("p" + i));
    }
    return pages;
  }

  private static Map<String, byte[]> index(List<Page> pages, Segments segments) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (segments) {
      try {
        SmallIndex.write(pages, segments, (path, key, bytes) -> files.put(path, bytes));
      } catch (DamagedSegmentException damaged) {
        segments.forget();
        SmallIndex.write(pages, segments, (path, key, bytes) -> files.put(path, bytes));
      }
      segments.sweep();
    }
    return files;
  }

  private void assertSame(List<Page> pages) throws IOException {
    Map<String, byte[]> kept = index(pages, new Segments(folder));
    Map<String, byte[]> anew = index(pages, new Segments(null));
    assertThat(kept.keySet()).isEqualTo(anew.keySet());
    anew.forEach((path, bytes) -> assertThat(kept.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void whateverChangesTheIndexIsThatOfAllPagesReadAnew() throws IOException {
    List<Page> pages = pages(400);
    assertSame(pages);
    for (int round = 0; round < 60; round++) {
      int at = random.nextInt(pages.size());
      switch (random.nextInt(5)) {
        case 0 -> pages.add(at, page("new" + round));
        case 1 -> pages.remove(at);
        case 2 -> pages.add(random.nextInt(pages.size() - 1), pages.remove(at));
        case 3 -> {
          for (int i = at; i < Math.min(at + 90, pages.size()); i++) {
            pages.set(i, page(pages.get(i).found().title()));
          }
        }
        default -> pages.set(at, page(pages.get(at).found().title()));
      }
      assertSame(pages);
    }
  }

  @Test
  void onlyPagesThatChangedAreRead() throws IOException {
    List<Page> pages = pages(500);
    index(pages, new Segments(folder));
    Page changed = page("p250");
    pages.set(250, changed);
    List<Integer> read = new ArrayList<>();
    try (Segments segments = new Segments(folder)) {
      for (List<Page> some : Segments.cut(pages, page -> page.found().href())) {
        segments.of(
            some.get(some.size() - 1).found().href(),
            some.stream()
                .map(page -> page.found().href() + Shards.key(page.words().pieces()))
                .toList(),
            number -> {
              read.add(pages.indexOf(some.get(number)));
              return some.get(number).words();
            });
      }
    }
    assertThat(read).containsExactly(250);
  }

  @Test
  void aPageMoreChangesOneSegment() {
    List<String> pages = Stream.iterate(0, i -> i + 1).limit(3000).map(i -> "p" + i).toList();
    List<List<String>> before = Segments.cut(pages, page -> page);
    List<String> more = new ArrayList<>(pages);
    more.add(1500, "more");
    List<List<String>> after = new ArrayList<>(Segments.cut(more, page -> page));
    assertThat(before.stream().flatMap(List::stream).toList()).isEqualTo(pages);
    assertThat(before).hasSizeBetween(20, 100);
    after.removeAll(before);
    assertThat(after).hasSizeBetween(1, 2);
  }

  @Test
  void whatWasDamagedIsMadeAnew() throws IOException {
    List<Page> pages = pages(300);
    assertSame(pages);
    for (int round = 0; round < 40; round++) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          byte[] bytes = Files.readAllBytes(file);
          if (round % 4 == 0) {
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
          } else {
            bytes[random.nextInt(bytes.length)] ^= 0x55;
            Files.write(file, bytes);
          }
        }
      }
      pages.set(random.nextInt(300), page("p" + random.nextInt(300)));
      assertSame(pages);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToDoesNoHarm() throws IOException {
    List<Page> pages = pages(100);
    Path file = Files.createFile(folder.resolve("no folder"));
    assertThat(index(pages, new Segments(file)).keySet())
        .isEqualTo(index(pages, new Segments(null)).keySet());
  }

  @Test
  void whatIsNoLongerNeededIsDeleted() throws IOException {
    index(pages(300), new Segments(folder));
    index(pages(10), new Segments(folder));
    try (Stream<Path> files = Files.list(folder)) {
      // The segment of the ten, and what is known of the index.
      assertThat(files).hasSize(2);
    }
  }
}
