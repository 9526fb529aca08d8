package org.letterpress.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.letterpress.source.WholeFile;

/**
 * Schemas that were fetched from the network, each in a file of its own.
 *
 * <p>A file begins with lines that say where it came from; behind an empty line follows the schema
 * as it was sent. Files are replaced as a whole, so processes may share the cache. Safe to use from
 * several threads.
 */
public final class SchemaCache {
  private static final String ENDING = ".schema";
  private static final String FIRST = "letterpress-schema: 1";

  private final Path folder;

  /**
   * @param cache the folder of all caches; it need not exist
   */
  public SchemaCache(Path cache) {
    this.folder = cache.resolve("schemas");
  }

  /**
   * What is known of a file of the cache.
   *
   * @param url the address under which it was asked for
   * @param address where it was in the end, after redirections
   * @param kind its kind; null when it is a part that another schema draws in
   * @param fetched when it came
   * @param size how many bytes it has
   * @param needs addresses of everything that the schema draws in, its parts' parts included
   */
  public record Entry(
      String url, String address, SchemaKind kind, Instant fetched, int size, List<String> needs) {
    public Entry {
      needs = List.copyOf(needs);
    }
  }

  /** A file of the cache: its entry and what it holds. */
  private record Kept(Entry entry, byte[] bytes) {}

  /** Everything in the cache, by address. Files that are damaged are left out. */
  public List<Entry> list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
        Kept kept = read(file);
        if (kept != null) {
          entries.add(kept.entry());
        }
      }
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::url));
    return entries;
  }

  /** True when everything that a schema draws in is in the cache, too. */
  public boolean isComplete(Entry entry) {
    return entry.needs().stream().allMatch(url -> find(url) != null);
  }

  /** The schema that was fetched from an address, or null. */
  SchemaText find(String url) {
    try {
      Kept kept = read(file(url));
      boolean right = kept != null && kept.entry().url().equals(url);
      return right ? new SchemaText(kept.entry().address(), kept.bytes()) : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Keeps a schema, in place of what was fetched from its address before. */
  void put(Entry entry, byte[] bytes) throws IOException {
    StringBuilder head = new StringBuilder(FIRST).append('\n');
    head.append("url: ").append(entry.url()).append('\n');
    head.append("address: ").append(entry.address()).append('\n');
    if (entry.kind() != null) {
      head.append("kind: ").append(entry.kind().name()).append('\n');
    }
    head.append("fetched: ").append(entry.fetched()).append('\n');
    entry.needs().forEach(url -> head.append("needs: ").append(url).append('\n'));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    file.writeBytes(bytes);
    WholeFile.write(file(entry.url()), file.toByteArray());
  }

  private Path file(String url) {
    return folder.resolve(Hash.of(url.getBytes(StandardCharsets.UTF_8)) + ENDING);
  }

  /** Null when the file is not one of ours, or not there. */
  private static Kept read(Path file) throws IOException {
    byte[] all;
    try {
      all = Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      return null;
    }
    int end = 0;
    while (end + 1 < all.length && !(all[end] == '\n' && all[end + 1] == '\n')) {
      end++;
    }
    String url = null;
    String address = null;
    SchemaKind kind = null;
    Instant fetched = null;
    List<String> needs = new ArrayList<>();
    List<String> head = new String(all, 0, end, StandardCharsets.UTF_8).lines().toList();
    if (head.isEmpty() || !head.get(0).equals(FIRST)) {
      return null;
    }
    try {
      for (String line : head) {
        int colon = line.indexOf(": ");
        String value = line.substring(colon + 2);
        switch (line.substring(0, colon)) {
          case "url" -> url = value;
          case "address" -> address = value;
          case "kind" -> kind = SchemaKind.valueOf(value);
          case "fetched" -> fetched = Instant.parse(value);
          case "needs" -> needs.add(value);
          default -> {
            // A later version may say more.
          }
        }
      }
    } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException damage) {
      return null;
    }
    if (url == null || address == null || fetched == null || end + 2 > all.length) {
      return null;
    }
    byte[] bytes = java.util.Arrays.copyOfRange(all, end + 2, all.length);
    return new Kept(new Entry(url, address, kind, fetched, bytes.length, needs), bytes);
  }
}
