package org.letterpress.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of letterpress in this process, with what it printed. */
public record Run(int status, String out, String err) {

  /** Runs a command as a user standing in a folder would. */
  public static Run in(Path standing, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(standing, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Run(status, out.toString(), err.toString());
  }

  /** Everything it said. */
  public String said() {
    return out + err;
  }
}
