package org.letterpress.letter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Spelling;
import org.letterpress.letter.EntryFacts.Scope;
import org.letterpress.source.SourceFile;

/** All register entries of an edition, by everything by which a letter may call them. */
final class EntryNames {
  private record Local(String file, String id) {
    boolean holds(EntryFacts entry) {
      return entry.id().equals(id) && entry.file().key().equals(file);
    }
  }

  private final List<EntryFacts> all = new ArrayList<>();

  /** Names of pages that are not the entry's id. */
  private final Map<EntryFacts, String> pageIds = new IdentityHashMap<>();

  private final Map<EntryFacts, EntryFacts> sameAs = new IdentityHashMap<>();

  /** Of the entries with an id the first of each kind, and the first that is not local. */
  private final Lookup<EntryFacts> byId = new Lookup<>();

  private final Lookup<EntryFacts> byPlace = new Lookup<>();
  private final Lookup<EntryFacts> byAddress = new Lookup<>();
  private final Lookup<EntryFacts> byName = new Lookup<>();
  private final Map<Kind, Set<String>> ambiguous = new EnumMap<>(Kind.class);

  /** What is shown for the ids of a file, where some stand for entries of other files. */
  private final Map<Local, List<EntryFacts>> elsewhere = new HashMap<>();

  private EntryNames() {}

  /**
   * Gathers the entries of all files.
   *
   * @param findings told of entries of one kind that share an id
   */
  static EntryNames of(List<FileFacts> files, Diagnostics findings) {
    EntryNames names = new EntryNames();
    Set<String> pages = new HashSet<>();
    for (FileFacts file : files) {
      for (EntryFacts entry : file.entries()) {
        names.add(entry, pages, findings);
      }
    }
    return names;
  }

  private void add(EntryFacts entry, Set<String> pages, Diagnostics findings) {
    EntryFacts rival = withId(entry.id(), other -> other.kind() == entry.kind());
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
    Local place = new Local(entry.file().key(), entry.id());
    if (shown != entry) {
      elsewhere
          .computeIfAbsent(place, here -> byPlace.all(hash(place.file, place.id), place::holds))
          .add(shown);
      sameAs.put(entry, shown);
      return;
    }
    elsewhere.computeIfPresent(
        place,
        (same, entries) -> {
          entries.add(entry);
          return entries;
        });
    all.add(entry);
    byPlace.add(hash(place.file, place.id), entry);
    if (withId(
            entry.id(),
            other -> other.kind() == entry.kind() && (entry.isLocal() || !other.isLocal()))
        == null) {
      byId.add(entry.id().hashCode(), entry);
    }
    String page = freePage(pages, entry.kind(), PageName.of(pageId));
    if (!page.equals(entry.id())) {
      pageIds.put(entry, page);
    }
    for (Identifier identifier : entry.identifiers()) {
      if (!identifier.href().isEmpty()) {
        address(entry, Identifier.comparable(identifier.href()));
      }
      name(entry, identifier.value());
    }
    entry.names().forEach(name -> name(entry, name));
  }

  private EntryFacts withId(String id, Predicate<EntryFacts> fits) {
    return byId.first(id.hashCode(), entry -> fits.test(entry) && entry.id().equals(id));
  }

  private static int hash(String file, String id) {
    return 31 * file.hashCode() + id.hashCode();
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
    String plain = plain(name);
    EntryFacts other = withName(entry.kind(), plain);
    if (other == null) {
      byName.add(plain.hashCode(), entry);
    } else if (other != entry) {
      ambiguous.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(plain);
    }
  }

  private EntryFacts withName(Kind kind, String plain) {
    return byName.first(plain.hashCode(), entry -> entry.kind() == kind && hasName(entry, plain));
  }

  private static boolean hasName(EntryFacts entry, String plain) {
    return entry.names().stream().anyMatch(name -> plain(name).equals(plain))
        || entry.identifiers().stream().anyMatch(one -> plain(one.value()).equals(plain));
  }

  private void address(EntryFacts entry, String comparable) {
    if (byAddress.first(comparable.hashCode(), other -> hasAddress(other, comparable)) == null) {
      byAddress.add(comparable.hashCode(), entry);
    }
  }

  private static boolean hasAddress(EntryFacts entry, String comparable) {
    return entry.identifiers().stream()
        .map(Identifier::href)
        .anyMatch(href -> !href.isEmpty() && Identifier.comparable(href).equals(comparable));
  }

  private static String plain(String name) {
    return Words.spaced(name).toLowerCase(Locale.ROOT);
  }

  /** Every entry that has a page. */
  Collection<EntryFacts> all() {
    return all;
  }

  /** The name itself, or with a number where an entry of the kind has it already. */
  private static String freePage(Set<String> pages, Kind kind, String wanted) {
    String name = wanted;
    for (int n = 2; !pages.add(kind.folder() + "/" + name.toLowerCase(Locale.ROOT)); n++) {
      name = wanted + "-" + n;
    }
    return name;
  }

  /** The name of an entry's page. */
  String id(EntryFacts entry) {
    EntryFacts shown = sameAs.getOrDefault(entry, entry);
    return pageIds.getOrDefault(shown, shown.id());
  }

  /** The entry with this id in a file, one of the kind that is asked for before any other. */
  EntryFacts in(SourceFile file, Kind kind, String id) {
    if (!elsewhere.isEmpty()) {
      List<EntryFacts> entries = elsewhere.get(new Local(file.key(), id));
      if (entries != null) {
        return best(entries, kind);
      }
    }
    return best(byPlace, hash(file.key(), id), kind, entry -> isAt(file, id, entry));
  }

  /** The first of a kind that fits, or else the first that fits, or null. */
  private static EntryFacts best(
      Lookup<EntryFacts> entries, int hash, Kind kind, Predicate<EntryFacts> fits) {
    EntryFacts first = entries.first(hash, fits);
    if (first == null || kind == null || first.kind() == kind) {
      return first;
    }
    EntryFacts fitting = entries.first(hash, entry -> entry.kind() == kind && fits.test(entry));
    return fitting == null ? first : fitting;
  }

  private static boolean isAt(SourceFile file, String id, EntryFacts entry) {
    return entry.id().equals(id) && (entry.file() == file || entry.file().key().equals(file.key()));
  }

  /** The entry with this id anywhere; ids of a volume's own lists hold in that volume only. */
  EntryFacts global(Kind kind, String id) {
    return best(byId, id.hashCode(), kind, entry -> !entry.isLocal() && entry.id().equals(id));
  }

  /** The entry that an authority's address stands for, or null. */
  EntryFacts at(String address) {
    String comparable = Identifier.comparable(address);
    return byAddress.first(comparable.hashCode(), entry -> hasAddress(entry, comparable));
  }

  /** The one entry of a kind that has this name or identifier, or null. */
  EntryFacts named(Kind kind, String name) {
    if (kind == null) {
      return null;
    }
    String plain = plain(name);
    boolean doubtful = ambiguous.getOrDefault(kind, Set.of()).contains(plain);
    return doubtful ? null : withName(kind, plain);
  }

  /** The id that is most like another, or null. */
  String nearest(String id) {
    return Spelling.nearest(id, all.stream().map(EntryFacts::id).distinct().toList());
  }

  private static EntryFacts best(List<EntryFacts> sharing, Kind kind) {
    for (EntryFacts entry : sharing) {
      if (entry.kind() == kind) {
        return entry;
      }
    }
    return sharing.get(0);
  }
}
