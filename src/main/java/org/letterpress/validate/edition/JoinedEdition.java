package org.letterpress.validate.edition;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Spelling;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Named;
import org.letterpress.letter.Target;

/** All that is known of an edition once its files have been read. Safe to share between threads. */
final class JoinedEdition {
  private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?!//).+");

  private final EditionIndex index;
  private final List<ObservedFile> files;
  private final Map<String, ObservedFile> observed = new HashMap<>();
  private final Map<String, FileFacts> facts = new HashMap<>();
  private final Set<Path> paths = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();

  /** The same wrong id stands in many files; what is like it is looked for once. */
  private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();

  JoinedEdition(EditionIndex index, List<FileFacts> facts, List<ObservedFile> files) {
    this.index = index;
    this.files = files;
    for (ObservedFile file : files) {
      observed.put(file.file().key(), file);
      paths.add(file.file().path());
    }
    for (FileFacts file : facts) {
      this.facts.put(file.file().key(), file);
      file.prefixes().forEach(prefix -> prefixes.add(prefix.ident()));
    }
  }

  EditionIndex index() {
    return index;
  }

  List<ObservedFile> files() {
    return files;
  }

  /** True for a file of the edition that was read. */
  boolean holds(Path file) {
    return paths.contains(file);
  }

  /** The private prefix of a pointer that no header declares, or empty. */
  String undeclaredPrefix(String pointer) {
    Matcher match = PREFIXED.matcher(pointer);
    return match.matches() && !prefixes.contains(match.group(1)) ? match.group(1) : "";
  }

  /** The id of a file, or else of a register entry, that is most like a wrong one, or empty. */
  String nearest(ObservedFile file, String id) {
    String near = Spelling.nearest(id, file.ids().ids());
    return near != null
        ? near
        : nearest
            .computeIfAbsent(id, wrong -> Optional.ofNullable(index.nearest(wrong)))
            .orElse("");
  }

  Location place(EntryFacts entry) {
    Location known = observed.get(entry.file().key()).ids().find(entry.id(), entry.file().name());
    return known != null && known.line() == entry.line()
        ? known
        : Location.of(entry.file().name(), entry.line(), 0);
  }

  Location place(IndexedLetter letter) {
    LetterFacts said = letter.facts();
    Location known = observed.get(said.file().key()).ids().find(said.xmlId(), said.file().name());
    return known != null && known.line() == said.line()
        ? known
        : Location.of(said.file().name(), said.line(), 0);
  }

  /** True when the texts of two letters begin alike. */
  boolean beginAlike(LetterFacts one, LetterFacts other) {
    return beginning(one) == beginning(other);
  }

  private long beginning(LetterFacts letter) {
    return observed.get(letter.file().key()).beginnings().of(letter.ordinal());
  }

  /** What a register says of somebody's birth and death, or null. */
  ObservedFile.Life life(EntryFacts entry) {
    return observed.get(entry.file().key()).lives().of(entry.ordinal());
  }

  /** The register entry of a sender or addressee, or null. */
  EntryFacts entry(LetterFacts letter, Named party) {
    return index.entry(letter, party.kind(), party.pointers());
  }

  /** The name of the element that a pointer leads to, or empty when it is not known. */
  String element(Target target) {
    if (target instanceof Target.Inside inside) {
      return inside.element();
    }
    if (target instanceof Target.ToEntry to) {
      return element(to.entry().file().key(), to.entry().id());
    }
    if (target instanceof Target.ToLetter to) {
      return to.fragment().isEmpty()
          ? "TEI"
          : element(to.letter().facts().file().key(), to.fragment());
    }
    return "";
  }

  private String element(String file, String id) {
    FileFacts.Anchor anchor = facts.get(file).ids().get(id);
    return anchor == null ? "" : anchor.element();
  }
}
