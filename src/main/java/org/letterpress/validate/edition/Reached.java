package org.letterpress.validate.edition;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Target;

/** What the pointers of an edition lead to. */
final class Reached {
  private static final Pattern PARTS = Pattern.compile("[(),#]");

  private final Set<EntryFacts> entries = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> ids = new HashSet<>();

  /** Notes where a pointer leads; one that is no id, such as {@code #range(a,b)}, may name ids. */
  void add(String value, Target target) {
    if (target instanceof Target.ToEntry to) {
      entries.add(to.entry());
    }
    for (String part : PARTS.split(value)) {
      ids.add(part);
    }
  }

  /** True when some pointer leads to this entry. */
  boolean has(EntryFacts entry) {
    return entries.contains(entry);
  }

  /** True when some pointer names this id. */
  boolean has(String id) {
    return ids.contains(id);
  }
}
