package org.letterpress.build;

import java.util.List;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;
import org.letterpress.project.Edition;
import org.letterpress.validate.edition.EditionRules;

/** Joins what was learned of all files, and applies the rules that need all of them. */
final class EditionLink {
  private EditionLink() {}

  /**
   * What all files say together.
   *
   * @param findings gets what is wrong with the edition as a whole
   */
  static EditionIndex join(Edition edition, List<Learned> files, Diagnostics findings) {
    List<FileFacts> facts = files.stream().map(Learned::facts).toList();
    EditionIndex index = EditionIndex.join(facts, edition.settings().language(), findings);
    EditionRules.check(index, facts, files.stream().map(Learned::observed).toList(), findings);
    if (index.letters().isEmpty()) {
      findings.add(Code.CONF_NO_LETTERS, Location.of(edition.name()), edition.name());
    }
    return index;
  }
}
