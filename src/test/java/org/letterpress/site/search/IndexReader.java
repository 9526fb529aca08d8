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

  private static final Pattern NAMES = Pattern.compile("\"names\":\"([^\"]*)\"");

  private final Map<String, byte[]> files;
  private final SortedMap<String, Entry> words = new TreeMap<>();

  /** A list of a word: in which row of bytes, from where, how long, how much of it is a table. */
  record Bytes(byte[] row, int at, int size, int table) {}

  /** What the dictionary says of a word. */
  record Entry(int letters, Bytes list, Bytes places) {}

  IndexReader(Map<String, byte[]> files) {
    this.files = files;
    Matcher names = NAMES.matcher(value("index"));
    if (!names.find()) {
      throw new IllegalStateException("the index has no names");
    }
    for (String name : names.group(1).split(" ")) {
      if (!name.isEmpty()) {
        read(name);
      }
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

  /** A row of bytes, of which the files are as long as is said of them. */
  private byte[] row(String name, Reader numbers) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    int count = (int) numbers.next();
    for (int file = 0; file < count; file++) {
      byte[] bytes = bytes(value(name + "/" + file));
      if (bytes.length != numbers.next()) {
        throw new IllegalStateException(name + "/" + file + " has another length");
      }
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String quoted) {
    return Base64.getDecoder().decode(quoted.substring(1, quoted.length() - 1));
  }

  private void read(String name) {
    String value = value("words/" + name);
    int end = value.lastIndexOf(",\"");
    String[] lines = unquoted(value.substring(1, end)).split("\n");
    Reader numbers = new Reader(bytes(value.substring(end + 1, value.length() - 1)), 0);
    byte[] lists = row("lists/" + name, numbers);
    byte[] places = row("places/" + name, numbers);
    int listAt = 0;
    int placesAt = 0;
    String before = "";
    for (String line : lines) {
      String word = before.substring(0, line.charAt(0) - '0') + line.substring(1);
      before = word;
      int letters = (int) numbers.next();
      Bytes list = list(lists, listAt, numbers, letters > Occurrences.BLOCK);
      Bytes where = list(places, placesAt, numbers, letters > Occurrences.PLACES_BLOCK);
      words.put(word, new Entry(letters, list, where));
      listAt += list.size();
      placesAt += where.size();
    }
  }

  private static Bytes list(byte[] row, int at, Reader numbers, boolean several) {
    int size = (int) numbers.next();
    return new Bytes(row, at, size, several ? (int) numbers.next() : 0);
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
    for (Reader block : blocks(entry.list())) {
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
    if (entry == null || entry.places().size() == 0) {
      return found;
    }
    for (Reader block : blocks(entry.places())) {
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

  private static List<Reader> blocks(Bytes list) {
    if (list.table() == 0) {
      Reader only = new Reader(list.row(), list.at());
      only.end = list.at() + list.size();
      return List.of(only);
    }
    List<Reader> blocks = new ArrayList<>();
    Reader reader = new Reader(list.row(), list.at());
    int start = list.at() + list.table();
    int first = 0;
    while (reader.at < list.at() + list.table()) {
      first += (int) reader.next();
      int length = (int) reader.next();
      Reader block = new Reader(list.row(), start);
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
