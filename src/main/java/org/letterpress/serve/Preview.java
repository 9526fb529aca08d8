package org.letterpress.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.letterpress.build.LiveEdition;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Severity;
import org.letterpress.project.SettingsFile;
import org.letterpress.report.Format;
import org.letterpress.report.Reporter;
import org.letterpress.report.SourceText;
import org.letterpress.source.FolderWatch;
import org.letterpress.source.SourceFile;
import org.letterpress.source.XmlEncoding;

/**
 * The live preview of one edition: serves its pages, follows its files, and brings into open pages
 * what changes.
 */
public final class Preview implements AutoCloseable {
  /** Folders whose files are no sources, but which builds and tools write to. */
  private static final Set<String> NO_SOURCES = Set.of("site", "target", "node_modules");

  /** Endings of schemas, and of what a document may draw in. */
  private static final Set<String> PARTS = Set.of("rng", "rnc", "sch", "xsd", "dtd", "ent", "mod");

  /** Endings of images that letters may show. */
  private static final Set<String> IMAGES =
      Set.of("jpg", "jpeg", "png", "gif", "webp", "svg", "tif", "tiff");

  /** Short enough to go unnoticed, long enough for the two writes of one save. */
  private static final long QUICK_MILLIS = 6;

  /** How long an editor may take between emptying or deleting a file and writing it. */
  private static final long GRACE_MILLIS = 150;

  /** How long nobody may have typed before the whole edition is looked at again. */
  private static final long REST_MILLIS = 250;

  /** As many findings as somebody may look through; the others are counted. */
  private static final int MOST_SHOWN = 300;

  private static final List<String> LABELS =
      List.of(
          "title",
          "findings",
          "source",
          "print",
          "copy",
          "copied",
          "show",
          "here",
          "elsewhere",
          "more",
          "none",
          "broken",
          "gone",
          "live",
          "lost",
          "reading",
          "error",
          "warning",
          "note");

  private static final long STACK_BYTES = 512L << 20;

  private final Function<Diagnostics, LiveEdition> open;
  private final Supplier<SourceText> sources;
  private final PreviewServer server;
  private final FolderWatch watch;
  private final ScheduledExecutorService background;
  private volatile LiveEdition live;
  private volatile List<Diagnostic> refused = List.of();
  private ScheduledFuture<?> relinking;

  /**
   * Starts to serve.
   *
   * @param open opens the edition; gives null, and says in the findings why, when it cannot
   * @param live the edition as it was opened first
   * @param sources gives the lines of sources for one report, as they are then
   * @param standing the folder that names of files are relative to
   * @param address where to listen; its host as the user typed it
   * @throws IOException when the address is taken, or the folder cannot be watched
   */
  public Preview(
      Function<Diagnostics, LiveEdition> open,
      LiveEdition live,
      Supplier<SourceText> sources,
      Path standing,
      InetSocketAddress address)
      throws IOException {
    this.open = open;
    this.live = live;
    this.sources = sources;
    this.watch = new FolderWatch(Preview::isSkipped, QUICK_MILLIS);
    this.background =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(null, work, "preview-background", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    try {
      watch.watch(live.edition().folder(), true);
      this.server =
          new PreviewServer(
              address, new Doorkeeper(names(address)), new Shown(), data(standing), this::welcome);
    } catch (IOException problem) {
      close(watch);
      background.shutdownNow();
      throw problem;
    }
  }

  /** The port that it listens at. */
  public int port() {
    return server.port();
  }

  /**
   * Reads the edition and follows its files until the preview is closed or the thread interrupted.
   *
   * @return false when it ended because the folder is gone
   */
  public boolean run() throws IOException, InterruptedException {
    read();
    try {
      FolderWatch.Changes changes = watch.next();
      while (changes != null) {
        take(changes);
        changes = watch.next();
      }
      return false;
    } catch (ClosedWatchServiceException closed) {
      return true;
    }
  }

  @Override
  public void close() {
    server.close();
    background.shutdownNow();
    close(watch);
  }

  private static void close(FolderWatch watch) {
    try {
      watch.close();
    } catch (IOException ending) {
      // Nobody watches any more, which is what was wanted.
    }
  }

  /** The names under which the server may be called: by default this machine's own ones. */
  private static Set<String> names(InetSocketAddress address) {
    Set<String> names = new HashSet<>(Set.of("localhost"));
    if (!address.getAddress().isLoopbackAddress()) {
      names.add(address.getHostString().toLowerCase(Locale.ROOT));
      try {
        names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
      } catch (UnknownHostException nameless) {
        // It is called by its address then.
      }
    }
    return names;
  }

  private Map<String, String> data(Path standing) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("root", standing.toString().replace('\\', '/'));
    for (String label : LABELS) {
      data.put("label-" + label, live.label("preview-" + label));
    }
    return data;
  }

