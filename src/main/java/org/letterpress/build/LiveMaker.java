package org.letterpress.build;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.image.EditionImages;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.project.Edition;
import org.letterpress.site.SitePages;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.Schemas;

/**
 * Makes single files of the site of what is known of an edition, and remembers what was wrong with
 * each, and its last good page. Thread-safe.
 */
final class LiveMaker {
  /** Pages and trees that are kept for the time when their source is broken. */
  private static final int MOST_KEPT = 50;

  private final Edition edition;
  private final SourceFolder folder;
  private final int threads;
  private final Schemas schemas;
  private final EditionReader reader;
  private final Map<String, byte[]> lastPages = recent();
  private final Map<String, List<Diagnostic>> pageFindings = recent();
  private final Map<String, XdmNode> trees = recent();

  /** The images of pages that were made, by path from the root of the site. */
  private final Map<String, EditionImages.Published> images = new ConcurrentHashMap<>();

  private final Object toolsLock = new Object();
  private volatile Tools tools;

  /**
   * Stylesheets and what belongs to them.
   *
   * @param workshop makes pages; null when a stylesheet is broken
   * @param press prints; opened when something is printed first
   */
  private record Tools(
      Stylesheets stylesheets,
      EditionReader reader,
      Workshop workshop,
      AtomicReference<Workshop> press,
      Diagnostics findings) {}

  /**
   * @param reader reads files while they are followed
   */
  LiveMaker(
      Edition edition, SourceFolder folder, int threads, Schemas schemas, EditionReader reader) {
    this.edition = edition;
    this.folder = folder;
    this.threads = threads;
    this.schemas = schemas;
    this.reader = reader;
  }

