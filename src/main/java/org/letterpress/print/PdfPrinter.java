package org.letterpress.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.fo.FOEventHandler;
import org.apache.fop.fonts.FontInfo;
import org.apache.xmlgraphics.util.MimeConstants;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Count;
import org.letterpress.diagnostic.Diagnostic;

/**
 * Prints formatting objects as tagged, archivable PDF (PDF/A-2a and PDF/UA-1).
 *
 * <p>The same events give the same bytes. Made once for a run and safe to use from several threads:
 * each document borrows a FOP factory of its own, because FOP's font loader is not safe to share.
 */
public final class PdfPrinter {
  private static final String TRANSFORMERS = "javax.xml.transform.TransformerFactory";
  private static final String JDK_TRANSFORMERS =
      "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl";

  /** A document that has not settled then is printed as it is, and a finding says so. */
  static final int MOST_LAYOUTS = 4;

  private final PrintOptions options;
  private final Fence fence;
  private final PrintFonts fonts;
  private final Queue<Press> idle = new ConcurrentLinkedQueue<>();

  private PdfPrinter(PrintOptions options) {
    this.options = options;
    this.fonts = new PrintFonts(options.fonts());
    this.fence = new Fence(options.editionFolder(), fonts);
  }

  /**
   * A printer for one run.
   *
   * <p>FOP asks JAXP for a TransformerFactory over and over, and discovery would give it a new
   * Saxon each time, at a multiple of the cost. So the JDK's own is named here, unless the user has
   * named one; our own code makes Saxon by its class and does not notice.
   */
  public static PdfPrinter create(PrintOptions options) {
    if (System.getProperty(TRANSFORMERS) == null) {
      System.setProperty(TRANSFORMERS, JDK_TRANSFORMERS);
    }
    return new PdfPrinter(options);
  }

  /**
   * Prints one document. When it cannot be laid out, a finding says so and nothing is written.
   *
   * <p>A document that says where its places fell is laid out again until nothing moves, one that
   * has words wider than their lines until these are divided, at most {@link #MOST_LAYOUTS} times;
   * any other once.
   *
   * @param out receives the whole PDF at once; it is not closed
   * @param findings receives what the editor should know, in the thread of the call
   * @param origins where the source has what is printed
   * @return what was printed, or null when nothing was
   * @throws X what the writer threw by itself
   * @throws IOException when out cannot be written
   */
  public <X extends Exception> Printed print(
      FoWriter<X> fo,
      PdfMetadata metadata,
      OutputStream out,
      Consumer<Diagnostic> findings,
      Origins origins)
      throws X, IOException {
    Press borrowed = idle.poll();
    Press press = borrowed == null ? newPress() : borrowed;
    List<Diagnostic> found = new ArrayList<>();
    Layout layout = layOut(press, fo, metadata, found, origins, true);
    if (layout == null) {
      // FOP's hyphenation may fail where we do not know of it; text unhyphenated beats no text.
      List<Diagnostic> again = new ArrayList<>();
      press = newPress();
      layout = layOut(press, fo, metadata, again, origins, false);
      found = layout == null ? found : again;
    }
    found.forEach(findings);
    // An image that changes between two previews must not come out of the cache. A press whose
    // document failed is not used again.
    press.factory.getImageManager().getCache().clearCache();
    if (layout == null) {
      return null;
    }
    idle.add(press);
    byte[] pdf = new PdfFinish(options, metadata).apply(layout.pdf.toByteArray());
    out.write(pdf);
    return new Printed(layout.facts, layout.count);
  }

  /** The same for a document of which only the file is known. */
  public <X extends Exception> Printed print(
      FoWriter<X> fo,
      PdfMetadata metadata,
      OutputStream out,
      Consumer<Diagnostic> findings,
      String sourceFile)
      throws X, IOException {
    return print(fo, metadata, out, findings, Origins.of(sourceFile));
  }

  /**
   * A printed document.
   *
   * @param facts where its places fell
   * @param layouts how often it was laid out
   */
  public record Printed(PageFacts facts, int layouts) {}

  /** What one document at a time is printed with, and the next after it. */
  private record Press(FopFactory factory, ReadFonts read, WideWords wide) {}

  /** A document as it was laid out last. */
  private record Layout(ByteArrayOutputStream pdf, PageFacts facts, int count) {}

