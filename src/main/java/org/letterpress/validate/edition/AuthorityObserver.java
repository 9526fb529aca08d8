package org.letterpress.validate.edition;

import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.xml.sax.Attributes;

/** Checks the form of identifiers from authority files, in idno and in pointers. */
final class AuthorityObserver implements Observer {
  private static final Set<String> POINTING =
      Set.of("ref", "target", "sameAs", "corresp", "source", "key");

  private final Consumer<Diagnostic> found;
  private StringBuilder words;
  private String type = "";

  AuthorityObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    if (element.name.equals("idno")) {
      String subtype = OpenElement.attribute(attributes, "subtype");
      type = subtype.isEmpty() ? OpenElement.attribute(attributes, "type") : subtype;
      words = new StringBuilder();
    }
    if (element.name.isEmpty()) {
      return;
    }
    // Here an identifier of an authority has a scheme or a prefix.
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getURI(i).isEmpty()
          && attributes.getValue(i).indexOf(':') >= 0
          && POINTING.contains(attributes.getLocalName(i))) {
        for (String value : EditionIndex.values(attributes.getValue(i).strip())) {
          check("", value, element.place);
        }
      }
    }
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    if (words != null && in.name.equals("idno")) {
      words.append(run.characters());
    }
  }

  @Override
  public void end(OpenElement element) {
    if (element.name.equals("idno") && words != null) {
      check(type, words.toString().strip(), element.place);
      words = null;
    }
  }

  private void check(String named, String value, Location place) {
    if (value.isEmpty()) {
      return;
    }
    AuthorityId id = AuthorityId.of(named, value);
    if (id != null && !id.isWellFormed()) {
      found.accept(
          Diagnostic.of(
              Code.REG_AUTHORITY_FORM,
              place,
              id.value(),
              id.authority().display(),
              id.fault(),
              id.authority().form()));
    }
  }
}
