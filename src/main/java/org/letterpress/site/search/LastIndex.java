package org.letterpress.site.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.letterpress.source.Checksum;
import org.letterpress.source.WholeFile;

/**
 * What is known of the index that was made last, without its lists: these are in its files.
 *
 * @param average length of a page, as it enters the lists
 * @param segments of what each segment was made, in their order
 * @param facets sums of where the values of facets stand, in the order of the dictionary
 */
record LastIndex(
    long average, List<String> segments, List<String> facets, List<DictionaryFile> dictionary) {
  /** Changes when the form of the file does, or that of the index. */
  private static final int FORM = 1;

  /** Nothing is known, or not what was needed: all of the index has to be made. */
  static final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /** Writes it into a file. */
  void write(Path file) throws IOException {
    Numbers all = new Numbers(1 << 20);
    all.add(FORM).add(average);
    strings(all, segments);
    strings(all, facets);
    all.add(dictionary.size());
    for (DictionaryFile one : dictionary) {
      string(all, one.name());
      string(all, one.key());
      row(all, one.lists());
      row(all, one.places());
      all.add(one.entries().size());
      for (Entry entry : one.entries()) {
        string(all, entry.word());
        all.add(entry.letters());
        layout(all, entry.list());
        layout(all, entry.places());
      }
    }
    byte[] bytes = all.toBytes();
    byte[] sum = new Checksum().add(bytes).hex().getBytes(StandardCharsets.US_ASCII);
    WholeFile.write(
        file,
        out -> {
          out.write(sum.length);
          out.write(sum);
          out.write(bytes);
        });
  }

  private static void strings(Numbers all, List<String> strings) {
    all.add(strings.size());
    strings.forEach(one -> string(all, one));
  }

  private static void string(Numbers all, String string) {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    all.add(bytes.length).addBytes(bytes, 0, bytes.length);
  }

  private static void row(Numbers all, DictionaryFile.Row row) {
    all.add(row.sizes().size());
    row.sizes().forEach(all::add);
    row.keys().forEach(key -> string(all, key));
  }

  private static void layout(Numbers all, Layout list) {
    all.add(list.table()).add(list.parts());
    for (int size : list.sizes()) {
      all.add(size);
    }
  }

  /**
   * Reads it from a file.
   *
   * @throws IOException when there is none, or it is not what was written
   */
  static LastIndex read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int begins = bytes.length == 0 ? 0 : 1 + bytes[0];
    if (begins <= 0 || begins > bytes.length) {
      throw new Unusable(file + " is damaged");
    }
    byte[] content = Arrays.copyOfRange(bytes, begins, bytes.length);
    String sum = new String(bytes, 1, begins - 1, StandardCharsets.US_ASCII);
    if (!new Checksum().add(content).hex().equals(sum)) {
      throw new Unusable(file + " is damaged");
    }
    return new Parser(content).index();
  }

  /** Reads what was written. */
  private static final class Parser {
    private final byte[] bytes;
    private final Numbers.Reader numbers;

    Parser(byte[] bytes) {
      this.bytes = bytes;
      this.numbers = Numbers.of(bytes).reader();
    }

    LastIndex index() throws Unusable {
      if (numbers.next() != FORM) {
        throw new Unusable("it has another form");
      }
      long average = numbers.next();
      List<String> segments = strings(numbers.next());
      List<String> facets = strings(numbers.next());
      List<DictionaryFile> dictionary = new ArrayList<>();
      for (int left = numbers.next(); left > 0; left--) {
        dictionary.add(dictionaryFile());
      }
      return new LastIndex(average, segments, facets, dictionary);
    }

    private DictionaryFile dictionaryFile() {
      String name = string();
      String key = string();
      DictionaryFile.Row lists = row();
      DictionaryFile.Row places = row();
      int count = numbers.next();
      List<Entry> entries = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        entries.add(new Entry(string(), numbers.next(), layout(), layout()));
      }
      return new DictionaryFile(name, entries, lists, places, key);
    }

    private DictionaryFile.Row row() {
      int count = numbers.next();
      List<Integer> sizes = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        sizes.add(numbers.next());
      }
      return new DictionaryFile.Row(sizes, strings(count));
    }

    private Layout layout() {
      int table = numbers.next();
      int[] sizes = new int[numbers.next()];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = numbers.next();
      }
      return new Layout(table, sizes);
    }

    private List<String> strings(int count) {
      List<String> strings = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        strings.add(string());
      }
      return strings;
    }

    private String string() {
      int length = numbers.next();
      int from = numbers.at();
      numbers.skip(length);
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
  }
}
