package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;

/** Files of an edition that exist only in a test. */
final class Reading {
  final Diagnostics findings = new Diagnostics();
  private final List<FileFacts> files = new ArrayList<>();
  private final String division;
  private boolean contexts = true;

  Reading() {
    this("");
  }

  /**
   * @param division type of the divs that are letters, or empty
   */
  Reading(String division) {
    this.division = division;
  }

  /** Reads as a check does. */
  Reading withoutContexts() {
    contexts = false;
    return this;
  }

  /** Reads a file; its key begins with its folder, for instance {@code tei/letters/a.xml}. */
  FileFacts file(String key, String xml) {
    SourceFile source = new SourceFile(Path.of("/edition", key), key, key);
    boolean isEdition = key.endsWith("edition.xml");
    FactsHandler handler = new FactsHandler(source, division, isEdition, findings);
    if (!contexts) {
      handler.withoutContexts();
    }
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    SafeParser parser = new SafeParser(Path.of("/edition"));
    assertThat(parser.parse(source, bytes, List.of(handler), findings))
        .as("%s", findings.sorted())
        .isTrue();
    FileFacts facts = handler.facts();
    files.add(facts);
    return facts;
  }

  /** Reads a letter with a header and a body. */
  FileFacts letter(String key, String profile, String body) {
    return file(key, tei(profile, body));
  }

  /** Reads a file with a standOff. */
  FileFacts register(String key, String lists) {
    return file(
        key,
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
            + "<title>R</title></titleStmt></fileDesc></teiHeader><standOff>"
            + lists
            + "</standOff></TEI>");
  }

  /** Joins all files that were read. */
  EditionIndex join() {
    return EditionIndex.join(files, "en", findings);
  }

  /** A correspDesc with a sender, an addressee and a date; each empty when it is unknown. */
  static String correspondence(String from, String to, String when) {
    String date = when.isEmpty() ? "" : "<date when='" + when + "'/>";
    return "<correspDesc><correspAction type='sent'>"
        + party(from)
        + date
        + "</correspAction><correspAction type='received'>"
        + party(to)
        + "</correspAction></correspDesc>";
  }

  static String tei(String profile, String body) {
    return "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
        + "<title>A letter</title></titleStmt></fileDesc><profileDesc>"
        + profile
        + "</profileDesc></teiHeader><text><body>"
        + body
        + "</body></text></TEI>";
  }

  private static String party(String name) {
    if (name.isEmpty()) {
      return "";
    }
    return name.startsWith("#")
        ? "<persName ref='" + name + "'/>"
        : "<persName>" + name + "</persName>";
  }
}
