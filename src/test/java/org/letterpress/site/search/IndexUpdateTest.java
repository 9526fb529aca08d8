package org.letterpress.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.site.search.SmallIndex.Page;

/** An index that is made from the last one and from what changed. */
class IndexUpdateTest {
  /** So many that the most frequent words have several blocks of letters. */
  private static final int PAGES = 1200;

  private static final int ROUNDS = Integer.getInteger("letterpress.changes", 40);

  @TempDir Path folder;

  private final Random random = new Random(31);
  private final Tokens tokens = new Tokens();
  private final List<Page> pages = new ArrayList<>();
  private final Map<String, List<String>> texts = new HashMap<>();
  private Site site = new Site(new TreeMap<>(), new HashMap<>());

  /** The files of an index, and by what each is known. */
  private static final class Site implements IndexFiles {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, byte[]> lastFiles;
    private final Map<String, String> lastKeys;
    private int read;
    private int added;

    Site(Map<String, byte[]> lastFiles, Map<String, String> lastKeys) {
      this.lastFiles = lastFiles;
      this.lastKeys = lastKeys;
    }

    @Override
    public void add(String path, String key, byte[] bytes) {
      files.put(path, bytes);
      keys.put(path, key);
      added++;
    }

    @Override
    public boolean keep(String path, String key) {
      if (!key.equals(lastKeys.get(path)) || !lastFiles.containsKey(path)) {
        return false;
      }
      files.put(path, lastFiles.get(path));
      keys.put(path, key);
      return true;
    }

    @Override
    public byte[] read(String path, String key) {
      read++;
      return key.equals(lastKeys.get(path)) ? lastFiles.get(path) : null;
    }
  }

  private Page page(String name, List<String> text, String year) {
    return SmallIndex.letter(name, year, String.join(" ", text), tokens);
  }

  private void write(int at, List<String> text, String year) {
    String name = "p" + at;
    texts.put(name, text);
    Page page = page(name, text, year);
    if (at == pages.size()) {
      pages.add(page);
    } else {
      pages.set(at, page);
    }
  }

  /** Words of which some stand in every letter, some in many, most in few. */
  private String word() {
    return "w" + (int) Math.exp(random.nextDouble() * Math.log(20_000));
  }

  private List<String> text(int size) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      text.add(word());
    }
    return text;
  }

  private void begin() throws IOException {
    for (int i = 0; i < PAGES; i++) {
      write(i, text(i % 50 == 0 ? 1500 : 40 + random.nextInt(40)), "18" + i % 40);
    }
    next();
    IndexReader index = new IndexReader(site.files);
    assertThat(index.words().get("w1").list().table()).isPositive();
    assertThat(index.words().get("w20").places().table()).isPositive();
  }

  /** Makes the next index and compares it with one of all pages. */
  private void next() throws IOException {
    Site now = new Site(site.files, site.keys);
    try (Segments segments = new Segments(folder)) {
      SmallIndex.write(pages, segments, now);
      segments.sweep();
    }
    Map<String, byte[]> anew = new TreeMap<>();
    SmallIndex.write(pages, (path, key, bytes) -> anew.put(path, bytes));
    assertThat(now.files.keySet()).isEqualTo(anew.keySet());
    anew.forEach(
        (path, bytes) -> assertThat(Arrays.equals(now.files.get(path), bytes)).as(path).isTrue());
    site = now;
  }

  @Test
  void whateverChangesInSomePagesTheIndexIsThatOfAllPages() throws IOException {
    begin();
    int updates = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int left = random.nextInt(3); left >= 0; left--) {
        change(random.nextInt(PAGES));
      }
      next();
      updates += site.read > 0 ? 1 : 0;
    }
    // The average length of a page has another digit now and then.
    assertThat(updates).isGreaterThan(ROUNDS / 2);
  }

  private void change(int at) {
    List<String> text = new ArrayList<>(texts.get("p" + at));
    String year = pages.get(at).found().facets().get(Facet.YEAR).get(0).key();
    int place = text.isEmpty() ? 0 : random.nextInt(text.size());
    switch (random.nextInt(8)) {
      case 0 -> text.add(place, "new" + random.nextInt(1000));
      case 1 -> text.add(place, word());
      case 2 -> text.removeIf(word -> word.equals(texts.get("p" + at).get(place)));
      case 3 -> text.add(place, text.isEmpty() ? "one" : text.get(place));
      case 4 -> text = text(random.nextInt(100) + 1);
      case 5 -> year = "19" + random.nextInt(5);
      case 6 -> text.addAll(text(random.nextInt(30) == 0 ? 3000 : 10));
      default -> text.set(place, "\uD83D\uDCDC" + "\u00DCber" + random.nextInt(50));
    }
    write(at, text, year);
  }

  @Test
  void onlyWhatChangedIsReadAndWritten() throws IOException {
    begin();
    List<String> text = new ArrayList<>(texts.get("p311"));
    text.add(0, "anew");
    write(311, text, "1831");
    next();
    assertThat(site.files.size()).isGreaterThan(200);
    assertThat(site.read).isBetween(5, 150);
    assertThat(site.added).isBetween(5, 150);
    next();
    // Nothing but the file above all others.
    assertThat(site.read).isZero();
    assertThat(site.added).isOne();
  }

  @Test
  void pagesThatComeGoAndMoveMakeAllOfTheIndexAnew() throws IOException {
    begin();
    for (int round = 0; round < 6; round++) {
      int at = random.nextInt(PAGES - 20);
      Page page = pages.remove(at);
      switch (round % 3) {
        case 0 -> pages.add(at, page("new" + round, text(50), "1900"));
        case 1 -> pages.add(random.nextInt(PAGES - 20), page);
        default -> pages.add(pages.size(), page("last" + round, text(50), "1900"));
      }
      next();
    }
  }

  @Test
  void manyPagesThatChangeMakeAllOfTheIndexAnew() throws IOException {
    begin();
    for (int at = 0; at < 150; at++) {
      change(at * 4);
    }
    next();
    assertThat(site.read).isZero();
  }

  @Test
  void whatIsMissingOrDamagedIsMadeAnew() throws IOException {
    begin();
    Path last = folder.resolve("last.index");
    for (int round = 0; round < 15; round++) {
      change(random.nextInt(PAGES));
      List<String> paths = new ArrayList<>(site.files.keySet());
      String path = paths.get(random.nextInt(paths.size()));
      byte[] known = Files.readAllBytes(last);
      switch (round % 5) {
        case 0 -> site.keys.remove(path);
        case 1 -> Files.delete(last);
        case 2 -> Files.write(last, Arrays.copyOf(known, random.nextInt(known.length)));
        case 3 -> {
          known[random.nextInt(known.length)] ^= 0x11;
          Files.write(last, known);
        }
        default -> {
          // As it was some builds ago.
          change(random.nextInt(PAGES));
          next();
          Files.write(last, known);
          change(random.nextInt(PAGES));
        }
      }
      next();
    }
  }
}
