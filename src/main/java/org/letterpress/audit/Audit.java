package org.letterpress.audit;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Version;
import org.letterpress.source.SourceFile;
import org.letterpress.transform.Stylesheet;
import org.xml.sax.ContentHandler;

/**
 * Compares finished outputs with their source, word by word, and counts what it saw.
 *
 * <p>Safe to share between threads.
 */
public final class Audit {
  /** Words that a finding quotes before it breaks off. */
  private static final int QUOTED = 12;

  /** Lost passages of one output that are reported one by one. */
  private static final int MOST = 100;

  private final Stylesheet stylesheet;
  private final XdmValue settings;
  private final AtomicLong words = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicInteger letters = new AtomicInteger();
  private final AtomicInteger volumes = new AtomicInteger();

  /**
   * @param stylesheet compiled {@code audit.xsl}
   * @param settings what the edition changes in the rules of the views, as {@code audit.xsl} takes
   *     it
   */
  public Audit(Stylesheet stylesheet, List<String> settings) {
    this.stylesheet = stylesheet;
    this.settings = Stylesheet.strings(settings);
  }

  /** Words of the letters that were looked at, notes included, in the view that was read first. */
  public long words() {
    return words.get();
  }

  /** Words that some output lacks. */
  public long lost() {
    return lost.get();
  }

  /** Letters that were looked at. */
  public int letters() {
    return letters.get();
  }

  /** Volumes whose text outside their letters was looked at. */
  public int volumes() {
    return volumes.get();
  }

  /** The audit of one letter, whose views are read from the source at most once each. */
  public Subject letter(IndexedLetter letter, XdmNode tree) {
    letters.incrementAndGet();
    return subject(letter, tree, true);
  }

  /** The same for a letter that was counted before, and is now part of the book. */
  public Subject again(IndexedLetter letter, XdmNode tree) {
    return subject(letter, tree, false);
  }

  private Subject subject(IndexedLetter letter, XdmNode tree, boolean counts) {
    LetterFacts facts = letter.facts();
    Map<String, XdmValue> parts =
        Map.of(
            "unit",
            new XdmAtomicValue(facts.ordinal()),
            "versions",
            ordinals(facts.versions().stream().map(Version::ordinal)));
    return new Subject(facts.file(), facts.line(), tree, parts, counts);
  }

  /** The audit of a volume's text outside its letters. */
  public Subject volume(IndexedVolume volume, XdmNode tree) {
    volumes.incrementAndGet();
    return subject(volume, tree, true);
  }

  /** The same for a volume that was counted before, and is now part of the book. */
  public Subject again(IndexedVolume volume, XdmNode tree) {
    return subject(volume, tree, false);
  }

  private Subject subject(IndexedVolume volume, XdmNode tree, boolean counts) {
    Stream<Integer> letters =
        volume.letters().stream()
            .flatMap(
                letter ->
                    Stream.concat(
                        Stream.of(letter.facts().ordinal()),
                        letter.facts().versions().stream().map(Version::ordinal)));
    Stream<Integer> cut =
        Stream.concat(letters, volume.entries().stream().map(EntryFacts::ordinal));
    Map<String, XdmValue> parts =
        Map.of("unit", new XdmAtomicValue(volume.ordinal()), "cut", ordinals(cut));
    return new Subject(volume.file(), volume.line(), tree, parts, counts);
  }

  private static XdmValue ordinals(Stream<Integer> ordinals) {
    return new XdmValue(ordinals.map(XdmAtomicValue::new).toList());
  }

  /** Passes a print document on to the formatter and tells the words of each letter in it. */
  public ContentHandler print(ContentHandler formatter, BiConsumer<String, Printed> found) {
    return new FoWords(formatter, (id, printed) -> found.accept(id, new Printed(printed)));
  }

  /** The words of a letter in a print document. */
  public static final class Printed {
    private final Words words;

    private Printed(Words words) {
      this.words = words;
    }
  }

  /** A plain text without the marks that were made for the audit. */
  public static byte[] unmarked(byte[] text) {
    char[] signs = new String(text, StandardCharsets.UTF_8).toCharArray();
    return new String(MarkedText.unmarked(signs, 0, signs.length)).getBytes(StandardCharsets.UTF_8);
  }

  /** One letter, or the rest of a volume, under audit. Used by one thread. */
  public final class Subject {
    private final SourceFile file;
    private final int line;
    private final XdmNode tree;
    private final Map<String, XdmValue> parts;
    private final Map<String, Words> views = new HashMap<>();
    private boolean counted;
    private SourceLines lines;