  /** Lays the document out until nothing moves; null when that fails. */
  private <X extends Exception> Layout layOut(
      Press press,
      FoWriter<X> fo,
      PdfMetadata metadata,
      List<Diagnostic> findings,
      Origins origins,
      boolean hyphenated)
      throws X {
    PageFacts before = PageFacts.NONE;
    press.wide.clear();
    for (int count = 1; ; count++) {
      // What an earlier layout found, the next finds again.
      findings.clear();
      LayoutMarks marks = new LayoutMarks();
      ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 16);
      PageFacts facts =
          layOutOnce(
              press,
              fo,
              metadata,
              new Reports(findings::add, origins),
              hyphenated,
              marks,
              before,
              pdf);
      if (facts == null) {
        return null;
      }
      List<String> moved = marks.isDependent() ? facts.moved(before) : List.of();
      if (moved.isEmpty() && !press.wide.hasGrown() || count == MOST_LAYOUTS) {
        if (!moved.isEmpty()) {
          findings.add(unsettled(facts, moved, origins));
        }
        List<String> lost = marks.notesNotIn(facts);
        if (!lost.isEmpty()) {
          findings.add(
              Diagnostic.of(
                  Code.PRINT_NOTE,
                  origins.place(lost.get(0)),
                  Count.of(lost.size(), "note"),
                  lost.get(0)));
        }
        return new Layout(pdf, facts, count);
      }
      before = facts;
    }
  }

  private static Diagnostic unsettled(PageFacts facts, List<String> moved, Origins origins) {
    PageFacts.Place place = facts.places().get(moved.get(0));
    return Diagnostic.of(
        Code.PRINT_UNSETTLED,
        origins.place(moved.get(0)),
        MOST_LAYOUTS,
        Count.of(moved.size(), "place"),
        moved.get(0),
        facts.folio(place.firstPage()));
  }

  private <X extends Exception> PageFacts layOutOnce(
      Press press,
      FoWriter<X> fo,
      PdfMetadata metadata,
      Reports reports,
      boolean hyphenated,
      LayoutMarks marks,
      PageFacts before,
      OutputStream pdf)
      throws X {
    try {
      FOUserAgent agent = newAgent(press.factory, metadata);
      PageRenderer renderer = new PageRenderer(agent, marks, before.isEmpty());
      FoFilter filter = newFilter(press, agent, renderer, reports, pdf, hyphenated, marks);
      try {
        fo.write(new EmptyInlines(new ParagraphDivider(filter, reports)), before);
      } catch (Exception problem) {
        if (!filter.failed()) {
          throw problem;
        }
        cannotLayOut(filter.failure(), reports);
        return null;
      }
      filter.reportMissingGlyphs();
      filter.fonts().keep(press.read);
      return renderer.facts();
    } catch (FOPException | StackOverflowError | OutOfMemoryError problem) {
      cannotLayOut(problem, reports);
      return null;
    }
  }

  private FoFilter newFilter(
      Press press,
      FOUserAgent agent,
      PageRenderer renderer,
      Reports reports,
      OutputStream raw,
      boolean hyphenated,
      LayoutMarks marks)
      throws FOPException {
    Places places = new Places();
    press.wide.begin(places);
    agent.getEventBroadcaster().addEventListener(new FopEvents(places, reports));
    agent.setRendererOverride(renderer);
    FOEventHandler layout =
        agent.getRendererFactory().createFOEventHandler(agent, MimeConstants.MIME_PDF, raw);
    FontInfo fontInfo = layout.getFontInfo();
    WritingModes modes = new WritingModes();
    agent.setFOEventHandlerOverride(new TextDirection(layout, modes));
    Fop fop = press.factory.newFop(MimeConstants.MIME_PDF, agent, raw);
    return new FoFilter(
        fop.getDefaultHandler(),
        places,
        new Images(fence, options.editionFolder()),
        fonts.register(fontInfo, fence, press.read),
        reports,
        hyphenated,
        modes,
        marks,
        press.wide);
  }

  private static void cannotLayOut(Throwable problem, Reports reports) {
    reports.add(Code.PRINT_LAYOUT, "", FopEvents.describe(problem));
  }

  @SuppressWarnings("unchecked") // FOP's map of options has no types
  private FOUserAgent newAgent(FopFactory factory, PdfMetadata metadata) {
    FOUserAgent agent = factory.newFOUserAgent();
    agent.setProducer(options.producer());
    agent.setCreator(options.producer());
    agent.setCreationDate(Date.from(options.creationDate()));
    agent.setTitle(metadata.title());
    if (!metadata.author().isBlank()) {
      agent.setAuthor(metadata.author());
    }
    if (!metadata.subject().isBlank()) {
      agent.setSubject(metadata.subject());
    }
    agent.getRendererOptions().put("pdf-a-mode", "PDF/A-2a");
    agent.getRendererOptions().put("pdf-ua-mode", "PDF/UA-1");
    return agent;
  }

  private Press newPress() {
    Path folder = options.editionFolder().toAbsolutePath();
    FopFactoryBuilder builder = new FopFactoryBuilder(folder.toUri(), fence);
    builder.setAccessibility(true);
    builder.setStrictFOValidation(false);
    builder.setComplexScriptFeatures(true);
    WideWords wide = new WideWords();
    builder.setLayoutManagerMakerOverride(HyphenatedText.layoutManagers(wide));
    builder.getFontManager().disableFontCache();
    FopFactory factory = builder.build();
    factory.getElementMappingRegistry().addElementMapping(new LevelledPageSequence.Mapping());
    return new Press(factory, new ReadFonts(), wide);
  }
}
