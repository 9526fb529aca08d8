package org.letterpress.build;

import java.util.List;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.Labels;
import org.letterpress.project.Edition;
import org.letterpress.validate.edition.EditionRules;
import org.xml.sax.SAXParseException;

/** Joins what was learned of all files, and applies the rules that need all of them. */
final class EditionLink {
  private EditionLink() {}

  /**
   * What all files say together.
   *
   * @param findings gets what is wrong with the edition as a whole
   */
  static EditionIndex join(Edition edition, List<Learned> files, Diagnostics findings) {
    EditionIndex index = index(edition, files, findings);
    check(index, files, findings);
    return index;
  }

  /** Applies the rules that need all files, joined. */
  static void check(EditionIndex index, List<Learned> files, Diagnostics findings) {
    EditionRules.check(
        index,
        files.stream().map(Learned::facts).toList(),
        files.stream().map(Learned::observed).toList(),
        findings);
  }

  /** The same without the rules. */
  static EditionIndex index(Edition edition, List<Learned> files, Diagnostics findings) {
    EditionIndex index =
        EditionIndex.join(
            files.stream().map(Learned::facts).toList(),
            edition.settings().language(),
            labels(edition, findings),
            findings);
    if (index.letters().isEmpty()) {
      findings.add(Code.CONF_NO_LETTERS, Location.of(edition.name()), edition.name());
    }
    return index;
  }

  /** The same files joined with the wording of another language; what is wrong was found before. */
  static EditionIndex in(String language, Edition edition, List<Learned> files) {
    List<FileFacts> facts = files.stream().map(Learned::facts).toList();
    Diagnostics found = new Diagnostics();
    return EditionIndex.join(facts, language, labels(edition, found), found);
  }

  /** The edition's own words of the interface. */
  static Labels labels(Edition edition, Diagnostics findings) {
    return Labels.read(
        edition.folder(),
        (file, problem) ->
            findings.add(
                Code.LOCALE_UNREADABLE,
                place(edition.folder().relativize(file).toString(), problem),
                String.valueOf(problem.getMessage())));
  }

  private static Location place(String file, Exception problem) {
    return problem instanceof SAXParseException at
        ? Location.of(file, at.getLineNumber(), at.getColumnNumber())
        : Location.of(file);
  }
}
