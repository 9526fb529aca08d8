package org.letterpress.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.source.Catalog;
import org.letterpress.source.Markup;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;

/**
 * Decides which schemas a document is checked against: those that the user names; those that the
 * document names in its {@code xml-model} instructions; the edition's; ours. Of each sort, grammars
 * and rules, the first of these that can be used are.
 *
 * <p>Safe to use from several threads.
 */
public final class Schemas {
  private static final String NAME = "letterpress";

  private final Edition edition;
  private final SchemaOptions options;
  private final Diagnostics findings;
  private final SchemaResources resources;
  private final SchemaLoader loader;
  private final Background<List<SchemaLoader.Loaded>> named;

  /** What the check of a document that names no schemas rests on; null until that was asked. */
  private volatile CheckBasis basisOfNone;

  private volatile boolean rulesAreKnown;
  private List<Path> ofEdition;
  private final Map<String, Unused> unused = new TreeMap<>();
  private final Map<Unknown, Location> unknown = new HashMap<>();

  /**
   * @param edition the edition that the documents belong to
   * @param options what the user says
   * @param names how messages call files
   * @param processor gives what the documents are built with
   * @param findings gets what is wrong with schemas
   */
  public Schemas(
      Edition edition,
      SchemaOptions options,
      SourceFolder names,
      Supplier<Processor> processor,
      Diagnostics findings) {
    this(
        edition,
        options,
        names,
        processor,
        options.network()
            ? SchemaResources.Network.FOR_WHAT_IS_MISSING
            : SchemaResources.Network.CLOSED,
        findings);
  }

  Schemas(
      Edition edition,
      SchemaOptions options,
      SourceFolder names,
      Supplier<Processor> processor,
      SchemaResources.Network network,
      Diagnostics findings) {
    this.edition = edition;
    this.options = options;
    this.findings = findings;
    this.resources =
        new SchemaResources(
            Catalog.of(edition.folder(), names, findings),
            new SchemaCache(options.cache()),
            network,
            edition.folder(),
            Clock.systemUTC());
    this.loader =
        new SchemaLoader(
            resources, new SchematronCompiler(processor, options.cache()), names, findings);
    this.named =
        options.schemas().isEmpty()
            ? Background.now(List::of)
            : Background.start("schemas", () -> named(options.schemas()));
  }

  /** What a document is checked against; the rules may still be compiled. */
  record Selection(
      List<SchemaLoader.Loaded> grammars, Background<List<SchemaLoader.Loaded>> rules) {

    /** What a check by these schemas rests on. */
    CheckBasis basis(List<XmlModel> models) {
      List<SchemaLoader.Loaded> all = new ArrayList<>(grammars);
      all.addAll(rules.get());
      return new CheckBasis(
          List.copyOf(models),
          all.stream().map(SchemaLoader.Loaded::digest).toList(),
          all.stream().allMatch(SchemaLoader.Loaded::isRepeatable));
    }
  }

  /**
   * A schema that documents name and that is not used; as a grammar, for its rules, or for both.
   */
  private record Unused(
      SchemaLoader.Loaded loaded, TreeSet<String> instead, TreeSet<Location> places) {}

  /** A schema that documents name in a way that leads nowhere. */
  private record Unknown(String href, String obstacle) {}

  /**
   * Begins the check of a document.
   *
   * @param markup gives the document's markup when a fix is to be made; it may give null
   * @param found gets each finding, in the thread of the parse
   */
  public DocumentCheck check(SourceFile file, Supplier<Markup> markup, Consumer<Diagnostic> found) {
    return new DocumentCheck(this, file, markup, found);
  }

  /**
   * True when a document that was checked before would be checked against the same schemas, which
   * must find the same in the same bytes. What there is to say of the schemas that it names is
   * noted as if it were checked.
   */
  public boolean stillHolds(SourceFile file, CheckBasis basis) {
    return basis.repeatable() && basis(file, basis.models()).equals(basis);
  }

  /** What the check of a document rests on; the same for all that name no schemas. */
  private CheckBasis basis(SourceFile file, List<XmlModel> models) {
    if (!models.isEmpty()) {
      return select(file, models).basis(models);
    }
    CheckBasis known = basisOfNone;
    if (known == null) {
      known = select(file, models).basis(models);
      basisOfNone = known;
    }
    return known;
  }

  /** Reports the schemas that documents name and that could not be used, each once. */
  public void report() {
    // Of a schema that no document asked for there may be something to say, too.
    named.get();
    reportUnused();
  }

  private synchronized void reportUnused() {
    for (Unused each : unused.values()) {
      int files = (int) each.places().stream().map(Location::file).distinct().count();
      String who = files == 1 ? "this file names" : files + " files name";
      String instead =
          (files == 1 ? "it is" : "they are")
              + " checked against "
              + String.join(" and ", each.instead());
      findings.add(
          Code.SCHEMA_ABSENT,
          each.places().first(),
          each.loaded().name(),
          who,
          each.loaded().obstacle(),
          instead,
          each.loaded().remedy());
    }
    unknown.forEach(
        (each, place) -> findings.add(Code.SCHEMA_UNKNOWN, place, each.href(), each.obstacle()));
    unused.clear();
    unknown.clear();
  }