  private static <T> Map<String, T> recent() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST_KEPT;
          }
        });
  }

  // ---- stylesheets -----------------------------------------------------------------------------

  /** Compiles stylesheets and reads style sheets anew. */
  void retool() {
    synchronized (toolsLock) {
      tools = opened();
    }
  }

  /** What pages are made with; whoever needs it first gets it ready. */
  private Tools tools() {
    Tools ready = tools;
    if (ready != null) {
      return ready;
    }
    synchronized (toolsLock) {
      if (tools == null) {
        tools = opened();
      }
      return tools;
    }
  }

  private Tools opened() {
    Diagnostics findings = new Diagnostics();
    Stylesheets stylesheets = new Stylesheets(edition, findings);
    EditionReader own =
        new EditionReader(edition, folder, stylesheets::processor, schemas, findings);
    Workshop workshop = workshop(Output.HTML, stylesheets, own, findings);
    trees.clear();
    return new Tools(stylesheets, own, workshop, new AtomicReference<>(), findings);
  }

  private Workshop workshop(
      Output output, Stylesheets stylesheets, EditionReader own, Diagnostics findings) {
    try {
      return Workshop.open(edition, options(output), own, stylesheets, findings);
    } catch (IOException problem) {
      findings.add(Code.XML_UNREADABLE, Location.of(edition.name()), ReadProblem.describe(problem));
      return null;
    }
  }

  /** What makes outputs of a kind; null when a stylesheet is broken. */
  private Workshop workshop(Tools tools, Output output) {
    if (output != Output.PDF) {
      return tools.workshop;
    }
    synchronized (tools.press) {
      if (tools.press.get() == null) {
        tools.press.set(workshop(output, tools.stylesheets, tools.reader, tools.findings));
      }
      return tools.press.get();
    }
  }

  /** Gets the stylesheets ready, unless they are. */
  void warmUp() {
    tools();
  }

  /** False when a stylesheet is broken. */
  boolean works() {
    return tools().workshop != null;
  }

  /** What is wrong with the stylesheets. */
  List<Diagnostic> findings() {
    return tools().findings.sorted();
  }

  // ---- files of the site -----------------------------------------------------------------------

  /** What was wrong with files when they were made last, of those that were made lately. */
  List<Diagnostic> pageFindings() {
    synchronized (pageFindings) {
      return pageFindings.values().stream().flatMap(List::stream).toList();
    }
  }

  /** What was wrong with a file when it was made last; null when it was not made lately. */
  List<Diagnostic> pageFindings(String path) {
    return pageFindings.get(path);
  }

  /** The last good page at a path, or null. */
  byte[] lastPage(String path) {
    return lastPages.get(path);
  }

  /** Forgets the tree of a file that has changed. */
  void forget(SourceFile file) {
    trees.remove(file.key());
  }

  /** The image at a path, if a page was made that shows it; null also when it is damaged. */
  byte[] image(String path) {
    EditionImages.Published image = images.get(path);
    if (image == null) {
      return null;
    }
    try {
      return image.side() > 0
          ? image.image().smaller(image.side())
          : Files.readAllBytes(image.image().path());
    } catch (IOException damaged) {
      return null;
    }
  }

  /** True when the path is that of an image which a page shows. */
  boolean isImage(String path) {
    return images.containsKey(path);
  }

  /**
   * Makes a file of what is known now.
   *
   * @return null when there is none at the path or it could not be made
   */
  byte[] make(LiveState now, String path) {
    byte[] bytes = make(now, tools(), path);
    if (bytes != null) {
      now.made().put(path, bytes);
      if (path.endsWith(".html")) {
        lastPages.put(path, bytes);
      }
    }
    return bytes;
  }

  private byte[] make(LiveState now, Tools tools, String path) {
    Diagnostics findings = new Diagnostics();
    Tray tray = new Tray();
    Guard guard = new Guard(findings, false, tray);
    Output output = Output.of(path);
    IndexedLetter letter = now.letter(path);
    IndexedVolume volume = now.volume(path);
    SourceFile source =
        letter != null ? letter.facts().file() : volume != null ? volume.file() : null;
    Workshop workshop = workshop(tools, output);
    if (workshop == null) {
      return null;
    }
    Rendering rendering =
        workshop.rendering(
            now.index(),
            imagesOf(now, source),
            options(output),
            path,
            new Staging(tray),
            guard,
            findings);
    guard.run(
        source,
        () -> {
          PrintStep print =
              output == Output.PDF ? new PrintStep(rendering, workshop.printer()) : null;
          LetterStep step = new LetterStep(rendering, print, tools.stylesheets, BookPages.NONE);
          if (letter != null) {
            step.letter(letter, withTree(now.of(source), tools));
          } else if (volume != null) {
            step.volume(volume, withTree(now.of(source), tools));
          } else if (path.startsWith("assets/")) {
            new SiteStep(rendering).assets();
            new ImageStep(rendering).viewer();
            now.made().putAll(tray.files());
          } else {
            whole(now, tools, rendering);
          }
        });
    guard.reportUnknownElements();
    if (letter != null || volume != null || !findings.sorted().isEmpty()) {
      pageFindings.put(path, findings.sorted());
    } else {
      pageFindings.remove(path);
    }
    return tray.files().get(path);
  }

  /** The images of the page that is made; remembered, because its reader asks for them next. */
  private EditionImages imagesOf(LiveState now, SourceFile source) {
    if (source == null) {
      return EditionImages.none();
    }
    EditionImages found =
        EditionImages.of(
            List.of(source), file -> now.of(file).read().observed().pointers(), now.index());
    found.published().forEach(image -> images.put(image.path(), image));
    return found;
  }

  private void whole(LiveState now, Tools tools, Rendering rendering)
      throws IOException, SaxonApiException {
    String path = rendering.page();
    XdmNode tree = now.pages().tree(path, () -> pages(now, tools, rendering));
    if (tree != null) {
      new SiteStep(rendering).page(path, tree);
    }
  }

  private SitePages pages(LiveState now, Tools tools, Rendering rendering) {
    return new SitePages(
        rendering.index(),
        rendering.facts(),
        () -> front(now, tools, rendering),
        new Elements(file -> withTree(now.of(file), tools), tools.reader));
  }

  /** The prepared document of the edition itself, or null. */
  private XdmNode front(LiveState now, Tools tools, Rendering rendering) {
    for (KnownFile each : now.known().values()) {
      XdmNode front =
          each.read() == null || each.read().facts().edition() == null
              ? null
              : EditionBuild.front(rendering, withTree(each, tools));
      if (front != null) {
        return front;
      }
    }
    return null;
  }

  /** A file with its tree, as it could be read last. */
  private ReadFile withTree(KnownFile known, Tools tools) {
    String key = known.file().key();
    XdmNode tree = trees.get(key);
    if (tree == null) {
      byte[] bytes =
          known.bytes() != null ? known.bytes() : reader.bytes(known.file(), new Diagnostics());
      tree = tools.reader.treeWithLines(known.file(), bytes);
      trees.put(key, tree);
    }
    ReadFile read = known.read();
    return new ReadFile(
        read.file(), read.facts(), read.observed(), read.digest(), new SoftReference<>(tree));
  }

  /** True when the tree of a file can be made of what its facts were learned from. */
  boolean isAtHand(KnownFile known) {
    if (trees.containsKey(known.file().key()) || known.bytes() != null) {
      return true;
    }
    byte[] bytes = known.whole() ? reader.bytes(known.file(), new Diagnostics()) : null;
    return bytes != null && known.read().isOf(bytes);
  }

  private BuildOptions options(Output output) {
    return new BuildOptions(
        edition.folder().resolve("site"), threads, false, EnumSet.of(output), false, false);
  }
}
