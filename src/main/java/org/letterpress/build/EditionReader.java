package org.letterpress.build;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.FactsHandler;
import org.letterpress.project.Edition;
import org.letterpress.source.LazyMarkup;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.CheckBasis;
import org.letterpress.validate.DocumentCheck;
import org.letterpress.validate.Schemas;
import org.letterpress.validate.edition.FileObservers;
import org.xml.sax.ContentHandler;

/**
 * Reads the files of an edition: one parse feeds the grammars, the facts, the observers and the
 * tree; Schematron then looks at the tree.
 *
 * <p>Safe to share between threads.
 */
final class EditionReader {
  /** The name of the document that describes the edition itself. */
  private static final String EDITION = "edition.xml";

  private final Edition edition;
  private final SourceFolder folder;
  private final SafeParser parser;
  private final Supplier<Processor> processor;
  private final Schemas schemas;
  private final Diagnostics findings;
  private final SharedTexts texts = new SharedTexts();
  private boolean contexts = true;
  private boolean alone;

  /**
   * @param schemas what files are validated against
   */
  EditionReader(
      Edition edition,
      SourceFolder folder,
      Supplier<Processor> processor,
      Schemas schemas,
      Diagnostics findings) {
    this.edition = edition;
    this.folder = folder;
    this.parser = new SafeParser(edition.folder());
    this.processor = processor;
    this.schemas = schemas;
    this.findings = findings;
  }

  /** The same for checks alone: mentions come without words, which only pages show. */
  EditionReader withoutContexts() {
    contexts = false;
    return this;
  }

  /** The same for files that nothing joins: what several of them say is not kept once for all. */
  EditionReader ofSingleFiles() {
    alone = true;
    return withoutContexts();
  }

  /** All TEI files of the edition. */
  List<SourceFile> files() {
    return files(findings);
  }

  /** The same, with what cannot be read apart from other findings. */
  List<SourceFile> files(Diagnostics apart) {
    return files(edition, folder, apart);
  }

  /**
   * All TEI files of an edition.
   *
   * @param findings gets what cannot be read
   */
  static List<SourceFile> files(Edition edition, SourceFolder folder, Diagnostics findings) {
    List<SourceFile> files = new ArrayList<>();
    for (Path source : edition.sourceFolders()) {
      try {
        files.addAll(folder.below(source, findings));
      } catch (IOException problem) {
        findings.add(
            Code.XML_UNREADABLE, Location.of(folder.name(source)), ReadProblem.describe(problem));
      }
    }
    edition.looseFiles().forEach(path -> files.add(folder.file(path)));
    // Where no folder is named, XML of other kinds may lie beside the edition's own.
    boolean searched = edition.isSearched();
    return files.stream().distinct().filter(file -> !searched || file.looksLikeTei()).toList();
  }

  /**
   * Reads and checks one file, unless an earlier build has done so.
   *
   * @param cache knows what earlier builds learned, and is told what is learned now
   * @return null when it cannot be parsed to its end; findings then say why
   */
  ReadFile read(SourceFile file, FactsCache cache) {
    return guarded(
        file,
        findings,
        () -> {
          byte[] bytes = parser.read(file, findings);
          return bytes == null ? null : read(file, bytes, cache, true, findings);
        });
  }

  /** The same, with its findings apart from the others'; its tree is not kept. */
  ReadFile read(SourceFile file, FactsCache cache, Diagnostics findings) {
    return guarded(
        file,
        findings,
        () -> {
          byte[] bytes = parser.read(file, findings);
          return bytes == null ? null : read(file, bytes, cache, false, findings);
        });
  }

  private ReadFile read(
      SourceFile file, byte[] bytes, FactsCache cache, boolean keeps, Diagnostics findings) {
    String digest = Fingerprint.of(bytes);
    FactsCache.Remembered known = cache.find(file, digest);
    if (known != null && schemas.stillHolds(file, known.basis())) {
      findings.addAll(known.findings());
      cache.keep(file);
      Learned learned = texts.of(known.facts(), known.observed());
      return new ReadFile(
          file, learned.facts(), learned.observed(), digest, new SoftReference<>(null));
    }
    Diagnostics apart = new Diagnostics();
    AtomicReference<CheckBasis> basis = new AtomicReference<>();
    ReadFile read = parse(file, bytes, true, keeps, apart, basis::set);
    findings.addAll(apart.sorted());
    if (read != null && standsAlone(bytes)) {
      cache.put(
          file,
          digest,
          new FactsCache.Remembered(read.facts(), read.observed(), apart.sorted(), basis.get()));
    }
    return read;
  }

  /** False for a file that may draw in others; those are not looked at to know it again. */
  private static boolean standsAlone(byte[] bytes) {
    // In an encoding of wider units neither word shows.
    boolean wide = bytes.length > 1 && (bytes[0] <= 0 && bytes[0] != (byte) 0xEF || bytes[1] == 0);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return !wide && !text.contains("<!DOCTYPE") && !text.contains("XInclude");
  }

