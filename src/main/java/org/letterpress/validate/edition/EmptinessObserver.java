package org.letterpress.validate.edition;

import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.xml.sax.Attributes;

/** Finds elements of the text that hold nothing and should. */
final class EmptinessObserver implements Observer {
  /** Not among them: what may be empty for a reason, such as corr, del, reg, seg or date. */
  private static final Set<String> SHOULD_HOLD =
      Set.of(
          "p",
          "ab",
          "head",
          "l",
          "item",
          "label",
          "addrLine",
          "salute",
          "signed",
          "opener",
          "closer",
          "dateline",
          "postscript",
          "hi",
          "emph",
          "foreign",
          "q",
          "quote",
          "said",
          "persName",
          "placeName",
          "orgName",
          "geogName",
          "name",
          "rs",
          "title",
          "term",
          "abbr",
          "expan",
          "unclear",
          "supplied",
          "add");

  /** A space may be all that was added, supplied or marked. */
  private static final Set<String> MAY_BE_SPACE =
      Set.of("add", "supplied", "unclear", "hi", "abbr", "expan");

  private final Consumer<Diagnostic> found;

  /** Place of the last element that is right to be without words. */
  private int excused;

  EmptinessObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    // Words may stand in the place that the element repeats.
    excused = element.elsewhere ? element.ordinal : excused;
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    if (MAY_BE_SPACE.contains(in.name) && !run.isBroken()) {
      excused = in.ordinal;
    }
  }

  @Override
  public void end(OpenElement element) {
    if (element.text
        && element.isEmpty()
        && SHOULD_HOLD.contains(element.name)
        && excused != element.ordinal) {
      found.accept(Diagnostic.of(Code.TEXT_EMPTY, element.place, element.name));
    }
  }
}
