package org.letterpress.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Spelling;

/** {@code --explain}: the page of a code, as the guide has it. */
final class Explanation {
  private Explanation() {}

  /**
   * Prints the page of a code.
   *
   * @param asked the code as it was typed, in capitals or not, with or without {@code LP-}
   * @return 0, or 2 when there is no such code
   */
  static int print(String asked, PrintWriter out, PrintWriter err) throws IOException {
    String plain = asked.strip().toUpperCase(Locale.ROOT);
    String id = plain.startsWith("LP-") ? plain : "LP-" + plain;
    List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
    if (!ids.contains(id)) {
      String near = Spelling.nearest(id, ids);
      err.println("error: there is no code \"" + asked + "\"");
      err.println(
          "   help: "
              + (near == null ? "codes look like LP-RNG-002" : "did you mean \"" + near + "\"?"));
      return ExitStatus.USAGE;
    }
    try (InputStream page =
        Explanation.class.getResourceAsStream("/org/letterpress/docs/diagnostics/" + id + ".md")) {
      out.print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
      out.flush();
    }
    return ExitStatus.CLEAN;
  }
}
