package org.letterpress.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Spelling;

/**
 * What git says has changed since a revision: committed, staged, in the working tree or not tracked
 * yet; of a renamed file both names. Uses the {@code git} command.
 *
 * @param files absolute paths without links; some may not exist any more
 * @param oldIds each xml:id that a changed XML file had at the revision
 */
public record GitChanges(Set<Path> files, Set<String> oldIds) {
  private static final Pattern ID = Pattern.compile("\\sxml:id\\s*=\\s*[\"']([^\"']+)[\"']");

  /** Thrown when git cannot say what has changed. */
  public static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    Unknown(String message, String remedy) {
      super(message);
      this.remedy = remedy;
    }

    /** What the user can do. */
    public String remedy() {
      return remedy;
    }
  }

  /**
   * The changes in the repository that a folder belongs to.
   *
   * @param folder a folder that exists
   * @param name how messages call it
   * @param revision what git takes for a commit
   * @throws Unknown when there is no git, no repository or no such revision
   */
  public static GitChanges since(Path folder, String name, String revision) throws Unknown {
    Git git = new Git(folder);
    Answer top = git.ask("rev-parse", "--show-toplevel");
    if (top.status() != 0) {
      throw new Unknown(
          name + " is not in a git repository", "leave out --changed-since to check everything");
    }
    Path root = Path.of(top.text().replaceFirst("\\r?\\n\\z", ""));
    Answer commit =
        revision.startsWith("-")
            ? new Answer(1, new byte[0], "")
            : git.ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (commit.status() != 0) {
      throw new Unknown("git knows no revision \"" + revision + "\"", suggestion(git, revision));
    }
    String id = commit.text().strip();
    Git whole = new Git(root);
    List<String> paths = new ArrayList<>();
    paths.addAll(
        whole.list(
            "diff",
            "--name-only",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--ignore-submodules",
            id,
            "--"));
    paths.addAll(whole.list("ls-files", "-z", "--others", "--exclude-standard"));
    Set<Path> files = new HashSet<>();
    paths.forEach(path -> files.add(root.resolve(path)));
    return new GitChanges(files, whole.ids(id, paths));
  }

  private static String suggestion(Git git, String revision) throws Unknown {
    Answer names = git.ask("for-each-ref", "--format=%(refname:short)");
    String near = Spelling.nearest(revision, names.text().lines().toList());
    return near != null
        ? "did you mean \"" + near + "\"?"
        : "name a branch, a tag or a commit, for instance main or HEAD~1";
  }

  private record Answer(int status, byte[] bytes, String complaint) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** The command in one folder. */
  private record Git(Path folder) {

    /** Answers that are paths. */
    List<String> list(String... arguments) throws Unknown {
      Answer answer = ask(arguments);
      if (answer.status() != 0) {
        throw new Unknown(
            "git " + arguments[0] + " failed: " + answer.complaint(),
            "look whether git status works in this folder");
      }
      return Arrays.stream(answer.text().split("\0")).filter(path -> !path.isEmpty()).toList();
    }

    Answer ask(String... arguments) throws Unknown {
      try {
        Process process = start(arguments);
        process.getOutputStream().close();
        // Few words at most are complained; the answer may be long.
        byte[] bytes = process.getInputStream().readAllBytes();
        String complaint =
            new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(
            process.waitFor(), bytes, complaint.lines().findFirst().orElse("no reason given"));
      } catch (IOException failed) {
        throw failed(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Unknown("git was interrupted", "run the command again");
      }
    }

    private static Unknown failed(IOException failed) {
      return new Unknown(
          "the command git cannot be run: " + ReadProblem.describe(failed),
          "install git, or leave out --changed-since");
    }

    private Process start(String... arguments) throws IOException {
      List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C");
      // Looking must not lock out a git that is at work.
      builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
      return builder.start();
    }

    /** The ids in old versions of files; a file that is new has none. */
    Set<String> ids(String commit, List<String> paths) throws Unknown {
      List<String> asked =
          paths.stream()
              .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".xml"))
              .filter(path -> path.indexOf('\n') < 0)
              .toList();
      Set<String> ids = new HashSet<>();
      if (asked.isEmpty()) {
        return ids;
      }
      try {
        Process process = start("cat-file", "--batch");
        try (OutputStream questions = process.getOutputStream();
            InputStream answers = new BufferedInputStream(process.getInputStream())) {
          for (String path : asked) {
            questions.write((commit + ":" + path + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            addIds(blob(answers), ids);
          }
        }
        return ids;
      } catch (IOException failed) {
        throw failed(failed);
      }
    }

    /** The content of one file: a line with its size, the content, and a line end. */
    private static byte[] blob(InputStream answers) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = answers.read(); b >= 0 && b != '\n'; b = answers.read()) {
        line.write(b);
      }
      String head = line.toString(StandardCharsets.UTF_8);
      Matcher size = Pattern.compile("[0-9a-f]+ blob (\\d+)").matcher(head);
      if (!size.matches()) {
        return new byte[0];
      }
      byte[] bytes = answers.readNBytes(Integer.parseInt(size.group(1)));
      answers.read();
      return bytes;
    }

    private static void addIds(byte[] bytes, Set<String> ids) {
      Matcher id = ID.matcher(XmlEncoding.decode(bytes));
      while (id.find()) {
        ids.add(id.group(1));
      }
    }
  }
}