  /**
   * Reads one file with its findings apart from the others'; its tree is not kept.
   *
   * @param full false to leave out the schemas
   */
  ReadFile read(SourceFile file, boolean full, Diagnostics findings) {
    return guarded(
        file,
        findings,
        () -> {
          byte[] bytes = parser.read(file, findings);
          return bytes == null ? null : parse(file, bytes, full, false, findings, basis -> {});
        });
  }

  /** Reads and checks one file, were these its bytes; its tree is not kept. */
  ReadFile read(SourceFile file, byte[] bytes, Diagnostics findings) {
    return guarded(file, findings, () -> parse(file, bytes, true, false, findings, basis -> {}));
  }

  /** The bytes of a file, or null when it cannot be read; a finding then says why. */
  byte[] bytes(SourceFile file, Diagnostics findings) {
    return parser.read(file, findings);
  }

  /** The tree of a file, were these its bytes; each element says in which line it begins. */
  XdmNode treeWithLines(SourceFile file, byte[] bytes) {
    BuildingContentHandler tree = newTree();
    if (!parser.parse(file, bytes, List.of(new LineNumbers(tree)), new Diagnostics())) {
      throw new IllegalStateException(file.name() + " cannot be read");
    }
    return document(tree);
  }

  /** Checks a file in full, were these its bytes. */
  void check(SourceFile file, byte[] bytes, Diagnostics findings) {
    guarded(file, findings, () -> parse(file, bytes, true, false, findings, basis -> {}));
  }

  private static ReadFile guarded(
      SourceFile file, Diagnostics findings, Supplier<ReadFile> reading) {
    try {
      return reading.get();
    } catch (OutOfMemoryError tooLarge) {
      findings.add(Code.XML_LIMIT, Location.of(file.name()), "it does not fit into memory");
      return null;
    } catch (RuntimeException | StackOverflowError defect) {
      findings.add(Code.OUT_DEFECT, Location.of(file.name()), defect.toString());
      return null;
    }
  }

  /**
   * @param full false to leave out the schemas
   * @param keeps true to make a tree even where no rule asks for it
   * @param checked told what a full check of a whole file rests on
   */
  private ReadFile parse(
      SourceFile file,
      byte[] bytes,
      boolean full,
      boolean keeps,
      Diagnostics findings,
      Consumer<CheckBasis> checked) {
    FactsHandler facts =
        new FactsHandler(file, edition.settings().division(), isEdition(file), findings);
    if (!contexts) {
      facts.withoutContexts();
    }
    List<ContentHandler> handlers = new ArrayList<>();
    DocumentCheck check = full ? schemas.check(file, new LazyMarkup(bytes), findings::add) : null;
    if (full) {
      handlers.add(check.handler());
    }
    TreeIfWanted tree = new TreeIfWanted(() -> keeps || (full && check.wantsTree()), this::newTree);
    handlers.add(facts);
    FileObservers observers = new FileObservers(file, findings);
    handlers.add(observers);
    handlers.add(tree);
    boolean whole = parser.parse(file, bytes, handlers, findings);
    if (full) {
      check.finish();
    }
    if (!whole) {
      return null;
    }
    // The rules may still be compiled meanwhile.
    Learned learned =
        alone
            ? new Learned(facts.facts(), observers.facts())
            : texts.of(facts.facts(), observers.facts());
    XdmNode document = tree.built() == null ? null : document(tree.built());
    if (full && document != null) {
      check.applyRules(document);
    }
    if (full) {
      checked.accept(check.basis());
    }
    return new ReadFile(
        file,
        learned.facts(),
        learned.observed(),
        Fingerprint.of(bytes),
        new SoftReference<>(keeps ? document : null));
  }

  /** The tree of a file that was read before; parsed again if the memory was needed. */
  XdmNode tree(ReadFile read) {
    XdmNode tree = read.tree().get();
    if (tree != null) {
      return tree;
    }
    BuildingContentHandler again = newTree();
    if (!parser.parse(read.file(), List.of(again), findings)) {
      throw new IllegalStateException(read.file().name() + " changed while it was being built");
    }
    return document(again);
  }

  private boolean isEdition(SourceFile file) {
    return file.fileName().equals(EDITION)
        && (edition.sourceFolders().contains(file.path().getParent())
            || edition.looseFiles().contains(file.path()));
  }

  private BuildingContentHandler newTree() {
    DocumentBuilder builder = processor.get().newDocumentBuilder();
    builder.setLineNumbering(true);
    try {
      return builder.newBuildingContentHandler();
    } catch (SaxonApiException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static XdmNode document(BuildingContentHandler tree) {
    try {
      return tree.getDocumentNode();
    } catch (SaxonApiException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