  /** The schemas for a document that has these instructions. */
  Selection select(SourceFile file, List<XmlModel> models) {
    // Grammars are needed at once and rules when the document has been read: the first that are
    // used are compiled meanwhile.
    Supplier<List<SchemaLoader.Loaded>> choice = () -> rules(file, models);
    Background<List<SchemaLoader.Loaded>> rules =
        rulesAreKnown ? Background.now(choice) : Background.start("rules", choice);
    List<SchemaLoader.Loaded> grammars =
        choose(SchemaKind::isGrammar, "letterpress.rng", file, models);
    return new Selection(grammars, rules);
  }

  private List<SchemaLoader.Loaded> rules(SourceFile file, List<XmlModel> models) {
    List<SchemaLoader.Loaded> rules =
        choose(kind -> !kind.isGrammar(), "letterpress.sch", file, models);
    rulesAreKnown = true;
    return rules;
  }

  /**
   * A schema that was to be fetched.
   *
   * @param name its address, or the name of its file
   * @param kind what it is; null when that could not be found out
   * @param obstacle why it is of no use, in one clause; null when all is well
   */
  public record Fetched(String name, SchemaKind kind, String obstacle) {
    /** False for a file. */
    public boolean isInNetwork() {
      return SchemaResources.isRemote(name);
    }
  }

  /**
   * Schemas that are fetched anew, even when they are in the cache.
   *
   * @param options what the user says; what documents are checked against is not asked for
   */
  public static Schemas fetching(
      Edition edition,
      SchemaOptions options,
      SourceFolder names,
      Supplier<Processor> processor,
      Diagnostics findings) {
    return new Schemas(
        edition, options, names, processor, SchemaResources.Network.FOR_ALL, findings);
  }

  /**
   * Fetches a schema and what it draws in.
   *
   * @param schema an address of http or https; or the absolute path of a schema, for its parts
   */
  public Fetched fetch(String schema) {
    return fetched(loader.load(SchemaLoader.Wanted.of(address(schema))));
  }

  /** Fetches the schemas that a document names, and what those in files draw in. */
  public List<Fetched> fetchNamedBy(SourceFile file) {
    List<Fetched> all = new ArrayList<>();
    Prolog prolog =
        new Prolog(
            models -> {
              own(file, models, kind -> true).forEach(choice -> all.add(fetched(choice.loaded())));
              return List.of();
            });
    // A document that is broken further down still names its schemas; its faults are for validate.
    new SafeParser(edition.folder()).parse(file, List.of(prolog), new Diagnostics());
    return all;
  }

  private static Fetched fetched(SchemaLoader.Loaded loaded) {
    return new Fetched(loaded.name(), loaded.kind(), loaded.obstacle());
  }

  /** A schema that a document names for itself. */
  private record Choice(String href, Location place, SchemaLoader.Loaded loaded) {}

  /** The schemas that the user names, as far as they can be used. */
  private List<SchemaLoader.Loaded> named(List<String> schemas) {
    List<SchemaLoader.Loaded> usable = new ArrayList<>();
    schemas.forEach(schema -> name(schema, usable));
    return usable;
  }

