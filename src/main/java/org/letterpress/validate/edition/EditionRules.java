package org.letterpress.validate.edition;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;

/**
 * All rules that must hold in an edition as a whole.
 *
 * <p>Remembers where the pointers of each file lead, so that an edition can be checked again at the
 * cost of what has changed. For one thread.
 */
public final class EditionRules {
  private final PointerRule pointers = new PointerRule();

  /**
   * Checks an edition.
   *
   * @param index what all files say, joined
   * @param facts what was learned from each file
   * @param files what was observed in each file
   * @param findings gets what breaks a rule
   */
  public static void check(
      EditionIndex index, List<FileFacts> facts, List<ObservedFile> files, Diagnostics findings) {
    new EditionRules().check(index, facts, files, false, () -> false, findings);
  }

  /**
   * Checks an edition that this has perhaps checked before.
   *
   * @param same true when since then no id, no letter and no entry has come or gone, so that what
   *     is observed as it was leads where it did
   * @param stopped asked from time to time; true when nobody wants the findings any more
   */
  public void check(
      EditionIndex index,
      List<FileFacts> facts,
      List<ObservedFile> files,
      boolean same,
      BooleanSupplier stopped,
      Diagnostics findings) {
    JoinedEdition edition = new JoinedEdition(index, facts, files);
    if (!same) {
      pointers.forget();
    }
    Reached reached = pointers.reached();
    List<EditionRule> rules =
        List.of(
            pointers,
            new FacsimileRule(),
            // These ask what the pointers have reached.
            new AnchorRule(reached),
            new RegisterRule(reached),
            new RecordRule(),
            new LetterIdRule(),
            new PartyRule(),
            new OrderRule(),
            new CharacterRule());
    for (EditionRule rule : rules) {
      if (stopped.getAsBoolean()) {
        return;
      }
      rule.check(edition, findings);
    }
  }
}
