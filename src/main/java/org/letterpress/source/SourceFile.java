package org.letterpress.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One file of an edition.
 *
 * @param path where it is, absolute and normalised
 * @param name how messages call it: relative to the place the user stands in, forward slashes
 * @param key its name within the edition, which no machine path gets into
 */
public record SourceFile(Path path, String name, String key) {
  /** Long enough for the comments that stand before a root element. */
  private static final int BEGINNING = 65_536;

  /** Declarations, comments and instructions, then TEI's root. */
  private static final Pattern TEI_ROOT =
      Pattern.compile(
          "\\A[^<]*+(?:<(?:\\?(?:[^?]|\\?(?!>))*+\\?>|!--(?:[^-]|-(?!->))*+-->|![A-Z](?:[^\\[>]|\\[[^\\]]*+\\])*+>)"
              + "[^<]*+)*+<(?:[\\w.-]++:)?(?:TEI|teiCorpus)[\\s/>]");

  /** The bytes of the file, as they are on disk now. */
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(path);
  }

  /** Its lines, in the encoding that it has. */
  public List<String> lines() throws IOException {
    return XmlEncoding.decode(bytes()).lines().toList();
  }

  /**
   * True when the file's first element is a TEI document, as far as its beginning shows; a file
   * that cannot be read is none.
   */
  public boolean looksLikeTei() {
    try (InputStream stream = Files.newInputStream(path)) {
      String text = XmlEncoding.decode(stream.readNBytes(BEGINNING));
      return TEI_ROOT.matcher(text).find();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** The file name without folders, for instance {@code l0042.xml}. */
  public String fileName() {
    // A path that was asked for its parts keeps them, and there are many paths.
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** The file name without folders and without its ending, for instance {@code l0042}. */
  public String stem() {
    String last = fileName();
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}
