package org.letterpress.build;

import java.lang.ref.SoftReference;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.letter.FileFacts;
import org.letterpress.source.SourceFile;
import org.letterpress.validate.edition.ObservedFile;

/**
 * A file that was parsed to its end.
 *
 * @param file the file
 * @param facts what was learned from it
 * @param observed what the rules of the edition need to know of it
 * @param digest fingerprint of its bytes
 * @param tree its tree, as long as the memory allows, if it is kept
 */
record ReadFile(
    SourceFile file,
    FileFacts facts,
    ObservedFile observed,
    String digest,
    SoftReference<XdmNode> tree) {

  /** True when it was read from these bytes. */
  boolean isOf(byte[] bytes) {
    return Fingerprint.of(bytes).equals(digest);
  }

  /** What is kept of it when its tree is not. */
  Learned learned() {
    return new Learned(facts, observed);
  }
}
