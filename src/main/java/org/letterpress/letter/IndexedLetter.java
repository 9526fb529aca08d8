package org.letterpress.letter;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A letter with its place in the edition.
 *
 * @param facts what it says of itself
 * @param id name of its pages
 * @param number place in the order of time, counted from 1
 * @param heading who wrote to whom, in the edition's language
 * @param date when, in the edition's language; may be empty
 */
public record IndexedLetter(LetterFacts facts, String id, int number, String heading, String date) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Address of its page from the root of the site. */
  public String href() {
    return "letters/" + id + ".html";
  }

  /** Heading and date, as a list shows them; a heading that names the day already stands alone. */
  public String title(Wording wording) {
    return date.isEmpty() || words(heading).containsAll(words(date))
        ? heading
        : wording.label("heading-dated", heading, date);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
