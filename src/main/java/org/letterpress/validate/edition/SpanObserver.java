package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Spelling;
import org.xml.sax.Attributes;

/** Checks that what begins at one place ends at a later place of the same file. */
final class SpanObserver implements Observer {
  private static final Set<String> MUST_END = Set.of("addSpan", "delSpan", "damageSpan");

  private record Place(int ordinal, Location location) {}

  private record Span(OpenElement element, String end) {}

  private final Consumer<Diagnostic> found;
  private final Map<String, Place> ids = new HashMap<>();
  private final List<Span> spans = new ArrayList<>();

  SpanObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    if (!element.id.isEmpty()) {
      ids.putIfAbsent(element.id, new Place(element.ordinal, element.place));
    }
    if (element.name.isEmpty()) {
      return;
    }
    if (!element.spanTo.isEmpty() || MUST_END.contains(element.name)) {
      spans.add(new Span(element, element.spanTo));
    }
  }

  @Override
  public void finish() {
    for (Span span : spans) {
      String name = span.element.name;
      Location place = span.element.place;
      if (span.end.isEmpty()) {
        report(place, name, "it has no @spanTo", "");
        continue;
      }
      Place end = span.end.startsWith("#") ? ids.get(span.end.substring(1)) : null;
      if (end == null) {
        String near = Spelling.nearest(span.end.substring(span.end.indexOf('#') + 1), ids.keySet());
        report(
            place,
            name,
            "\"" + span.end + "\" is no xml:id of this file",
            near == null ? "" : "did you mean \"#" + near + "\"?");
      } else if (end.ordinal <= span.element.ordinal) {
        Diagnostic finding =
            Diagnostic.of(
                Code.TEXT_SPAN, place, name, "its end, \"" + span.end + "\", stands before it");
        found.accept(finding.relatedTo(List.of(new Diagnostic.Related(end.location, "the end"))));
      }
    }
  }

  private void report(Location place, String name, String why, String remedy) {
    Diagnostic finding = Diagnostic.of(Code.TEXT_SPAN, place, name, why);
    found.accept(remedy.isEmpty() ? finding : finding.withRemedy(remedy));
  }
}
