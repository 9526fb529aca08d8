package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.image.EditionImages;
import org.letterpress.letter.EditionIndex;
import org.letterpress.print.PdfPrinter;
import org.letterpress.print.PrintOptions;
import org.letterpress.project.Edition;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.Preparer;
import org.letterpress.transform.Stylesheet;
import org.letterpress.transform.Stylesheets;

/**
 * The tools an edition is rendered with, whatever its letters say: stylesheets, its own style
 * sheet, fonts. They hold until one of them changes. Thread-safe.
 */
final class Workshop {
  private final Edition edition;
  private final EditionReader reader;
  private final Stylesheets stylesheets;
  private final Sheets sheets;
  private final Stylesheet audit;
  private final PrintOptions print;
  private final EditionStyle style;
  private final String program;
  private PdfPrinter printer;

  private Workshop(
      Edition edition,
      EditionReader reader,
      Stylesheets stylesheets,
      Diagnostics findings,
      Sheets sheets,
      Stylesheet audit)
      throws IOException {
    this.edition = edition;
    this.reader = reader;
    this.stylesheets = stylesheets;
    this.sheets = sheets;
    this.audit = audit;
    this.print = printOptions(edition, findings);
    this.style = EditionStyle.read(edition, findings);
    this.program = program();
  }

  /**
   * Gets the tools ready.
   *
   * @param findings gets what is wrong with them
   * @return null when a stylesheet cannot be compiled; a finding then says why
   */
  static Workshop open(
      Edition edition,
      BuildOptions options,
      EditionReader reader,
      Stylesheets stylesheets,
      Diagnostics findings)
      throws IOException {
    Sheets sheets = Sheets.compile(stylesheets, options.only(), options.jobs());
    Stylesheet audit = options.audit() ? stylesheets.get("audit.xsl") : null;
    if (sheets == null || (options.audit() && audit == null)) {
      return null;
    }
    return new Workshop(edition, reader, stylesheets, findings, sheets, audit);
  }

  /**
   * A rendering of what files say together.
   *
   * @param images what images the sources name
   * @param page path of the only file that is wanted; empty for all
   * @param findings gets what is wrong with what is made
   */
  Rendering rendering(
      EditionIndex index,
      EditionImages images,
      BuildOptions options,
      String page,
      Staging staging,
      Guard guard,
      Diagnostics findings) {
    return new Rendering(
        edition,
        options,
        findings,
        reader,
        index,
        new FactsTree(index, edition.settings().site().url(), stylesheets.processor(), images),
        sheets,
        new Preparer(sheets.prepare(), edition.settings().notes(), edition.settings().views()),
        audit == null ? null : new Audit(audit, edition.settings().views().treatments()),
        program,
        style,
        PageLanguages.ONE,
        page,
        staging,
        guard,
        Unaffected.NOTHING);
  }

  /** What lays out and paints; made when it is first asked for. */
  synchronized PdfPrinter printer() {
    if (printer == null) {
      printer = PdfPrinter.create(print);
    }
    return printer;
  }

  /** A fingerprint of letterpress itself, the settings, and what the edition adds to both. */
  private String program() throws IOException {
    Fingerprint all =
        new Fingerprint()
            .add(Fingerprint.ofProgram())
            .add(edition.settings().toString())
            .addFolder(edition.folder().resolve("xslt"));
    for (Path font : print.fonts()) {
      all.add(Files.readAllBytes(font));
    }
    style.files().forEach((path, bytes) -> all.add(path).add(bytes));
    return all.hex();
  }

  private static PrintOptions printOptions(Edition edition, Diagnostics findings) {
    List<Path> fonts = new ArrayList<>();
    for (String name : edition.settings().fonts()) {
      Path font = edition.folder().resolve(name).normalize();
      if (font.startsWith(edition.folder()) && Files.isReadable(font)) {
        fonts.add(font);
      } else {
        findings.add(
            Code.CONF_VALUE,
            Location.of(edition.name()),
            "print.fonts",
            "\"" + name + "\"",
            "TrueType files inside the edition");
      }
    }
    return new PrintOptions(edition.folder(), "letterpress", sourceDate(), fonts);
  }

  /**
   * The time that stands in the outputs: SOURCE_DATE_EPOCH, else the beginning of our own count.
   */
  private static Instant sourceDate() {
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    if (epoch != null && epoch.matches("\\d{1,12}")) {
      return Instant.ofEpochSecond(Long.parseLong(epoch));
    }
    return Instant.parse("2000-01-01T00:00:00Z");
  }
}
