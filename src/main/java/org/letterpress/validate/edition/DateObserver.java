package org.letterpress.validate.edition;

import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.letter.LetterDate;
import org.xml.sax.Attributes;

/** Checks that spans of time do not end before they begin. */
final class DateObserver implements Observer {
  /** Elements whose {@code @from} and {@code @to} are pages or pointers. */
  private static final Set<String> NO_TIME =
      Set.of("biblScope", "citedRange", "locus", "app", "span", "arc", "move");

  private final Consumer<Diagnostic> found;

  DateObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    if (!element.ends || element.name.isEmpty() || NO_TIME.contains(element.name)) {
      return;
    }
    check(element, attributes, "notBefore", "notAfter", "", Code.LETTER_NO_TIME_BETWEEN);
    check(element, attributes, "from", "to", "", Code.LETTER_ENDS_FIRST);
    check(element, attributes, "notBefore", "notAfter", "-iso", Code.LETTER_NO_TIME_BETWEEN);
    check(element, attributes, "from", "to", "-iso", Code.LETTER_ENDS_FIRST);
  }

  private void check(
      OpenElement element,
      Attributes attributes,
      String first,
      String last,
      String suffix,
      Code code) {
    String start = OpenElement.attribute(attributes, first + suffix);
    String end = OpenElement.attribute(attributes, last + suffix);
    if (!start.isEmpty()
        && !end.isEmpty()
        && LetterDate.ofText(end).isCertainlyBefore(LetterDate.ofText(start))) {
      found.accept(
          Diagnostic.of(
              code, element.place, start, end, first + suffix, last + suffix, element.name));
    }
  }
}
