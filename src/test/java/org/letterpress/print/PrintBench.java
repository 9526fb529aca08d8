package org.letterpress.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.fo.FOEventHandler;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.xmlgraphics.util.MimeConstants;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * How long letterpress takes to print formatting objects, held against FOP alone: the same files,
 * the same fonts, tags and factory, in one process, by turns. {@code src/bench/print.sh} runs it.
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

  private PrintBench(Path edition) {
    this.edition = edition;
    this.printer = PdfPrinter.create(new PrintOptions(edition, "bench", Instant.EPOCH));
    this.fonts = new PrintFonts(List.of());
    this.fence = new Fence(edition, fonts);
  }

  /** One way to print. */
  private interface Way {
    /** Prints, and says how often the document was laid out. */
    int print(byte[] fo, OutputStream out) throws Exception;
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    PrintBench bench = new PrintBench(Path.of(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<byte[]> letters = new ArrayList<>();
    byte[] book = null;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        if (file.endsWith("edition.fo")) {
          book = Files.readAllBytes(file);
        } else {
          letters.add(Files.readAllBytes(file));
        }
      }
    }
    int pages = 0;
    for (byte[] letter : letters) {
      pages += bench.pages(letter);
    }
    double[] plain = new double[rounds];
    double[] ours = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double alone = bench.all(letters, bench.fopAlone());
      double with = bench.all(letters, bench.letterpress());
      if (round >= 0) {
        plain[round] = alone;
        ours[round] = with;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "T6 letters: %d PDFs, %d pages, %d threads: FOP alone %.1f pages/s, letterpress %.1f,"
            + " ratio %.2f (target 0.90 or more)%n",
        letters.size(),
        pages,
        THREADS,
        pages / median(plain),
        pages / median(ours),
        median(plain) / median(ours));
    if (book != null) {
      bench.book(book, rounds);
    }
  }

  private void book(byte[] book, int rounds) throws Exception {
    double[] plain = new double[rounds];
    double[] ours = new double[rounds];
    int layouts = 0;
    for (int round = -1; round < rounds; round++) {
      long start = System.nanoTime();
      fopAlone().print(book, new ByteArrayOutputStream());
      long middle = System.nanoTime();
      layouts = letterpress().print(book, new ByteArrayOutputStream());
      long end = System.nanoTime();
      if (round >= 0) {
        plain[round] = (middle - start) / 1e9;
        ours[round] = (end - middle) / 1e9;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "T7 book: %d pages: one pass of FOP alone %.1f s, letterpress with %d layouts %.1f s,"
            + " ratio %.2f per layout (target 1.15 or less); heap in use %d MiB%n",
        pages(book),
        median(plain),
        layouts,
        median(ours),
        median(ours) / layouts / median(plain),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private double all(List<byte[]> documents, Way way) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (byte[] document : documents) {
        running.add(
            threads.submit(
                () -> {
                  way.print(document, new ByteArrayOutputStream());
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      threads.shutdown();
    }
  }

  private Way letterpress() {
    return (fo, out) ->
        printer
            .print(
                (handler, facts) -> parse(fo, handler), METADATA, out, finding -> {}, "bench.xml")
            .layouts();
  }

  /** FOP as it comes, with our fonts and tags: a factory for each thread, as ours has. */
  private Way fopAlone() {
    ThreadLocal<FopFactory> factories = ThreadLocal.withInitial(this::factory);
    return (fo, out) -> {
      FopFactory factory = factories.get();
      FOUserAgent agent = factory.newFOUserAgent();
      agent.setTitle("Bench");
      FOEventHandler layout =
          agent.getRendererFactory().createFOEventHandler(agent, MimeConstants.MIME_PDF, out);
      fonts.register(layout.getFontInfo(), fence);
      agent.setFOEventHandlerOverride(layout);
      Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
      parse(fo, new Known(fop.getDefaultHandler()));
      return 1;
    };
  }

  private FopFactory factory() {
    FopFactoryBuilder builder = new FopFactoryBuilder(edition.toAbsolutePath().toUri(), fence);
    builder.setAccessibility(true);
    builder.setStrictFOValidation(false);
    builder.getFontManager().disableFontCache();
    return builder.build();
  }

  private int pages(byte[] fo) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    letterpress().print(fo, out);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      return document.getNumberOfPages();
    }
  }

  /** Keeps our own attributes from FOP, which does not know them. */
  private static final class Known extends XMLFilterImpl {
    private Known(ContentHandler fop) {
      setContentHandler(fop);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      AttributesImpl known = new AttributesImpl(attributes);
      for (int i = known.getLength() - 1; i >= 0; i--) {
        if (known.getURI(i).equals(FoFilter.LP)) {
          known.removeAttribute(i);
        }
      }
      super.startElement(uri, local, name, known);
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