  /** Reads the edition, and gets ready what its pages are made with, while the preview shows it. */
  private void read() {
    start("preview-stylesheets", live::findings);
    start("preview-reading", this::readAll);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    LiveEdition reading = live;
    long[] told = {0};
    reading.readAll(
        (step, done, all) -> {
          long now = System.nanoTime();
          synchronized (told) {
            if (now - told[0] > 200_000_000L) {
              told[0] = now;
              tellAll("progress", done + " " + all);
            }
          }
        },
        () -> {
          if (live == reading) {
            push();
          }
        });
    if (live == reading) {
      tellAll("progress", "");
      report();
    }
  }

  // ---- what changes ------------------------------------------------------------------------

  private void take(FolderWatch.Changes changes) throws InterruptedException {
    Set<Path> paths = changes.paths();
    boolean look = false;
    if (paths.stream().anyMatch(this::isBasic)) {
      reopen();
    } else if (paths.stream().anyMatch(this::isLook)) {
      live.retool();
      tellAll("look", "");
      push();
      report();
      look = true;
    }
    LiveEdition.Outcome outcome = live.reread(paths, changes.uncertain(), false);
    if (outcome.changed()) {
      pushMadeOf(paths);
    }
    boolean relinks = outcome.changed() || look;
    if (!outcome.doubtful().isEmpty()) {
      Thread.sleep(GRACE_MILLIS);
      if (live.reread(outcome.doubtful(), false, true).changed()) {
        relinks = true;
        pushMadeOf(paths);
      }
    }
    if (paths.stream().anyMatch(path -> IMAGES.contains(ending(path)))) {
      live.doubt();
      relinks = true;
    }
    if (relinks) {
      relinkSoon();
    }
  }

  /** Reads settings and schemas afresh; with wrong settings the edition stays as it was. */
  private void reopen() {
    Diagnostics findings = new Diagnostics();
    LiveEdition anew = open.apply(findings);
    refused = anew == null ? findings.sorted() : List.of();
    if (anew != null) {
      live = anew;
      read();
    }
    report();
  }