  private void name(String schema, List<SchemaLoader.Loaded> usable) {
    String address;
    try {
      address = resources.locate(address(schema), address(schema));
    } catch (IOException noAddress) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(schema), noAddress.getMessage());
      return;
    }
    SchemaLoader.Loaded loaded =
        loader.load(new SchemaLoader.Wanted(address, null, options.phase(), ""));
    if (!loaded.isUsable()) {
      if (!loaded.isReported()) {
        findings.add(
            Diagnostic.of(Code.SCHEMA_BROKEN, Location.of(loaded.name()), loaded.obstacle())
                .withRemedy(loaded.remedy()));
      }
      return;
    }
    usable.add(loaded);
    if (options.embedded() && loaded.kind() == SchemaKind.RELAX_NG) {
      SchemaLoader.Loaded rules =
          loader.load(new SchemaLoader.Wanted(address, SchemaKind.SCHEMATRON, options.phase(), ""));
      if (rules.isUsable()) {
        usable.add(rules);
      }
    }
  }

  private static String address(String schema) {
    return SchemaResources.isRemote(schema) ? schema : Path.of(schema).toUri().toString();
  }

  /** The schemas that a document names: those of a sort, and those that do not tell theirs. */
  private List<Choice> own(SourceFile file, List<XmlModel> models, Predicate<SchemaKind> sort) {
    List<Choice> choices = new ArrayList<>();
    for (XmlModel model : XmlModel.firstGroup(models)) {
      if (model.kind() != null && !sort.test(model.kind())) {
        continue;
      }
      Location place = Location.of(file.name(), model.line(), 0);
      String obstacle = model.obstacle();
      if (obstacle != null) {
        unknown(model, obstacle, place);
        continue;
      }
      String phase = options.phase().isEmpty() ? model.phase() : options.phase();
      SchemaLoader.Loaded loaded;
      try {
        String address = resources.locate(model.href(), file.path().toUri().toString());
        loaded =
            loader.load(
                new SchemaLoader.Wanted(
                    address,
                    model.kind(),
                    model.kind() == SchemaKind.SCHEMATRON ? phase : "",
                    model.charset()));
      } catch (IOException noAddress) {
        unknown(model, noAddress.getMessage(), place);
        continue;
      }
      choices.add(new Choice(model.href(), place, loaded));
    }
    return choices;
  }

  private synchronized void unknown(XmlModel model, String obstacle, Location place) {
    unknown.merge(new Unknown(model.href(), obstacle), place, Schemas::first);
  }

  private static Location first(Location one, Location other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Of one sort of schema, the first in the order that can be used. */
  private List<SchemaLoader.Loaded> choose(
      Predicate<SchemaKind> sort, String ours, SourceFile file, List<XmlModel> models) {
    List<SchemaLoader.Loaded> byUser =
        namesOthers(sort)
            ? List.of()
            : named.get().stream().filter(loaded -> sort.test(loaded.kind())).toList();
    if (!byUser.isEmpty()) {
      return byUser;
    }
    List<Choice> meant =
        own(file, models, sort).stream().filter(each -> sort.test(sortOf(each.loaded()))).toList();
    List<SchemaLoader.Loaded> usable =
        meant.stream()
            .map(Choice::loaded)
            .filter(SchemaLoader.Loaded::isUsable)
            .distinct()
            .toList();
    List<SchemaLoader.Loaded> chosen = usable;
    if (chosen.isEmpty()) {
      List<String> alike = meant.stream().map(Choice::href).toList();
      chosen = List.of(fallback(sort, ours, alike));
    }
    String instead = chosen.get(0).name();
    for (Choice choice : meant) {
      if (!choice.loaded().isUsable()) {
        note(choice, usable.isEmpty() ? instead : "the other schemas named beside it");
      }
    }
    return chosen.stream().filter(SchemaLoader.Loaded::isUsable).toList();
  }

  /**
   * True when the user names schemas and all of them are certain to be of another sort. While TEI's
   * grammar is being compiled, that lets the rules be compiled beside it.
   */
  private boolean namesOthers(Predicate<SchemaKind> sort) {
    if (options.embedded() || named.isDone()) {
      return false;
    }
    for (String schema : options.schemas()) {
      try {
        String address = resources.locate(address(schema), address(schema));
        SchemaKind kind = SchemaResources.isRemote(address) ? null : loader.kind(address);
        if (kind == null || sort.test(kind)) {
          return false;
        }
      } catch (IOException reportedByName) {
        return false;
      }
    }
    return true;
  }

  /** What cannot be told is taken for a grammar. */
  private static SchemaKind sortOf(SchemaLoader.Loaded loaded) {
    return loaded.kind() == null ? SchemaKind.RELAX_NG : loaded.kind();
  }

  private synchronized void note(Choice choice, String instead) {
    Unused all =
        unused.computeIfAbsent(
            choice.loaded().name(),
            name -> new Unused(choice.loaded(), new TreeSet<>(), new TreeSet<>()));
    all.instead().add(instead);
    all.places().add(choice.place());
  }

  /** The edition's schema of a sort, or ours. */
  private SchemaLoader.Loaded fallback(
      Predicate<SchemaKind> sort, String ours, List<String> alike) {
    for (Path file : candidates(sort, alike)) {
      SchemaLoader.Loaded loaded = loader.load(SchemaLoader.Wanted.of(file.toUri().toString()));
      if (loaded.isUsable() && sort.test(loaded.kind())) {
        return loaded;
      }
    }
    return loader.load(SchemaLoader.Wanted.of(IncludeFence.OURS + ours));
  }

  /**
   * Schemas in the edition's folder {@code schema/}: those with the same file name as one that is
   * not to be had; the one called letterpress; the only one.
   */
  private List<Path> candidates(Predicate<SchemaKind> sort, List<String> alike) {
    List<Path> all = new ArrayList<>();
    for (Path file : ofEdition()) {
      if (sort.test(SchemaKind.ofEnding(file.toString()))) {
        all.add(file);
      }
    }
    List<Path> candidates = new ArrayList<>();
    for (Path file : all) {
      String name = file.getFileName().toString();
      if (alike.stream().anyMatch(href -> href.endsWith("/" + name) || href.equals(name))) {
        candidates.add(file);
      }
    }
    for (Path file : all) {
      if (all.size() == 1 || file.getFileName().toString().startsWith(NAME + ".")) {
        candidates.add(file);
      }
    }
    return candidates;
  }

  /** The schemas in the edition's folder {@code schema/}, looked for once. */
  private synchronized List<Path> ofEdition() {
    if (ofEdition == null) {
      Path folder = edition.folder().resolve("schema");
      ofEdition = List.of();
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          ofEdition =
              files.filter(file -> SchemaKind.ofEnding(file.toString()) != null).sorted().toList();
        } catch (IOException unreadable) {
          // Nothing is found in it; ours stands in.
        }
      }
    }
    return ofEdition;
  }
}
