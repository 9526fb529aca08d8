package org.letterpress.site.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Looks for every word that a reader sees on the letters' pages of a site. */
public final class SearchableWords {
  private static final String INSIDE_WORD = "\\s*<br[^>]*lp-inside-word[^>]*>\\s*";

  private final Path site;
  private final IndexReader index;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Set<Integer>> known = new HashMap<>();
  private int words;

  /** Reads the index of a site. */
  public SearchableWords(Path site) throws IOException {
    this.site = site;
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(site.resolve("assets/search"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    index = new IndexReader(files);
    int count = new ObjectMapper().readTree(index.value("index")).get("pages").asInt();
    for (int letter = 0; letter < count; letter += SearchIndex.PAGES_OF_A_TEXT_FILE) {
      int file = letter / SearchIndex.PAGES_OF_A_TEXT_FILE;
      int number = letter;
      for (JsonNode row :
          new ObjectMapper().readTree(index.value(SearchIndex.folder("text", file)))) {
        numbers.put(row.get(0).asText(), number++);
      }
    }
  }

  /** How many words were looked for. */
  public int words() {
    return words;
  }

  /** The words that are not found in their letters, each with its page. */
  public List<String> missing() throws IOException {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> pages = Files.list(site.resolve("letters"))) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
        String href = "letters/" + page.getFileName();
        Integer letter = numbers.get(href);
        if (letter == null) {
          continue;
        }
        for (String word : wordsOf(page)) {
          words++;
          if (!isFound(word, letter)) {
            missing.add(href + ": " + word);
          }
        }
      }
    }
    return missing;
  }

  private static Set<String> wordsOf(Path page) throws IOException {
    Document document = Jsoup.parse(Files.readString(page).replaceAll(INSIDE_WORD, ""));
    for (Element sign : document.select(".lp-sign, .lp-note-call, .lp-note-mark, [hidden]")) {
      // What stands between words with a space parts them.
      sign.before(new TextNode(sign.wholeText().replaceAll("\\S", "")));
      sign.remove();
    }
    Set<String> words = new HashSet<>();
    for (Element shown :
        document.select("#lp-letter h1, #lp-letter .lp-reading, #lp-letter li.lp-note")) {
      for (String word : shown.text().split("[^\\p{L}\\p{M}\\p{N}\\p{Cf}]+")) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** As the page looks for a word: one of its forms; of signs without spaces the pairs. */
  private boolean isFound(String word, int letter) {
    List<Token> tokens = new Tokens().of(word);
    for (int i = 0; i < tokens.size(); i++) {
      List<String> forms = tokens.get(i).forms();
      boolean found = false;
      for (String form : forms) {
        found |= known.computeIfAbsent(form, one -> index.letters(one).keySet()).contains(letter);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
