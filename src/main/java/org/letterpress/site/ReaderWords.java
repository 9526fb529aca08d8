package org.letterpress.site;

import java.nio.charset.StandardCharsets;
import org.letterpress.letter.Wording;

/**
 * The words that the script puts on pages: the labels of a locale whose key begins with {@code
 * reader-}.
 */
public final class ReaderWords {
  /** Where the words stand, from the root of the pages in their language. */
  public static final String HREF = "assets/js/words.js";

  private ReaderWords() {}

  /** A script that comes before ours and says them. */
  public static byte[] script(Wording wording) {
    return ("window.letterpress = window.letterpress || {};\nletterpress.words = "
            + ScriptText.of(wording.labels("reader-"))
            + ";\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
