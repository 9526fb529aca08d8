package org.letterpress.letter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Spelling;
import org.letterpress.letter.EntryFacts.Scope;
import org.letterpress.source.SourceFile;

/** All register entries of an edition, by everything by which a letter may call them. */
final class EntryNames {
  private record Local(String file, String id) {}

  private final List<EntryFacts> all = new ArrayList<>();
  private final Map<EntryFacts, String> pageIds = new IdentityHashMap<>();
  private final Set<String> pages = new HashSet<>();
  private final Map<EntryFacts, EntryFacts> sameAs = new IdentityHashMap<>();
  private final Map<Local, List<EntryFacts>> byPlace = new HashMap<>();
  private final Map<String, List<EntryFacts>> byId = new LinkedHashMap<>();
  private final Map<String, EntryFacts> byAddress = new HashMap<>();
  private final Map<Kind, Map<String, EntryFacts>> byName = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> ambiguous = new EnumMap<>(Kind.class);

  private EntryNames() {}

  /**
   * Gathers the entries of all files.
   *
   * @param findings told of entries of one kind that share an id
   */
  static EntryNames of(List<FileFacts> files, Diagnostics findings) {
    EntryNames names = new EntryNames();
    for (FileFacts file : files) {
      for (EntryFacts entry : file.entries()) {
        names.add(entry, findings);
      }
    }
    return names;
  }

  private void add(EntryFacts entry, Diagnostics findings) {
    List<EntryFacts> sharing = byId.computeIfAbsent(entry.id(), id -> new ArrayList<>(1));
    EntryFacts rival = ofKind(sharing, entry.kind());
    EntryFacts shown = entry;
    String pageId = entry.id();
    if (rival != null) {
      boolean another = !rival.file().equals(entry.file());
      boolean registered = entry.scope() == Scope.EDITION && rival.scope() == Scope.EDITION;
      if (another && !registered) {
        // Ids of lists in a volume or a letter need be unique in their file only.
        if (rival.name().equals(entry.name())) {
          shown = rival;
        } else {
          pageId = entry.file().stem() + "-" + entry.id();
        }
      } else {
        shown = rival;
        if (another) {
          twice(entry, rival, findings);
        }
      }
    }
    byPlace
        .computeIfAbsent(new Local(entry.file().key(), entry.id()), place -> new ArrayList<>(1))
        .add(shown);
    if (shown != entry) {
      sameAs.put(entry, shown);
      return;
    }
    all.add(entry);
    pageIds.put(entry, freePage(entry.kind(), PageName.of(pageId)));
    sharing.add(entry);
    for (Identifier identifier : entry.identifiers()) {
      if (!identifier.href().isEmpty()) {
        byAddress.putIfAbsent(Identifier.comparable(identifier.href()), entry);
      }
      name(entry, identifier.value());
    }
    entry.names().forEach(name -> name(entry, name));
  }

  private static void twice(EntryFacts entry, EntryFacts first, Diagnostics findings) {
    findings.add(
        Diagnostic.of(
                Code.ID_ENTRY_TWICE, Location.of(entry.file().name(), entry.line(), 0), entry.id())
            .relatedTo(
                List.of(
                    new Diagnostic.Related(
                        Location.of(first.file().name(), first.line(), 0), "the first entry"))));
  }

  /** A name that two entries have leads to neither. */
  private void name(EntryFacts entry, String name) {
    Map<String, EntryFacts> names = byName.computeIfAbsent(entry.kind(), kind -> new HashMap<>());
    String plain = plain(name);
    EntryFacts other = names.putIfAbsent(plain, entry);
    if (other != null && other != entry) {
      ambiguous.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(plain);
    }
  }

  private static String plain(String name) {
    return Words.spaced(name).toLowerCase(Locale.ROOT);
  }

  /** Every entry that has a page. */
  Collection<EntryFacts> all() {
    return all;
  }

  /** The name itself, or with a number where an entry of the kind has it already. */
  private String freePage(Kind kind, String wanted) {
    String name = wanted;
    for (int n = 2; !pages.add(kind.folder() + "/" + name.toLowerCase(Locale.ROOT)); n++) {
      name = wanted + "-" + n;
    }
    return name;
  }

  /** The name of an entry's page. */
  String id(EntryFacts entry) {
    return pageIds.getOrDefault(sameAs.getOrDefault(entry, entry), entry.id());
  }

  /** The entry with this id in a file, one of the kind that is asked for before any other. */
  EntryFacts in(SourceFile file, Kind kind, String id) {
    return best(byPlace.get(new Local(file.key(), id)), kind);
  }

  /** The entry with this id anywhere; ids of a volume's own lists hold in that volume only. */
  EntryFacts global(Kind kind, String id) {
    List<EntryFacts> sharing = byId.get(id);
    if (sharing == null) {
      return null;
    }
    EntryFacts best = null;
    for (EntryFacts entry : sharing) {
      if (!entry.isLocal() && (best == null || (best.kind() != kind && entry.kind() == kind))) {
        best = entry;
      }
    }
    return best;
  }

  /** The entry that an authority's address stands for, or null. */
  EntryFacts at(String address) {
    return byAddress.get(Identifier.comparable(address));
  }

  /** The one entry of a kind that has this name or identifier, or null. */
  EntryFacts named(Kind kind, String name) {
    if (kind == null || !byName.containsKey(kind)) {
      return null;
    }
    String plain = plain(name);
    boolean doubtful = ambiguous.getOrDefault(kind, Set.of()).contains(plain);
    return doubtful ? null : byName.get(kind).get(plain);
  }

  /** The id that is most like another, or null. */
  String nearest(String id) {
    return Spelling.nearest(id, byId.keySet());
  }

  private static EntryFacts best(List<EntryFacts> sharing, Kind kind) {
    if (sharing == null || sharing.isEmpty()) {
      return null;
    }
    EntryFacts fitting = ofKind(sharing, kind);
    return fitting == null ? sharing.get(0) : fitting;
  }

  private static EntryFacts ofKind(List<EntryFacts> entries, Kind kind) {
    for (EntryFacts entry : entries) {
      if (entry.kind() == kind) {
        return entry;
      }
    }
    return null;
  }
}
