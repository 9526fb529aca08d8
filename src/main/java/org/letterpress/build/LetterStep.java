package org.letterpress.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.source.SourceFile;
import org.letterpress.transform.Preparer;
import org.letterpress.transform.Stylesheets;
import org.letterpress.transform.TreeText;

/** Everything that is made of one letter, and the pages of volumes. Thread-safe. */
final class LetterStep {
  /** The folder of the pages that show letters as they were written. */
  static final String DIPLOMATIC = "diplomatic/";

  /** The folder of the records for reference managers. */
  static final String CITATIONS = "citations/";

  /** The folder of the IIIF manifests of facsimiles. */
  static final String MANIFESTS = "manifests/";

  private final Rendering rendering;
  private final PrintStep print;
  private final Stylesheets stylesheets;
  private final BookPages pages;

  /**
   * @param rendering what the steps share
   * @param print prints letters, or null when nothing is printed
   * @param stylesheets gives serializers
   * @param pages where letters stand in the printed book
   */
  LetterStep(Rendering rendering, PrintStep print, Stylesheets stylesheets, BookPages pages) {
    this.pages = pages;
    this.rendering = rendering;
    this.print = print;
    this.stylesheets = stylesheets;
  }

  /** Makes what is not still right of a letter's outputs. */
  void letter(IndexedLetter letter, ReadFile file) throws SaxonApiException, IOException {
    if (rendering.unaffected().has(letter) && keepsAsItIs(letter)) {
      return;
    }
    SourceFile source = letter.facts().file();
    XdmNode known = rendering.facts().letterFacts(letter);
    Function<String, String> fingerprint = fingerprints(letter, file, known);
    List<String> stale = stale(letter, fingerprint);
    if (stale.isEmpty()) {
      return;
    }
    // What has a finding is made anew by the next build, so that the finding is not forgotten.
    AtomicBoolean sound = new AtomicBoolean(true);
    XdmNode tree = rendering.reader().tree(file);
    Consumer<XdmNode> messages =
        message -> {
          sound.set(false);
          rendering.guard().message(source, tree, message);
        };
    XdmNode prepared =
        rendering
            .preparer()
            .prepare(
                tree,
                letter.facts().ordinal(),
                known,
                message -> {
                  if (isUncalledNote(file.file(), tree, message)) {
                    sound.set(false);
                  } else {
                    messages.accept(message);
                  }
                });
    Audit.Subject audited =
        rendering.audit() == null ? null : rendering.audit().letter(letter, tree);
    boolean two = Preparer.viewsDiffer(prepared);
    for (String path : stale) {
      if (path.startsWith(DIPLOMATIC) && !two) {
        continue;
      }
      Made made;
      if (path.endsWith(".html")) {
        made = page(letter, path, prepared, two, audited, messages);
      } else if (path.startsWith(MANIFESTS)) {
        byte[] manifest =
            rendering
                .sheets()
                .text()
                .write(prepared, "manifest", rendering.parameters("reading"), messages);
        if (manifest.length == 0) {
          continue;
        }
        made = new Made(manifest, true);
      } else if (path.startsWith(CITATIONS)) {
        made = new Made(citation(path, prepared, messages), true);
      } else if (path.endsWith(".txt")) {
        made = text(prepared, audited, messages);
      } else if (path.endsWith(".xml")) {
        made = new Made(tei(letter, file), true);
      } else {
        PrintStep.Printed printed = print.letter(letter, tree, prepared, audited);
        made = new Made(printed.bytes(), printed.right());
      }
      if (made.bytes() == null) {
        rendering.staging().keepStale(path);
        rendering.guard().unmade(source);
      } else if (made.right() && sound.get()) {
        rendering.staging().stage(path, fingerprint.apply(path), source.key(), made.bytes());
      } else {
        rendering.staging().stageUnsound(path, source.key(), made.bytes());
      }
    }
  }

