package org.letterpress.build;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import org.letterpress.letter.EntryFacts;
import org.letterpress.source.SourceFile;
import org.letterpress.transform.FactsTree;

/**
 * Finds elements of a tree by their number in document order, which is how facts name them: those
 * of register entries, file by file as they are asked for. Most pages are kept from build to build,
 * and a register is not parsed for these. Thread-safe.
 */
final class Elements implements FactsTree.EntryElements {
  private final Function<SourceFile, ReadFile> files;
  private final EditionReader reader;
  private final Map<String, Map<EntryFacts, XdmNode>> known = new ConcurrentHashMap<>();

  /**
   * @param files gives what was read of the files in which entries stand
   * @param reader gives their trees
   */
  Elements(Function<SourceFile, ReadFile> files, EditionReader reader) {
    this.files = files;
    this.reader = reader;
  }

  @Override
  public XdmNode element(EntryFacts entry) {
    SourceFile file = entry.file();
    return known
        .computeIfAbsent(file.key(), key -> ofEntries(files.apply(file), reader))
        .get(entry);
  }

  /**
   * The element of this number.
   *
   * @param wanted counted from 1
   * @throws IllegalStateException when the tree has fewer
   */
  static XdmNode element(XdmNode tree, int wanted) {
    int ordinal = 0;
    for (XdmSequenceIterator<XdmNode> all = descendants(tree); all.hasNext(); ) {
      XdmNode node = all.next();
      if (node.getNodeKind() == XdmNodeKind.ELEMENT && ++ordinal == wanted) {
        return node;
      }
    }
    throw new IllegalStateException("the tree has fewer elements than its events had");
  }

  /** The elements of the register entries of a file. */
  private static Map<EntryFacts, XdmNode> ofEntries(ReadFile file, EditionReader reader) {
    Map<EntryFacts, XdmNode> elements = new IdentityHashMap<>();
    Map<Integer, EntryFacts> wanted = new HashMap<>();
    file.facts().entries().forEach(entry -> wanted.put(entry.ordinal(), entry));
    int ordinal = 0;
    for (XdmSequenceIterator<XdmNode> all = descendants(reader.tree(file)); all.hasNext(); ) {
      XdmNode node = all.next();
      if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
        EntryFacts entry = wanted.get(++ordinal);
        if (entry != null) {
          elements.put(entry, node);
        }
      }
    }
    return elements;
  }

  private static XdmSequenceIterator<XdmNode> descendants(XdmNode tree) {
    return tree.axisIterator(Axis.DESCENDANT);
  }
}
