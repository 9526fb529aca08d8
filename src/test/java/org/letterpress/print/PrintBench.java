package org.letterpress.print;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.fo.FOEventHandler;
import org.apache.fop.fonts.FontInfo;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.xmlgraphics.util.MimeConstants;
import org.letterpress.source.SafeParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * How long letterpress takes to print formatting objects, held against FOP alone: the same
 * documents, fonts, tags and factory, in one process, by turns. {@code src/bench/print.sh} runs it.
 *
 * <p>FOP alone gets the formatting objects as FOP gets them from letterpress, with empty inlines
 * mended (it throws an exception at them), each sign in a font that has it, and no attributes of
 * ours. Documents that it cannot set even so are named and left out on both sides.
 *
 * <p>Ratios are given by the clock and by the time that processors worked; the second holds on a
 * machine that has other work, too.
 *
 * <p>Arguments: the folder of the formatting objects, the edition's folder, and how many rounds
 * count after one that warms up.
 */
final class PrintBench {
  private static final int THREADS = 2;
  private static final PdfMetadata METADATA = new PdfMetadata("Bench", "", "en", "");

  private final Path edition;
  private final PdfPrinter printer;
  private final Fence fence;
  private final PrintFonts fonts;
  private final Queue<FopFactory> factories = new ConcurrentLinkedQueue<>();

  private PrintBench(Path edition) {
    this.edition = edition;
    this.printer = PdfPrinter.create(new PrintOptions(edition, "bench", Instant.EPOCH));
    this.fonts = new PrintFonts(List.of());
    this.fence = new Fence(edition, fonts);
  }

  /**
   * A document.
   *
   * @param ours the formatting objects of the stylesheet
   * @param plain what FOP gets of them
   */
  private record Fo(String name, byte[] ours, byte[] plain, int pages) {}

  /** One way to print. */
  private interface Way {
    /** Prints, and says how often the document was laid out. */
    int print(Fo fo, OutputStream out) throws Exception;
  }

  /** What a round took, in seconds. */
  private record Time(double clock, double processors) {
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Time now() {
      return new Time(System.nanoTime() / 1e9, SYSTEM.getProcessCpuTime() / 1e9);
    }

    Time since(Time start) {
      return new Time(clock - start.clock, processors - start.processors);
    }
  }

  /** The medians of some rounds. */
  private static final class Rounds {
    private final List<Time> times = new ArrayList<>();

    private double clock() {
      return median(times.stream().mapToDouble(Time::clock).toArray());
    }

    private double processors() {
      return median(times.stream().mapToDouble(Time::processors).toArray());
    }
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    PrintBench bench = new PrintBench(Path.of(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<Fo> letters = new ArrayList<>();
    Fo book = null;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        Fo fo = bench.fo(file);
        if (fo == null) {
          continue;
        }
        if (fo.name.equals("edition.fo")) {
          book = fo;
        } else {
          letters.add(fo);
        }
      }
    }
    bench.letters(letters, rounds);
    if (book != null) {
      bench.book(book, rounds);
    }
  }

