package org.letterpress.site.search;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes the file of a {@link Segment}: texts, words, pages, and where these begin. What stays the
 * same is taken from the segment before; the bytes are those of one that is made of all pages.
 */
final class SegmentWriter {
  private final List<String> fingerprints;
  private final IntFunction<LetterWords> reader;
  private final Segment before;

  /** By the number of a page, the number that it had before; -1 for one that is read. */
  private final int[] old;

  /** By the number that a page had before, its number now; -1 for one that is gone. */
  private final int[] now;

  private final Map<String, Occurrences> read = new TreeMap<>();
  private final List<Segment.Page> pages = new ArrayList<>();

  SegmentWriter(List<String> fingerprints, IntFunction<LetterWords> reader, Segment before) {
    this.fingerprints = fingerprints;
    this.reader = reader;
    this.before = before;
    this.old = new int[fingerprints.size()];
    this.now = new int[before == null ? 0 : before.pages().size()];
    match();
  }

  /** Pages are taken over in their order; one that stands elsewhere now is read again. */
  private void match() {
    Map<String, Integer> known = new HashMap<>();
    for (int i = now.length - 1; i >= 0; i--) {
      known.put(before.pages().get(i).fingerprint(), i);
    }
    Arrays.fill(now, -1);
    int last = -1;
    for (int i = 0; i < old.length; i++) {
      int found = known.getOrDefault(fingerprints.get(i), -1);
      old[i] = found > last ? found : -1;
      if (old[i] >= 0) {
        now[found] = i;
        last = found;
      }
    }
  }

  void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    long wordsAt = 0;
    for (int page = 0; page < old.length; page++) {
      wordsAt += old[page] < 0 ? readPage(out, page, wordsAt) : keptPage(out, page, wordsAt);
    }
    CheckedOutputStream summed = new CheckedOutputStream(out, new CRC32C());
    DataOutputStream rest = new DataOutputStream(summed);
    Tray words = new Tray();
    words(words);
    rest.writeInt(words.count);
    words.bytes.writeTo(rest);
    rest.writeInt(pages.size());
    for (Segment.Page page : pages) {
      rest.writeUTF(page.fingerprint());
      rest.writeInt(page.length());
      rest.writeUTF(page.text());
      rest.writeInt(page.pieces());
      rest.writeLong(page.at());
    }
    out.writeLong(wordsAt);
    out.writeLong(wordsAt + Integer.BYTES + words.bytes.size());
    out.writeLong(summed.getChecksum().getValue());
    out.writeLong(Segment.FORM);
    out.flush();
  }

  // ---- pages -----------------------------------------------------------------------------------

  private long readPage(DataOutputStream out, int page, long at) throws IOException {
    LetterWords words = reader.apply(page);
    words.forEach(
        (word, weight, bytes, from, to) ->
            read.computeIfAbsent(word, one -> new Occurrences())
                .add(page, weight, bytes, from, to));
    String text = Shards.key(words.pieces());
    int pieces = words.pieces().size();
    pages.add(new Segment.Page(fingerprints.get(page), words.length(), text, pieces, at));
    return text(out, words.pieces());
  }

  private long keptPage(DataOutputStream out, int page, long at) throws IOException {
    Segment.Page kept = before.pages().get(old[page]);
    pages.add(kept.at(at));
    return text(out, before.pieces(old[page]));
  }

  private static long text(DataOutputStream out, List<String> pieces) throws IOException {
    long size = 0;
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
      size += Integer.BYTES + bytes.length;
    }
    return size;
  }

  // ---- words -----------------------------------------------------------------------------------

  /** Words as bytes, and how many they are. */
  private static final class Tray {
    private final Numbers bytes = new Numbers(1 << 16);
    private int count;

    void add(String word, Occurrences occurrences) {
      if (occurrences.letters() == 0) {
        return;
      }
      byte[] name = word.getBytes(StandardCharsets.UTF_8);
      bytes.addInt(name.length);
      bytes.addBytes(name, 0, name.length);
      bytes.addInt(occurrences.letters()).addInt(occurrences.last());
      bytes.addInt(occurrences.raw().size());
      bytes.addAll(occurrences.raw());
      count++;
    }
  }

  private void words(Tray tray) throws IOException {
    Segment.Words kept = before == null ? null : before.words();
    Segment.Word known = kept == null ? null : kept.next();
    for (Map.Entry<String, Occurrences> each : read.entrySet()) {
      String word = each.getKey();
      while (known != null && known.word().compareTo(word) < 0) {
        tray.add(known.word(), moved(known, null));
        known = kept.next();
      }
      if (known != null && known.word().equals(word)) {
        tray.add(word, moved(known, each.getValue()));
        known = kept.next();
      } else {
        tray.add(word, each.getValue());
      }
    }
    while (known != null) {
      tray.add(known.word(), moved(known, null));
      known = kept.next();
    }
  }

  /** Where a word occurs in the pages that were taken over, and in those that were read. */
  private Occurrences moved(Segment.Word known, Occurrences more) {
    Occurrences all = new Occurrences();
    Occurrences.Each kept = Occurrences.each(known.raw());
    Occurrences.Each added = more == null ? null : more.each();
    boolean further = added != null && added.next();
    while (kept.next()) {
      int page = now[kept.letter()];
      if (page < 0) {
        continue;
      }
      while (further && added.letter() < page) {
        added.addTo(all, added.letter());
        further = added.next();
      }
      kept.addTo(all, page);
    }
    while (further) {
      added.addTo(all, added.letter());
      further = added.next();
    }
    return all;
  }
}
