package org.letterpress.validate.edition;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.xml.sax.Attributes;

/** Checks language tags, each at its first place in a file. */
final class LanguageObserver implements Observer {
  private final Consumer<Diagnostic> found;
  private final Set<String> seen = new HashSet<>();

  LanguageObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    check(element.ownLanguage, "xml:lang", element.place);
    if (element.name.equals("language")) {
      check(OpenElement.attribute(attributes, "ident"), "ident", element.place);
    } else if (element.name.equals("textLang")) {
      check(OpenElement.attribute(attributes, "mainLang"), "mainLang", element.place);
      for (String tag : EditionIndex.values(OpenElement.attribute(attributes, "otherLangs"))) {
        check(tag, "otherLangs", element.place);
      }
    }
  }

  private void check(String tag, String attribute, Location place) {
    // An empty tag takes a language back.
    if (tag.isEmpty() || !seen.add(tag)) {
      return;
    }
    LanguageTags.Verdict verdict = LanguageTags.check(tag);
    if (!verdict.fault().isEmpty()) {
      Diagnostic finding =
          Diagnostic.of(Code.TEXT_LANGUAGE_TAG, place, tag, attribute, verdict.fault());
      found.accept(
          verdict.instead().isEmpty()
              ? finding
              : finding.withRemedy("write \"" + verdict.instead() + "\""));
    }
  }
}
