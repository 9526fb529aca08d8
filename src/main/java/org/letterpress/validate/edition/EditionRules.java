package org.letterpress.validate.edition;

import java.util.List;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;

/** All rules that must hold in an edition as a whole. */
public final class EditionRules {
  private EditionRules() {}

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
    JoinedEdition edition = new JoinedEdition(index, facts, files);
    Reached reached = new Reached();
    List<EditionRule> rules =
        List.of(
            new PointerRule(reached),
            new FacsimileRule(),
            // These ask what the pointers have reached.
            new AnchorRule(reached),
            new RegisterRule(reached),
            new RecordRule(),
            new PartyRule(),
            new OrderRule(),
            new CharacterRule());
    rules.forEach(rule -> rule.check(edition, findings));
  }
}
