package org.letterpress.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.saxon.s9api.Processor;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.source.ReadProblem;
import org.xml.sax.InputSource;

/**
 * The schemas that hold for every file of an edition: a grammar that the user names, else the
 * edition's own {@code schema/letterpress.rng} and {@code .sch}, else ours.
 *
 * @param grammar null when it cannot be used
 * @param rules null when they cannot be used
 */
public record OwnSchemas(Grammar grammar, SchematronRules rules) {
  private static final String GRAMMAR = "letterpress.rng";
  private static final String RULES = "letterpress.sch";

  /**
   * The schemas for an edition.
   *
   * @param grammar a grammar to use instead, or null
   * @param findings gets what is wrong with a schema
   */
  public static OwnSchemas of(
      Edition edition, Path grammar, Processor processor, Diagnostics findings) {
    Path file = grammar != null ? grammar : edition.own("schema/" + GRAMMAR);
    if (file != null && !Files.isReadable(file)) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(file.toString()), "there is no such file");
      file = null;
    }
    Path chosen = file;
    String name = chosen == null ? GRAMMAR : name(edition, chosen);
    Grammar compiled =
        Grammar.compile(name, () -> open(chosen, GRAMMAR), fence(edition, chosen), findings);
    Path rules = edition.own("schema/" + RULES);
    SchematronRules schematron = null;
    try {
      String named = rules == null ? RULES : name(edition, rules);
      schematron = SchematronRules.compile(named, open(rules, RULES), processor, findings);
    } catch (IOException problem) {
      findings.add(Code.SCHEMA_BROKEN, Location.of(RULES), ReadProblem.describe(problem));
    }
    return new OwnSchemas(compiled, schematron);
  }

  /** A schema's file as findings call it. */
  private static String name(Edition edition, Path file) {
    if (!file.startsWith(edition.folder())) {
      return file.getFileName().toString();
    }
    String inside = edition.folder().relativize(file).toString().replace('\\', '/');
    boolean here = edition.name().isEmpty() || edition.name().equals(".");
    return here ? inside : edition.name() + "/" + inside;
  }

  /** A grammar may include files of the edition, and those that lie beside it. */
  private static List<Path> fence(Edition edition, Path file) {
    return file == null || file.getParent() == null
        ? List.of(edition.folder())
        : List.of(edition.folder(), file.getParent());
  }

  private static InputSource open(Path file, String ours) throws IOException {
    if (file != null) {
      InputSource source = new InputSource(Files.newInputStream(file));
      source.setSystemId(file.toUri().toString());
      return source;
    }
    InputStream stream = OwnSchemas.class.getResourceAsStream(IncludeFence.RESOURCES + ours);
    if (stream == null) {
      throw new IOException(ours + " is missing from this copy of letterpress");
    }
    InputSource source = new InputSource(stream);
    source.setSystemId("letterpress:/schema/" + ours);
    return source;
  }
}
