package org.letterpress.validate;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.Checksum;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFolder;
import org.xml.sax.InputSource;

/** Opens and compiles each schema once, whoever asks for it. Safe to use from several threads. */
final class SchemaLoader {
  /** Why a schema is not used that findings tell more of. */
  private static final String BROKEN = "it has errors of its own";

  private final SchemaResources resources;
  private final SchematronCompiler schematron;
  private final SourceFolder names;
  private final Diagnostics findings;
  private final Map<Wanted, Once> loaded = new ConcurrentHashMap<>();

  /**
   * @param names how messages call files
   * @param findings gets what is wrong with schemas
   */
  SchemaLoader(
      SchemaResources resources,
      SchematronCompiler schematron,
      SourceFolder names,
      Diagnostics findings) {
    this.resources = resources;
    this.schematron = schematron;
    this.names = names;
    this.findings = findings;
  }

  /**
   * A schema that somebody wants to use.
   *
   * @param address absolute
   * @param kind null to go by what the schema is; Schematron of a grammar means the rules in it
   * @param phase the Schematron phase, or empty
   * @param charset the encoding of a schema in the compact syntax, or empty
   */
  record Wanted(String address, SchemaKind kind, String phase, String charset) {
    static Wanted of(String address) {
      return new Wanted(address, null, "", "");
    }
  }

  /**
   * A schema that was looked for.
   *
   * @param name how messages call it
   * @param kind null when it is not known
   * @param grammar null when it is no grammar or cannot be used
   * @param rules null when it holds no rules or cannot be used
   * @param obstacle why it cannot be used, in one clause; null when it can
   * @param remedy what to do about that
   * @param digest of the schema and all that it draws in; null when it cannot be used
   */
  record Loaded(
      String name,
      SchemaKind kind,
      CompiledGrammar grammar,
      SchematronRules rules,
      String obstacle,
      String remedy,
      String digest) {

    /** A schema that cannot be used. */
    static Loaded unusable(String name, SchemaKind kind, String obstacle, String remedy) {
      return new Loaded(name, kind, null, null, obstacle, remedy, null);
    }

    /** True when checking the same document again must find the same. */
    boolean isRepeatable() {
      return rules == null || rules.isRepeatable();
    }

    boolean isUsable() {
      return obstacle == null;
    }

    /** True when findings say already what is wrong with it. */
    boolean isReported() {
      return BROKEN.equals(obstacle);
    }
  }

  /** Loads a schema, or says why that is not possible. */
  Loaded load(Wanted wanted) {
    return loaded.computeIfAbsent(wanted, Once::new).get();
  }

  /** How messages call a schema. */
  String name(String address) {
    if (IncludeFence.isOurs(address)) {
      return "letterpress's own " + address.substring(IncludeFence.OURS.length());
    }
    try {
      return names.name(SchemaResources.file(address));
    } catch (IOException notAFile) {
      return address;
    }
  }

  /**
   * What a schema is, without compiling it.
   *
   * @return null when it is of no kind that is known, or cannot be opened
   */
  SchemaKind kind(String address) {
    try {
      return SchemaKind.of(resources.open(address));
    } catch (IOException reportedWhenLoaded) {
      return null;
    }
  }

  /** A schema that is loaded when it is first asked for; others then wait for it. */
  private final class Once {
    private final Wanted wanted;
    private Loaded result;

    Once(Wanted wanted) {
      this.wanted = wanted;
    }

    synchronized Loaded get() {
      if (result == null) {
        result = open(wanted);
      }
      return result;
    }
  }

  private Loaded open(Wanted wanted) {
    String name = name(wanted.address());
    try {
      return compile(name, wanted, resources.open(wanted.address()));
    } catch (OutOfMemoryError tooLarge) {
      return broken(name, wanted.kind(), "it does not fit into memory");
    } catch (NotFetchedException absent) {
      return notFetched(name, wanted.kind(), "it lies in the network and is not in the cache");
    } catch (IOException problem) {
      String remedy = "check its address, or map it to a file in catalog.xml";
      String obstacle = ReadProblem.describe(problem);
      return Loaded.unusable(name, wanted.kind(), obstacle, remedy);
    }
  }

  private static Loaded notFetched(String name, SchemaKind kind, String obstacle) {
    String remedy = "fetch it once: letterpress schema fetch " + name;
    return Loaded.unusable(name, kind, obstacle, remedy);
  }

  private Loaded compile(String name, Wanted wanted, SchemaText schema) {
    if (schema.isWebPage()) {
      return broken(name, wanted.kind(), "it is a web page (HTML), not a schema");
    }
    SchemaKind kind = wanted.kind() == null ? SchemaKind.of(schema) : wanted.kind();
    if (kind == null) {
      return broken(name, null, "it is neither RELAX NG nor Schematron nor W3C XML Schema");
    }
    SchemaResources.Parts parts = resources.parts(schema);
    Diagnostics problems = new Diagnostics();
    CompiledGrammar grammar = null;
    SchematronRules rules = null;
    switch (kind) {
      case RELAX_NG, COMPACT ->
          grammar =
              Grammar.compile(
                  name,
                  () -> source(schema, wanted.charset()),
                  kind == SchemaKind.COMPACT,
                  parts,
                  problems);
      case XML_SCHEMA -> grammar = XsdGrammar.compile(name, schema, parts, problems);
      case SCHEMATRON -> rules = schematron.compile(name, schema, parts, wanted.phase(), problems);
    }
    remember(wanted.address(), schema, kind, parts);
    if (parts.notFetched() != null) {
      String part = parts.notFetched().url();
      return notFetched(name, kind, part + ", which it draws in, is not in the cache");
    }
    findings.addAll(problems.sorted());
    if (grammar == null && rules == null) {
      return Loaded.unusable(name, kind, BROKEN, "mend it; LP-SCHEMA-001 says where");
    }
    String sum = new Checksum().add(schema.bytes()).hex();
    String digest = String.join(" ", wanted.toString(), sum, parts.digest());
    return new Loaded(name, kind, grammar, rules, null, "", digest);
  }

  private Loaded broken(String name, SchemaKind kind, String message) {
    findings.add(Code.SCHEMA_BROKEN, Location.of(name), message);
    return Loaded.unusable(name, kind, BROKEN, "name another; LP-SCHEMA-001 says more");
  }

  private void remember(
      String address, SchemaText schema, SchemaKind used, SchemaResources.Parts parts) {
    // A grammar stays one, also where the rules in it are wanted.
    SchemaKind kind = used == SchemaKind.SCHEMATRON ? SchemaKind.of(schema) : used;
    try {
      resources.remember(address, schema, kind, parts);
    } catch (IOException notKept) {
      // It was opened all the same, and is fetched again the next time.
    }
  }

  private static InputSource source(SchemaText schema, String charset) {
    InputSource source = schema.open();
    if (!charset.isEmpty()) {
      source.setEncoding(charset);
    }
    return source;
  }
}
