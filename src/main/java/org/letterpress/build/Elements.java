package org.letterpress.build;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import org.letterpress.letter.EntryFacts;

/** Finds elements of a tree by their number in document order, which is how facts name them. */
final class Elements {
  private Elements() {}

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

  /** The elements of the register entries of all files. */
  static Map<EntryFacts, XdmNode> ofEntries(Map<String, ReadFile> files, EditionReader reader) {
    Map<EntryFacts, XdmNode> elements = new IdentityHashMap<>();
    files.values().forEach(file -> elements.putAll(ofEntries(file, reader)));
    return elements;
  }

  /** The elements of the register entries of a file. */
  static Map<EntryFacts, XdmNode> ofEntries(ReadFile file, EditionReader reader) {
    Map<EntryFacts, XdmNode> elements = new IdentityHashMap<>();
    if (file.facts().entries().isEmpty()) {
      return elements;
    }
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