  /** A document that both ways can print, or null. */
  private Fo fo(Path file) throws Exception {
    String name = file.getFileName().toString();
    byte[] ours = Files.readAllBytes(file);
    try {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      Fo fo = new Fo(name, ours, plain(ours), 0);
      fopAlone(fo, pdf);
      letterpress(fo, pdf = new ByteArrayOutputStream());
      try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
        return new Fo(name, fo.ours, fo.plain, document.getNumberOfPages());
      }
    } catch (RuntimeException | FOPException failed) {
      System.out.println("left out, since FOP alone cannot set it: " + name + ": " + failed);
      return null;
    }
  }

  private void letters(List<Fo> letters, int rounds) throws Exception {
    Rounds plain = new Rounds();
    Rounds ours = new Rounds();
    for (int round = -1; round < rounds; round++) {
      Time alone = all(letters, this::fopAlone);
      Time with = all(letters, this::letterpress);
      if (round >= 0) {
        plain.times.add(alone);
        ours.times.add(with);
      }
    }
    int pages = letters.stream().mapToInt(Fo::pages).sum();
    System.out.printf(
        Locale.ROOT,
        "T6 letters: %d PDFs, %d pages, %d threads: FOP alone %.1f pages/s, letterpress %.1f,"
            + " ratio %.2f by the clock, %.2f by processors (target 0.90 or more)%n",
        letters.size(),
        pages,
        THREADS,
        pages / plain.clock(),
        pages / ours.clock(),
        plain.clock() / ours.clock(),
        plain.processors() / ours.processors());
  }

  private void book(Fo book, int rounds) throws Exception {
    Rounds plain = new Rounds();
    Rounds ours = new Rounds();
    int layouts = 0;
    for (int round = -1; round < rounds; round++) {
      Time start = Time.now();
      fopAlone(book, new ByteArrayOutputStream());
      Time middle = Time.now();
      layouts = letterpress(book, new ByteArrayOutputStream());
      Time end = Time.now();
      if (round >= 0) {
        plain.times.add(middle.since(start));
        ours.times.add(end.since(middle));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "T7 book: %d pages: one pass of FOP alone %.1f s, letterpress with %d layouts %.1f s,"
            + " ratio per layout %.2f by the clock, %.2f by processors (target 1.15 or less);"
            + " heap in use %d MiB%n",
        book.pages,
        plain.clock(),
        layouts,
        ours.clock(),
        ours.clock() / layouts / plain.clock(),
        ours.processors() / layouts / plain.processors(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static Time all(List<Fo> documents, Way way) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Time start = Time.now();
      List<Future<?>> running = new ArrayList<>();
      for (Fo document : documents) {
        running.add(threads.submit(() -> way.print(document, new ByteArrayOutputStream())));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return Time.now().since(start);
    } finally {
      threads.shutdown();
    }
  }

  private int letterpress(Fo fo, OutputStream out) throws IOException {
    return printer
        .print(
            (handler, facts) -> parse(fo.ours, handler), METADATA, out, finding -> {}, "bench.xml")
        .layouts();
  }

  /** FOP as it comes, with our fonts and tags; its factories are kept, as letterpress does. */
  private int fopAlone(Fo fo, OutputStream out) throws FOPException {
    FopFactory idle = factories.poll();
    FopFactory factory = idle == null ? factory() : idle;
    FOUserAgent agent = factory.newFOUserAgent();
    agent.setTitle("Bench");
    FOEventHandler layout =
        agent.getRendererFactory().createFOEventHandler(agent, MimeConstants.MIME_PDF, out);
    fonts.register(layout.getFontInfo(), fence, new ReadFonts());
    agent.setFOEventHandlerOverride(layout);
    Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
    parse(fo.plain, fop.getDefaultHandler());
    factories.add(factory);
    return 1;
  }

  private FopFactory factory() {
    FopFactoryBuilder builder = new FopFactoryBuilder(edition.toAbsolutePath().toUri(), fence);
    builder.setAccessibility(true);
    builder.setStrictFOValidation(false);
    builder.getFontManager().disableFontCache();
    return builder.build();
  }

  /** Formatting objects as letterpress gives them to FOP. */
  private byte[] plain(byte[] fo) throws TransformerConfigurationException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerHandler writer =
        ((SAXTransformerFactory) SAXTransformerFactory.newInstance()).newTransformerHandler();
    writer.setResult(new StreamResult(out));
    FoFilter filter =
        new FoFilter(
            new Prefixed(writer),
            new Places(),
            new Images(fence, edition),
            fonts.register(new FontInfo(), fence, new ReadFonts()),
            new Reports(finding -> {}, Origins.of("bench.xml")),
            true,
            new WritingModes(),
            new LayoutMarks(),
            new WideWords());
    parse(
        fo,
        new EmptyInlines(
            new ParagraphDivider(filter, new Reports(finding -> {}, Origins.of("bench.xml")))));
    return out.toByteArray();
  }

  /** Declares the prefixes of the formatting objects, which letterpress does not keep for FOP. */
  private static final class Prefixed extends XMLFilterImpl {
    private Prefixed(ContentHandler target) {
      setContentHandler(target);
    }

    @Override
    public void startDocument() throws SAXException {
      super.startDocument();
      startPrefixMapping("fo", FoFilter.FO);
      startPrefixMapping("fox", FoFilter.FOX);
    }
  }

  private static void parse(byte[] fo, ContentHandler handler) {
    try {
      XMLReader reader = SafeParser.newReader();
      reader.setContentHandler(handler);
      reader.parse(new InputSource(new ByteArrayInputStream(fo)));
    } catch (IOException | SAXException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
