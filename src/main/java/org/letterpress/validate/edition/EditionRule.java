package org.letterpress.validate.edition;

import org.letterpress.diagnostic.Diagnostics;

/** A rule, or a few of one subject, that must hold in an edition as a whole. */
interface EditionRule {
  /** Reports what breaks the rule. */
  void check(JoinedEdition edition, Diagnostics findings);
}
