package org.letterpress.validate.edition;

import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;

/** Anchors have notes, and notes that stand apart have anchors. */
final class AnchorRule implements EditionRule {
  private final Reached reached;

  AnchorRule(Reached reached) {
    this.reached = reached;
  }

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    for (ObservedFile file : edition.files()) {
      file.anchors()
          .forEach(
              file.file().name(),
              (id, place) -> {
                if (!reached.has(id)) {
                  findings.add(Code.NOTE_LOST, place, id);
                }
              });
      for (ObservedFile.LooseNote note : file.notes()) {
        if (note.id().isEmpty() || !reached.has(note.id())) {
          findings.add(Code.NOTE_UNCALLED, note.place(), "");
        }
      }
    }
  }
}