  /**
   * One output.
   *
   * @param bytes its bytes, or null when it could not be made
   * @param right false when the audit misses words of it
   */
  private record Made(byte[] bytes, boolean right) {}

  /** From a path to the fingerprint of what it depends on: pages also on the printed book. */
  private Function<String, String> fingerprints(
      IndexedLetter letter, ReadFile file, XdmNode known) {
    String own = rendering.fingerprint().add(file.digest()).add(TreeText.of(known)).hex();
    String withPages = new Fingerprint().add(own).add(pages.of(letter.id())).hex();
    return path -> path.endsWith(".html") ? withPages : own;
  }

  /** Keeps those outputs of a letter that are still right. Gives the paths of the others. */
  private List<String> stale(IndexedLetter letter, Function<String, String> fingerprint) {
    List<String> stale = new ArrayList<>();
    boolean pageIsFresh =
        rendering.staging().isFresh(letter.href(), fingerprint.apply(letter.href()));
    for (String path : paths(letter).stream().filter(rendering::wants).toList()) {
      if (mayBeMissing(path) && pageIsFresh && !rendering.staging().wasPublished(path)) {
        // Made from the same as the page: the last build found that there is none.
        continue;
      }
      if (!rendering.staging().keepFresh(path, fingerprint.apply(path))) {
        stale.add(path);
      }
    }
    return stale;
  }

  /**
   * Keeps all outputs of a letter as they are; false, and nothing is kept, when one is not there.
   */
  private boolean keepsAsItIs(IndexedLetter letter) {
    List<String> there =
        paths(letter).stream()
            .filter(path -> !mayBeMissing(path) || rendering.staging().wasPublished(path))
            .toList();
    if (!there.stream().allMatch(rendering.staging()::isAsItWas)) {
      return false;
    }
    there.forEach(rendering.staging()::keep);
    return true;
  }

  /** Letters that look the same in both views have one page, those without images no manifest. */
  private static boolean mayBeMissing(String path) {
    return path.startsWith(DIPLOMATIC) || path.startsWith(MANIFESTS);
  }

  private List<String> paths(IndexedLetter letter) {
    String base = "letters/" + letter.id();
    List<String> paths = new ArrayList<>();
    if (rendering.makes(Output.HTML)) {
      paths.add(letter.href());
      if (!diplomatic(letter).isEmpty()) {
        paths.add(diplomatic(letter));
      }
    }
    if (!rendering.languages().isOwn()) {
      return paths;
    }
    if (rendering.makes(Output.HTML)) {
      for (String format : List.of("bib", "ris", "json")) {
        paths.add(CITATIONS + letter.id() + "." + format);
      }
      boolean hasAddress = !rendering.edition().settings().site().url().isEmpty();
      if (hasAddress && rendering.facts().hasImages(letter)) {
        paths.add(MANIFESTS + letter.id() + ".json");
      }
    }
    if (rendering.makes(Output.PDF)) {
      paths.add(base + ".pdf");
    }
    if (rendering.makes(Output.TEXT)) {
      paths.add(base + ".txt");
    }
    if (rendering.makes(Output.TEI)) {
      paths.add(base + ".xml");
    }
    return paths;
  }

  /** The address of the letter's diplomatic page; empty when the edition shows none. */
  private String diplomatic(IndexedLetter letter) {
    return rendering.edition().settings().views().shown().contains("diplomatic")
        ? DIPLOMATIC + letter.id() + ".html"
        : "";
  }

