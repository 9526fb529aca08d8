package org.letterpress.validate.edition;

import java.util.HashSet;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;

/** An edition writes its letters in one way, and says what its private characters are. */
final class CharacterRule implements EditionRule {
  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    boolean composed = edition.files().stream().anyMatch(file -> file.characters().composed());
    Set<Integer> declared = new HashSet<>();
    edition.files().forEach(file -> declared.addAll(file.characters().declared()));
    for (ObservedFile file : edition.files()) {
      ObservedFile.Characters characters = file.characters();
      if (composed && characters.decomposed() > 0) {
        findings.add(
            Code.TEXT_NORMALISATION,
            characters.decomposedAt(),
            characters.example(),
            characters.decomposed() == 1 ? "once" : characters.decomposed() + " times");
      }
      characters
          .privateUse()
          .forEach(
              (code, place) -> {
                if (!declared.contains(code)) {
                  findings.add(Code.TEXT_PRIVATE_USE, place, "U+%04X".formatted(code));
                }
              });
    }
  }
}
