package org.letterpress.site.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.letterpress.site.search.Passage.Part;

/**
 * What can be read in the diplomatic view of a letter alone: deleted, misspelt, abbreviated words.
 */
public final class DiplomaticWords {
  /** Words that are kept before and after, for the reader and for phrases. */
  private static final int AROUND = 6;

  private DiplomaticWords() {}

  /**
   * The words, each with some words around it.
   *
   * @param reading the passages of the letter's page
   * @param diplomatic those of the diplomatic view
   */
  public static List<Passage> of(List<Passage> reading, List<Passage> diplomatic) {
    Tokens tokens = new Tokens();
    Set<String> known = new HashSet<>();
    for (Passage passage : reading) {
      tokens.of(passage.text()).forEach(token -> known.addAll(token.forms()));
    }
    List<Passage> found = new ArrayList<>();
    for (Passage passage : diplomatic) {
      if (passage.part() == Part.TEXT) {
        add(found, passage, tokens.of(passage.text()), known);
      }
    }
    return found;
  }

  private static void add(
      List<Passage> found, Passage passage, List<Token> tokens, Set<String> known) {
    int from = -1;
    int to = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (!known.containsAll(tokens.get(i).forms())) {
        if (from >= 0 && i - AROUND > to) {
          found.add(stretch(passage, tokens, from, to));
          from = -1;
        }
        from = from < 0 ? Math.max(0, i - AROUND) : from;
        to = Math.min(tokens.size() - 1, i + AROUND);
      }
    }
    if (from >= 0) {
      found.add(stretch(passage, tokens, from, to));
    }
  }

  private static Passage stretch(Passage passage, List<Token> tokens, int from, int to) {
    return new Passage(
        passage.anchor(),
        Part.DIPLOMATIC,
        passage.text().substring(tokens.get(from).start(), tokens.get(to).end()));
  }
}
