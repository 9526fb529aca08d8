package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.letterpress.diagnostic.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The way in: turns arguments into a command and its outcome into an exit status. */
@Command(
    name = "letterpress",
    description = "Digital scholarly editions of letters: from TEI to a checked site and a book.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      BuildCommand.class,
      ValidateCommand.class,
      NewCommand.class,
      SchemaCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      scope = ScopeType.INHERIT,
      description = "Explain a code such as LP-RNG-002, and do nothing else.")
  private String explained;

  private final Path standing;

  private Main(Path standing) {
    this.standing = standing;
  }

  /** Runs a command and ends the process with its status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(Path.of("").toAbsolutePath(), out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /**
   * Runs a command.
   *
   * @param standing the folder that paths are relative to
   * @param out gets results
   * @param err gets progress and complaints about the usage
   * @return 0 clean, 1 findings of severity error, 2 wrong usage or configuration, 3 not possible
   */
  public static int run(Path standing, PrintWriter out, PrintWriter err, String... arguments) {
    Main main = new Main(standing);
    CommandLine line = new CommandLine(main);
    line.setExecutionStrategy(
        parsed -> main.explained == null ? new RunLast().execute(parsed) : main.explain(parsed));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::complain);
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          err.println("letterpress failed: " + problem);
          err.println("   help: this is a defect of letterpress; please report this line");
          if (List.of(arguments).contains("--verbose")) {
            problem.printStackTrace(err);
          }
          return ExitStatus.IMPOSSIBLE;
        });
    return line.execute(arguments);
  }

  private int explain(CommandLine.ParseResult parsed) {
    CommandLine line = parsed.commandSpec().commandLine();
    try {
      return Explanation.print(explained, line.getOut(), line.getErr());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The folder that the user stands in. */
  Path standing() {
    return standing;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }

  private static int complain(ParameterException problem, String[] arguments) {
    CommandLine line = problem.getCommandLine();
    PrintWriter err = line.getErr();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      boolean option = word.startsWith("-");
      err.println("error: unknown " + (option ? "option" : "command") + " \"" + word + "\"");
      String near =
          option
              ? Spelling.nearest(word, line.getCommandSpec().optionsMap().keySet())
              : Spelling.nearest(word, line.getSubcommands().keySet());
      if (near != null) {
        err.println("   help: did you mean \"" + near + "\"?");
      }
    } else {
      err.println("error: " + problem.getMessage());
    }
    err.println(
        "   help: " + line.getCommandSpec().qualifiedName() + " --help lists what it takes");
    return ExitStatus.USAGE;
  }

  /** The version of this copy. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"letterpress " + (version == null ? "(from sources)" : version)};
    }
  }
}
