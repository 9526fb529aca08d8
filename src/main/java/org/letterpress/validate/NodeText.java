package org.letterpress.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.source.Markup;

/**
 * Writes nodes as the text of a file, with the prefixes that hold at the place where they go. Only
 * what is needed is declared anew.
 */
final class NodeText {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final Markup markup;
  private final Map<String, String> inScope;

  private NodeText(Markup markup, Map<String, String> inScope) {
    this.markup = markup;
    this.inScope = inScope;
  }

  /** A writer for the content of an element. */
  static NodeText in(XdmNode element, Markup markup) {
    Map<String, String> namespaces = new TreeMap<>();
    for (var each = element.axisIterator(Axis.NAMESPACE); each.hasNext(); ) {
      XdmNode namespace = each.next();
      String prefix = namespace.getNodeName() == null ? "" : namespace.getNodeName().getLocalName();
      namespaces.put(prefix, namespace.getStringValue());
    }
    return new NodeText(markup, namespaces);
  }

  /** How a node is written. */
  String of(XdmNode node) throws SourceEdits.Hindered {
    return switch (node.getNodeKind()) {
      case ELEMENT -> element(node.getNodeName(), node);
      case TEXT -> markup.escape(node.getStringValue());
      case COMMENT -> comment(node.getStringValue());
      case PROCESSING_INSTRUCTION ->
          instruction(node.getNodeName().getLocalName(), node.getStringValue());
      default -> "";
    };
  }

  /** How the children of a node are written. */
  String content(XdmNode parent) throws SourceEdits.Hindered {
    StringBuilder written = new StringBuilder();
    for (XdmNode child : parent.children()) {
      written.append(of(child));
    }
    return written.toString();
  }

  /** An element of this name with the attributes and the content of another. */
  String element(QName name, XdmNode from) throws SourceEdits.Hindered {
    String uri = name.getNamespaceUri().toString();
    Map<String, String> inside = new HashMap<>(inScope);
    StringBuilder tag = new StringBuilder();
    String prefix = prefix(uri, true);
    String declaration = "";
    if (prefix == null) {
      prefix = uri.isEmpty() || inScope.containsKey(name.getPrefix()) ? "" : name.getPrefix();
      String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
      declaration = " " + attribute + "=\"" + markup.escapeValue(uri, '"') + "\"";
      inside.put(prefix, uri);
    }
    String written = prefix.isEmpty() ? name.getLocalName() : prefix + ":" + name.getLocalName();
    NodeText within = new NodeText(markup, inside);
    tag.append('<').append(written).append(declaration);
    for (var each = from.axisIterator(Axis.ATTRIBUTE); each.hasNext(); ) {
      XdmNode attribute = each.next();
      String value = markup.escapeValue(attribute.getStringValue(), '"');
      tag.append(' ').append(within.attributeName(attribute.getNodeName()));
      tag.append("=\"").append(value).append('"');
    }
    String content = within.content(from);
    return content.isEmpty() ? tag + "/>" : tag + ">" + content + "</" + written + ">";
  }

  /** How an attribute's name is written here. */
  String attributeName(QName name) throws SourceEdits.Hindered {
    String uri = name.getNamespaceUri().toString();
    String prefix = uri.isEmpty() ? "" : prefix(uri, false);
    if (prefix == null) {
      throw new SourceEdits.Hindered("no prefix is declared here for the attribute " + name);
    }
    return prefix.isEmpty() ? name.getLocalName() : prefix + ":" + name.getLocalName();
  }

  static String comment(String words) throws SourceEdits.Hindered {
    if (words.contains("--") || words.endsWith("-")) {
      throw new SourceEdits.Hindered("a comment cannot hold \"--\"");
    }
    return "<!--" + words + "-->";
  }

  static String instruction(String target, String words) throws SourceEdits.Hindered {
    if (words.contains("?>")) {
      throw new SourceEdits.Hindered("an instruction cannot hold \"?>\"");
    }
    return "<?" + target + (words.isEmpty() ? "" : " " + words) + "?>";
  }

  /** The prefix of a namespace, the empty one first; null when none is declared. */
  private String prefix(String uri, boolean mayBeEmpty) {
    if (uri.equals(XML)) {
      return "xml";
    }
    if (mayBeEmpty && inScope.getOrDefault("", "").equals(uri)) {
      return "";
    }
    return inScope.entrySet().stream()
        .filter(each -> each.getValue().equals(uri) && !each.getKey().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(null);
  }
}