    private Subject(
        SourceFile file, int line, XdmNode tree, Map<String, XdmValue> parts, boolean counts) {
      this.file = file;
      this.line = line;
      this.tree = tree;
      this.parts = parts;
      this.counted = !counts;
    }

    /**
     * Audits the page.
     *
     * @param page the finished file
     * @param view {@code reading} or {@code diplomatic}
     * @param output how a finding calls the file
     * @param findings told each difference
     * @return true when there is none
     */
    public boolean page(byte[] page, String view, String output, Consumer<Diagnostic> findings)
        throws SaxonApiException {
      return compare(HtmlWords.of(page), view, output, findings);
    }

    /** Audits the letter's words in a print document; see {@link #page}. */
    public boolean print(Printed print, String view, String output, Consumer<Diagnostic> findings)
        throws SaxonApiException {
      return compare(print.words, view, output, findings);
    }

    /** Audits the letter's plain text, with its marks; see {@link #page}. */
    public boolean text(byte[] text, String view, String output, Consumer<Diagnostic> findings)
        throws SaxonApiException {
      Words found = new Words();
      char[] signs = new String(text, StandardCharsets.UTF_8).toCharArray();
      new MarkedText().read(signs, 0, signs.length, found);
      return compare(found, view, output, findings);
    }

    private boolean compare(Words found, String view, String output, Consumer<Diagnostic> findings)
        throws SaxonApiException {
      Words source = source(view);
      Difference difference = Comparison.of(source, found);
      lost.addAndGet(difference.lostWords());
      List<Difference.Lost> runs = difference.lost();
      for (Difference.Lost run : runs.subList(0, Math.min(MOST, runs.size()))) {
        findings.accept(
            Diagnostic.of(
                Code.AUDIT_LOST,
                location(run.place(), run.words().get(0)),
                element(run.place()),
                output,
                quote(run.words())));
      }
      if (runs.size() > MOST) {
        int rest = runs.stream().skip(MOST).mapToInt(run -> run.words().size()).sum();
        findings.accept(
            Diagnostic.of(
                Code.AUDIT_LOST, here(), "text", output, rest + " more words in this letter"));
      }
      for (Difference.Surplus run : difference.surplus()) {
        findings.accept(Diagnostic.of(Code.AUDIT_SURPLUS, here(), output, quote(run.words())));
      }
      for (Difference.Place place : difference.glued()) {
        findings.accept(
            Diagnostic.of(
                Code.AUDIT_GLUED, location(place, ""), element(place), output, around(place)));
      }
      return difference.isNone();
    }

    private Words source(String view) throws SaxonApiException {
      Words known = views.get(view);
      if (known == null) {
        Map<String, XdmValue> parameters = new HashMap<>(parts);
        parameters.put("view", new XdmAtomicValue(view));
        parameters.put("view-settings", settings);
        known = SourceWords.of(stylesheet.select(tree, "audit", parameters, message -> {}));
        views.put(view, known);
        if (!counted) {
          counted = true;
          words.addAndGet(known.count());
        }
      }
      return known;
    }

    private Location here() {
      return Location.of(file.name(), line, 0);
    }

    private Location location(Difference.Place place, String word) {
      XdmNode node = place.flow().node(place.sign());
      if (node == null) {
        return here();
      }
      if (lines == null) {
        lines = new SourceLines(file);
      }
      return lines.locate(node, place.flow().offset(place.sign()), word);
    }

    private String element(Difference.Place place) {
      XdmNode node = place.flow().node(place.sign());
      XdmNode parent = node == null ? null : node.getParent();
      return parent == null || parent.getNodeKind() != XdmNodeKind.ELEMENT
          ? "text"
          : parent.getNodeName().getLocalName();
    }
  }

  private static String quote(List<String> words) {
    String quoted =
        String.join(" ", words.subList(0, Math.min(QUOTED, words.size())))
            .replaceAll(" (?=[,.;:!?)\\]”’»])", "");
    return words.size() > QUOTED ? quoted + " … (" + words.size() + ")" : quoted;
  }

  private static String around(Difference.Place place) {
    String signs = place.flow().signs();
    int from = Math.max(0, place.sign() - 20);
    int to = Math.min(signs.length(), place.sign() + 20);
    return signs.substring(from, place.sign()) + "|" + signs.substring(place.sign(), to);
  }
}
