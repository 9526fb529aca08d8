package org.letterpress.validate.edition;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.xml.sax.Attributes;

/**
 * Finds white space of the mark-up that readers would see: at the edge of a name before a comma, at
 * a line end before a comma, or several hard spaces in a row.
 */
final class SpaceObserver implements Observer {
  private static final Set<String> INLINE =
      Set.of(
          "persName",
          "placeName",
          "orgName",
          "geogName",
          "name",
          "rs",
          "title",
          "term",
          "date",
          "hi",
          "emph",
          "foreign",
          "ref",
          "abbr",
          "expan",
          "corr",
          "supplied",
          "unclear",
          "quote",
          "q",
          "seg");

  private static final Pattern HARD_SPACES = Pattern.compile("[\\u00A0\\u202F]{2,}");

  private final Consumer<Diagnostic> found;
  private Location edgePlace;
  private String edge;
  private Location lastSpace;

  /** The opening bracket just before, or a space when there is none. */
  private char opening = ' ';

  private OpenElement opened;
  private char openedBy;
  private int kept;

  SpaceObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    kept = kept > 0 || element.preserves ? kept + 1 : 0;
    edge = null;
    lastSpace = null;
    opened = opening != ' ' && INLINE.contains(element.name) ? element : null;
    openedBy = opening;
    opening = ' ';
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    if (in.text && kept == 0) {
      if (edge != null && isClosing(run, 0)) {
        report(edgePlace, "white space at the end of <" + edge + "> stands before", run.charAt(0));
      }
      if (opened == in && Character.isWhitespace(run.charAt(0)) && !run.isBlank()) {
        report(
            run.place(0),
            "white space stands at the beginning of <" + in.name + "> after",
            openedBy);
      }
      if (run.isBroken() && !run.isBlank()) {
        lineEnds(run);
      }
      if (run.greatest() >= '\u00A0') {
        hardSpaces(run);
      }
    }
    int end = run.length() - 1;
    char last = run.charAt(end);
    boolean mayShow = Character.isWhitespace(last) && in.text && INLINE.contains(in.name);
    lastSpace = mayShow ? run.place(end) : null;
    opening = last == '(' || last == '[' ? last : ' ';
    edge = null;
    opened = null;
  }

  /** Before these no language puts a space; three dots are no full stop. */
  private static boolean isClosing(TextRun run, int at) {
    return switch (at < run.length() ? run.charAt(at) : ' ') {
      case ',', ')', ']' -> true;
      case '.' -> at + 1 == run.length() || run.charAt(at + 1) != '.';
      default -> false;
    };
  }

  private void lineEnds(TextRun run) {
    int at = 0;
    while (at < run.length()) {
      if (run.charAt(at++) == '\n') {
        while (at < run.length() && " \t\r".indexOf(run.charAt(at)) >= 0) {
          at++;
        }
        if (isClosing(run, at)) {
          report(run.place(at), "a line ends before", run.charAt(at));
        }
      }
    }
  }

  private void hardSpaces(TextRun run) {
    Matcher hard = HARD_SPACES.matcher(run.characters());
    if (hard.find()) {
      found.accept(
          Diagnostic.of(
              Code.TEXT_SPACE,
              run.place(hard.start()),
              (hard.end() - hard.start()) + " hard spaces stand in a row"));
    }
  }

  @Override
  public void end(OpenElement element) {
    kept = kept > 0 ? kept - 1 : 0;
    opened = null;
    opening = ' ';
    if (lastSpace != null && element.text && INLINE.contains(element.name)) {
      edge = element.name;
      edgePlace = lastSpace;
    } else if (!INLINE.contains(element.name)) {
      edge = null;
      lastSpace = null;
    }
  }

  private void report(Location place, String what, char sign) {
    found.accept(Diagnostic.of(Code.TEXT_SPACE, place, what + " \"" + sign + "\""));
  }
}
