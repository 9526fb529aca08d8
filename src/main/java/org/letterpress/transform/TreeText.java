package org.letterpress.transform;

import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.type.Type;

/** A tree as a text by which it can be told from others, and which nobody reads. */
public final class TreeText {
  private TreeText() {}

  /**
   * The elements of a tree with their attributes, and its texts: two trees that differ in one of
   * these have different texts. A serializer would write the same, and take several times as long.
   */
  public static String of(XdmNode tree) {
    StringBuilder signs = new StringBuilder();
    write(tree.getUnderlyingNode(), signs);
    return signs.toString();
  }

  /** What parts the pieces can stand in no XML. */
  private static void write(NodeInfo node, StringBuilder out) {
    if (node.getNodeKind() == Type.TEXT) {
      out.append('\u0001').append(node.getStringValue());
      return;
    }
    if (node.getNodeKind() == Type.ELEMENT) {
      out.append('\u0002').append(node.getLocalPart()).append('\u0003').append(node.getURI());
      for (AttributeInfo attribute : node.attributes()) {
        out.append('\u0004')
            .append(attribute.getNodeName().getDisplayName())
            .append('\u0005')
            .append(attribute.getValue());
      }
    }
    for (NodeInfo child : node.children()) {
      write(child, out);
    }
    out.append('\u0006');
  }
}
