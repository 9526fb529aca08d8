package org.letterpress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.letterpress.project.NewEdition;
import org.letterpress.source.ReadProblem;
import org.letterpress.source.SourceFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code letterpress new}: starts an edition in a folder. */
@Command(
    name = "new",
    description = "Start an edition: a sample letter, registers, schemas and settings.")
final class NewCommand implements Callable<Integer> {
  /** The property in which a launcher says how the user calls it. */
  private static final String COMMAND = "letterpress.command";

  @ParentCommand private Main main;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder of the new edition.")
  private Path folder;

  @Option(names = "--title", paramLabel = "TITLE", description = "Title of the edition.")
  private String title;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "Language of the sample and the site: en, de, fr or zh (default: en).")
  private String language = "en";

  @Option(names = "--quiet", description = "Do not say what was written.")
  private boolean quiet;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String tag = language.toLowerCase(Locale.ROOT);
    if (!NewEdition.LANGUAGES.contains(tag)) {
      throw new ParameterException(
          spec.commandLine(), "--language takes one of " + String.join(", ", NewEdition.LANGUAGES));
    }
    if (title != null && (title.isBlank() || !title.codePoints().allMatch(NewCommand::isXml))) {
      throw new ParameterException(
          spec.commandLine(), "--title takes at least one word, and no control characters");
    }
    Path target = main.standing().resolve(folder).toAbsolutePath().normalize();
    String name = new SourceFolder(target, main.standing()).name(target);
    try {
      NewEdition edition = new NewEdition(target, title, tag);
      List<String> inTheWay = edition.inTheWay();
      if (Files.exists(target) && !Files.isDirectory(target)) {
        err.println("error: " + name + " is a file");
      } else if (!inTheWay.isEmpty()) {
        err.println("error: in " + name + " there is already " + String.join(", ", inTheWay));
      } else {
        List<String> written = edition.write();
        if (!quiet) {
          written.forEach(file -> out.println(name + "/" + file));
          err.println("next: " + System.getProperty(COMMAND, "letterpress") + " build " + name);
        }
        return ExitStatus.CLEAN;
      }
      err.println("   help: nothing was written; choose another folder");
      return ExitStatus.USAGE;
    } catch (IOException problem) {
      err.println("error: " + name + " cannot be written: " + ReadProblem.describe(problem));
      err.println("   help: check the rights and the free space of this folder");
      return ExitStatus.IMPOSSIBLE;
    }
  }

  /** True for what XML can hold (XML 1.0, production 2). */
  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 || c == '\t';
  }
}
