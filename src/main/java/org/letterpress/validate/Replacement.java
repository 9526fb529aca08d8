package org.letterpress.validate;

import java.util.List;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.letterpress.diagnostic.Edit;
import org.letterpress.source.Markup;
import org.letterpress.source.TextRun;
import org.letterpress.validate.SourceEdits.Hindered;

/**
 * A step {@code sqf:replace}: new nodes instead of an anchor node (SQF, "Replace").
 *
 * <p>An element that only gets another name or other attributes keeps its content as it is written.
 */
record Replacement(XdmNode step, XdmNode anchor, SourceEdits source, XPathCompiler paths) {
  /** What a tree does not know, so that it would be lost. */
  private static final Pattern UNKNOWN =
      Pattern.compile("<!--|<!\\[CDATA\\[|<\\?|&(?!(?:amp|lt|gt|quot|apos|#x?[0-9A-Fa-f]+);)");

  void addTo(List<Edit> edits) throws Hindered, SaxonApiException {
    XdmNode content = QuickFixes.elements(step).get(0);
    switch (anchor.getNodeKind()) {
      case ATTRIBUTE -> attribute(content, edits);
      case ELEMENT -> element(content, edits);
      case TEXT -> {
        TextRun run = source.text(anchor);
        String written = NodeText.in(anchor.getParent(), source.markup()).content(content);
        edits.add(source.replace(run, 0, run.value().length(), written));
      }
      default -> throw new Hindered(SourceEdits.ELSEWHERE);
    }
  }

  private void attribute(XdmNode content, List<Edit> edits) throws Hindered {
    Markup.Attribute there = source.attribute(anchor);
    NodeText writer = NodeText.in(anchor.getParent(), source.markup());
    String type = QuickFixes.value(step, "node-type");
    List<XdmNode> attributes = QuickFixes.attributes(content);
    QName name;
    String value;
    if (type.equals("attribute") || type.equals("keep")) {
      boolean unnamed = QuickFixes.value(step, "target").isEmpty();
      name = unnamed ? anchor.getNodeName() : QuickFixes.target(step);
      value = content.getStringValue();
    } else if (type.isEmpty() && attributes.size() == 1 && content.getStringValue().isEmpty()) {
      name = attributes.get(0).getNodeName();
      value = attributes.get(0).getStringValue();
    } else {
      throw new Hindered("an attribute can only be replaced by an attribute");
    }
    if (!name.equals(anchor.getNodeName())) {
      if (anchor.getParent().getAttributeValue(name) != null) {
        throw new Hindered("the element has an attribute " + name + " already");
      }
      int end = there.start() + there.name().length();
      edits.add(new Edit(there.start(), end, writer.attributeName(name)));
    }
    if (!value.equals(anchor.getStringValue())) {
      edits.add(source.value(there, value));
    }
  }

  private void element(XdmNode content, List<Edit> edits) throws Hindered, SaxonApiException {
    Markup.Tag tag = source.tag(anchor);
    String type = QuickFixes.value(step, "node-type");
    boolean made = type.equals("element") || type.equals("keep");
    XdmNode like = made ? content : QuickFixes.single(content);
    boolean unnamed = type.equals("keep") && QuickFixes.value(step, "target").isEmpty();
    QName name =
        like == null
            ? null
            : unnamed ? anchor.getNodeName() : made ? QuickFixes.target(step) : like.getNodeName();
    boolean sameNamespace =
        name != null && name.getNamespaceUri().equals(anchor.getNodeName().getNamespaceUri());
    if (sameNamespace && QuickFixes.sameContent(anchor, like, paths)) {
      if (!name.equals(anchor.getNodeName())) {
        edits.addAll(Correction.rename(tag, name.getLocalName()));
      }
      attributes(tag, like, edits);
      return;
    }
    if (UNKNOWN.matcher(source.markup().text().substring(tag.start(), tag.after())).find()) {
      throw new Hindered("a comment, CDATA or an entity in the element would be lost");
    }
    XdmNode parent = anchor.getParent();
    boolean root = parent.getNodeKind() != XdmNodeKind.ELEMENT;
    if (root && (like == null || anchor.getNodeName() == null)) {
      throw new Hindered("the outermost element can only be replaced by an element");
    }
    NodeText writer = NodeText.in(root ? anchor : parent, source.markup());
    String written =
        made
            ? writer.element(name, content)
            : switch (type) {
              case "" -> writer.content(content);
              case "comment" -> NodeText.comment(content.getStringValue());
              case "pi", "processing-instruction" ->
                  NodeText.instruction(QuickFixes.value(step, "target"), content.getStringValue());
              default -> throw new Hindered("an element cannot be replaced by an attribute");
            };
    edits.add(new Edit(tag.start(), tag.after(), written));
  }

  /** Makes the attributes of a tag those of another element. */
  private void attributes(Markup.Tag tag, XdmNode like, List<Edit> edits) throws Hindered {
    NodeText writer = NodeText.in(anchor, source.markup());
    for (XdmNode old : QuickFixes.attributes(anchor)) {
      String value = like.getAttributeValue(old.getNodeName());
      if (value == null) {
        edits.add(source.delete(source.attribute(old)));
      } else if (!value.equals(old.getStringValue())) {
        edits.add(source.value(source.attribute(old), value));
      }
    }
    for (XdmNode added : QuickFixes.attributes(like)) {
      if (anchor.getAttributeValue(added.getNodeName()) == null) {
        String name = writer.attributeName(added.getNodeName());
        edits.add(source.add(tag, name, added.getStringValue()));
      }
    }
  }
}