  private Made page(
      IndexedLetter letter,
      String path,
      XdmNode prepared,
      boolean two,
      Audit.Subject audited,
      Consumer<XdmNode> messages)
      throws SaxonApiException {
    String view = path.startsWith(DIPLOMATIC) ? "diplomatic" : "reading";
    String other = view.equals("reading") ? diplomatic(letter) : letter.href();
    byte[] bytes =
        rendering
            .sheets()
            .html()
            .write(
                prepared,
                "letter-page",
                rendering.pageParameters(
                    Map.of(
                        "view",
                        new XdmAtomicValue(view),
                        "print-pages",
                        new XdmAtomicValue(pages.of(letter.id())),
                        "other-view",
                        new XdmAtomicValue(two && !other.isEmpty() ? other : ""))),
                // The reading page has said the same already.
                view.equals("reading") ? messages : message -> {});
    return new Made(
        bytes,
        audited == null || audited.page(bytes, view, view + " page", rendering.findings()::add));
  }

  private Made text(XdmNode prepared, Audit.Subject audited, Consumer<XdmNode> messages)
      throws SaxonApiException {
    byte[] bytes =
        rendering
            .sheets()
            .text()
            .write(prepared, "text", rendering.parameters("reading"), messages);
    return audited == null
        ? new Made(bytes, true)
        : new Made(
            Audit.unmarked(bytes),
            audited.text(bytes, "reading", "the plain text", rendering.findings()::add));
  }

  /** The record of a letter in the format that the ending of the path names. */
  private byte[] citation(String path, XdmNode prepared, Consumer<XdmNode> messages)
      throws SaxonApiException {
    String format = path.substring(path.lastIndexOf('.') + 1);
    return rendering
        .sheets()
        .text()
        .write(prepared, format, rendering.parameters("reading"), messages);
  }

  /** The letter's TEI: the file as the editor wrote it, or the letter's own part of it. */
  private byte[] tei(IndexedLetter letter, ReadFile file) throws IOException, SaxonApiException {
    if (letter.facts().alone()) {
      return file.file().bytes();
    }
    XdmNode element = Elements.element(rendering.reader().tree(file), letter.facts().ordinal());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serializer serializer = stylesheets.processor().newSerializer(out);
    serializer.setOutputProperty(Serializer.Property.INDENT, "no");
    serializer.serializeNode(element);
    return out.toByteArray();
  }

  /** True for the message that nothing calls a note, which is reported with the note's place. */
  private boolean isUncalledNote(SourceFile file, XdmNode tree, XdmNode message) {
    for (XdmNode child : message.children("uncalled")) {
      XdmNode note = Elements.element(tree, Integer.parseInt(child.attribute("n")));
      String target = child.attribute("target");
      rendering
          .findings()
          .add(
              Code.NOTE_UNCALLED,
              Location.of(file.name(), note.getLineNumber(), Math.max(0, note.getColumnNumber())),
              target.isEmpty() ? "" : ": \"" + target + "\" leads to nothing in it");
      return true;
    }
    return false;
  }

  /** The page of a volume: its text outside the letters, with links to them. */
  void volume(IndexedVolume volume, ReadFile file) throws SaxonApiException, IOException {
    XdmNode known = rendering.facts().volumeFacts(volume);
    String fingerprint = rendering.fingerprint().add(file.digest()).add(TreeText.of(known)).hex();
    String path = volume.href();
    if (rendering.staging().keepFresh(path, fingerprint)) {
      return;
    }
    XdmNode tree = rendering.reader().tree(file);
    // A note that nothing calls here may belong to a letter, which has told whether it is called.
    XdmNode prepared = rendering.preparer().prepare(tree, volume.ordinal(), known, message -> {});
    byte[] page =
        rendering
            .sheets()
            .html()
            .write(
                prepared,
                "volume-page",
                rendering.pageParameters(Map.of()),
                message -> rendering.guard().message(volume.file(), tree, message));
    boolean right =
        rendering.audit() == null
            || rendering
                .audit()
                .volume(volume, tree)
                .page(page, "reading", "the page of the volume", rendering.findings()::add);
    if (right) {
      rendering.staging().stage(path, fingerprint, volume.file().key(), page);
    } else {
      rendering.staging().stageUnsound(path, volume.file().key(), page);
    }
  }
}
