package org.letterpress.site.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of an index again, after the description in ADR 0013. */
public final class IndexReader {
  private static final Pattern CALL =
      Pattern.compile("letterpressShard\\((\"[^\"]*\"),(.*)\\);\n", Pattern.DOTALL);

  private final Map<String, byte[]> files;
  private final SortedMap<String, Entry> words = new TreeMap<>();
  private final byte[] lists;
  private final byte[] places;

  /** What the dictionary says of a word. */
  record Entry(
      int letters,
      long listAt,
      int listSize,
      int listTable,
      long placesAt,
      int placesSize,
      int placesTable) {}

  IndexReader(Map<String, byte[]> files) {
    this.files = files;
    this.lists = row("lists");
    this.places = row("places");
    for (int file = 0; files.containsKey(path("words/" + file)); file++) {
      read(value("words/" + file));
    }
  }

  private static String path(String name) {
    return "assets/search/" + name + ".js";
  }

  /** The expression that a file hands over. */
  String value(String name) {
    String text = new String(files.get(path(name)), StandardCharsets.UTF_8);
    Matcher call = CALL.matcher(text);
    if (!call.matches() || !call.group(1).equals('"' + name + '"')) {
      throw new IllegalStateException(name + " is no call: " + text);
    }
    return call.group(2);
  }

  private byte[] row(String name) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (int file = 0; files.containsKey(path(name + "/" + file)); file++) {
      all.writeBytes(bytes(value(name + "/" + file)));
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String quoted) {
    return Base64.getDecoder().decode(quoted.substring(1, quoted.length() - 1));
  }

  private void read(String value) {
    int end = value.lastIndexOf(",\"");
    String[] lines = unquoted(value.substring(1, end)).split("\n");
    Reader numbers = new Reader(bytes(value.substring(end + 1, value.length() - 1)), 0);
    long listAt = numbers.next();
    long placesAt = numbers.next();
    String before = "";
    for (String line : lines) {
      String word = before.substring(0, line.charAt(0) - '0') + line.substring(1);
      before = word;
      int letters = (int) numbers.next();
      int listSize = (int) numbers.next();
      int listTable = letters > Occurrences.BLOCK ? (int) numbers.next() : 0;
      int placesSize = (int) numbers.next();
      int placesTable = letters > Occurrences.PLACES_BLOCK ? (int) numbers.next() : 0;
      words.put(
          word, new Entry(letters, listAt, listSize, listTable, placesAt, placesSize, placesTable));
      listAt += listSize;
      placesAt += placesSize;
    }
  }

  private static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char sign = quoted.charAt(i);
      if (sign != '\\') {
        text.append(sign);
      } else if (quoted.charAt(i + 1) == 'u') {
        text.append((char) Integer.parseInt(quoted.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        text.append(quoted.charAt(i + 1) == 'n' ? '\n' : quoted.charAt(i + 1));
        i++;
      }
    }
    return text.toString();
  }

  SortedMap<String, Entry> words() {
    return words;
  }

  /** The numbers of the letters in which a word stands, with their weights. */
  SortedMap<Integer, Integer> letters(String word) {
    SortedMap<Integer, Integer> found = new TreeMap<>();
    Entry entry = words.get(word);
    if (entry == null) {
      return found;
    }
    for (Reader block : blocks(lists, (int) entry.listAt(), entry.listSize(), entry.listTable())) {
      int letter = block.first;
      while (block.at < block.end) {
        long step = block.next();
        letter += (int) (step / 2);
        int impact = block.bytes[block.at++] & 0xFF;
        if (step % 2 == 1) {
          for (long i = block.next(); i > 0; i--) {
            block.next();
          }
        }
        found.put(letter, impact);
      }
    }
    return found;
  }

  /** The places of a word, by letter. */
  SortedMap<Integer, List<Integer>> places(String word) {
    SortedMap<Integer, List<Integer>> found = new TreeMap<>();
    Entry entry = words.get(word);
    if (entry == null || entry.placesSize() == 0) {
      return found;
    }
    for (Reader block :
        blocks(places, (int) entry.placesAt(), entry.placesSize(), entry.placesTable())) {
      int letter = block.first;
      while (block.at < block.end) {
        letter += (int) block.next();
        List<Integer> here = new ArrayList<>();
        int place = 0;
        for (long i = block.next(); i > 0; i--) {
          place += (int) block.next();
          here.add(place);
        }
        found.put(letter, here);
      }
    }
    return found;
  }

  /** The letters in which the words of a phrase follow each other. */
  TreeSet<Integer> phrase(String... phrase) {
    TreeSet<Integer> found = new TreeSet<>();
    places(phrase[0])
        .forEach(
            (letter, starts) -> {
              for (int start : starts) {
                boolean all = true;
                for (int i = 1; i < phrase.length; i++) {
                  all &= places(phrase[i]).getOrDefault(letter, List.of()).contains(start + i);
                }
                if (all) {
                  found.add(letter);
                }
              }
            });
    return found;
  }

  private static List<Reader> blocks(byte[] row, int at, int size, int table) {
    List<Reader> blocks = new ArrayList<>();
    if (table == 0) {
      Reader only = new Reader(row, at);
      only.end = at + size;
      return List.of(only);
    }
    Reader reader = new Reader(row, at);
    int start = at + table;
    int first = 0;
    while (reader.at < at + table) {
      first += (int) reader.next();
      int length = (int) reader.next();
      Reader block = new Reader(row, start);
      block.end = start + length;
      block.first = first;
      blocks.add(block);
      start += length;
    }
    return blocks;
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;
    private int end;
    private int first;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
      this.end = bytes.length;
    }

    long next() {
      long value = 0;
      int shift = 0;
      byte part;
      do {
        part = bytes[at++];
        value |= (long) (part & 0x7F) << shift;
        shift += 7;
      } while (part < 0);
      return value;
    }
  }
}
