package org.letterpress.validate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.letterpress.diagnostic.CodeFixtures;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.source.SafeParser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** A document and what a grammar says about it. */
record Checked(String text, List<Diagnostic> findings) {
  private static final Path GRAMMAR =
      Path.of("src", "test", "resources", "diagnostics", "letter.rng");

  /** The small grammar that the fixtures are written for. */
  static Grammar smallGrammar() {
    Diagnostics findings = new Diagnostics();
    Grammar grammar =
        Grammar.compile(
            "letter.rng",
            () -> {
              InputSource source = new InputSource(Files.newInputStream(GRAMMAR));
              source.setSystemId(GRAMMAR.toUri().toString());
              return source;
            },
            findings);
    if (grammar == null) {
      throw new IllegalStateException(findings.sorted().toString());
    }
    return grammar;
  }

  /** A grammar written in a test. */
  static Grammar grammar(String name, String text, List<Path> fence, Diagnostics findings) {
    return Grammar.compile(
        name,
        () -> {
          InputSource source = new InputSource(new StringReader(text));
          Path folder = fence.isEmpty() ? Path.of("") : fence.get(0);
          source.setSystemId(folder.resolve("main.rng").toUri().toString());
          return source;
        },
        name.endsWith(".rnc"),
        new IncludeFence(fence),
        findings);
  }

  static Checked by(Grammar grammar, String text) {
    List<Diagnostic> findings = new ArrayList<>();
    GrammarCheck check = grammar.check("letter.xml", () -> null, findings::add);
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(check.handler());
    try {
      reader.parse(new InputSource(new StringReader(text)));
    } catch (IOException | SAXException broken) {
      throw new IllegalArgumentException("the document is not well-formed: " + text, broken);
    }
    check.finish();
    Collections.sort(findings);
    return new Checked(text, findings);
  }

  /** The findings as the user would read them. */
  String shown() throws IOException {
    return CodeFixtures.shown(text, findings);
  }
}
