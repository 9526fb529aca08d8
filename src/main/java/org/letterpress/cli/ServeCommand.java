package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.letterpress.build.LiveEdition;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.Edition;
import org.letterpress.project.EditionFolder;
import org.letterpress.serve.Preview;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.SchemaOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code letterpress serve}: shows an edition in the browser and follows its files. */
@Command(
    name = "serve",
    description = "Show an edition in the browser; its pages follow what is saved.")
final class ServeCommand implements Callable<Integer> {
  private static final int PORT = 7410;

  /** Ports below this one are given out by the system only. */
  private static final int FIRST_FREE_PORT = 1024;

  /** So many previews may run at once before somebody has to name a port. */
  private static final int MOST_PORTS = 20;

  @ParentCommand private Main main;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "EDITION",
      description = "Folder of the edition (default: this one).")
  private Path edition = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen at (default: " + PORT + ", or the next that is free).")
  private Integer port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "Address to listen at (default: this machine only). Whoever reaches it can read the"
              + " edition.")
  private String host;

  @Option(names = "--open", description = "Open the browser.")
  private boolean open;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Session session = new Session(main.standing(), spec.commandLine().getOut(), err, common);
    if (port != null && (port < 0 || port > 65_535)) {
      return session.refuse(
          "--port takes a number from 0 to 65535, not " + port, "0 means any port that is free");
    }
    InetAddress address;
    try {
      address = host == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      return session.refuse(
          "--host: \"" + host + "\" is no address of this machine",
          "leave it out to be seen on this machine only; 0.0.0.0 means all its addresses");
    }
    if (!isOurs(address)) {
      return session.refuse(
          "--host: " + host + " is no address of this machine",
          "leave it out to be seen on this machine only; 0.0.0.0 means all its addresses");
    }
    Edition found = session.edition(edition);
    if (found == null) {
      return session.finish(false, true, "");
    }
    SourceFolder names = session.folder(found.folder());
    SchemaOptions schemas = new SchemaOptions(List.of(), false, "", false, session.cache());
    LiveEdition live = new LiveEdition(found, names, schemas, common.jobs());
    try (Preview preview = preview(session, found, names, schemas, live, address)) {
      return follow(preview, found, address);
    } catch (BindException taken) {
      boolean ofSystem = port() > 0 && port() < FIRST_FREE_PORT;
      err.println("error: port " + port() + " cannot be listened at: " + taken.getMessage());
      err.println(
          ofSystem
              ? "   help: ports below 1024 belong to the system; name another one with --port"
              : "   help: another preview may be running; name another port with --port, or leave"
                  + " it out");
    } catch (IOException problem) {
      err.println("error: the edition cannot be served: " + ReadProblem.describe(problem));
      err.println(
          "   help: the folder must be readable; on Linux fs.inotify limits may be too low");
    }
    return ExitStatus.IMPOSSIBLE;
  }

  private static boolean isOurs(InetAddress address) {
    try {
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      // Then the attempt to listen tells.
      return true;
    }
  }

  private int port() {
    return port == null ? PORT : port;
  }

  private Preview preview(
      Session session,
      Edition found,
      SourceFolder names,
      SchemaOptions schemas,
      LiveEdition live,
      InetAddress address)
      throws IOException {
    int last = port == null ? PORT + MOST_PORTS : port();
    for (int at = port(); ; at++) {
      try {
        return new Preview(
            findings -> reopened(found, names, schemas, findings),
            live,
            session::sources,
            main.standing(),
            new InetSocketAddress(address, at));
      } catch (BindException taken) {
        if (at >= last) {
          throw taken;
        }
      }
    }
  }

  private LiveEdition reopened(
      Edition found, SourceFolder names, SchemaOptions schemas, Diagnostics findings) {
    Edition anew = EditionFolder.open(found.folder(), found.name(), names, findings);
    return anew == null ? null : new LiveEdition(anew, names, schemas, common.jobs());
  }

  private int follow(Preview preview, Edition found, InetAddress address) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    // Ctrl-C is how a preview ends, and no failure.
    Thread hook =
        new Thread(
            () -> {
              preview.close();
              Runtime.getRuntime().halt(ExitStatus.CLEAN);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    String url = "http://" + shown(address) + ":" + preview.port() + "/";
    out.println(url);
    out.flush();
    if (!common.quiet) {
      err.println("showing " + found.name() + "; Ctrl-C ends");
      if (!address.isLoopbackAddress()) {
        err.println("whoever reaches this address can read the edition");
      }
    }
    if (open && !opened(url)) {
      err.println("no browser could be opened; open the address above");
    }
    try {
      if (preview.run()) {
        return ExitStatus.CLEAN;
      }
      err.println("the folder is gone");
      return ExitStatus.IMPOSSIBLE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitStatus.CLEAN;
    } catch (IOException problem) {
      err.println("error: the folder cannot be watched: " + ReadProblem.describe(problem));
      err.println("   help: on Linux fs.inotify limits may be too low");
      return ExitStatus.IMPOSSIBLE;
    } finally {
      unhook(hook);
    }
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process is ending; the hook gives it its status.
    }
  }

  private String shown(InetAddress address) {
    if (host == null) {
      return "localhost";
    }
    String name = address.isAnyLocalAddress() ? "localhost" : host;
    return name.contains(":") ? "[" + name + "]" : name;
  }

  private static boolean opened(String url) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
            : List.of(system.contains("mac") ? "open" : "xdg-open", url);
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException none) {
      return false;
    }
  }
}
