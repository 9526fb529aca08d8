package org.letterpress.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Wording;

/**
 * The letters of the edition for the reader's panel of chapters. A large edition is divided by
 * years, so that a page loads the years that are opened and no others.
 */
public final class Chapters {
  /** As many letters as one list may have before it is divided. */
  private static final int MOST_TOGETHER = 300;

  private Chapters() {}

  /**
   * Scripts with the lists, by path from the root of the pages in their language. The first names
   * the groups as {@code [title, letters, list, first number, last number]}, the others hold one
   * list each, a letter as {@code [page, number, heading, date]}.
   */
  public static SortedMap<String, byte[]> scripts(EditionIndex index) {
    Wording wording = index.wording();
    String folder = "assets/chapters/";
    SortedMap<String, byte[]> scripts = new TreeMap<>();
    List<Object> groups = new ArrayList<>();
    for (Map.Entry<String, List<IndexedLetter>> group : groups(index.letters()).entrySet()) {
      List<IndexedLetter> letters = group.getValue();
      int first = letters.get(0).number();
      int last = letters.get(letters.size() - 1).number();
      String list = "from-" + first;
      String title = group.getKey().isEmpty() ? wording.label("undated") : group.getKey();
      groups.add(List.of(title, letters.size(), list, first, last));
      scripts.put(
          folder + list + ".js",
          script("list", list, letters.stream().map(Chapters::line).toList()));
    }
    scripts.put(folder + "groups.js", script("groups", groups));
    return scripts;
  }

  /** Letters that follow each other and are of one year; all together when there are few. */
  private static Map<String, List<IndexedLetter>> groups(List<IndexedLetter> letters) {
    Map<String, List<IndexedLetter>> groups = new LinkedHashMap<>();
    boolean divided = letters.size() > MOST_TOGETHER;
    for (IndexedLetter letter : letters) {
      groups.computeIfAbsent(divided ? year(letter) : "all", year -> new ArrayList<>()).add(letter);
    }
    return groups;
  }

  private static String year(IndexedLetter letter) {
    String key = letter.facts().sortKey();
    // What has no date sorts after every date.
    return key.startsWith("9999") || !key.matches("\\d{4}.*") ? "" : key.substring(0, 4);
  }

  private static List<Object> line(IndexedLetter letter) {
    return List.of(letter.href(), letter.number(), letter.heading(), letter.date());
  }

  private static byte[] script(String call, Object... arguments) {
    StringBuilder script = new StringBuilder("letterpress.chapters.").append(call).append('(');
    for (int i = 0; i < arguments.length; i++) {
      script.append(i == 0 ? "" : ",").append(ScriptText.of(arguments[i]));
    }
    return script.append(");\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
