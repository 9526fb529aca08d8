package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.letterpress.diagnostic.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
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
    versionProvider = Main.Version.class)
public final class Main implements Runnable {
  /** The commands in the order of the help. */
  private static final Map<String, Supplier<Object>> COMMANDS = commands();

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
    // Reading what a command takes is a good part of starting: one that is named comes alone.
    Supplier<Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    for (Supplier<Object> command : named == null ? COMMANDS.values() : List.of(named)) {
      line.addSubcommand(command.get());
    }
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

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("build", BuildCommand::new);
    commands.put("validate", ValidateCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("new", NewCommand::new);
    commands.put("schema", SchemaCommand::new);
    return commands;
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
      if (word.startsWith("-")) {
        err.println("error: unknown option \"" + word + "\"");
        suggest(err, word, line.getCommandSpec().optionsMap().keySet());
      } else if (line.getSubcommands().isEmpty()) {
        err.println("error: \"" + word + "\" is one argument too many");
      } else {
        err.println("error: unknown command \"" + word + "\"");
        suggest(err, word, line.getSubcommands().keySet());
      }
    } else if (problem.getArgSpec() instanceof OptionSpec option && problem.getValue() != null) {
      err.println("error: " + option.longestName() + " cannot be \"" + problem.getValue() + "\"");
      Class<?> type = option.auxiliaryTypes()[0];
      if (type.isEnum()) {
        List<String> values =
            Stream.of(type.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList();
        suggest(err, problem.getValue(), values);
        err.println("   help: it takes " + String.join(", ", values));
      } else if (type == int.class) {
        err.println("   help: it takes a whole number");
      }
    } else {
      err.println("error: " + problem.getMessage());
    }
    err.println(
        "   help: " + line.getCommandSpec().qualifiedName() + " --help lists what it takes");
    return ExitStatus.USAGE;
  }

  private static void suggest(PrintWriter err, String word, Collection<String> known) {
    String near = Spelling.nearest(word, known);
    if (near != null) {
      err.println("   help: did you mean \"" + near + "\"?");
    }
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