  private synchronized void relinkSoon() {
    if (relinking != null) {
      relinking.cancel(false);
    }
    try {
      relinking = background.schedule(this::relink, REST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException ending) {
      // Nobody looks any more.
      relinking = null;
    }
  }

  private void relink() {
    if (live.relink()) {
      push();
      report();
    } else {
      relinkSoon();
    }
  }

  private boolean isBasic(Path path) {
    Path folder = live.edition().folder();
    return PARTS.contains(ending(path))
        || path.equals(folder.resolve(SettingsFile.NAME))
        || path.equals(folder.resolve("catalog.xml"))
        || path.startsWith(folder.resolve("schema"));
  }

  private boolean isLook(Path path) {
    return path.startsWith(live.edition().folder().resolve("xslt"))
        || Set.of("css", "ttf", "woff2").contains(ending(path));
  }

  private static String ending(Path path) {
    String name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isSkipped(Path folder) {
    return NO_SOURCES.contains(folder.getFileName().toString());
  }

  // ---- what browsers are told --------------------------------------------------------------

  private void tellAll(String event, String data) {
    server.browsers().forEach(browser -> browser.tell(event, data));
  }

  /** Brings every open page up to date. */
  private void push() {
    open().forEach(this::push);
  }

  /** Brings up to date those open pages that are made of one of these files. */
  private void pushMadeOf(Set<Path> files) {
    open()
        .forEach(
            (page, browsers) -> {
              SourceFile source = live.source(page);
              if (source != null && files.contains(source.path())) {
                push(page, browsers);
              }
            });
  }

  private Map<String, List<Browser>> open() {
    Map<String, List<Browser>> pages = new HashMap<>();
    for (Browser browser : server.browsers()) {
      pages.computeIfAbsent(browser.page(), page -> new ArrayList<>()).add(browser);
    }
    return pages;
  }

  private void push(String page, Collection<Browser> browsers) {
    byte[] bytes = live.file(page);
    SourceFile file = live.source(page);
    String obstacles = json(live.obstacles(page));
    for (Browser browser : browsers) {
      browser.tellIfNew("file", file == null ? "" : file.name());
      if (bytes != null) {
        browser.show(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), version(bytes));
      } else if (!live.isReading() && file == null) {
        browser.gone();
      }
      browser.tellIfNew("broken", obstacles);
    }
  }

  private static String version(byte[] bytes) {
    return LivePage.version(bytes);
  }

  /** Tells all open pages what is wrong; first what is wrong with them. */
  private void report() {
    List<Diagnostic> all = new ArrayList<>(refused);
    all.addAll(live.findings());
    String counts =
        count(all, Severity.ERROR)
            + " "
            + count(all, Severity.WARNING)
            + " "
            + count(all, Severity.NOTE);
    Map<String, String> reports = new HashMap<>();
    for (Browser browser : server.browsers()) {
      SourceFile file = live.source(browser.page());
      String name = file == null ? "" : file.name();
      String report = reports.computeIfAbsent(name, source -> json(chosen(all, source)));
      browser.tell("counts", counts);
      browser.tellIfNew("findings", report);
    }
  }

  private static long count(List<Diagnostic> all, Severity severity) {
    return all.stream().filter(each -> each.severity() == severity).count();
  }

  private static List<Diagnostic> chosen(List<Diagnostic> all, String source) {
    List<Diagnostic> chosen = new ArrayList<>();
    all.stream().filter(each -> isIn(each, source)).limit(MOST_SHOWN).forEach(chosen::add);
    for (Severity severity : Severity.values()) {
      all.stream()
          .filter(each -> each.severity() == severity && !isIn(each, source))
          .limit(Math.max(0, MOST_SHOWN - chosen.size()))
          .forEach(chosen::add);
    }
    return chosen;
  }

  private static boolean isIn(Diagnostic finding, String source) {
    return !source.isEmpty() && finding.location().file().equals(source);
  }

  private synchronized String json(List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder();
    try {
      Reporter.of(Format.JSON, true).report(findings, sources.get(), text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Tells a page that was just opened all that it may have missed. */
  private void welcome(Browser browser) {
    push(browser.page(), List.of(browser));
    if (!live.isReading()) {
      background.execute(this::report);
    }
  }

  // ---- what is asked for --------------------------------------------------------------------

  /** The edition as the server shows it. */
  private final class Shown implements Site {
    @Override
    public File show(String path) {
      byte[] bytes = live.file(path);
      return bytes == null ? null : new File(bytes, path.endsWith(".html"));
    }

    @Override
    public Source source(String path) {
      SourceFile file = live.source(path);
      if (file == null || !isInside(file.path())) {
        return null;
      }
      try {
        return new Source(file.name(), XmlEncoding.decode(Files.readAllBytes(file.path())));
      } catch (IOException unreadable) {
        return null;
      }
    }

    /** A link in the edition may lead out of it. */
    private boolean isInside(Path file) {
      try {
        return file.toRealPath().startsWith(live.edition().folder().toRealPath());
      } catch (IOException gone) {
        return false;
      }
    }
  }
}
