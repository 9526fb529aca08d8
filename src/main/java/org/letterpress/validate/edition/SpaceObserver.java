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

  /** Before these no language puts a space; three dots are no full stop. */
  private static final String CLOSING = "(?:[,)\\]]|\\.(?!\\.))";

  private static final Pattern STARTS_CLOSING = Pattern.compile(CLOSING);
  private static final Pattern LINE_THEN_CLOSING =
      Pattern.compile("[ \\t]*\\n\\s*(" + CLOSING + ")");
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
    boolean preserve = OpenElement.xml(attributes, "space").equals("preserve");
    kept = kept > 0 || preserve ? kept + 1 : 0;
    edge = null;
    lastSpace = null;
    opened = opening != ' ' && INLINE.contains(element.name) ? element : null;
    openedBy = opening;
    opening = ' ';
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    CharSequence text = run.characters();
    if (in.text && kept == 0) {
      if (edge != null && STARTS_CLOSING.matcher(text).lookingAt()) {
        report(edgePlace, "white space at the end of <" + edge + "> stands before", text.charAt(0));
      }
      if (opened == in && Character.isWhitespace(text.charAt(0)) && !isBlank(text)) {
        report(
            run.place(0),
            "white space stands at the beginning of <" + in.name + "> after",
            openedBy);
      }
      Matcher line = LINE_THEN_CLOSING.matcher(text);
      while (line.find()) {
        report(run.place(line.start(1)), "a line ends before", line.group(1).charAt(0));
      }
      Matcher hard = HARD_SPACES.matcher(text);
      if (hard.find()) {
        found.accept(
            Diagnostic.of(
                Code.TEXT_SPACE,
                run.place(hard.start()),
                (hard.end() - hard.start()) + " hard spaces stand in a row"));
      }
    }
    char last = text.charAt(text.length() - 1);
    lastSpace = Character.isWhitespace(last) ? run.place(text.length() - 1) : null;
    opening = last == '(' || last == '[' ? last : ' ';
    edge = null;
    opened = null;
  }

  private static boolean isBlank(CharSequence text) {
    return text.toString().isBlank();
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
